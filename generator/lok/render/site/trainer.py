"""What the pages for trainers show besides author text: the run sheet, speaking time, words and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from lok.model.course import Course, Slide
from lok.model.library import Entry
from lok.session.checkpoints import Checkpoint, Drop, checkpoints, margin
from lok.session.lookup import lookup
from lok.session.mentions import mentions
from lok.session.moments import Moment, moments
from lok.session.pace import paces, shares
from lok.session.reading import who_reads
from lok.session.speech import WORDS_A_MINUTE


def runsheet(course: Course) -> Mapping[str, object]:
    """Values for the run sheet: the evening's moments, when to look at the clock, what may go, what to hand out."""
    known = lookup(course)
    evening = tuple(moments(course))
    points = checkpoints(course)
    return {
        "moments": evening,
        "points": {point.minute: point for point in points[1:]},
        "drops": tuple(drops(points, evening)),
        "given": {
            slide.id: [item for handout in known.given(slide) if (item := known.item(handout))]
            for slide in course.slides
        },
        "reads": {slide.id: who_reads(known, slide) for slide in course.slides},
        "end": evening[-1].end if evening else Decimal(0),
        "margin": margin(course),
    }


def drops(points: tuple[Checkpoint, ...], evening: tuple[Moment, ...]) -> Iterator[tuple[Decimal, Drop]]:
    """Everything that may go or be shortened, with the minute at which its slide begins."""
    begins = {moment.item.id: moment.start for moment in evening if isinstance(moment.item, Slide)}
    yield from ((begins[drop.slide.id], drop) for point in points for drop in point.drops)


def confirm(course: Course, unsure: Sequence[tuple[str, Sequence[tuple[str, Entry]]]]) -> Mapping[str, object]:
    """Values for the page of what somebody must still confirm, by whom: also where the evening names it."""
    targets = [target for _, found in unsure for target, _ in found]
    return {"unsure": unsure, "named": mentions(course, lookup(course), targets)}


def authors(course: Course) -> Mapping[str, object]:
    """Values for the page for authors: facts by date, who speaks how long, and words a minute of each slide."""
    facts = sorted(course.facts, key=lambda fact: (fact.expires or date.max, fact.id))
    return {"facts": facts, "shares": shares(course), "paces": paces(course), "limit": WORDS_A_MINUTE}
