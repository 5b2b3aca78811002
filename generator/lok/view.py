"""Course and audience in, Course out: the place where trainer text, and what only it uses, is taken away.

For trainers the course keeps all its text. For both, only what the session reaches by slides, handouts and links stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from lok.model.audience import Audience, emptied
from lok.model.course import Bundle, Case, Course, Entry, Exercise, Fragment, Sheet, Slide
from lok.model.text import FactRef, Link, Picture
from lok.model.walk import walk

Record = TypeVar("Record", Case, Exercise, Sheet, Entry)
Anything = TypeVar("Anything")
Name = tuple[str, str]
"""The kind of a link (casus, oefening, blad, begrip, bron, feit) and an id."""


def view(course: Course, audience: Audience) -> Course:
    """The course as one audience may have it. Raises TypeError where a field does not say who may read it."""
    return reachable(course if audience is Audience.TRAINER else public(course))


def public(course: Course) -> Course:
    """Without any trainer text. Sheets that hold nothing else are gone."""
    return without_trainer_text(
        replace(course, sheets=tuple(sheet for sheet in course.sheets if not sheet.for_trainers))
    )


def without_trainer_text(record: Anything) -> Anything:
    """A record, or a tuple of them, with every field that is marked for trainers emptied, however deep it stands."""
    if isinstance(record, tuple):
        return cast(Anything, tuple(map(without_trainer_text, record)))
    if not is_dataclass(record) or isinstance(record, type):
        return record
    empty = emptied(type(record))
    kept = (item.name for item in fields(record) if item.name not in empty)
    open_fields: dict[str, Any] = {name: without_trainer_text(getattr(record, name)) for name in kept}
    return replace(record, **open_fields, **empty)


def reachable(course: Course) -> Course:
    """With only the cases, exercises, sheets and entries that the session leads to, and the media these use."""
    library: dict[Name, Case | Exercise | Sheet | Entry] = {
        **{("casus", case.id): case for case in course.cases},
        **{("oefening", exercise.id): exercise for exercise in course.exercises},
        **{("blad", sheet.id): sheet for sheet in course.sheets},
        **{("feit", entry.id): entry for entry in course.facts},
        **{("begrip", entry.id): entry for entry in course.terms},
        **{("bron", entry.id): entry for entry in course.references},
    }
    found: set[Name] = set()
    waiting = list(
        names((course.intro, course.sections, course.trainer, course.agenda, course.bundle, course.duo_bundle))
    )
    while waiting:
        name = waiting.pop()
        if name in library and name not in found:
            found.add(name)
            waiting.extend(names(library[name]))
    kept = replace(
        course,
        cases=_kept(course.cases, "casus", found),
        exercises=_kept(course.exercises, "oefening", found),
        sheets=_kept(course.sheets, "blad", found),
        facts=_kept(course.facts, "feit", found),
        terms=_kept(course.terms, "begrip", found),
        references=_kept(course.references, "bron", found),
        media=(),
    )
    used = set(_media(kept))
    return replace(kept, media=tuple(item for item in course.media if item.path in used))


def names(record: object) -> Iterator[Name]:
    """What a record refers to, in any of our own ways; also by key."""
    for item in walk(record):
        if isinstance(item, Link) and ":" in item.target:
            kind, _, rest = item.target.partition(":")
            yield kind, rest.partition("#")[0]
        elif isinstance(item, FactRef):
            yield "feit", item.id
        elif isinstance(item, Slide):
            if item.case:
                yield "casus", item.case.id
            if item.exercise:
                yield "oefening", item.exercise.id
            for handout in item.handouts:
                yield from _either(handout.id)
        elif isinstance(item, Bundle):
            for paper in item.papers:
                yield from _either(paper.id)


def _either(id: str) -> Iterator[Name]:
    """A paper is a sheet or an exercise: they share their ids."""
    yield "blad", id
    yield "oefening", id


def _kept(records: tuple[Record, ...], kind: str, found: set[Name]) -> tuple[Record, ...]:
    return tuple(record for record in records if (kind, record.id) in found)


def _media(course: Course) -> Iterator[str]:
    for item in walk(course):
        if isinstance(item, Picture):
            yield item.path
        elif isinstance(item, Fragment) and item.audio:
            yield item.audio
