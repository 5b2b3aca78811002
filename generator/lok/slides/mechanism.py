"""What a layout of slides is: when it applies, which places it fills, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from lok.slides.canvas import Item
from lok.slides.layouts import DISC, MARGIN, Layout
from lok.slides.shapes.disc import sign
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill


class Basis(IntEnum):
    """What a kind of slide follows from. Where two apply, the lowest decides."""

    REFERENCE = 1
    """A case, or an exercise that has a drawing of its own."""
    TABLE = 2
    TASK = 3
    FORM = 4
    """How the text is written: only its form is read, never a word."""
    REST = 5
    """Nothing of all that: text, a question, or only a title."""
    ANYTHING = 6


Shape = TypeVar("Shape")
Draw = Callable[[SlideContent, Layout], tuple[Item, ...]]
"""A slide and a layout of its mechanism in, shapes and text out: it counts on the places of that layout."""


def asked(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The question for the group in its strip, beside a disc with a pictogram; nothing where there is none."""
    if not content.question:
        return ()
    box = fill(layout.placeholder("question"), content.question)
    return (box, sign(content.sign, MARGIN + 2, box.y + box.h / 2 - DISC, DISC))


@dataclass(frozen=True)
class Mechanism:
    """A kind of slide: a mechanism, not a subject. `word` is what an author writes under `soort` to choose it, or "".

    `applies` says whether a slide can be drawn so, and is meant to be: the author chose the word, or chose nothing and
    what stands on the slide asks for it. `layouts` has one for all slides of this kind, or one without and one with the
    strip for a question. `draw` makes what stands between head and foot, `ask` what stands in the field of the group.
    `exercise` is the content of an exercise that only this layout draws.
    """

    word: str
    basis: Basis
    applies: Callable[[SlideContent], bool]
    layouts: tuple[Layout, ...]
    draw: Draw
    ask: Draw = asked
    exercise: type | None = None

    def layout(self, content: SlideContent) -> Layout:
        """The one of its layouts that has the places that the slide needs."""
        return self.layouts[-1] if content.question else self.layouts[0]


def of_exercise(
    word: str,
    shape: type[Shape],
    layouts: tuple[Layout, ...],
    draw: Callable[[SlideContent, Layout, Shape], tuple[Item, ...]],
) -> Mechanism:
    """The layout of slides with an exercise whose content is of this shape; `draw` gets that content too."""

    def applies(content: SlideContent) -> bool:
        return content.open_to(word) and content.exercise_as(shape) is not None

    def drawn(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
        found = content.exercise_as(shape)
        return () if found is None else draw(content, layout, found)

    return Mechanism(word, Basis.REFERENCE, applies, layouts, drawn, exercise=shape)
