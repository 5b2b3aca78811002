"""Courses in, a warning for each file that none of them leads to out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lok.model.course import Course
from lok.model.library import Case, Exercise, Sheet
from lok.model.place import Span
from lok.problems import Code, Problem, warning
from lok.view import reachable


def check_unused(courses: Sequence[Course]) -> Iterator[Problem]:
    """Of all sessions of a project: a warning for each case, exercise and sheet that nobody would get."""
    used = {each.span.path for course in courses for each in _filed(reachable(course))}
    known = {each.span.path for course in courses for each in _filed(course)}
    for path in sorted(known - used):
        tip = "verwijs ernaar op een slide of in een tekst, of verwijder het"
        yield warning(Span(path), Code.UNUSED_FILE, "geen enkele sessie leidt hierheen", tip)


def _filed(course: Course) -> tuple[Case | Exercise | Sheet, ...]:
    """What has a file of its own."""
    return (*course.cases, *course.exercises, *course.sheets)
