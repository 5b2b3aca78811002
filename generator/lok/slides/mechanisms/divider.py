"""The slide that opens a part: its title, and beside it the parts of the session with that one lit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok.model.course import Part, Slide
from lok.slides.canvas import Box, Group, Item
from lok.slides.layouts import BOTTOM, MARGIN, WIDTH, Layout, Placeholder, Rect, circles, dark
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.content import text
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import free_text_box
from lok.words import words

WORD = "tussentitel"
OUTLINE_LEFT, OUTLINE_TOP, OUTLINE_WIDTH = 206.0, 62.0, WIDTH - MARGIN - 206.0
"""Where the parts of the session stand beside the title of one of them, in mm."""
HIGHEST, LOWEST = 11.0, 8.4
"""Height of a row with air and of one without, in mm."""
LAYOUT = dark(
    "divider",
    Placeholder("title", 0, MARGIN, 62, OUTLINE_LEFT - MARGIN - 16, 70, "section"),
    (Placeholder("text", 23, MARGIN, 138, OUTLINE_LEFT - MARGIN - 16, 34, "lead", colour="paper"),),
    circles(290, 36, 19),
)


def applies(content: SlideContent) -> bool:
    """Whether it opens a part: a slide with nothing but a title does too."""
    slide = content.slide
    meant = slide.kind == WORD or (content.free and not (slide.body or slide.reveal or slide.case or slide.exercise))
    return meant and not (content.question or content.picture)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The words below the title, and the parts of the session beside it."""
    return (*text(content, layout), *_outline(content.on.course.parts, content.slide))


def _outline(parts: Sequence[Part], slide: Slide) -> tuple[Item, ...]:
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
    row = free_text_box(words("deck")["place_part"], style, part.title, Rect(OUTLINE_LEFT, y, OUTLINE_WIDTH, high))
    return replace(row, fill="paper" if lit else "", jump=part.slides[0].id if part.slides else "")


DIVIDER = Mechanism(WORD, Basis.REST, applies, (LAYOUT,), draw)
