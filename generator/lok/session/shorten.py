"""A shorter evening: a course and minutes in, which slides go and which shrink out, and the course after that.

Only what the author allows (`als het uitloopt`) goes or shrinks, and never below what the author leaves of it. Breaks
and spare time stay: the first are for people, the second is what makes a full plan hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lok.model.course import Course, Part, Slide
from lok.model.vocabulary import DIVIDER
from lok.session import clock
from lok.session.checkpoints import Drop, drops


@dataclass(frozen=True)
class Plan:
    """How a session of `planned` minutes becomes one of `asked`: what goes and what shrinks, in the evening's order."""

    asked: Decimal
    planned: Decimal
    left_out: tuple[Drop, ...]
    shortened: tuple[Drop, ...]

    @property
    def drops(self) -> tuple[Drop, ...]:
        """All that changes: first what goes, then what shrinks."""
        return (*self.left_out, *self.shortened)

    @property
    def total(self) -> Decimal:
        """The minutes that the evening then takes."""
        return self.planned - _won(self.drops)

    @property
    def shortfall(self) -> Decimal:
        """The minutes that it still lasts too long, though all that may go or shrink does; else 0."""
        return max(Decimal(0), self.total - self.asked)


def plan(course: Course, minutes: Decimal) -> Plan:
    """What goes and what shrinks so that the evening lasts `minutes` at most; all that can, where that is not enough.

    As few slides change as can be: those that give most come first, and the last is the smallest that suffices. Of
    slides that give the same, one that goes as a whole comes before one that shrinks, then the later before the
    earlier. A shorter evening never takes longer than a longer one.
    """
    whole = _lasts(course)
    chosen = {drop.slide.id for drop in _chosen(drops(course.slides), whole - minutes)}
    taken = tuple(drop for drop in drops(course.slides) if drop.slide.id in chosen)
    gone, shrunk = (tuple(drop for drop in taken if bool(drop.keep) is keeps) for keeps in (False, True))
    return Plan(minutes, whole, gone, shrunk)


def _chosen(candidates: Iterable[Drop], wanted: Decimal) -> list[Drop]:
    """Of the candidates as few as win the minutes that are `wanted`; all of them where they win less."""
    left = sorted(candidates, key=lambda drop: (-drop.won, *_preference(drop)))
    found: list[Drop] = []
    while left and (rest := wanted - _won(found)) > 0:
        enough = [drop for drop in left if drop.won >= rest]
        best = min(enough, key=lambda drop: (drop.won, *_preference(drop))) if enough else left[0]
        left.remove(best)
        found.append(best)
    return found


def _preference(drop: Drop) -> tuple[bool, int]:
    return bool(drop.keep), -drop.slide.number


def _won(found: Iterable[Drop]) -> Decimal:
    return sum((drop.won for drop in found), Decimal(0))


def shorter(course: Course, minutes: Decimal | None) -> Course:
    """The course as it is given in so many minutes, or as it is where they are None: all times follow from it.

    What goes keeps its number and its place, marked as left out; so does the divider of a part of which all goes.
    """
    if minutes is None:
        return course
    made = plan(course, minutes)
    taken = {drop.slide.id: drop for drop in made.drops}
    agenda = (_part(item, taken) if isinstance(item, Part) else item for item in course.agenda)
    return replace(course, agenda=tuple(agenda), minutes=made.total)


def planned(course: Course) -> Decimal:
    """The minutes of the evening before it became shorter."""
    return _lasts(course) + sum((slide.cut for slide in course.slides), Decimal(0))


def left_out(course: Course) -> tuple[Slide, ...]:
    """The slides of an author that a shorter evening does without."""
    return tuple(slide for slide in course.slides if slide.left_out and not slide.made)


def shortened(course: Course) -> tuple[Slide, ...]:
    """The slides that have less time in a shorter evening."""
    return tuple(slide for slide in course.written if slide.cut)


def _lasts(course: Course) -> Decimal:
    return sum((row.minutes for row in clock.rows(course)), Decimal(0))


def _part(part: Part, taken: Mapping[str, Drop]) -> Part:
    slides = tuple(_slide(slide, taken.get(slide.id)) for slide in part.slides)
    empty = bool(part.written) and all(slide.left_out or slide.made for slide in slides)
    return replace(
        part,
        slides=tuple(
            replace(slide, left_out=True) if empty and slide.made and slide.kind == DIVIDER else slide
            for slide in slides
        ),
    )


def _slide(slide: Slide, drop: Drop | None) -> Slide:
    return replace(slide, minutes=drop.keep, cut=drop.won, left_out=not drop.keep) if drop else slide
