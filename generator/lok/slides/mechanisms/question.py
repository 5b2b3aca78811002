"""Nothing but a question: the field of the group over the whole slide."""

from __future__ import annotations

from dataclasses import replace

from lok.slides.canvas import Item
from lok.slides.layouts import BOTTOM, MARGIN, Decoration, Layout, Placeholder, Rect, foot
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.disc import portrait, sign
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill

SIGN, SIGN_TOP = 13.8, 18.0
"""Radius of the disc above the question, and where it begins, in mm."""
ROUND, LEFT, TOP = 105.8, 171.7, 19.9
"""Radius of the light circle, which bleeds off the slide, and where it begins, in mm."""
FACE = Rect(236.0, 83.9, 87.3, 87.3)
"""Where a portrait stands in that circle, in mm."""
ROOM = Rect(MARGIN, 60.9, 212.0, BOTTOM - 60.9)
"""Where the question stands, in mm."""
ALONE = 290.0
"""How wide the question may be where no face stands beside it, in mm."""
ABOVE = 0.3
"""Part of the spare room that stands above a short question."""
LAYOUT = Layout(
    "question",
    "orange",
    (
        Placeholder("title", 0, MARGIN + 2 * SIGN + 7.4, SIGN_TOP, 180, 2 * SIGN, "asked", colour="ink"),
        Placeholder("question", 22, *ROOM, "question-large"),
        *foot(colour="ink"),
    ),
    (Decoration(LEFT, TOP, 2 * ROUND, 2 * ROUND, fill="orange-light", shape="ellipse"),),
    ROOM,
)


def applies(content: SlideContent) -> bool:
    """Whether there is a question without anything beside it."""
    return bool(content.question) and not (content.pars or content.picture)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The sign of the question, and who it is about in the light circle, unless a code stands there."""
    face = (portrait(content.case, FACE.x, FACE.y, FACE.w),) if content.case and not content.address else ()
    return (sign(content.sign, MARGIN, SIGN_TOP, SIGN), *face)


def ask(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The question, as large as it can be."""
    place = layout.placeholder("question")
    box = fill(place if content.case else replace(place, w=place.w + ALONE - ROOM.w), content.question)
    above = max(box.h - box.text.height, 0.0) * ABOVE if box.text else 0.0
    return (replace(box, y=box.y + above, h=box.h - above),)


QUESTION = Mechanism("vraag", Basis.REST, applies, (LAYOUT,), draw, ask)
