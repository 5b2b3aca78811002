"""Courses in, every file of a build out: checks, narrows, renders, makes pages and guards. Writes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

from lok.check.course import check_course
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.names import slug
from lok.model.output import Artifact, Listing
from lok.model.place import Span
from lok.problems import Code, Problem, error, ordered
from lok.publish import engine, finish
from lok.publish.guard import guard
from lok.publish.write import Output
from lok.read.course import load
from lok.read.format import SESSION
from lok.render import picture, prompter
from lok.render.deck import deck
from lok.render.paper import paper
from lok.render.site import config, site
from lok.view import view

LOOK = "mkdocs.yml"

Step = Callable[[str], None]
"""Is told what is being made."""
SiteSettings = Mapping[str, Any]
"""The settings of mkdocs.yml."""


@dataclass(frozen=True)
class Loaded:
    """What a project holds: the courses asked for, the ids of all sessions, its look, and every problem in them."""

    courses: tuple[Course, ...]
    sessions: tuple[str, ...]
    look: SiteSettings
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Built:
    """The files of some courses, what the pages above them say of each, and problems that only rendering shows."""

    outputs: tuple[Output, ...]
    listings: tuple[Listing, ...]
    problems: tuple[Problem, ...]


def load_and_check(root: Path, session_ids: Sequence[str], today: date) -> Loaded:
    """Load the named sessions (all where none is named) and check them; `today` decides which facts have expired."""
    courses, problems = load(root, session_ids)
    look, wrong = _look(root / LOOK)
    checked = (problem for course in courses for problem in check_course(course, today))
    sessions = tuple(slug(path.stem) for path in sorted((root / SESSION.folder).glob("*.md")))
    return Loaded(courses, sessions, look, ordered((*problems, *wrong, *checked)))


def build(
    courses: Sequence[Course], audiences: Sequence[Audience], look: SiteSettings, engine_name: str, step: Step
) -> Built:
    """Make everything of these courses for these audiences. Expects courses that `check_course` found no error in.

    Each course has a process of its own where there are several: they share nothing, and most of the time is Typst's.
    """
    step(", ".join(course.id for course in courses))
    make = partial(_course, audiences=tuple(audiences), look=look, engine_name=engine_name)
    with _several(len(courses)) as run:
        return _joined(run(make, courses))


@contextmanager
def _several(count: int) -> Iterator[Callable[..., Iterator[Built]]]:
    """A `map` that works on `count` things at a time, as far as this machine has processors for them."""
    workers = min(count, os.cpu_count() or 1)
    if workers < 2:
        yield map
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield pool.map


def shared(audience: Audience, listings: Sequence[Listing], look: SiteSettings) -> tuple[Output, ...]:
    """What the courses of an audience have in common: the page above them and the preview's settings."""
    files = {
        f"{audience.value}/index.html": site.index_page(listings, audience),
        **config.preview(audience, listings, look),
    }
    return tuple(Output(path, data, audience.value, "", (LOOK,)) for path, data in files.items())


def _course(course: Course, audiences: Sequence[Audience], look: SiteSettings, engine_name: str) -> Built:
    return _joined(_for(audience, course, look, engine_name) for audience in audiences)


def _joined(parts: Iterable[Built]) -> Built:
    made = tuple(parts)
    return Built(
        tuple(output for each in made for output in each.outputs),
        tuple(listing for each in made for listing in each.listings),
        ordered(problem for each in made for problem in each.problems),
    )


def _for(audience: Audience, course: Course, look: SiteSettings, engine_name: str) -> Built:
    seen = view(course, audience)
    pages = site.render(seen, audience)
    papers, problems = paper.render(seen, audience)
    pictures = picture.render(seen, audience)
    beside = (*papers, *deck.render(seen, audience), *pictures, *prompter.render(seen, audience, pictures))
    published = [*finished_pages(pages, look, engine_name), *beside]
    files = {f"{audience.value}/{course.id}/{item.path}": item for item in published}
    files |= dict(config.preview_pages(pages, beside))
    outputs = [Output(path, item.data, audience.value, course.id, item.sources) for path, item in files.items()]
    found = [*problems, *deck.misfits(seen, audience)]
    if audience is Audience.PARTICIPANT:
        found += guard(course, seen, (Artifact(output.path, output.data, ()) for output in outputs))
    return Built(tuple(outputs), (site.listing(seen, pages),), tuple(found))


def finished_pages(pages: site.Site, look: SiteSettings, engine_name: str) -> Iterator[Artifact]:
    """The finished pages of a site, each with the author files that its Markdown came from."""
    tree, settings = config.project(pages, look)
    sources = {item.path.removesuffix(".md") + ".html": item.sources for item in pages.pages}
    sources |= {item.path: item.sources for item in pages.pages}
    address = str(settings.get("site_url", ""))
    for path, data in finish.finish(engine.build(tree, settings, engine_name), address).items():
        yield Artifact(path, data, sources.get(path, (LOOK,)))


def _look(path: Path) -> tuple[SiteSettings, tuple[Problem, ...]]:
    if not path.is_file():
        tip = "kopieer mkdocs.yml uit een bestaand project: daarin staat hoe de sites eruitzien"
        return {}, (error(Span(LOOK), Code.NO_FILE, f"{LOOK} ontbreekt in deze map", tip),)
    try:
        return config.read_look(path.read_text(encoding="utf-8")), ()
    except (yaml.YAMLError, ValueError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        span = Span(LOOK, mark.line + 1, mark.column + 1) if mark else Span(LOOK)
        tip = "maak je laatste wijziging in dit bestand ongedaan"
        return {}, (error(span, Code.BAD_YAML, f"{LOOK} is niet te lezen", tip),)
