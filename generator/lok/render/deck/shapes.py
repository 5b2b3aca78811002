"""Items of a canvas as the shapes of one slide: canvas in, XML of the slide and of its clicks out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from lok.render.deck import xml as x
from lok.render.deck.clicks import Target, timing
from lok.slides.canvas import Box, Canvas, Grid, Group, Item, Par, Photo, Text
from lok.slides.layouts import Placeholder
from lok.slides.line_breaking import runs_text
from lok.slides.type_styles import STYLES
from lok.words import words

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
"""Says that a frame holds a table."""
PLAY = '<a:hlinkClick r:id="" action="ppaction://media"/>'
"""What a click on the picture of a recording does."""
JUMP = '<a:hlinkClick r:id="{}" action="ppaction://hlinksldjump"/>'
"""What a click does on a shape that leads to another slide."""
NEAR = 0.01
"""Difference in mm below which a box stands where its layout puts it."""


@dataclass(frozen=True)
class Relationships:
    """Relationship ids of a slide: links by address, images and sounds by path, other slides by their id.

    A sound has two: where it is played from and where it is kept.
    """

    links: Mapping[str, str]
    images: Mapping[str, str]
    sounds: Mapping[str, tuple[str, str]]
    jumps: Mapping[str, str]


def slide_xml(name: str, canvas: Canvas, wires: Relationships, marks: str = "", *, hidden: bool = False) -> str:
    """A whole slide part: what it shows, and what appears after which click; a show skips a `hidden` one.

    `marks` is XML behind its shapes that nobody sees.
    """
    drawn = _Slide(canvas, wires)
    shapes = [drawn.item(item) for item in canvas.items]
    shown = ' show="0"' if hidden else ""
    return (
        f"{x.HEAD}<p:sld {x.NAMESPACES}{shown}><p:cSld name={x.attribute(name)}>{x.tree(shapes)}{marks}</p:cSld>"
        f"{x.colour_map(drawn.layout.ground)}{timing(drawn.targets, drawn.sounds)}</p:sld>"
    )


class _Slide:
    """One slide while it is drawn: hands out shape ids and remembers what appears when."""

    def __init__(self, canvas: Canvas, wires: Relationships) -> None:
        self.layout = canvas.layout
        self.wires = wires
        self.targets: list[Target] = []
        self.sounds: list[int] = []
        self._ids = count(2)

    def item(self, item: Item) -> str:
        match item:
            case Box():
                return self._placeholder(item) if item.frame else self._free(item)
            case Group():
                return self._group(item)
            case Grid():
                return self._grid(item)
            case Photo():
                return self._photo(item)

    def _placeholder(self, box: Box) -> str:
        frame = self.layout.placeholder(box.frame)
        number = next(self._ids)
        moved = any(
            abs(a - b) > NEAR
            for a, b in zip((box.x, box.y, box.w, box.h), (frame.x, frame.y, frame.w, frame.h), strict=True)
        )
        properties = x.transform(box.x, box.y, box.w, box.h) if moved else ""
        properties += x.solid(box.fill) if box.fill != frame.fill else ""
        body = self._body(box.text, number, frame) if box.text else ""
        return x.shape(x.named(number, box.name), _ph(frame), properties, body)

    def _body(self, text: Text, number: int, frame: Placeholder) -> str:
        """Text of a placeholder: a list style only where the size is not the layout's."""
        if frame.key == "number":
            return x.text_body("<a:bodyPr/>", "<a:lstStyle/>", [x.field("slidenum", _plain(text))])
        standard = text.style == frame.style and text.size == STYLES[text.style].sizes[0]
        style = "<a:lstStyle/>" if standard else x.list_style(text.style, text.size, frame.colour)
        self._remember(text, number)
        return x.text_body("<a:bodyPr/>", style, self._paragraphs(text))

    def _paragraphs(self, text: Text, size: float = 0) -> list[str]:
        return [x.paragraph(par, text.style, self.wires.links, size) for par in text.pars]

    def _remember(self, text: Text, number: int) -> None:
        self.targets.extend(
            Target(par.click, number, paragraph) for paragraph, par in enumerate(text.pars) if par.click
        )

    def _free(self, box: Box) -> str:
        number = next(self._ids)
        form = x.freeform(box.path, box.view) if box.shape == "path" else x.geometry(box.shape, box.w, box.h)
        properties = x.transform(box.x, box.y, box.w, box.h) + form
        properties += x.solid(box.fill, box.alpha) + x.border(box.line, box.stroke)
        body = ""
        if box.text:
            style = x.list_style(box.text.style, box.text.size, box.colour)
            body = x.text_body(x.body_properties(box.text.style), style, self._paragraphs(box.text))
        jump = JUMP.format(self.wires.jumps[box.jump]) if box.jump else ""
        name = box.name or words("deck")["decoration"]
        identity = x.named(number, name, decorative=not box.text, inner=jump)
        return x.shape(identity, "", properties, body)

    def _group(self, group: Group) -> str:
        number = next(self._ids)
        if group.click:
            self.targets.append(Target(group.click, number))
        left, top = min(box.x for box in group.boxes), min(box.y for box in group.boxes)
        width = max(box.x + box.w for box in group.boxes) - left
        height = max(box.y + box.h for box in group.boxes) - top
        inner = "".join(self._free(box) for box in group.boxes)
        identity = x.named(number, group.name, group.alt, decorative=not group.alt)
        off = f'x="{x.emu(left)}" y="{x.emu(top)}"'
        ext = f'cx="{x.emu(width)}" cy="{x.emu(height)}"'
        return (
            f"<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm><a:off {off}/><a:ext {ext}/><a:chOff {off}/><a:chExt {ext}/></a:xfrm></p:grpSpPr>"
            f"{inner}</p:grpSp>"
        )

    def _grid(self, grid: Grid) -> str:
        number = next(self._ids)
        columns = "".join(f'<a:gridCol w="{x.emu(width)}"/>' for width in grid.widths)
        rows = "".join(
            f'<a:tr h="{x.emu(height)}">{"".join(self._cell(cell) for cell in row)}</a:tr>'
            for height, row in zip(grid.heights, grid.rows, strict=True)
        )
        heads = ' firstCol="1"' if grid.row_heads else ""
        place = x.transform(grid.x, grid.y, sum(grid.widths), sum(grid.heights), "p:xfrm")
        held = _ph(self.layout.placeholder("table"))
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{x.named(number, grid.name, grid.alt)}<p:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{held}</p:nvPr>'
            f'</p:nvGraphicFramePr>{place}<a:graphic><a:graphicData uri="{TABLE}"><a:tbl>'
            f'<a:tblPr firstRow="1"{heads}><a:tableStyleId>{x.TABLE_STYLE}</a:tableStyleId></a:tblPr>'
            f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _cell(self, text: Text) -> str:
        left, top, right, bottom = (x.emu(side) for side in STYLES[text.style].inset)
        anchor = ' anchor="ctr"' if STYLES[text.style].anchor == "middle" else ""
        paragraphs = "".join(self._paragraphs(text, text.size)) or x.paragraph(Par(0, ()), text.style, {}, text.size)
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
            f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"{anchor}/></a:tc>'
        )

    def _photo(self, photo: Photo) -> str:
        number = next(self._ids)
        if photo.click:
            self.targets.append(Target(photo.click, number))
        if photo.sound:
            self.sounds.append(number)
        look = x.transform(photo.x, photo.y, photo.w, photo.h) + x.geometry("rect", photo.w, photo.h)
        return (
            f"<p:pic><p:nvPicPr>{x.named(number, photo.name, photo.alt, inner=PLAY if photo.sound else '')}<p:cNvPicPr>"
            f'<a:picLocks noChangeAspect="1"/></p:cNvPicPr>{self._sound(photo)}</p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{self.wires.images[photo.path]}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{look}</p:spPr></p:pic>"
        )

    def _sound(self, photo: Photo) -> str:
        """PowerPoint's own wiring of a recording: where it is played from and where it is kept."""
        if not photo.sound:
            return "<p:nvPr/>"
        played, kept = self.wires.sounds[photo.sound]
        return (
            f'<p:nvPr><a:audioFile r:link="{played}"/><p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}">'
            f'<p14:media xmlns:p14="{x.P14}" r:embed="{kept}"/></p:ext></p:extLst></p:nvPr>'
        )


def _ph(frame: Placeholder) -> str:
    kind = x.placeholder_type(frame.key)
    if kind == "title":
        return '<p:ph type="title"/>'
    return f'<p:ph type="{kind}" sz="quarter" idx="{frame.idx}"/>'


def _plain(text: Text) -> str:
    return "".join(runs_text(par.runs) for par in text.pars)


def links_in(canvas: Canvas) -> tuple[str, ...]:
    """The web addresses on a slide, each once, in order."""
    return tuple(dict.fromkeys(run.link for text in texts(canvas) for par in text.pars for run in par.runs if run.link))


def texts(canvas: Canvas) -> Iterator[Text]:
    """Every text on a slide."""
    for item in canvas.items:
        match item:
            case Box(text=Text() as text):
                yield text
            case Group():
                yield from (box.text for box in item.boxes if box.text)
            case Grid():
                yield from (cell for row in item.rows for cell in row)
            case _:
                pass
