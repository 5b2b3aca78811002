"""Which words of a course participants may never read, by the marks on the fields of its records alone.

Nothing here asks `view`: who may read a text follows from the field that holds it, and from what open fields point to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from lok.model.audience import emptied
from lok.model.course import Course
from lok.model.library import Sheet
from lok.model.place import Span
from lok.model.ref import Ref, RefKind
from lok.model.shared import FIELDS, Shared, shared

Field = tuple[str, str]
"""The name of a kind of record, and of one of its fields."""
OF_PAPER = (RefKind.EXERCISE, RefKind.SHEET)


@dataclass(frozen=True)
class Leaf:
    """A text, bytes or pointer in a course; `trail` are the fields that lead to it, `closed` if one is for trainers."""

    value: str | bytes | Ref
    trail: tuple[Field, ...]
    closed: bool


def leaves(record: object, trail: tuple[Field, ...] = (), closed: bool = False) -> Iterator[Leaf]:
    """All that a record says, however deep."""
    if isinstance(record, str | bytes | Ref):
        yield Leaf(record, trail, closed)
    elif isinstance(record, tuple):
        for item in record:
            yield from leaves(item, trail, closed)
    elif is_dataclass(record) and not isinstance(record, type | Span):
        name, hidden = type(record).__name__, emptied(type(record))
        for each in fields(record):
            value = getattr(record, each.name)
            yield from leaves(value, (*trail, (name, each.name)), closed or each.name in hidden)


def opened(course: Course) -> tuple[Leaf, ...]:
    """What is for everyone: open fields of the session, and of what these point to, as far as that goes."""
    library: dict[tuple[str, str], Shared] = {(kind, each.id): each for kind in FIELDS for each in shared(course, kind)}
    apart = {*FIELDS.values(), "media"}
    said = [leaf for leaf in leaves(course) if not leaf.closed and leaf.trail[0][1] not in apart]
    reached: set[tuple[str, str]] = set()
    for leaf in said:  # it grows meanwhile
        for name in _named(leaf.value):
            if name in library and name not in reached and not _for_trainers(library[name]):
                reached.add(name)
                said += [each for each in leaves(library[name]) if not each.closed]
    used = {leaf.value for leaf in said if leaf.trail[-1][1] == "path"}
    media = (leaf for each in course.media if each.path in used for leaf in leaves(each))
    return (*said, *media)


def _named(value: str | bytes | Ref) -> Iterable[tuple[str, str]]:
    if not isinstance(value, Ref):
        return ()
    kinds = {RefKind.PAPER: OF_PAPER, RefKind.PAGE: (RefKind.CASE, *OF_PAPER)}.get(value.kind, (value.kind,))
    return [(kind, value.id) for kind in kinds]


def _for_trainers(record: Shared) -> bool:
    return isinstance(record, Sheet) and record.for_trainers
