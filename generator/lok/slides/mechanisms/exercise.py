"""An exercise without a drawing of its own: what to do and, in the field of the group, how long and on which sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lok.model.text import Block
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import (
    BOTTOM,
    MARGIN,
    NARROW,
    PANEL,
    TOP,
    WIDTH,
    Decoration,
    Layout,
    Placeholder,
    Rect,
    foot,
    head,
    panel,
)
from lok.slides.mechanism import Basis, Mechanism, asked
from lok.slides.mechanisms import cards, steps
from lok.slides.mechanisms import content as plain
from lok.slides.shapes.around import items_drawn
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import one_line_box
from lok.words import format_number, words

WORD = "oefening"
CODE_ROOM = 44.0
"""Taken by a QR code to the left of the minutes, in mm."""
FOOT = BOTTOM - 40
"""In the field of the group: where the minutes and the sheet begin, in mm from the top."""
LEFT, ROOM = PANEL + 12, WIDTH - PANEL - 26
"""Left edge and width of what stands in that field, in mm."""
LAYOUT = Layout(
    "exercise",
    "paper",
    (
        *head(NARROW),
        Placeholder("text", 23, MARGIN, TOP, NARROW, BOTTOM - TOP, "lead"),
        Placeholder("below", 37, MARGIN, BOTTOM - 20, NARROW, 20, "aside"),
        Placeholder("question", 22, LEFT, TOP, ROOM, FOOT - TOP - 6, "question"),
        Placeholder("minutes", 35, LEFT, FOOT, ROOM, 16, "minutes"),
        Placeholder("sheet", 36, LEFT, FOOT + 17, ROOM, BOTTOM - FOOT - 17, "sheet"),
        *foot(number="ink"),
    ),
    (*panel("work"), Decoration(LEFT, FOOT - 3, ROOM, 0.5, fill="ink")),
)


def applies(content: SlideContent) -> bool:
    """Any exercise of the course, where no picture needs the room."""
    return content.open_to(WORD) and content.exercise is not None and content.picture is None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """What the group does: a list as shapes, all else as text."""
    if not text_form.listed(content.blocks):
        return plain.text(content, layout)
    return items_drawn(layout, content.pars, _form(content.blocks))


def _form(blocks: Sequence[Block]) -> Callable[[Sequence[Par], Rect], tuple[Group, ...]]:
    if steps.written(blocks):
        return steps.steps
    return cards.cards if cards.written(blocks) else cards.points


def ask(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The question, else the title of the exercise; how long; and the sheets, where no code takes their place."""
    title = content.exercise.title if content.exercise else ""
    question = asked(content, layout) or (one_line_box(layout.placeholder("question"), title),)
    spoken, minutes = words("deck"), content.slide.minutes
    number = format_number(minutes)
    long = one_line_box(layout.placeholder("minutes"), spoken["work_minutes"].format(minutes=number))
    if content.address:
        return (*question, replace(long, x=long.x + CODE_ROOM, w=long.w - CODE_ROOM))
    return (*question, long, *_sheets(content, layout))


def _sheets(content: SlideContent, layout: Layout) -> tuple[Box, ...]:
    """What is handed out here; else the exercise itself, where the group got it earlier."""
    given = [handout.paper.id for handout in content.slide.handouts]
    if not given and content.exercise:
        given = [content.exercise.id]
    titles = "”, “".join(content.on.sheets[id] for id in given if id in content.on.sheets)
    if not titles:
        return ()
    return (one_line_box(layout.placeholder("sheet"), words("deck")["work_sheet"].format(titles=titles)),)


EXERCISE = Mechanism(WORD, Basis.TASK, applies, (LAYOUT,), draw, ask)
