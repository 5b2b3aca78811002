"""What a slide is about, with the author's text above and below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import Layout, Rect
from lok.slides.type_styles import BULLET
from lok.slides.typeset import fill, fit

GAP = 7.0
"""Between what the slide is about and the text above or below it, in mm."""
BESIDE = 46.0
"""At most this many mm of height for the text above, and as many for the text below."""


def around(
    layout: Layout, body: Sequence[Par], reveal: Sequence[Par], foot: str = "reveal"
) -> tuple[tuple[Box, ...], tuple[Box, ...], float, float]:
    """Text above and below what the slide is about, and the top and bottom in mm of the room between.

    `foot` is the key of the place below. Raises StopIteration where the layout has no place for a text there is.
    """
    above, below, top, bottom = [], [], layout.room.y, layout.room.bottom
    if body:
        place = layout.placeholder("text")
        height = min(fit(place.style, body, place.w, BESIDE)[0].height, BESIDE)
        above.append(fill(place, body, h=height))
        top += height + GAP
    if reveal:
        place = layout.placeholder(foot)
        height = min(fit(place.style, reveal, place.w, BESIDE)[0].height, BESIDE)
        bottom -= height
        below.append(fill(place, reveal, y=bottom, h=height))
        bottom -= GAP
    return tuple(above), tuple(below), top, bottom


def items_drawn(
    layout: Layout, pars: Sequence[Par], draw: Callable[[Sequence[Par], Rect], tuple[Group, ...]]
) -> tuple[Item, ...]:
    """The items of the one list among paragraphs as shapes, between what introduces and what closes it.

    `draw` makes a group of shapes for each item, in a room in mm.
    """
    listed = [n for n, par in enumerate(pars) if par.level == BULLET]
    first, last = listed[0], listed[-1] + 1
    above, below, top, bottom = around(layout, pars[:first], pars[last:], "below")
    place = layout.placeholder("text")
    return (*above, *draw(pars[first:last], Rect(place.x, top, place.w, bottom - top)), *below)
