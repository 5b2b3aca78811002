"""What a slide asks of the clock: speaking, voting, working and handing out, each in seconds.

An estimate, so that an author sees a slide that cannot be given in its minutes. The two fixed times are rules of thumb,
from reading evenings aloud with a clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lok.model.course import Course, Slide
from lok.model.library import Exercise
from lok.session.lookup import Lookup
from lok.session.speech import WORDS_A_MINUTE, spoken_words

VOTE = 20
"""Seconds for one statement: read it, hold up a card, look around, say the verdict. An estimate."""
HAND_OUT = 30
"""Seconds for handing something out, however many sheets. An estimate."""
ELSEWHERE = 2
"""An exercise that asks at least so many times what its slide gives is begun in the room and done elsewhere."""


@dataclass(frozen=True)
class Demand:
    """One thing that takes time: what it is, as an author would say it, and its seconds."""

    what: str
    seconds: Decimal


def demands(course: Course, known: Lookup, slide: Slide) -> tuple[Demand, ...]:
    """All that takes time on one slide, in the order in which it happens."""
    return (*_handing_out(known, slide), *_speaking(course, slide), *_working(course, known, slide))


def _handing_out(known: Lookup, slide: Slide) -> Iterator[Demand]:
    """Handing out to everybody; what is there once for the group lies ready."""
    copies = (handout.copies or getattr(known.item(handout), "copies", None) for handout in known.given(slide))
    if any(each is None or each.people for each in copies):
        yield Demand("uitdelen", Decimal(HAND_OUT))


def _speaking(course: Course, slide: Slide) -> Iterator[Demand]:
    if count := spoken_words(course, slide):
        yield Demand(f"{count} woorden spreken of voorlezen", Decimal(60 * count) / WORDS_A_MINUTE)


def _working(course: Course, known: Lookup, slide: Slide) -> Iterator[Demand]:
    """Voting on statements, or else the minutes that an exercise says for itself, on the slide that it is done on."""
    exercise = known.exercises.get(slide.exercise.id) if slide.exercise else None
    if exercise is None or not _is_done_on(course, slide, exercise):
        return
    if judged := exercise.content.judged:
        yield Demand(f"{len(judged)} uitspraken", Decimal(VOTE * len(judged)))
    elif exercise.minutes and exercise.minutes < ELSEWHERE * slide.minutes:
        yield Demand("de oefening", exercise.minutes * 60)


def _is_done_on(course: Course, slide: Slide, exercise: Exercise) -> bool:
    """Whether this is the longest slide of its exercise, the first where several are: there the group works."""
    same = (each for each in course.slides if each.exercise and each.exercise.id == exercise.id)
    return slide.id == max(same, key=lambda each: each.minutes).id
