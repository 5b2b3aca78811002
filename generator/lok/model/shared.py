"""What sessions share and point to: each kind of record by the field of a course that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lok.model.course import Course
from lok.model.library import Case, Entry, Exercise, Sheet
from lok.model.ref import RefKind

Shared = Case | Exercise | Sheet | Entry
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


def shared(course: Course, kind: RefKind) -> tuple[Shared, ...]:
    """The records of one kind, in the order of the course; of PAPER the exercises, then the sheets."""
    if kind is RefKind.PAPER:
        return (*course.exercises, *course.sheets)
    found: tuple[Shared, ...] = getattr(course, FIELDS[kind])
    return found


def targets(course: Course) -> Mapping[RefKind, Mapping[str, Shared]]:
    """All that a Ref of each kind can name, by id."""
    return MappingProxyType(
        {kind: {record.id: record for record in shared(course, kind)} for kind in (*FIELDS, RefKind.PAPER)}
    )
