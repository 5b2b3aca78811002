"""Evenings of one course in, a pack for each out. What does not differ between evenings is made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time

from lok.build import SiteSettings, Step, finished_pages
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.problems import Problem, ordered
from lok.render import picture, prompter
from lok.render.deck import deck
from lok.render.pack import Pack, render
from lok.render.paper import paper
from lok.render.site import site
from lok.view import view

TRAINER = Audience.TRAINER


def packs(
    course: Course, evenings: Sequence[Evening], look: SiteSettings, engine_name: str, light: bool, step: Step
) -> Iterator[tuple[Pack, tuple[Problem, ...]]]:
    """A pack for each evening, with what did not fit in it. Expects a course that `check_course` found no error in."""
    seen = view(course, TRAINER)
    drawn = picture.render(seen, TRAINER)
    pictures = {item.path: item.data for item in drawn}
    sites: dict[time, dict[str, bytes]] = {}
    for evening in evenings:
        at = replace(seen, start=evening.start)
        step(f"{course.id}: {evening.date:%d/%m/%Y} {evening.group or evening.place}".rstrip())
        if not light and evening.start not in sites:
            pages = site.render(at, TRAINER)
            made = (*finished_pages(pages, look, engine_name), *prompter.render(at, TRAINER, drawn))
            sites[evening.start] = {page.path: page.data for page in made}
        dated = replace(at, evening=evening)
        papers, problems = paper.render(dated, TRAINER)
        beside = {item.path: item.data for item in (*papers, *deck.render(dated, TRAINER))}
        files = {**sites.get(evening.start, {}), **pictures, **beside}
        yield render(dated, files, light), ordered((*problems, *deck.misfits(dated, TRAINER)))
