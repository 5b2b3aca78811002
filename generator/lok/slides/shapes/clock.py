"""The face of a clock with minutes of an hour: how long the group works, to see from the last row."""

from __future__ import annotations

from math import cos, pi, sin

from lok.slides.canvas import Box, Group
from lok.slides.layouts import Rect
from lok.slides.shapes.figure import path_box
from lok.words import words

HOUR = 60.0
"""Minutes that go round once."""
OUTER, INNER, THICK = 0.97, 0.88, 0.53
"""Where a tick ends and begins, as parts of the radius, and half of its width in mm."""


def clock(x: float, y: float, radius: float, minutes: float) -> Group:
    """A face of `radius` mm, with a wedge of so many minutes; ornament beside their number."""
    side = 2 * radius
    face = Box("", x, y, side, side, fill="paper", shape="ellipse")
    ticks = path_box(x, y, side, side, "".join(_tick(n, radius) for n in range(12)), (side, side), "ink")
    return Group(words("deck")["name_clock"], (face, _wedge(Rect(x, y, side, side), minutes), ticks), "")


def _wedge(place: Rect, minutes: float) -> Box:
    """From twelve on; an hour and more is all of the face."""
    x, y, side, _ = place
    if minutes >= HOUR:
        return Box("", *place, fill="orange-light", shape="ellipse")
    radius, turn = side / 2, minutes / HOUR
    end_x, end_y = _at(turn, radius, radius)
    arc = f"A{radius:.3f} {radius:.3f} 0 {int(turn > 0.5)} 1 {end_x:.3f} {end_y:.3f}"
    path = f"M{radius:.3f} {radius:.3f}V0{arc}Z"
    return path_box(x, y, side, side, path, (side, side), "orange-light")


def _at(turn: float, distance: float, radius: float) -> tuple[float, float]:
    """The place after a part of a turn, at a distance in mm from the middle of a face of `radius` mm."""
    return radius + distance * sin(2 * pi * turn), radius - distance * cos(2 * pi * turn)


def _tick(n: int, radius: float) -> str:
    turn = n / 12
    aside_x, aside_y = THICK * cos(2 * pi * turn), THICK * sin(2 * pi * turn)
    (ax, ay), (bx, by) = (_at(turn, radius * part, radius) for part in (INNER, OUTER))
    corners = (
        (ax - aside_x, ay - aside_y),
        (bx - aside_x, by - aside_y),
        (bx + aside_x, by + aside_y),
        (ax + aside_x, ay + aside_y),
    )
    return "M" + "L".join(f"{across:.3f} {down:.3f}" for across, down in corners) + "Z"
