"""A pictogram or a portrait on a slide: a freeform for each of its areas, in a square."""

from __future__ import annotations

from lok.design.pictograms import Figure
from lok.slides.canvas import Box
from lok.slides.layouts import Rect


def figure_boxes(figure: Figure, x: float, y: float, side: float, colour: str) -> tuple[Box, ...]:
    """A drawing as wide as `side` mm, its top left at `x`, `y`, from back to front.

    `colour` (a name in the palette or RRGGBB) fills the areas that have none of their own.
    """
    scale = side / figure.width
    return tuple(
        path_box(x, y, side, figure.height * scale, each.d, (figure.width, figure.height), each.fill or colour)
        for each in figure.paths
    )


def path_box(x: float, y: float, w: float, h: float, path: str, view: tuple[float, float], fill: str) -> Box:
    """A freeform of `w` by `h` mm from SVG path data in units of which `view` go in its width and height."""
    return Box("", x, y, w, h, shape="path", fill=fill, path=path, view=view)


def pill(place: Rect, fill: str) -> Box:
    """A bar with round ends over `place` (mm)."""
    x, y, w, h = place
    end = h / 2
    path = f"M{end:.3f} 0H{w - end:.3f}A{end:.3f} {end:.3f} 0 0 1 {w - end:.3f} {h:.3f}H{end:.3f}"
    return path_box(x, y, w, h, f"{path}A{end:.3f} {end:.3f} 0 0 1 {end:.3f} 0Z", (w, h), fill)
