"""What a room sees: type large enough and readable on its ground, everything on the slide, fitting and apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from lok.slides.line_breaking import CAUTION, POINT, Run, count_lines, line_height, runs_width, widest_word

from .freeform import inside
from .package import PRESENTATION, Deck, Element, Finding, find, first, number, q, words_of
from .shapes import EMU, Colour, Line, Page, Place, Shape

LEAST = 18.0
"""Points of what a room has to read."""
SMALL = {"Wie spreekt": 14.0, "Deel": 14.0, "Dianummer": 14.0, "Verzonnen": 14.0, "Bron": 14.0}
"""Smaller by design: they say where you are, and no one has to read them to follow."""
WHO, MARK = "Wie spreekt", "Merk van wie spreekt"
CONTRAST = 4.5
NEAR = 0.3
"""Overlap and overflow in mm that nobody sees."""
TOUCHING = {
    frozenset(("Hoelang", "Minuten")): "a line of 96 pt is higher than its figures, and the word stands close below"
}
"""Names of two texts whose boxes may overlap, and why."""
TABLE = "a:graphic/a:graphicData/a:tbl"


def findings(deck: Deck) -> Iterator[Finding]:
    yield from _fonts(deck)
    size = first(deck.trees.get(PRESENTATION), "p:sldSz")
    whole = tuple(number(size.get(key)) / EMU for key in ("cx", "cy")) if size is not None else (0.0, 0.0)
    pages = [Page(deck, name) for name in deck.slides]
    for page in pages:
        yield from _inside(page, whole[0], whole[1])
        yield from _apart(page)
        yield from _direct(page)
        for shape in page.shapes:
            yield from _text(page, shape)
            yield from _cells(page, shape)
    yield from _roles(pages)


def _fonts(deck: Deck) -> Iterator[Finding]:
    """Fonts of the theme only, so that a trainer changes them in one place; LibreOffice needs a name on notes pages."""
    for name, tree in deck.trees.items():
        if not name.startswith("ppt/") or name.startswith(("ppt/notesMasters/", "ppt/notesSlides/", "ppt/theme/")):
            continue
        for tag in ("a:latin", "a:ea", "a:cs", "a:sym", "a:buFont"):
            for element in tree.iter(q(tag)):
                if not element.get("typeface", "").startswith("+"):
                    yield Finding("font", name, f"names {element.get('typeface')!r}")


def _inside(page: Page, width: float, height: float) -> Iterator[Finding]:
    for shape in page.shapes:
        if shape.place is None:
            yield Finding("place", page.name, f"{shape.name!r} stands nowhere")
            continue
        x, y, w, h = shape.place
        if w <= 0 or h <= 0:
            yield Finding("place", page.name, f"{shape.name!r} has no size")
        off = x < -NEAR or y < -NEAR or x + w > width + NEAR or y + h > height + NEAR
        if off and not _bleeds(shape):
            yield Finding("off-slide", page.name, f"{shape.name!r} stands off the slide")


def _bleeds(shape: Shape) -> bool:
    """A circle of ornament may run off the slide, on which nobody misses a part of it."""
    form = first(shape.element, "p:spPr/a:prstGeom")
    return form is not None and form.get("prst") == "ellipse" and not words_of(shape.element)


def _apart(page: Page) -> Iterator[Finding]:
    """Texts, tables and pictures leave each other room."""
    shown = [s for s in page.shapes if s.element.tag != q("p:grpSp") and s.place]
    shown = [s for s in shown if s.element.tag != q("p:sp") or words_of(s.element)]
    for one, other in combinations(shown, 2):
        overlap = _overlap(one.place, other.place)  # type: ignore[arg-type]
        if overlap > NEAR and frozenset({one.name, other.name}) not in TOUCHING:
            yield Finding("overlap", page.name, f"{one.name!r} and {other.name!r} overlap by {overlap:.1f} mm")


def _overlap(one: Place, other: Place) -> float:
    """The smaller side in mm of what two places share."""
    sides = (min(one[n] + one[n + 2], other[n] + other[n + 2]) - max(one[n], other[n]) for n in (0, 1))
    return min(sides)


def _direct(page: Page) -> Iterator[Finding]:
    """Looks come from levels and theme, so that a trainer restyles the deck in the master.

    A freeform without text is part of a drawing: a face keeps its own colours.
    """
    for _ in find(page.tree, "//p:txBody/a:bodyPr/a:normAutofit | //p:txBody/a:bodyPr/a:spAutoFit"):
        yield Finding("autofit", page.name, "a program shrinks the text as it likes")
    for run in find(page.tree, "//p:txBody//a:rPr[@sz or a:solidFill or a:latin]"):
        yield Finding("direct", page.name, f"{words_of(run.getparent())!r} has a look of its own")
    for colour in find(page.tree, "//a:schemeClr/*[not(self::a:alpha)] | //a:srgbClr/*[not(self::a:alpha)]"):
        yield Finding("tint", page.name, f"a colour is changed by {colour.tag.rpartition('}')[2]}")
    for colour in find(page.tree, "//a:schemeClr"):
        if page.colour(colour) is None:
            yield Finding("foreign-colour", page.name, f"{colour.get('val')} is not in the theme")
    own = {item.get("val") for item in find(page.theme, "//a:srgbClr")}
    for colour in find(page.tree, "//a:srgbClr[not(ancestor::p:sp[p:spPr/a:custGeom and not(p:txBody)])]"):
        if colour.get("val") not in own:
            yield Finding("foreign-colour", page.name, f"{colour.get('val')} is not in the theme")


def _text(page: Page, shape: Shape) -> Iterator[Finding]:
    if shape.place is None or shape.body is None or not words_of(shape.element):
        return
    x, y, w, h = shape.place
    left, top, right, bottom = shape.insets
    yield from _small(page, shape.lines, SMALL.get(shape.name, LEAST))
    room = w - left - right
    yield from _fits(page, shape.name, shape.lines, (room, h - top - bottom))
    grounds = [_under(page, shape, spot) for spot in _spots(shape, (x + left, y + top, room, h - top - bottom))]
    yield from _readable(page, shape.lines, grounds)


def _cells(page: Page, shape: Shape) -> Iterator[Finding]:
    table = first(shape.element, TABLE)
    styles = page.deck.trees.get(page.deck.one(PRESENTATION, "tableStyles") or "")
    wanted = first(table, "a:tblPr/a:tableStyleId")
    style = None if wanted is None else first(styles, f"a:tblStyle[@styleId='{wanted.text}']")
    if table is None or style is None or shape.place is None:
        return
    widths = [number(column.get("w")) / EMU for column in find(table, "a:tblGrid/a:gridCol")]
    high = 0.0
    for n, row in enumerate(find(table, "a:tr")):
        needed = number(row.get("h")) / EMU
        for m, (cell, width) in enumerate(zip(find(row, "a:tc"), widths, strict=False)):
            parts = _parts_of(table.find(q("a:tblPr")), n, m)
            colour, ground, bold = _styled(page, style, parts)
            lines = list(page.lines(first(cell, "a:txBody"), [], colour, bold))
            properties = first(cell, "a:tcPr")
            own = None if properties is None else first(properties, "a:solidFill")
            ground = (page.filled(own) or (ground, 1.0))[0] if own is not None else ground
            left, top, right, bottom = (
                number(properties.get(key) if properties is not None else None, usual) / EMU
                for key, usual in (("marL", 91440), ("marT", 45720), ("marR", 91440), ("marB", 45720))
            )
            yield from _small(page, lines, LEAST)
            yield from _readable(page, lines, [ground])
            name, room = f"cell {n + 1}.{m + 1}", width - left - right
            yield from _fits(page, name, lines, (room, number(row.get("h")) / EMU - top - bottom))
        high += needed
    if high > shape.place[3] + NEAR:
        yield Finding("table-grid", page.name, f"the rows are {high - shape.place[3]:.1f} mm higher than the table")


def _parts_of(properties: object, row: int, column: int) -> list[str]:
    """Parts of a table style that a cell takes its looks from, the strongest first."""
    on = getattr(properties, "get", lambda _: None)
    found = ["firstRow"] if row == 0 and on("firstRow") == "1" else []
    found += ["firstCol"] if column == 0 and on("firstCol") == "1" else []
    return [*found, "wholeTbl"]


def _styled(page: Page, style: object, parts: Sequence[str]) -> tuple[Colour | None, Colour, bool]:
    """Colour of text, ground and weight by a table style."""
    texts = [first(style, f"a:{part}/a:tcTxStyle/a:schemeClr") for part in parts]  # type: ignore[arg-type]
    fills = [first(style, f"a:{part}/a:tcStyle/a:fill/a:solidFill") for part in parts]  # type: ignore[arg-type]
    colour = next((page.colour(text) for text in texts if text is not None), None)
    filled = next((page.filled(fill) for fill in fills if fill is not None), None)
    bold = any(find(style, f"a:{part}/a:tcTxStyle[@b='on']") for part in parts)  # type: ignore[arg-type]
    return colour, filled[0] if filled else page.ground, bold


def _small(page: Page, lines: Sequence[Line], least: float) -> Iterator[Finding]:
    for line in lines:
        for piece in line.pieces:
            if piece.text.strip() and piece.size < least:
                yield Finding("small", page.name, f"{piece.text[:40]!r} is {piece.size:g} pt, must be {least:g}")


def _fits(page: Page, name: str, lines: Sequence[Line], room: tuple[float, float]) -> Iterator[Finding]:
    width, height = room
    needed = 0.0
    for n, line in enumerate(lines):
        size = max((piece.size for piece in line.pieces), default=LEAST)
        runs = _runs(line)
        needed += count_lines(runs, width * CAUTION - line.left, size) * line_height(size)
        needed += line.space * POINT if n else 0
        if widest_word(runs, size) > width * CAUTION - line.left + NEAR:
            yield Finding("long-word", page.name, f"{name!r}: a word breaks in the middle")
    if needed > height + 0.5:
        yield Finding("overfull", page.name, f"{name!r} needs {needed - height:.1f} mm more")


def _runs(line: Line) -> tuple[Run, ...]:
    return tuple(Run(piece.text, piece.bold, piece.italic) for piece in line.pieces)


def _spots(shape: Shape, room: Place) -> list[tuple[float, float]]:
    """Where the longest line of a text begins and ends, at the height of the first, middle or last line."""
    x, y, w, h = room
    line = max(shape.lines, key=lambda item: runs_width(_runs(item), item.pieces[0].size) if item.pieces else 0)
    size = line.pieces[0].size if line.pieces else LEAST
    wide = min(runs_width(_runs(line), size), w)
    start = {"ctr": x + (w - wide) / 2, "r": x + w - wide}.get(line.align, x)
    half = line_height(size) / 2
    middle = {"ctr": y + h / 2, "b": y + h - half}.get(shape.of_body("anchor", "t"), y + half)
    return [(start + 0.5, middle), (start + wide / 2, middle), (start + wide - 0.5, middle)]


def _under(page: Page, shape: Shape, spot: tuple[float, float]) -> Colour:
    """The colour behind a text at a spot."""
    ground = page.ground
    below = page.shapes[: page.shapes.index(shape) + 1]
    for other in (*page.painted, *below):
        if other.fill and other.place and _covers(other, other.place, spot):
            colour, alpha = other.fill
            ground = tuple(round(a * alpha + b * (1 - alpha)) for a, b in zip(colour, ground, strict=True))  # type: ignore[assignment]
    return ground


def _covers(shape: Shape, place: Place, spot: tuple[float, float]) -> bool:
    x, y, w, h = place
    across, down = (spot[0] - x) / w if w else 2, (spot[1] - y) / h if h else 2
    if forms := find(shape.element, "p:spPr/a:custGeom/a:pathLst/a:path"):
        return any(inside(form, across, down) for form in forms)
    if find(shape.element, "p:spPr/a:prstGeom[@prst='ellipse']"):
        return (across - 0.5) ** 2 + (down - 0.5) ** 2 <= 0.25
    return 0 <= across <= 1 and 0 <= down <= 1


def _readable(page: Page, lines: Sequence[Line], grounds: Sequence[Colour]) -> Iterator[Finding]:
    for line in lines:
        for piece in line.pieces:
            if not piece.text.strip():
                continue
            worst = min((contrast(piece.colour, ground) if piece.colour else 0.0 for ground in grounds), default=0.0)
            if worst < CONTRAST:
                yield Finding("contrast", page.name, f"{piece.text[:40]!r} has {worst:.1f}:1")


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _roles(pages: Sequence[Page]) -> Iterator[Finding]:
    """Every slide whose layout has a place for it says who speaks, each word always with its own mark."""
    marks: dict[str, set[object]] = defaultdict(set)
    words: dict[object, set[str]] = defaultdict(set)
    for page in pages:
        if not find(page.layout, f"//p:cNvPr[@name='{WHO}']"):
            continue
        said = [words_of(shape.element) for shape in page.shapes if shape.name == WHO]
        drawn = [_full(shape.element) for shape in page.shapes if shape.name == MARK]
        if len(said) != 1 or len(drawn) != 1 or not any(drawn[0]):
            yield Finding("role", page.name, "does not say who speaks")
        for word, mark in zip(said, drawn, strict=False):
            marks[word].add(mark)
            words[mark].add(word)
    for one, others in (*marks.items(), *words.items()):
        if len(others) > 1:
            yield Finding("role", "", f"{one} goes with {len(others)} others")


def _full(mark: Element) -> tuple[bool, ...]:
    """Which circles of a mark are full, from left to right."""
    circles = sorted(find(mark, "p:sp/p:spPr"), key=lambda circle: number(find(circle, "a:xfrm/a:off")[0].get("x")))
    return tuple(bool(find(circle, "a:solidFill")) for circle in circles)
