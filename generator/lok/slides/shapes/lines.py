"""Lines on a slide: for each column of numbers a line with a mark at each number, the names of the rows below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import hypot

from lok.derive.chart import Point, figure, points, series, told, zero
from lok.model.plain import plain
from lok.model.text import Chart
from lok.slides.canvas import Box, Group
from lok.slides.layouts import Rect
from lok.slides.line_breaking import CAUTION, line_height, text_width
from lok.slides.type_styles import STYLES
from lok.slides.typeset import fit, free_text_box, inside, plain_par
from lok.words import words

KEYS, SWATCH, KEY_GAP = 13.0, 11.0, 12.0
"""Height of the row of keys, width of a swatch in it, and room between two keys, in mm."""
NAMES, VALUES = 13.0, 12.0
"""Height of the names below the lines and of the numbers above them, in mm."""
AXIS = 0.5
"""Width of the line at zero, in mm."""
LOOKS = (("role-1", 1.4, "ellipse", 4.4, ""), ("ink", 0.9, "rect", 3.8, ""), ("grey", 0.6, "ellipse", 3.6, "white"))
"""Of each column of numbers in turn: its colour and width, its mark with size and ground: told apart without colour."""


def lines(room: Rect, content: Chart) -> Group:
    """The lines of a chart in a room in mm; in words the group says the conclusion and every number."""
    found, count = points(content), len(content.values)
    several = len(series(content)) > 1
    keys = tuple(_keys(content, room)) if several else ()
    top = room.y + (KEYS if several else 0.0) + VALUES
    under = frozenset(_dips(found)) if not several else frozenset()
    plot = Rect(room.x, top, room.w, room.bottom - NAMES - (VALUES if under else 0.0) - top)
    axis = Box("", plot.x, plot.y + (1 - zero(content)) * plot.h - AXIS / 2, plot.w, AXIS, fill="ink")
    drawn = (box for n, each in groupby(found, key=lambda point: point.series) for box in _line(plot, n, list(each)))
    said = (_value(plot, point, count, point in under) for point in found if not several)
    named = (_name(plot, room.bottom - NAMES, n, plain(row[0]), count) for n, row in enumerate(content.table.rows))
    return Group(words("deck")["name_chart"], (*keys, axis, *drawn, *said, *named), told(content))


def _line(plot: Rect, n: int, found: Sequence[Point]) -> Iterator[Box]:
    """Its stretches, then its marks."""
    colour, width, *_ = LOOKS[n]
    spots = [_spot(plot, point) for point in found]
    for one, other in pairwise(spots):
        yield _stretch(one, other, width, colour)
    for x, y in spots:
        yield _mark(n, x, y)


def _spot(plot: Rect, point: Point) -> tuple[float, float]:
    return plot.x + point.x * plot.w, plot.y + (1 - point.y) * plot.h


def _mark(n: int, x: float, y: float) -> Box:
    colour, _, shape, size, ground = LOOKS[n]
    edge = colour if ground else ""
    return Box("", x - size / 2, y - size / 2, size, size, shape=shape, fill=ground or colour, line=edge, stroke=0.7)


def _stretch(one: tuple[float, float], other: tuple[float, float], width: float, colour: str) -> Box:
    """From one point to another: a path as thick as the line, in the box around both."""
    (x, y), (right, end) = one, other
    far = hypot(right - x, end - y)
    dx, dy = width / 2 * (end - y) / far, width / 2 * (right - x) / far
    corners = ((x + dx, y - dy), (right + dx, end - dy), (right - dx, end + dy), (x - dx, y + dy))
    left, top = (min(corner[side] for corner in corners) for side in (0, 1))
    w, h = (max(corner[side] for corner in corners) - least for side, least in ((0, left), (1, top)))
    path = "M" + "L".join(f"{a - left:.3f} {b - top:.3f}" for a, b in corners) + "Z"
    return Box("", left, top, w, h, shape="path", fill=colour, path=path, view=(w, h))


def _dips(found: Sequence[Point]) -> Iterator[Point]:
    """The points of a line to whose number the line comes down from both sides."""
    for n, point in enumerate(found):
        beside = (*found[max(0, n - 1) : n], *found[n + 1 : n + 2])
        if all(other.value > point.value for other in beside):
            yield point


def _value(plot: Rect, point: Point, count: int, under: bool) -> Box:
    """The number of a point, above it, or under it where the line would run through."""
    x, y = _spot(plot, point)
    wide = plot.w / count
    place = Rect(x - wide / 2, y if under else y - VALUES, wide, VALUES)
    return _text(words("deck")["name_value"], "point", figure(point.value), place)


def _name(plot: Rect, foot: float, n: int, name: str, count: int) -> Box:
    wide = plot.w / count
    return _text(words("deck")["name_bar_name"], "point-name", name, Rect(plot.x + n * wide, foot, wide, NAMES))


def _text(name: str, style: str, text: str, place: Rect) -> Box:
    wide, high = inside(style, place.w, place.h)
    made, overflow = fit(style, (plain_par(text),), wide, high)
    return Box(name, *place, made, overflow=overflow)


def _keys(content: Chart, room: Rect) -> Iterator[Box]:
    """What each line counts, beside a piece of it."""
    x, size = room.x, STYLES["key"].sizes[0]
    for n, name in enumerate(series(content)):
        middle = room.y + SWATCH / 2
        yield _stretch((x, middle), (x + SWATCH, middle), LOOKS[n][1], LOOKS[n][0])
        yield _mark(n, x + SWATCH / 2, middle)
        wide = text_width(name, size, bold=True) / CAUTION + 1
        place = Rect(x + SWATCH + 3, room.y, wide, max(SWATCH, line_height(size)))
        yield free_text_box(words("deck")["name_key"], "key", name, place)
        x = place.right + KEY_GAP
