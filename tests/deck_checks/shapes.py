"""Shapes as they are shown: place in mm, and size, colour and face of text with all that it inherits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .package import PRESENTATION, Deck, Element, find, first, number, q

EMU = 36000
FILLS = ("a:solidFill", "a:noFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")
Colour = tuple[int, int, int]
Place = tuple[float, float, float, float]
"""Left, top, width, height in mm."""


@dataclass(frozen=True)
class Piece:
    """A run of text as it is shown: points, colour, weight; `chain` is where its properties may come from."""

    text: str
    size: float
    colour: Colour | None
    bold: bool
    italic: bool
    element: Element


@dataclass(frozen=True)
class Line:
    """A paragraph as it is shown; indents in mm, space above in points."""

    pieces: tuple[Piece, ...]
    left: float
    hang: float
    space: float
    align: str


class Shape:
    """A shape or a table cell of a slide. `inside` are the groups around it."""

    def __init__(self, page: Page, element: Element) -> None:
        self.page, self.element = page, element
        ph = first(element, "*/p:nvPr/p:ph")
        self.model = page.model(ph)
        self.ancestor = page.ancestor(ph)
        self.kind = ph.get("type", "obj") if ph is not None else ""
        properties = first(element, "*/p:cNvPr")
        self.name = properties.get("name", "") if properties is not None else ""

    @cached_property
    def place(self) -> Place | None:
        for source in (self.element, self.model, self.ancestor):
            found = first(source, "p:spPr/a:xfrm | p:xfrm | p:grpSpPr/a:xfrm")
            if found is not None:
                return self._outside(_place(found))
        return None

    def _outside(self, place: Place) -> Place:
        """From the measures of groups to those of the slide."""
        x, y, w, h = place
        group = self.element.getparent()
        while group is not None and group.tag == q("p:grpSp"):
            transform = first(group, "p:grpSpPr/a:xfrm")
            if transform is not None:
                left, top, wide, high = _place(transform)
                inner = _place(transform, "ch")
                across, down = wide / (inner[2] or 1), high / (inner[3] or 1)
                x, y, w, h = left + (x - inner[0]) * across, top + (y - inner[1]) * down, w * across, h * down
            group = group.getparent()
        return x, y, w, h

    @cached_property
    def fill(self) -> tuple[Colour, float] | None:
        """Colour and cover of its ground."""
        for source in (self.element, self.model, self.ancestor):
            properties = first(source, "p:spPr")
            found = [child for child in (properties if properties is not None else ()) if child.tag in map(q, FILLS)]
            if found:
                return self.page.filled(found[0])
        return None

    @cached_property
    def body(self) -> Element | None:
        return first(self.element, "p:txBody")

    @cached_property
    def insets(self) -> Place:
        """Left, top, right, bottom in mm."""
        sides = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
        left, top, right, bottom = (number(self.of_body(side, str(usual)), usual) / EMU for side, usual in sides)
        return left, top, right, bottom

    def of_body(self, attribute: str, otherwise: str) -> str:
        for source in (self.element, self.model, self.ancestor):
            properties = first(source, "p:txBody/a:bodyPr")
            if properties is not None and properties.get(attribute):
                return properties.get(attribute, "")
        return otherwise

    @cached_property
    def lines(self) -> list[Line]:
        styles = [first(source, "p:txBody/a:lstStyle") for source in (self.element, self.model, self.ancestor)]
        kind = {"title": "titleStyle", "body": "bodyStyle"}.get(self.kind, "otherStyle")
        if self.kind:
            styles.append(first(self.page.master, f"p:txStyles/p:{kind}"))
        styles.append(first(self.page.deck.trees.get(PRESENTATION), "p:defaultTextStyle"))
        return list(self.page.lines(self.body, styles, None, False))


def _place(transform: Element, prefix: str = "") -> Place:
    off = first(transform, f"a:{'chOff' if prefix else 'off'}")
    ext = first(transform, f"a:{'chExt' if prefix else 'ext'}")
    if off is None or ext is None:
        return 0.0, 0.0, 0.0, 0.0
    x, y, w, h = (number(item.get(key)) / EMU for item, key in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    return x, y, w, h


class Page:
    """A slide with its layout, master and theme."""

    def __init__(self, deck: Deck, name: str) -> None:
        self.deck, self.name, self.tree = deck, name, deck.trees[name]
        self.layout = deck.trees.get(deck.layout_of(name) or "")
        self.master = deck.trees.get(deck.master_of(name) or "")
        self.theme = deck.trees.get(deck.one(deck.master_of(name), "theme") or "")

    def model(self, ph: Element | None) -> Element | None:
        """The layout's place that a shape fills."""
        if ph is None:
            return None
        return first(self.layout, f"//p:sp[p:nvSpPr/p:nvPr/p:ph[{_same(ph)}]]")

    def ancestor(self, ph: Element | None) -> Element | None:
        """The master's place of the same kind."""
        if ph is None:
            return None
        return first(self.master, f"//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='{ph.get('type', 'body')}']]")

    @cached_property
    def shapes(self) -> list[Shape]:
        """All shapes in order, groups before what is in them."""
        found = find(self.tree, "//p:spTree//p:sp | //p:spTree//p:pic | //p:spTree//p:graphicFrame | //p:grpSp")
        return [Shape(self, element) for element in found]

    @cached_property
    def painted(self) -> list[Shape]:
        """What the layout draws below the slide's own shapes."""
        marks = find(self.layout, "p:cSld/p:spTree/*[self::p:sp or self::p:pic][not(*/p:nvPr/p:ph)]")
        return [Shape(self, element) for element in marks]

    @cached_property
    def ground(self) -> Colour:
        for source in (self.tree, self.layout, self.master):
            found = first(source, "p:cSld/p:bg/p:bgPr/a:solidFill")
            if found is not None:
                return (self.filled(found) or ((255, 255, 255), 1.0))[0]
        return (255, 255, 255)

    @cached_property
    def slots(self) -> dict[str, str]:
        """Names of colours as this slide maps them to the theme."""
        usual = first(self.master, "p:clrMap")
        slots = dict(usual.attrib) if usual is not None else {}
        for source in (self.layout, self.tree):
            own = first(source, "p:clrMapOvr/a:overrideClrMapping")
            if own is not None:
                slots = dict(own.attrib)
        return {str(key): str(value) for key, value in slots.items()}

    def filled(self, fill: Element) -> tuple[Colour, float] | None:
        """Colour and cover of a fill; None where it lets all through or is no flat colour."""
        colour = first(fill, "a:srgbClr | a:schemeClr") if fill.tag == q("a:solidFill") else None
        found = None if colour is None else self.colour(colour)
        if colour is None or found is None:
            return None
        alpha = first(colour, "a:alpha")
        return found, number(alpha.get("val"), 100000) / 100000 if alpha is not None else 1.0

    def colour(self, element: Element) -> Colour | None:
        value = element.get("val", "")
        return self.named(value) if element.tag == q("a:schemeClr") else _hex(value)

    def named(self, name: str) -> Colour | None:
        """A colour of the theme by the name that slides use."""
        slot = self.slots.get(name, name)
        own = first(self.theme, f"a:themeElements/a:clrScheme/a:{slot}/a:srgbClr") if slot.isalnum() else None
        return None if own is None else _hex(own.get("val", ""))

    def lines(
        self, body: Element | None, styles: list[Element | None], base: Colour | None, bold: bool
    ) -> Iterator[Line]:
        """The paragraphs of a text body; `base` and `bold` come from a table style."""
        for par in find(body, "a:p"):
            properties = first(par, "a:pPr")
            level = number(properties.get("lvl") if properties is not None else "0") + 1
            chain = [first(style, f"a:lvl{level}pPr") for style in styles]
            sources = [source for source in (properties, *chain) if source is not None]
            runs = [first(source, "a:defRPr") for source in sources]
            pieces = tuple(self._piece(run, [r for r in runs if r is not None], base, bold) for run in _runs(par))
            margin, hang = (number(_of(sources, key, "0")) / EMU for key in ("marL", "indent"))
            spaces = [first(source, "a:spcBef/a:spcPts") for source in sources]
            space = next((number(s.get("val")) / 100 for s in spaces if s is not None), 0.0)
            yield Line(pieces, margin, hang, space, _of(sources, "algn", "l"))

    def _piece(self, run: Element, inherited: list[Element], base: Colour | None, bold: bool) -> Piece:
        own = first(run, "a:rPr")
        sources = ([own] if own is not None else []) + inherited
        fills = [first(source, "a:solidFill/a:srgbClr | a:solidFill/a:schemeClr") for source in sources]
        colours = [self.colour(fill) for fill in fills if fill is not None]
        link = first(own, "a:hlinkClick")
        if link is not None:
            colours.insert(0, self.named("hlink"))
        colour = colours[0] if colours else base
        size = number(_of(sources, "sz", "1800")) / 100
        heavy = _of(sources, "b", str(int(bold))) == "1"
        text = "\n" if run.tag == q("a:br") else "".join(t.text or "" for t in run.iter(q("a:t")))
        return Piece(text, size, colour, heavy, _of(sources, "i", "0") == "1", run)


def _hex(value: str) -> Colour | None:
    try:
        return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)
    except ValueError:
        return None


def _runs(par: Element) -> list[Element]:
    return find(par, "a:r | a:fld | a:br")


def _of(sources: list[Element], attribute: str, otherwise: str) -> str:
    return next((source.get(attribute, "") for source in sources if source.get(attribute)), otherwise)


def _same(ph: Element) -> str:
    if ph.get("idx"):
        return f"@idx='{ph.get('idx')}'"
    return f"@type='{ph.get('type', 'obj')}'"
