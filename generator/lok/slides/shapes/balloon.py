"""What somebody says: a balloon with rounded corners and a tail that points at who says it."""

from __future__ import annotations

from lok.slides.canvas import Box
from lok.slides.layouts import Rect
from lok.slides.shapes.figure import path_box


def balloon(place: Rect, fill: str, *, tail: tuple[float, float], radius: float, right: bool = False) -> Box:
    """A freeform over `place` (mm), its tail sticking out at the left, or at the right.

    `tail` is how far it sticks out and the height of its tip on the slide; its foot is as high as it is long.
    """
    out, tip = tail[0], tail[1] - place.y
    wide, (_, _, w, h) = place.w + out, place
    upper, lower = max(tip - out * 0.4, radius), min(tip + out * 0.6, h - radius)

    def x(across: float) -> str:
        return f"{wide - across if right else across:.3f}"

    def corner(across: float, down: float) -> str:
        return f"A{radius} {radius} 0 0 {0 if right else 1} {x(across)} {down:.3f}"

    path = (
        f"M{x(out + radius)} 0H{x(out + w - radius)}{corner(out + w, radius)}V{h - radius:.3f}"
        f"{corner(out + w - radius, h)}H{x(out + radius)}{corner(out, h - radius)}"
        f"V{lower:.3f}L{x(0)} {tip:.3f}L{x(out)} {upper:.3f}V{radius}{corner(out + radius, 0)}Z"
    )
    return path_box(place.x - (0 if right else out), place.y, wide, h, path, (wide, h), fill)
