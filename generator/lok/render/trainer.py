"""What the pages for trainers show besides author text: copies, the run sheet, speaking time, words and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lok.format import MARGIN
from lok.model import Break, Course, Entry, Role, Slide
from lok.render import schedule
from lok.render.checkpoints import Checkpoint, Drop, checkpoints
from lok.render.library import library
from lok.render.materials import prints
from lok.render.moments import Moment, moments
from lok.speech import WORDS_A_MINUTE, spoken_words

PARTICIPANTS = 15
"""A group of ordinary size, until somebody fills in how many come."""


@dataclass(frozen=True)
class Share:
    """How long a role speaks, on how many slides, and which part of all speaking time that is, in percent."""

    role: Role
    minutes: Decimal
    slides: int
    percent: int


@dataclass(frozen=True)
class Pace:
    """The words that are said on a slide, and whether they are more than its minutes allow."""

    slide: Slide
    words: int
    a_minute: int
    too_many: bool


def start(course: Course) -> Mapping[str, object]:
    """Values for the start page."""
    stacks = prints(course, library(course))
    return {"stacks": stacks, "participants": PARTICIPANTS, "expiring": first_to_expire(course)}


def runsheet(course: Course) -> Mapping[str, object]:
    """Values for the run sheet."""
    known = library(course)
    evening = tuple(moments(course))
    points = checkpoints(course)
    return {
        "moments": evening,
        "points": {point.minute: point for point in points[1:]},
        "drops": tuple(late(points, evening)),
        "given": {
            slide.id: [item for handout in known.given(slide) if (item := known.item(handout))]
            for slide in course.slides
        },
        "end": evening[-1].end if evening else Decimal(0),
        "margin": margin(course),
    }


def late(points: tuple[Checkpoint, ...], evening: tuple[Moment, ...]) -> Iterator[tuple[Decimal, Drop]]:
    """Everything that may go or be shortened, with the minute at which its slide begins."""
    begins = {moment.item.id: moment.start for moment in evening if isinstance(moment.item, Slide)}
    yield from ((begins[drop.slide.id], drop) for point in points for drop in point.drops)


def margin(course: Course) -> Decimal:
    """Minutes that the session keeps free."""
    spare = (item for item in course.agenda if isinstance(item, Break) and item.name == MARGIN)
    return sum((item.minutes for item in spare), Decimal(0))


def authors(course: Course) -> Mapping[str, object]:
    """Values for the page for authors."""
    facts = sorted(course.facts, key=lambda fact: (fact.expires or date.max, fact.id))
    return {"facts": facts, "shares": shares(course), "paces": paces(course), "limit": WORDS_A_MINUTE}


def shares(course: Course) -> tuple[Share, ...]:
    """Time per role, in order of appearance."""
    total = sum((slide.minutes for slide in course.slides), Decimal(0))
    found = []
    for role in schedule.roles(course.slides):
        own = [slide.minutes for slide in course.slides if slide.role == role]
        found.append(Share(role, sum(own, Decimal(0)), len(own), round(100 * sum(own) / total) if total else 0))
    return tuple(found)


def paces(course: Course) -> tuple[Pace, ...]:
    counted = ((slide, spoken_words(course, slide)) for slide in course.slides)
    return tuple(
        Pace(slide, words, round(words / slide.minutes) if slide.minutes else 0, words > WORDS_A_MINUTE * slide.minutes)
        for slide, words in counted
    )


def first_to_expire(course: Course) -> Entry | None:
    """The fact whose date comes first."""
    dated = [(fact.expires, fact) for fact in course.facts if fact.expires]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def speakers(course: Course, role: Role) -> str:
    """Ids of who speaks when this role does, for a page's script: both, where they speak together."""
    return role.id if role in course.roles else " ".join(one.id for one in course.roles)
