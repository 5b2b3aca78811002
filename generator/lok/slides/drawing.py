"""A slide as data for Typst: a canvas in, shapes, lines of text and images out, all with their place in mm.

Read by the slide pictures and by the papers that show slides; templates/picture/draw.typ only draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lok.design import outline, palette
from lok.design.palette import Palette
from lok.slides.canvas import ROUNDING, Box, Canvas, Grid, Group, Item, Photo, Text
from lok.slides.layouts import HEIGHT, WIDTH, Decoration, Rect
from lok.slides.line_breaking import ASCENT, POINT, Run, Runs, line_height
from lok.slides.type_styles import STYLES

FOOT = ("footer", "number")
"""Places at the foot of a slide, in the smallest type."""
FONTS = (palette.SLIDE_FONT, palette.FALLBACK_FONT)
"""Families that draw a slide, the first before the second."""
HEAD_RULE, HAIRLINE = 1.06, 0.4
"""Height in mm of the rule below the head of a table and of those between its rows."""
LOOSE = 1.02
"""How much wider than its box a line may be drawn: it is broken already, and must not break again."""
PAINTED = ("fill", "line", "colour")
"""What of a shape or a line of text is a colour."""
Drawn = Mapping[str, Any]
"""A shape, line or image as the Typst template reads it, in mm and pt."""


def items(canvas: Canvas, *, answers: bool = True, small: bool = False, look: Palette = palette.OWN) -> Iterator[Drawn]:
    """The shapes, lines of text and images of a slide as data for Typst, from back to front, in the colours of `look`.

    Without `answers` as a handout shows it; `small` leaves away what nobody can read on a small picture.
    """
    for drawn in _items(canvas, answers=answers, small=small):
        yield {**drawn, **{key: look.on_light(drawn[key]) for key in PAINTED if drawn.get(key)}}


def _items(canvas: Canvas, *, answers: bool, small: bool) -> Iterator[Drawn]:
    chosen = canvas.layout
    yield _shape(0, 0, WIDTH, HEIGHT, fill=chosen.ground)
    for mark in chosen.decorations:
        yield _mark(mark)
    for item in shown(canvas, answers=answers, small=small):
        yield from _item(item)


def shown(canvas: Canvas, *, answers: bool = True, small: bool = False) -> Iterator[Item]:
    """The items of a slide that a picture of it shows."""
    for item in canvas.items:
        hidden = isinstance(item, Group) and item.answer and not answers
        if not hidden and not (small and isinstance(item, Box) and item.frame in FOOT):
            yield item


def _item(item: Item) -> Iterator[Drawn]:
    match item:
        case Box():
            yield from _box(item)
        case Group():
            for box in item.boxes:
                yield from _box(box)
        case Grid():
            yield from _grid(item)
        case Photo():
            yield {"kind": "image", "x": item.x, "y": item.y, "w": item.w, "h": item.h, "path": item.path}


def _mark(mark: Decoration) -> Drawn:
    return _shape(mark.x, mark.y, mark.w, mark.h, fill=mark.fill, line=mark.line, shape=mark.shape, alpha=mark.alpha)


def _box(box: Box) -> Iterator[Drawn]:
    if box.shape == "path":
        yield _path(box)
    elif box.fill or box.line:
        yield _shape(
            box.x,
            box.y,
            box.w,
            box.h,
            fill=box.fill,
            line=box.line,
            shape=box.shape,
            alpha=box.alpha,
            stroke=box.stroke,
        )
    if box.text:
        yield from _text(box.text, Rect(box.x, box.y, box.w, box.h), box.colour)


def _grid(grid: Grid) -> Iterator[Drawn]:
    """A table as the deck's table style draws it: no grounds, a rule below the head, hairlines below the rows."""
    y, wide = grid.y, sum(grid.widths)
    for n, (row, height) in enumerate(zip(grid.rows, grid.heights, strict=True)):
        x = grid.x
        for cell, width in zip(row, grid.widths, strict=True):
            yield from _text(cell, Rect(x, y, width, height))
            x += width
        y += height
        if n == 0:
            yield _shape(grid.x, y - HEAD_RULE / 2, wide, HEAD_RULE, fill="role-1")
        elif n < len(grid.rows) - 1:
            yield _shape(grid.x, y - HAIRLINE / 2, wide, HAIRLINE, fill="line")


def _shape(
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    fill: str = "",
    line: str = "",
    shape: str = "rect",
    alpha: float = 1.0,
    stroke: float = 0.26,
) -> Drawn:
    place = {
        "x": x,
        "y": y,
        "w": w,
        "h": h,
        "shape": shape,
        "alpha": alpha,
        "stroke": stroke,
        "radius": ROUNDING,
    }
    return {"kind": "shape", **place, "fill": fill, "line": line}


def _path(box: Box) -> Drawn:
    """A freeform: its letters in one text and, in the same order, all their points as places in its box."""
    across, down = box.w / box.view[0], box.h / box.view[1]
    drawn = outline.steps(box.path)
    points = [[round(a * across, 3), round(b * down, 3)] for _, ends in drawn for a, b in ends]
    look = {"alpha": box.alpha, "stroke": box.stroke, "fill": box.fill, "line": box.line}
    return {
        "kind": "path",
        "x": box.x,
        "y": box.y,
        "steps": "".join(step for step, _ in drawn),
        "points": points,
        **look,
    }


def _text(text: Text, room: Rect, colour: str = "") -> Iterator[Drawn]:
    """Every line of a text in its box, from its first baseline down."""
    x, y, w, h = room
    style = STYLES[text.style]
    left, top, right, bottom = style.inset
    spare = h - top - bottom - text.height
    at = y + top + {"top": 0.0, "middle": spare / 2, "bottom": spare}[style.anchor]
    ink = colour or style.colour
    for n, par in enumerate(text.pars):
        level = style.levels[min(par.level, len(style.levels) - 1)]
        at += level.space * text.size * POINT if n else 0
        marker = f"{par.number}." if par.number else level.marker
        if marker:
            tint = ink if par.number else style.marker
            place = (x + left + level.indent - level.hang, at, level.hang)
            bold = style.bold or bool(par.number and par.runs and par.runs[0].bold)
            yield _line((Run(marker, bold),), place, text.size, tint, "left")
        for line in par.lines:
            place = (x + left + level.indent, at, w - left - right - level.indent)
            yield _line(line, place, text.size, ink, style.align)
            at += line_height(text.size)


def _line(runs: Runs, place: tuple[float, float, float], size: float, colour: str, align: str) -> Drawn:
    x, top, width = place
    pieces = [
        {"text": run.text, "bold": run.bold, "italic": run.italic, "link": bool(run.link), "shift": run.shift}
        for run in runs
        if run.text
    ]
    baseline = top + ASCENT * size * POINT
    spare = width * (LOOSE - 1) * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    kept = {
        "x": x - spare,
        "y": baseline,
        "w": width * LOOSE,
        "size": size,
        "align": align,
        "colour": colour,
    }
    return {"kind": "line", **kept, "runs": pieces}
