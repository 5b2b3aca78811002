"""How long each role speaks, and how many words a slide asks for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.model.course import Course, Role, Slide
from lok.session import clock
from lok.session.speech import WORDS_A_MINUTE, spoken_words


@dataclass(frozen=True)
class Share:
    """How long a role speaks, on how many slides, and which part of all speaking time that is, in percent."""

    role: Role
    minutes: Decimal
    slides: int
    percent: int


@dataclass(frozen=True)
class Pace:
    """The words that are said on a slide, as many `a_minute` as that is, and whether its minutes do not hold them."""

    slide: Slide
    words: int
    a_minute: int
    too_many: bool


def shares(course: Course) -> tuple[Share, ...]:
    """Minutes, slides and percent of all speaking time per role, in order of appearance."""
    total = sum((slide.minutes for slide in course.slides), Decimal(0))
    found = []
    for role in clock.roles(course.written):
        own = [slide.minutes for slide in course.written if slide.role == role]
        found.append(Share(role, sum(own, Decimal(0)), len(own), round(100 * sum(own) / total) if total else 0))
    return tuple(found)


def paces(course: Course) -> tuple[Pace, ...]:
    """The pace of each slide, in order; 0 words a minute on a slide without minutes."""
    counted = ((slide, spoken_words(course, slide)) for slide in course.written)
    return tuple(
        Pace(slide, words, round(words / slide.minutes) if slide.minutes else 0, words > WORDS_A_MINUTE * slide.minutes)
        for slide, words in counted
    )
