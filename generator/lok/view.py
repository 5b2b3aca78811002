"""Course and audience in, Course out: the place where trainer text, and what only it uses, is taken away.

For trainers the course keeps all its text. For both, only what the session reaches by slides, handouts and links stays.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from lok.model.audience import Audience, emptied
from lok.model.course import Course
from lok.model.ref import Ref, RefKind
from lok.model.remembered import remembered
from lok.model.shared import FIELDS, shared
from lok.model.text import Attachment, Picture, Recording
from lok.model.walk import walk

Anything = TypeVar("Anything")
Name = tuple[RefKind, str]
"""The kind and id of a record."""


@remembered
def view(course: Course, audience: Audience) -> Course:
    """The course as one audience may have it, itself where it is that already.

    Raises TypeError where a field does not say who may read it.
    """
    seen = reachable(course if audience is Audience.TRAINER else public(course))
    return course if seen == course else seen


@remembered
def public(course: Course) -> Course:
    """A course in, the same without any trainer text out. Sheets that hold nothing else are gone.

    Raises TypeError where a field does not say who may read it.
    """
    return without_trainer_text(
        replace(course, sheets=tuple(sheet for sheet in course.sheets if not sheet.for_trainers))
    )


def without_trainer_text(record: Anything) -> Anything:
    """A record, or a tuple of them, with every field that is marked for trainers emptied, however deep it stands.

    What has none stays itself, and what was made of it is remembered. Raises TypeError where a field does not say who
    may read it.
    """
    if isinstance(record, tuple):
        kept = tuple(map(without_trainer_text, record))
        return record if all(map(operator.is_, kept, record)) else cast(Anything, kept)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    empty = emptied(type(record))
    values = {item.name: getattr(record, item.name) for item in fields(record)}
    seen = {name: empty[name] if name in empty else without_trainer_text(value) for name, value in values.items()}
    return record if all(map(operator.is_, seen.values(), values.values())) else replace(record, **seen)


def reachable(course: Course) -> Course:
    """With only the cases, exercises, sheets and entries that the session leads to, and the media these use."""
    library = {(kind, record.id): record for kind in FIELDS for record in shared(course, kind)}
    named = (course.bundle, course.duo_bundle, course.read_before, course.occasions, course.help)
    start = (course.intro, course.sections, course.trainer, course.agenda, *named)
    found: set[Name] = set()
    waiting = list(names(start))
    while waiting:
        name = waiting.pop()
        if name in library and name not in found:
            found.add(name)
            waiting.extend(names(library[name]))
    kept = {field: tuple(r for r in shared(course, kind) if (kind, r.id) in found) for kind, field in FIELDS.items()}
    narrowed = replace(course, **cast(dict[str, Any], kept), media=())
    used = {item.path for item in walk(narrowed) if isinstance(item, (Picture, Recording, Attachment))}
    return replace(narrowed, media=tuple(item for item in course.media if item.path in used))


def names(record: object) -> Iterator[Name]:
    """The kind and id of each record that a record points to; a paper or page may be of each kind that can be one."""
    for item in walk(record):
        if isinstance(item, Ref) and item.kind is RefKind.PAPER:
            yield RefKind.SHEET, item.id
            yield RefKind.EXERCISE, item.id
        elif isinstance(item, Ref) and item.kind is RefKind.PAGE:
            yield from ((kind, item.id) for kind in (RefKind.CASE, RefKind.EXERCISE, RefKind.SHEET))
        elif isinstance(item, Ref):
            yield item.kind, item.id
