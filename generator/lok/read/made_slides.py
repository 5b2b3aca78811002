"""Slides that every evening has and nobody need write: one opens it, one leads each part in, one closes.

An author who writes such a slide gets that one. They take no time, and nobody has to say anything there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lok.model.course import Break, Part, Role, Slide
from lok.model.place import Span
from lok.model.text import Paragraph, Plain
from lok.model.vocabulary import CLOSING, DIVIDER, TITLE_PAGE
from lok.words import words

Agenda = Sequence[Part | Break]


def with_made_slides(agenda: Agenda, title: str) -> tuple[Part | Break, ...]:
    """The same agenda, with the slides that are missing; who speaks there is who speaks beside them."""
    parts = [item for item in agenda if isinstance(item, Part)]
    if not title or not all(part.slides for part in parts) or not parts:
        return tuple(agenda)  # a part that could not be read has no first slide to look at
    return tuple(
        _led(item, item is parts[0], item is parts[-1], title) if isinstance(item, Part) else item for item in agenda
    )


def _led(part: Part, first: bool, last: bool, title: str) -> Part:
    slides = part.slides
    if first and not _opens(slides[0]):
        slides = (_slide(f"{part.id}-titel", TITLE_PAGE, title, part.span, slides[0].role), *slides)
    elif not first and not any(_divides(slide) for slide in slides) and part.title not in _titles(slides):
        leads = _slide(f"{part.id}-tussentitel", DIVIDER, part.title, part.span, slides[0].role)
        slides = (replace(leads, pictogram=part.pictogram), *slides)
    if last and slides[-1].kind != CLOSING:
        slides = (*slides, _closing(part, slides[-1].role))
    return replace(part, slides=slides)


def _opens(slide: Slide) -> bool:
    """Whether a first slide is a title page: so chosen, or no more than a few words."""
    shows = slide.question or slide.reveal or slide.case or slide.exercise
    few = not shows and all(isinstance(block, Paragraph) for block in slide.body)
    return slide.kind in (TITLE_PAGE, DIVIDER) or (not slide.kind and few)


def _divides(slide: Slide) -> bool:
    """Whether a slide leads in what follows: so chosen, or nothing but a title."""
    return slide.kind == DIVIDER or (not slide.kind and slide.bare)


def _titles(slides: Sequence[Slide]) -> set[str]:
    return {slide.title for slide in slides}


def _closing(part: Part, role: Role) -> Slide:
    spoken = words("deck")
    question = (Paragraph((Plain(spoken["closing_question"]),)),)
    made = _slide(f"{part.id}-slot", CLOSING, spoken["closing_title"], part.span, role)
    return replace(made, question=question, pictogram=spoken["closing_pictogram"])


def _slide(id: str, kind: str, title: str, span: Span, role: Role) -> Slide:
    return Slide(id, 0, title, span, kind, role, minutes=Decimal(0), made=True)
