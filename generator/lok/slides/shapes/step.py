"""One step of several on a slide: its number on a disc, and the group of all that belongs to it."""

from __future__ import annotations

from dataclasses import replace

from lok.slides.canvas import Box, Group, Par
from lok.slides.layouts import Rect
from lok.slides.line_breaking import runs_text
from lok.slides.typeset import free_text_box
from lok.words import words


def numbered(n: int, count: int, style: str, place: Rect) -> Box:
    """The disc of step `n` (from 0) of `count` with its number, over a square `place` in mm; the last one is darker."""
    number = free_text_box(words("deck")["name_ordinal"], style, str(n + 1), place)
    return replace(number, fill="petrol" if n == count - 1 else "role-1", shape="ellipse")


def step(n: int, count: int, item: Par, boxes: tuple[Box, ...]) -> Group:
    """All of step `n` (from 0) of `count`; it appears when the paragraph with its words does."""
    spoken = words("deck")
    alt = f"{spoken['series'].format(number=n + 1, count=count)}: {runs_text(item.runs)}"
    return Group(spoken["name_step"].format(number=n + 1), boxes, alt, item.click)
