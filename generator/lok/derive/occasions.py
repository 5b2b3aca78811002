"""When people use which pages: a course in, its occasions and the order of its pages out.

An author says it in the session; where nobody did, it follows from what things are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lok.model.course import Course, Slide
from lok.model.library import Case, Exercise, Sheet
from lok.model.ref import Ref
from lok.model.shared import shared
from lok.model.vocabulary import AFTERWARDS, TOMORROW, TONIGHT

Item = Case | Exercise | Sheet
"""What has a page of its own."""
Kept = TypeVar("Kept", Case, Exercise, Sheet)
MOST = 6
"""So many pages of an occasion are in sight at once."""
FACES = 3
"""So many people of the course are shown on its start page."""


@dataclass(frozen=True)
class Used:
    """The pages of one occasion, in order."""

    when: str
    items: tuple[Item, ...]

    @property
    def with_patient(self) -> bool:
        """Whether some of it is for a patient."""
        return any(not isinstance(item, Case) and item.for_patient for item in self.items)

    @property
    def first(self) -> tuple[Item, ...]:
        """Those in sight."""
        return self.items[:MOST]

    @property
    def further(self) -> tuple[Item, ...]:
        """Those that unfold."""
        return self.items[MOST:]


def occasions(course: Course) -> tuple[Used, ...]:
    """When which pages are used: as the author says, else by what they are; without occasions that hold nothing."""
    found = _chosen(course) if course.occasions else _found(course)
    return tuple(each for each in found if each.items)


def ordered(course: Course, items: Iterable[Kept]) -> tuple[Kept, ...]:
    """Pages of one kind in the order of the evening: by its occasions, then its slides; the rest as they stood."""
    places = {id(item): place for place, item in reversed([*enumerate(_in_turn(course))])}
    return tuple(sorted(items, key=lambda item: places.get(id(item), len(places))))


def faces(course: Course) -> tuple[Case, ...]:
    """The first people with a portrait that the slides tell of, in that order."""
    told = (item for slide in course.slides for item in _on(course, slide))
    return tuple({item.id: item for item in told if isinstance(item, Case) and item.portrait}.values())[:FACES]


def _in_turn(course: Course) -> Iterator[Item]:
    used = {each.when: each.items for each in occasions(course)}
    yield from used.pop(TONIGHT, ())
    for slide in course.slides:
        yield from _on(course, slide)
    for items in used.values():
        yield from items


def _on(course: Course, slide: Slide) -> Iterator[Item]:
    """The pages that a slide tells of, does or hands out."""
    for ref in (slide.case, slide.exercise, *(each.paper for each in slide.handouts)):
        yield from _named(course, (ref,) if ref else ())


def _named(course: Course, refs: Sequence[Ref]) -> Iterator[Item]:
    """What is named, as far as it is there: an error of a name is told, and a sheet for trainers left out."""
    for ref in refs:
        known = {item.id: item for item in shared(course, ref.kind)}
        found = known.get(ref.id)
        if isinstance(found, Item):
            yield found


def _chosen(course: Course) -> Iterator[Used]:
    for each in course.occasions:
        yield Used(each.when, _without(_named(course, each.pages), ()))


def _found(course: Course) -> Iterator[Used]:
    """Tonight what slides tell and do, tomorrow what is for patients or the pocket, afterwards what is left to read."""
    papers: tuple[Exercise | Sheet, ...] = (*course.exercises, *course.sheets)
    tomorrow = tuple(item for item in papers if _for_practice(item))
    on_slides = (item for slide in course.slides for item in _on(course, slide) if not isinstance(item, Sheet))
    tonight = _without(on_slides, (*tomorrow, *faces(course)))
    left = (item for item in papers if not (isinstance(item, Sheet) and item.cards))
    yield Used(TONIGHT, tonight)
    yield Used(TOMORROW, tomorrow)
    yield Used(AFTERWARDS, _without(left, (*tonight, *tomorrow)))


def _without(items: Iterable[Item], gone: Sequence[Item]) -> tuple[Item, ...]:
    """Each once, in order, and none that is gone."""
    kept = {id(item): item for item in items}
    return tuple(kept[each] for each in kept if each not in {id(item) for item in gone})


def _for_practice(item: Exercise | Sheet) -> bool:
    return item.for_patient or (isinstance(item, Sheet) and item.cards and not item.votes)
