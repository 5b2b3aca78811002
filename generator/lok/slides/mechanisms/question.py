"""Nothing but a question: the field of the group over the whole slide."""

from __future__ import annotations

from dataclasses import replace

from lok.slides.canvas import Item
from lok.slides.layouts import BOTTOM, MARGIN, Decoration, Layout, Placeholder, Rect, foot
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.content import balanced
from lok.slides.shapes.disc import portrait, sign
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill

SIGN, SIGN_TOP = 13.8, 20.0
"""Radius of the disc above the question, and where it begins, in mm."""
ROUND = 105.8
"""Radius in mm of the light circle at the right."""
LEFT, FACE = 176.0, 87.3
"""Left edge of that circle, and the width of a portrait in it, in mm."""
ROOM = Rect(MARGIN, 56.0, 212.0, BOTTOM - 56.0)
"""Where the question stands, in mm."""
LAYOUT = Layout(
    "question",
    "orange",
    (
        Placeholder("title", 0, MARGIN + 2 * SIGN + 6, SIGN_TOP, 180, 2 * SIGN, "asked", colour="ink"),
        Placeholder("question", 22, *ROOM, "question-large"),
        *foot(colour="ink"),
    ),
    (Decoration(LEFT, 40, 2 * ROUND, 2 * ROUND, fill="orange-light", shape="ellipse"),),
    ROOM,
)


def applies(content: SlideContent) -> bool:
    """Whether there is a question without anything beside it."""
    return bool(content.question) and not (content.pars or content.picture)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """Who the question is about, in the light circle."""
    face = (portrait(content.case, 228.0, 79.4, FACE),) if content.case else ()
    return (*sign(content.sign, MARGIN, SIGN_TOP, SIGN), *face)


def ask(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The question, as large as it can be."""
    place = layout.placeholder("question")
    return (balanced(fill(replace(place, w=place.w if content.case else 290.0), content.question), layout.room),)


QUESTION = Mechanism("vraag", Basis.REST, applies, (LAYOUT,), draw, ask)
