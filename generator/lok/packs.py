"""Evenings of one course in, a pack for each out. What does not differ between evenings is made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from lok.build import finished
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.output import Artifact, Step
from lok.problems import Problem, ordered
from lok.render.contract import Rendered, Renderer, Tells
from lok.render.pack import Pack
from lok.render.renderers import RENDERERS
from lok.render.site.settings import SiteSettings
from lok.session.shorten import shorter
from lok.view import view

TRAINER = Audience.TRAINER
Kept = tuple[Renderer, time | None, int, Decimal | None]
"""A renderer, and what of an evening decides whether it makes the same: when, for how many, for how long."""


def packs(
    course: Course, evenings: Sequence[Evening], settings: SiteSettings, engine_name: str, light: bool, step: Step
) -> Iterator[tuple[Pack, tuple[Problem, ...]]]:
    """A pack for each evening, with what did not fit in it. Expects a course that `check_course` found no error in.

    A `light` one has no website. `step` is told which evening is made. Raises EngineError where the site engine stops,
    TypesettingError where Typst does, and KeyError where the settings have no `theme`.
    """
    seen = view(course, TRAINER)
    walked = [renderer for renderer in RENDERERS if renderer.light or not light]
    kept: dict[Kept, Rendered] = {}
    for evening in evenings:
        step(f"{course.id}: {evening.date:%d/%m/%Y} {evening.group or evening.place}".rstrip())
        lasting = shorter(seen, evening.minutes)
        made: dict[str, Artifact] = {}
        problems: list[Problem] = []
        for renderer in walked:
            key = _key(renderer, evening)
            told = _told(lasting, evening, renderer.tells)
            done = kept.get(key) or _rendered(renderer, told, made, settings, engine_name)
            if renderer.tells is not Tells.EVENING:
                kept[key] = done
            made |= {file.path: file for file in done.files}
            problems += done.problems
        [pack] = (file for file in made.values() if isinstance(file, Pack))
        yield pack, ordered(problems)


def _rendered(
    renderer: Renderer, course: Course, made: dict[str, Artifact], settings: SiteSettings, engine_name: str
) -> Rendered:
    done = renderer.render(course, TRAINER, made)
    return replace(done, files=finished(course, TRAINER, done.files, settings, engine_name))


def _key(renderer: Renderer, evening: Evening) -> Kept:
    """What decides whether a renderer makes the same of two evenings."""
    start, people = (evening.start, evening.participants) if renderer.tells else (None, 0)
    return renderer, start, people, evening.minutes


def _told(course: Course, evening: Evening, tells: Tells) -> Course:
    """The course with as much of an evening as a renderer tells."""
    if tells is Tells.NOTHING:
        return course
    unnamed = replace(evening, date=date.min, place="", group="", names=("", ""))
    return replace(course, start=evening.start, evening=evening if tells is Tells.EVENING else unnamed)
