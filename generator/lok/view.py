"""Course and audience in, Course out: the place where trainer text, and what only it uses, is taken away.

For trainers the course keeps all its text. For both, only what the session reaches by slides, handouts and links stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from lok.model.course import Bundle, Case, Course, Entry, Exercise, Fragment, Part, Sheet, Slide
from lok.model.exercises import ExerciseContent
from lok.model.output import Audience
from lok.model.text import FactRef, Link, Picture, Section
from lok.model.vocabulary import TRAINER
from lok.model.walk import walk

Record = TypeVar("Record", Case, Exercise, Sheet, Entry)
Name = tuple[str, str]
"""The kind of a link (casus, oefening, blad, begrip, bron, feit) and an id."""


def view(course: Course, audience: Audience) -> Course:
    """The course as one audience may have it."""
    return reachable(course if audience is Audience.TRAINER else public(course))


def public(course: Course) -> Course:
    """Without any trainer text. Sheets that hold nothing else are gone."""
    return replace(
        course,
        sections=_sections(course.sections),
        trainer=(),
        duo_bundle=None,
        changes=(),
        agenda=tuple(_part(item) if isinstance(item, Part) else item for item in course.agenda),
        cases=tuple(_case(case) for case in course.cases),
        exercises=tuple(_exercise(exercise) for exercise in course.exercises),
        sheets=tuple(_sheet(sheet) for sheet in course.sheets if not sheet.for_trainers),
    )


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


def _part(part: Part) -> Part:
    return replace(part, slides=tuple(_slide(slide) for slide in part.slides))


def _slide(slide: Slide) -> Slide:
    return replace(slide, reveal=(), needs=(), shortening=None, notes=(), cue=())


def _sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(map(_section, sections))


def _section(section: Section) -> Section:
    return replace(section, children=_sections(section.children), trainer=())


def _case(case: Case) -> Case:
    return replace(case, fragments=tuple(replace(fragment, trainer=()) for fragment in case.fragments), trainer=())


def _exercise(exercise: Exercise) -> Exercise:
    return replace(exercise, content=_content(exercise.content), sections=_sections(exercise.sections), trainer=())


def _content(content: ExerciseContent) -> ExerciseContent:
    return cast(ExerciseContent, _untold(content))


def _untold(record: Any) -> Any:
    """Any record, without the trainer text of each record in it."""
    if isinstance(record, tuple):
        return tuple(map(_untold, record))
    if not is_dataclass(record) or isinstance(record, type):
        return record
    return replace(
        record,
        **{item.name: () if item.name == TRAINER else _untold(getattr(record, item.name)) for item in fields(record)},
    )


def _sheet(sheet: Sheet) -> Sheet:
    return replace(sheet, sections=_sections(sheet.sections), trainer=())
