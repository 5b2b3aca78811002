"""The words that a course shows: in those of the organisation that publishes it, said to so many speakers."""

from __future__ import annotations

from collections.abc import Mapping

from lok.model.course import Course
from lok.words import called


def wording(course: Course, section: str) -> Mapping[str, str]:
    """The words of one section as this course says them. Raises KeyError where the section does not exist."""
    return called(section, course.own_terms, len(course.roles))
