"""Rows of text that share a column: each as high as its text needs, all at one size, together as high as their room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from lok.slides.canvas import Par, Text
from lok.slides.type_styles import STYLES
from lok.slides.typeset import inside, needed, set_text, too_wide

PAD = 3.0
"""Above and below the text of a row together, in mm."""


@dataclass(frozen=True)
class Rows:
    """Texts with the top and height of their row in mm, and by how much they overflow their room."""

    texts: tuple[Text, ...]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    overflow: float


def rows(
    style: str,
    said: Sequence[Sequence[Par]],
    width: float,
    room: tuple[float, float],
    *,
    gap: float,
    most: float,
    least: float = 0.0,
    largest: float = inf,
    pad: float = PAD,
) -> Rows:
    """Texts in rows of `width` mm, insets included, in a room (top, height) in mm.

    A row is `least` to `most` mm high, higher where its text needs it; no text is larger than `largest` points.
    """
    top, height = room
    column, _ = inside(style, width, height)
    heights, overflow, size = [0.0], 0.0, STYLES[style].sizes[0]
    sizes = [size for size in STYLES[style].sizes if size <= largest]
    for size in sizes:
        heights = [max(needed(style, pars, column, size) + pad, least) for pars in said]
        over = max((too_wide(style, pars, column, size) for pars in said), default=0.0)
        overflow = max(sum(heights) + gap * (len(said) - 1) - height, over, 0.0)
        if overflow == 0:
            break
    spare = max(height - sum(heights) - gap * (len(said) - 1), 0.0) / max(len(said), 1)
    grown = [min(high + spare, max(most, high)) for high in heights]
    tops = [top + sum(grown[:n]) + n * gap for n in range(len(grown))]
    return Rows(tuple(set_text(style, pars, column, size) for pars in said), tuple(tops), tuple(grown), overflow)
