"""Courses in, a warning out for each file or entry that none of them shows to anybody, or to no participant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Case, Entry, Exercise, Sheet
from lok.model.place import Span
from lok.problems import Code, Problem, warning
from lok.view import view


def check_unused(courses: Sequence[Course]) -> Iterator[Problem]:
    """Of all sessions of a project: a warning for each case, exercise and sheet that nobody would get.

    Also for what only trainers would get though its author wrote it for everyone: terms too.
    """
    known = _places(courses, _filed)
    seen = [(view(course, Audience.TRAINER), view(course, Audience.PARTICIPANT)) for course in courses]
    used = _places([course for course, _ in seen], _filed)
    for path, _, _ in sorted(known - used):
        tip = "verwijs ernaar op een slide of in een tekst, of verwijder het"
        yield warning(Span(path), Code.UNUSED_FILE, "geen enkele sessie leidt hierheen", tip)
    told = _places([course for course, _ in seen], _shown)
    shown = _places([course for _, course in seen], _shown)
    for path, line, column in sorted(told - shown):
        message = "deelnemers zien dit niet: alleen tekst voor trainers verwijst ernaar"
        tip = "verwijs er ook naar in gewone tekst of op een slide; is het voor jullie, zet het dan bij de notities"
        yield warning(Span(path, line, column), Code.TRAINERS_ONLY, message, tip)


def _places(
    courses: Sequence[Course], chosen: Callable[[Course], Sequence[Case | Exercise | Sheet | Entry]]
) -> set[tuple[str, int, int]]:
    """Where the chosen records of some courses are written."""
    spans = (each.span for course in courses for each in chosen(course))
    return {(span.path, span.line, span.column) for span in spans}


def _filed(course: Course) -> tuple[Case | Exercise | Sheet, ...]:
    """What has a file of its own."""
    return (*course.cases, *course.exercises, *course.sheets)


def _shown(course: Course) -> tuple[Case | Exercise | Sheet | Entry, ...]:
    """What participants would get if something public led to it."""
    sheets = (sheet for sheet in course.sheets if not sheet.for_trainers)
    terms = (term for term in course.terms if not term.unsure)  # one that nobody confirmed may well wait
    return (*course.cases, *course.exercises, *sheets, *terms)
