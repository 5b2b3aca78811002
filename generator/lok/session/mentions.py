"""Where an evening names a fact, term or source: on which slides, and in which cases, exercises and sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lok.model.course import Course, Slide
from lok.model.library import Case, Exercise, Sheet
from lok.model.ref import Ref
from lok.model.walk import walk
from lok.session.lookup import Lookup
from lok.session.reading import heard

Naming = TypeVar("Naming")


@dataclass(frozen=True)
class Mentions:
    """The slides that show or say it, and the links (`blad:x`) of what else names it, both in order."""

    slides: tuple[Slide, ...]
    records: tuple[str, ...]


def mentions(course: Course, of: Lookup, targets: Iterable[str]) -> Mapping[str, Mentions]:
    """Where a course names each of `targets`, links such as `feit:x`."""
    slides = [(slide, _named(_spoken(of, slide))) for slide in course.slides]
    kinds: tuple[tuple[str, tuple[Case | Exercise | Sheet, ...]], ...] = (
        ("casus", course.cases),
        ("oefening", course.exercises),
        ("blad", course.sheets),
    )
    records = [(f"{kind}:{item.id}", _named(item)) for kind, items in kinds for item in items]
    return {target: Mentions(_naming(target, slides), _naming(target, records)) for target in targets}


def _naming(target: str, found: Sequence[tuple[Naming, frozenset[str]]]) -> tuple[Naming, ...]:
    return tuple(each for each, named in found if target in named)


def _spoken(of: Lookup, slide: Slide) -> tuple[object, ...]:
    """A slide with what is read aloud and explained on it."""
    found = heard(of, slide)
    exercise = of.exercises.get(slide.exercise.id) if slide.exercise else None
    return (slide, found[1] if found else None, exercise.content.judged if exercise else ())


def _named(record: object) -> frozenset[str]:
    return frozenset(_targets(record))


def _targets(record: object) -> Iterator[str]:
    return (each.record for each in walk(record) if isinstance(each, Ref))
