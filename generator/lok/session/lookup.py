"""What notes refer to, looked up once for a course: records by id, the clock, and which slide comes next for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from lok.derive import downloads
from lok.model.course import Course, Handout, Late, Role, Slide
from lok.model.library import Case, Entry, Exercise, Sheet
from lok.model.ref import Ref, RefKind
from lok.model.vocabulary import ALL_SPEAK
from lok.session import clock

Ahead = Mapping[str, Slide | None]
"""By slide id, another slide; None where there is none."""


@dataclass(frozen=True)
class Lookup:
    """The records of a course by id, and what follows from their order."""

    cases: Mapping[str, Case]
    exercises: Mapping[str, Exercise]
    sheets: Mapping[str, Sheet]
    pages: Mapping[str, str]
    """The web address of each exercise, or ""."""
    handed: frozenset[str]
    """Ids of what an author hands out on some slide."""
    facts: Mapping[str, Entry]
    roles: Mapping[str, Role]
    together: str
    """What all speakers at once are called; "" where one speaks alone."""
    starts: Mapping[str, Decimal]
    """The minute of the evening at which a slide begins."""
    opening: time | None
    """The time of day at which the evening begins, where the session says so."""
    before: Ahead
    """The slide before it."""
    after: Ahead
    staying: Ahead
    """The next slide that may not be left out."""
    own: Mapping[str, Ahead]
    """By role, the next slide on which that role speaks, alone or together."""

    def speaks(self, role: str, slide: Slide) -> bool:
        """Whether this role speaks on a slide, alone or together."""
        return slide.role.id == role or slide.role.id not in self.roles

    def speaker(self, role: str) -> str:
        """The name of a role by its id, however an author calls all speakers at once."""
        return self.roles[role].name if role in self.roles else self.together if role in ALL_SPEAK else role

    def code(self, slide: Slide) -> str:
        """Where the QR code on a slide leads, or ""."""
        return self.pages[slide.exercise.id] if slide.exercise and slide.exercise.id in self.pages else ""

    def given(self, slide: Slide) -> tuple[Handout, ...]:
        """What is handed out; without a code an exercise is handed out on paper, unless another slide does that."""
        if slide.left_out:
            return ()
        exercise = self.exercises.get(slide.exercise.id) if slide.exercise else None
        by_itself = exercise and exercise.paper and not self.code(slide) and exercise.id not in self.handed
        if exercise and by_itself and not slide.handouts:
            return (Handout(Ref(RefKind.PAPER, exercise.id, slide.span)),)
        return slide.handouts

    def item(self, handout: Handout) -> Exercise | Sheet | None:
        """What a handout names, where it exists."""
        return self.sheets.get(handout.paper.id) or self.exercises.get(handout.paper.id)

    def format_handout(self, handout: Handout) -> str:
        """The title of a handout, or its id where nothing has it, and how many: `Weegschaal (1 per twee)`."""
        given = self.item(handout)
        copies = handout.copies or (given.copies if given else None)
        title = given.title if given else handout.paper.id
        return f"{title} ({copies.told})" if copies else title


def lookup(course: Course) -> Lookup:
    """What the notes of a course refer to."""
    slides = course.slides
    everyone = {role.id for role in course.roles}
    starts = (pair for row in clock.rows(course) for pair in clock.starts(row))
    return Lookup(
        {case.id: case for case in course.cases},
        {exercise.id: exercise for exercise in course.exercises},
        {sheet.id: sheet for sheet in course.sheets},
        {exercise.id: downloads.public_page(course, exercise.id) for exercise in course.exercises},
        frozenset(handout.paper.id for slide in slides if not slide.left_out for handout in slide.handouts),
        {fact.id: fact for fact in course.facts},
        {role.id: role for role in course.roles},
        "".join(role.name for role in course.together),
        {slide.id: start for slide, start in starts},
        course.start,
        _ahead(slides[::-1], lambda _: True),
        _ahead(slides, lambda _: True),
        _ahead(slides, stays),
        {role.id: _ahead(slides, _spoken_by(everyone - {role.id})) for role in course.roles},
    )


def may_go(slide: Slide) -> bool:
    """Whether the author lets this slide go when the evening runs late, and it is still there."""
    return not slide.left_out and slide.shortening is not None and slide.shortening.how is Late.DROP


def stays(slide: Slide) -> bool:
    """Whether this slide is shown however late the evening runs."""
    return not slide.left_out and not may_go(slide)


def _spoken_by(others: set[str]) -> Callable[[Slide], bool]:
    return lambda slide: slide.role.id not in others


def _ahead(slides: Sequence[Slide], wanted: Callable[[Slide], bool]) -> Ahead:
    """For each slide the nearest one behind it that is `wanted` and not left out."""
    found: dict[str, Slide | None] = {}
    nearest: Slide | None = None
    for slide in reversed(slides):
        found[slide.id] = nearest
        nearest = slide if wanted(slide) and not slide.left_out else nearest
    return found


def first_to_expire(course: Course) -> Entry | None:
    """The fact whose date comes first."""
    dated = [(fact.expires, fact) for fact in course.facts if fact.expires]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def speakers(course: Course, role: Role) -> str:
    """Ids of who speaks when this role does, for a page's script: all, where they speak together."""
    return role.id if role in course.roles else " ".join(one.id for one in course.roles)
