"""Two bold heads, each with its list, beside each other as rows: the first list in bold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.slides import layouts, text_form
from lok.slides.canvas import Box, Group, Item, Par, Text
from lok.slides.layouts import Layout, Own, Placeholder, Rect
from lok.slides.line_breaking import CAUTION, POINT, Run, line_height, runs_width
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.around import around
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import BULLET, PLAIN, STYLES
from lok.slides.typeset import fill, level_of, set_text
from lok.words import words

WORD = "twee kolommen"
GUTTER, NARROW = 27.5, 0.4194
"""Between the lists, in mm, and the least part of the room beside it that a list takes."""
HEAD_HIGH, CIRCLE, BESIDE = 12.6, 4.23, 12.7
"""Height of a head, radius of the circle before it, and where its words begin, in mm."""
RULE_TOP, RULE, HAIRLINE = 14.7, 1.06, 0.4
"""Where the rule below a head begins, and how high that and a hairline are, in mm."""
STROKE = 1.06
"""Width of the line of an open circle, in mm."""
LIST_TOP = 21.3
"""Where the first words of a list begin, in mm below the top of the room."""
STYLES_TO_TRY = ("column", "column-close")
INK = "role-1"


def places(room: Rect) -> Own:
    """Two heads, each with its list."""
    left, right = _sides(room, 0.0)
    low = room.y + LIST_TOP
    made = [
        place
        for n, (name, (x, wide)) in enumerate((("left", left), ("right", right)))
        for place in (
            Placeholder(f"{name}-head", 38 + 2 * n, x + BESIDE, room.y, wide - BESIDE, HEAD_HIGH, "column-head"),
            Placeholder(name, 39 + 2 * n, x, low, wide, room.bottom - low, STYLES_TO_TRY[0]),
        )
    ]
    return (*made, Placeholder("below", 37, room.x, room.bottom - 20, room.w, 20, "aside")), ()


def _sides(room: Rect, needed: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Left edge and width in mm of both lists: the second is the narrow one, unless it needs more."""
    free = room.w - GUTTER
    right = min(max(needed, free * NARROW), free * (1 - NARROW))
    return (room.x, free - right), (room.right - right, right)


def applies(content: SlideContent) -> bool:
    """Whether there are two bold lines, each with its list; a paragraph may close."""
    return content.open_to(WORD) and bool(text_form.headed_lists(content.blocks))


def halves(pars: Sequence[Par]) -> tuple[tuple[Sequence[Par], Sequence[Par]], Sequence[Par]]:
    """Both heads, each with the items of its list, and what closes. Raises ValueError where there are no two."""
    first, second = (n for n, par in enumerate(pars) if par.level == PLAIN and _headed(pars, n))
    end = next((n for n in range(second + 1, len(pars)) if pars[n].level == PLAIN), len(pars))
    return (pars[first:second], pars[second:end]), pars[end:]


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """Both lists at the same size, with a hairline between two rows."""
    (first, second), rest = halves(content.pars)
    _, below, _, bottom = around(layout, (), rest, "below")
    lists = [[_strong(_counted(par)) for par in first[1:]], [_counted(par) for par in second[1:]]]
    wide = max(runs_width(par.runs, STYLES["column"].sizes[0]) for par in lists[1]) / CAUTION
    sides = _sides(layout.room, wide)
    boxes = _filled(layout, lists, sides, bottom)
    items: list[Item] = []
    for n, (key, head) in enumerate((("left", first[0]), ("right", second[0]))):
        x, w = sides[n]
        place = layout.placeholder(f"{key}-head")
        titled = fill(replace(place, x=x + BESIDE), (head,), w=w - BESIDE)
        items += [_marks(n, x, w, titled, boxes[n]), titled, boxes[n]]
    return (*items, *below)


def _headed(pars: Sequence[Par], n: int) -> bool:
    return n + 1 < len(pars) and pars[n + 1].level > PLAIN


def _counted(par: Par) -> Par:
    """A numbered item with its number among its words: a row has no room before it."""
    return replace(par, number=0, runs=(Run(f"{par.number}. "), *par.runs)) if par.number else par


def _strong(par: Par) -> Par:
    return replace(par, runs=tuple(replace(run, bold=True) for run in par.runs))


def _filled(
    layout: Layout, lists: Sequence[Sequence[Par]], sides: Sequence[tuple[float, float]], bottom: float
) -> list[Box]:
    """The lists in their places at the largest size, and with the most room between rows, at which both fit."""
    boxes: list[Box] = []
    for style in STYLES_TO_TRY:
        boxes = []
        for key, pars, (x, w) in zip(("left", "right"), lists, sides, strict=True):
            place = replace(layout.placeholder(key), style=style, x=x)
            boxes.append(fill(place, pars, w=w, h=bottom - place.y))
        if not any(box.overflow for box in boxes):
            break
    size = min(box.text.size for box in boxes if box.text)
    return [
        replace(box, text=set_text(box.text.style, box.text.pars, box.w, size)) if box.text else box for box in boxes
    ]


def _marks(n: int, x: float, w: float, head: Box, listed: Box) -> Group:
    """A full circle before the first head and an open one before the second, the rule below it, and the hairlines."""
    middle = head.y + head.h / 2
    side = 2 * CIRCLE - (STROKE if n else 0)
    circle = Box(
        "", x + CIRCLE + 0.5 - side / 2, middle - side / 2, side, side, fill="" if n else INK, line=INK if n else "",
        stroke=STROKE, shape="ellipse",
    )  # fmt: skip
    rule = Box("", x, head.y + RULE_TOP, w, RULE, fill=INK)
    lines = (Box("", x, y, w, HAIRLINE, fill="line") for y in _between(listed)) if listed.text else ()
    return Group(words("deck")["name_rows"], (circle, rule, *lines), "")


def _between(listed: Box) -> Iterator[float]:
    """Heights in mm of the hairlines between the rows of a list."""
    if not listed.text:
        return
    text: Text = listed.text
    y = listed.y
    for n, par in enumerate(text.pars):
        space = level_of(STYLES[text.style], par).space * text.size * POINT if n else 0.0
        if n and par.level <= BULLET:
            yield y + space / 2 - HAIRLINE / 2
        y += space + len(par.lines) * line_height(text.size)


PAIR = Mechanism(WORD, Basis.FORM, applies, layouts.pair("pair", places), draw)
