"""Two circles that overlap, with what they share on top: the two who speak, or two causes of one thing."""

from __future__ import annotations

from math import sqrt

from lok.slides.canvas import Box
from lok.slides.shapes.figure import path_box


def two_circles(
    middles: tuple[float, float], y: float, radius: float, colours: tuple[str, str], shared: str
) -> tuple[Box, Box, Box]:
    """Two circles of `radius` mm around two middles (mm from the left) at height `y`, and the lens that they share."""
    side = 2 * radius
    first, second = (
        Box("", x - radius, y - radius, side, side, fill=colour, shape="ellipse")
        for x, colour in zip(middles, colours, strict=True)
    )
    return first, second, lens(middles, y, radius, shared)


def lens(middles: tuple[float, float], y: float, radius: float, colour: str) -> Box:
    """What two circles of `radius` mm share, as a freeform. Raises ValueError where they do not overlap."""
    left, right = middles
    half = (right - left) / 2
    high = sqrt(radius * radius - half * half)
    wide = radius - half
    arc = f"A{radius:.3f} {radius:.3f} 0 0 1"
    path = f"M{wide:.3f} 0{arc} {wide:.3f} {2 * high:.3f}{arc} {wide:.3f} 0Z"
    return path_box(right - radius, y - high, 2 * wide, 2 * high, path, (2 * wide, 2 * high), colour)
