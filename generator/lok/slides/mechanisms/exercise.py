"""An exercise without a drawing of its own: what to do and, in the field of the group, how long and on which sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lok.model.text import Block
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import (
    BESIDE_PANEL,
    BOTTOM,
    HEIGHT,
    MARGIN,
    PANEL,
    Decoration,
    Layout,
    Placeholder,
    Rect,
    foot,
    head,
    sourced,
)
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms import cards, steps
from lok.slides.mechanisms import content as plain
from lok.slides.shapes.around import items_drawn
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, free_text_box, one_line_box
from lok.words import format_number, words

WORD = "oefening"
CLOCK, CLOCK_TOP = 34.9, 27.0
"""Radius of the clock in the field of the group, and where it begins, in mm."""
ASKED = 5.0
"""Between what the group does and the question, in mm."""
FOOT = 114.0
"""In that field: where the sheet begins, in mm from the top."""
ROOM = PANEL - 2 * MARGIN
"""Width of what stands in that field, in mm."""
LAYOUT = Layout(
    "exercise",
    "paper",
    (
        *head(BESIDE_PANEL.x),
        Placeholder("text", 23, *BESIDE_PANEL, "lead"),
        Placeholder("below", 37, BESIDE_PANEL.x, BOTTOM - 20, BESIDE_PANEL.w, 20, "aside"),
        Placeholder("question", 22, BESIDE_PANEL.x, BOTTOM - 28, BESIDE_PANEL.w, 28, "question"),
        Placeholder("minutes", 35, MARGIN, CLOCK_TOP + 12, ROOM, 34, "minutes"),
        Placeholder("sheet", 36, MARGIN, FOOT, ROOM, BOTTOM - FOOT, "label"),
        sourced(BESIDE_PANEL),
        *foot(BESIDE_PANEL.x),
    ),
    (Decoration(0, 0, PANEL, HEIGHT, fill="orange"),),
    BESIDE_PANEL,
)


def applies(content: SlideContent) -> bool:
    """Whether it shows an exercise of the course, and no picture needs the room."""
    return content.open_to(WORD) and content.exercise is not None and content.picture is None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """What the group does, above the question: a list as shapes, all else as text."""
    if content.question:
        high = layout.placeholder("question").y - ASKED - layout.room.y
        layout = layout.within(layout.room._replace(h=high))
    if not text_form.listed(content.blocks):
        return plain.text(content, layout)
    return items_drawn(layout, content.pars, _form(content.blocks))


def _form(blocks: Sequence[Block]) -> Callable[[Sequence[Par], Rect], tuple[Group, ...]]:
    if steps.written(blocks):
        return steps.steps
    return cards.cards if cards.written(blocks) else cards.points


def ask(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """How long, the sheets where no code takes their place, and the question."""
    spoken, number = words("deck"), format_number(content.slide.minutes)
    face = Box("", MARGIN, CLOCK_TOP, 2 * CLOCK, 2 * CLOCK, fill="white", shape="ellipse")
    long = one_line_box(layout.placeholder("minutes"), number)
    unit = free_text_box(
        spoken["name_unit"], "minutes-word", spoken["minutes_word"], Rect(MARGIN, CLOCK_TOP + 48, ROOM, 10)
    )
    question = (fill(layout.placeholder("question"), content.question),) if content.question else ()
    sheets = () if content.address else _sheets(content, layout)
    return (*question, Group(spoken["name_clock"], (face,), ""), long, unit, *sheets)


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
