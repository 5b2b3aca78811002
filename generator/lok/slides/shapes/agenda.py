"""The parts of the session beside the title of a slide that opens one of them, with that one lit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok.model.course import Part, Slide
from lok.slides.canvas import Box, Group, Item
from lok.slides.layouts import BOTTOM, OUTLINE_LEFT, OUTLINE_TOP, OUTLINE_WIDTH
from lok.slides.typeset import free_text_box
from lok.words import words

HIGHEST, LOWEST = 11.0, 8.4
"""Height of a row with air and of one without, in mm."""


def outline(parts: Sequence[Part], slide: Slide) -> tuple[Item, ...]:
    """One row per part; nothing for a single part, or where they do not fit."""
    here = next((part for part in parts if slide in part.slides), None)
    room = BOTTOM - OUTLINE_TOP
    if here is None or not 1 < len(parts) <= room / LOWEST:
        return ()
    step = min(HIGHEST, room / len(parts))
    top = OUTLINE_TOP + (room - step * len(parts)) / 2
    rows = tuple(_row(part, part is here, top + n * step, step) for n, part in enumerate(parts))
    if any(row.overflow > 0 for row in rows):
        return ()
    spoken = words("deck")
    return (Group(spoken["name_outline"], rows, spoken["alt_outline"].format(title=here.title)),)


def _row(part: Part, lit: bool, y: float, high: float) -> Box:
    """The lit one is a bar: it shows without colour too. A click leads to the first slide of the part."""
    style = "outline-here" if lit else "outline"
    row = free_text_box(words("deck")["place_part"], style, part.title, (OUTLINE_LEFT, y, OUTLINE_WIDTH, high))
    return replace(row, fill="paper" if lit else "", jump=part.slides[0].id if part.slides else "")
