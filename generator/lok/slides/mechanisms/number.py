"""One number, as large as it can be, with what it says: for a slide that has to be remembered."""

from __future__ import annotations

from dataclasses import replace

from lok.slides import text_form
from lok.slides.canvas import Box, Item, Par
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.cards import split
from lok.slides.shapes.disc import disc
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill

WORD = "getal"
SAID, MORE = 4.0, 8.0
"""Room above what the number says, and above further paragraphs, in mm."""
PICTOGRAM, GAP = 33.0, 16.0
"""Radius of the disc at the right, and the room before it, in mm."""
ABOVE = 0.42
"""Part of the spare room above the whole."""


def places(room: Rect) -> Own:
    """The number, what it says, and what else there is to say of it."""
    return (
        Placeholder("figure", 44, room.x, room.y, room.w, 42, "figure"),
        Placeholder("said", 45, room.x, room.y + 46, room.w, 30, "figure-said"),
        Placeholder("text", 23, room.x, room.y + 80, room.w, 24, "aside"),
    ), ()


def applies(content: SlideContent) -> bool:
    """Whether the author wants it, and the first paragraph begins with bold words that hold a digit."""
    return content.slide.kind == WORD and bool(content.blocks) and bool(text_form.figure(content.blocks[0]))


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The number, what it says, the rest below them and the pictogram that the slide names at the right."""
    room = layout.room
    aside: tuple[Item, ...] = ()
    if content.slide.pictogram:
        x, y = room.right - 2 * PICTOGRAM, room.y + (room.h - 2 * PICTOGRAM) * ABOVE
        aside = (disc(content.slide.pictogram, x, y, PICTOGRAM, ground="role-1-tint", ink="role-1"),)
        room = room._replace(w=room.w - 2 * PICTOGRAM - GAP)
    return (*_stacked(content.pars, layout, room), *aside)


def _stacked(pars: tuple[Par, ...], layout: Layout, room: Rect) -> tuple[Box, ...]:
    """The number and its words below each other, each as high as its text; all that is too high is at the last one."""
    figure, said = split(pars[0])
    wanted = (
        ("figure", (replace(figure, click=pars[0].click),), 0.0),
        ("said", (replace(said, click=pars[0].click),), SAID),
        ("text", pars[1:], MORE),
    )
    boxes: list[Box] = []
    low = room.y
    for key, text, gap in wanted:
        if text and any(par.runs for par in text):
            place = layout.placeholder(key)
            box = fill(place, text, y=low + gap, w=room.w, h=max(room.bottom - low - gap, 1.0))
            high = box.text.height if box.text else 0.0
            boxes.append(replace(box, h=high))
            low += gap + high
    spare = max(room.bottom - low, 0.0) * ABOVE
    return tuple(replace(box, y=box.y + spare) for box in boxes)


NUMBER = Mechanism(WORD, Basis.FORM, applies, pair("figure", places), draw)
