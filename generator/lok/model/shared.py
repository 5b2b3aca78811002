"""What sessions share and point to: each kind of record by the field of a course that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lok.model.course import Course
from lok.model.library import Case, Entry, Exercise, Sheet
from lok.model.ref import RefKind

Shared = Case | Exercise | Sheet | Entry
"""A record that several sessions may use."""
FIELDS: Mapping[RefKind, str] = MappingProxyType(
    {
        RefKind.CASE: "cases",
        RefKind.EXERCISE: "exercises",
        RefKind.SHEET: "sheets",
        RefKind.TERM: "terms",
        RefKind.SOURCE: "references",
        RefKind.FACT: "facts",
    }
)
"""Where in `Course` the records of a kind are."""


def shared(course: Course, kind: RefKind) -> tuple[Shared, ...]:
    """The records of one kind, in the order of the course; of PAPER the exercises, then the sheets.

    Of PAGE the cases come first.
    """
    if kind is RefKind.PAGE:
        return (*course.cases, *course.exercises, *course.sheets)
    if kind is RefKind.PAPER:
        return (*course.exercises, *course.sheets)
    found: tuple[Shared, ...] = getattr(course, FIELDS[kind])
    return found


def targets(course: Course) -> Mapping[RefKind, Mapping[str, Shared]]:
    """All that a Ref of each kind can name, by id."""
    kinds = (*FIELDS, RefKind.PAPER, RefKind.PAGE)
    return MappingProxyType({kind: {record.id: record for record in shared(course, kind)} for kind in kinds})
