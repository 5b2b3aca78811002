"""Courses in, every file of a build out: checks, narrows, renders, makes pages and guards. Writes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import Any

import yaml

from lok.check.course import check_course
from lok.check.unused import check_unused
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.face import Face
from lok.model.output import Artifact, Listing, SiteFile
from lok.model.place import Places, Span
from lok.problems import Code, Problem, Severity, error, ordered
from lok.publish import engine, finish, offline, search
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.publish.write import Output
from lok.read.course import load
from lok.read.digest import SETTINGS as SETTINGS_FILE
from lok.read.disk import Disk
from lok.read.files import Files
from lok.read.format import SESSION, SLIDES
from lok.read.memory import Memory
from lok.read.places import places
from lok.render.renderers import RENDERERS
from lok.render.site import config, site
from lok.render.site.config import SiteSettings
from lok.view import view

Step = Callable[[str], None]
"""Is told in words, for who waits, what is being made."""


@dataclass(frozen=True)
class Loaded:
    """What a project holds: the courses asked for, the ids of all sessions, the sites' settings, and every problem.

    `places` tells of each course, by its id, which words of the author files are for everyone.
    """

    courses: tuple[Course, ...]
    places: Mapping[str, Places]
    sessions: tuple[str, ...]
    settings: SiteSettings
    problems: tuple[Problem, ...]

    @property
    def face(self) -> Face | None:
        """Of the organisation that publishes these courses; None where they have our own."""
        return next((course.face for course in self.courses), None)


@dataclass(frozen=True)
class Built:
    """The files of some courses, what the pages above them say of each, and problems that only rendering shows."""

    outputs: tuple[Output, ...]
    listings: tuple[Listing, ...]
    problems: tuple[Problem, ...]


def load_and_check(root: Path, session_ids: Sequence[str], today: date, memory: Memory | None = None) -> Loaded:
    """Load the named sessions (all where none is named) of the project in `root` and check them.

    With a `memory` of earlier readings, only files that changed are read again.
    `today` decides which facts have expired. Mistakes of an author are problems, never raised.
    Raises OSError where mkdocs.yml is there and cannot be opened.
    """
    courses, problems = load(root, session_ids, memory)
    settings, wrong = _settings(root / SETTINGS_FILE)
    checked = (problem for course in courses for problem in check_course(course, today))
    whole = (problem for problem in checked if not _follows(problem, problems))
    found = (*problems, *wrong, *whole)
    if not session_ids and not any(each.severity is Severity.ERROR or each.code is Code.UNUSED_PART for each in found):
        found = (*found, *check_unused(courses))
    sessions = tuple(Files(Disk(root)).by_id(SESSION.folder))
    said = {course.id: places(root, course.id, course.media) for course in courses}
    return Loaded(courses, said, sessions, settings, ordered(found))


def _follows(problem: Problem, read: Sequence[Problem]) -> bool:
    """Whether a warning may be the consequence of a mistake: in a file with an error, not every word was read."""
    broken = {each.span.path for each in read if each.severity is Severity.ERROR}
    if problem.code is Code.MINUTES_DO_NOT_ADD_UP:
        return any(path == problem.span.path or path.startswith(f"{SLIDES.folder}/") for path in broken)
    return problem.code in (Code.NO_WORDS, Code.TIME_TOO_SHORT, Code.NOTES_TOO_LONG) and problem.span.path in broken


def build(
    loaded: Loaded,
    audiences: Sequence[Audience],
    engine_name: str = engine.MKDOCS,
    step: Step = lambda _: None,
) -> Built:
    """Make everything of these courses for these audiences. Expects courses that `check_course` found no error in.

    `step` is told the ids of the courses. Raises EngineError where the site engine stops, TypesettingError where
    Typst does, and KeyError where the settings have no `theme`.
    """
    return joined(builds(loaded, audiences, engine_name, step))


def builds(loaded: Loaded, audiences: Sequence[Audience], engine_name: str, step: Step) -> tuple[Built, ...]:
    """What `build` makes, of each course apart; raises what it raises.

    Each course has a process of its own where there are several: they share nothing.
    """
    courses = loaded.courses
    step(", ".join(course.id for course in courses))
    make = partial(_course, audiences=tuple(audiences), settings=loaded.settings, engine_name=engine_name)
    with several(len(courses)) as run:
        return tuple(run(make, courses, [loaded.places[course.id] for course in courses]))


@contextmanager
def several(count: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """A `map` that works on `count` things at a time, as far as this machine has processors for them."""
    workers = min(count, os.cpu_count() or 1)
    if workers < 2:
        yield map
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent) as pool:
        yield pool.map


def _end_with_parent() -> None:
    """In a worker: end when the process that started it ends, however it ends. Left alone, a worker waits for ever."""
    parent = parent_process()
    if parent:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def shared(audience: Audience, listings: Sequence[Listing], loaded: Loaded) -> tuple[Output, ...]:
    """What the courses of an audience have in common: the page above them, the one for a wrong address, the assets."""
    face = loaded.face
    files = {"index.html": site.index_page(listings, audience, face)}
    files |= {engine.LOST: site.lost_page(listings, audience, face)}
    files |= {item.path: item.data for item in site.assets(audience, face)}
    name, sources = audience.value, _sources(loaded.settings)
    return tuple(Output(f"{name}/{path}", data, name, "", sources) for path, data in files.items())


def _course(
    course: Course, places: Places, audiences: Sequence[Audience], settings: SiteSettings, engine_name: str
) -> Built:
    return joined(_for(audience, course, places, settings, engine_name) for audience in audiences)


def joined(parts: Iterable[Built]) -> Built:
    """What was made apart, as one."""
    made = tuple(parts)
    return Built(
        tuple(output for each in made for output in each.outputs),
        tuple(listing for each in made for listing in each.listings),
        ordered(problem for each in made for problem in each.problems),
    )


def _for(audience: Audience, course: Course, places: Places, settings: SiteSettings, engine_name: str) -> Built:
    seen = view(course, audience)
    made: dict[str, Artifact] = {}
    problems: list[Problem] = []
    with ThreadPoolExecutor() as beside:  # papers are laid out while an engine makes pages
        begun = {each: beside.submit(each.render, seen, audience, {}) for each in RENDERERS if each.apart}
        for renderer in RENDERERS:
            done = begun[renderer].result() if renderer in begun else renderer.render(seen, audience, made)
            made |= {file.path: file for file in finished(seen, audience, done.files, settings, engine_name)}
            problems += done.problems
    files = {f"{audience.value}/{course.id}/{path}": item for path, item in made.items()}
    outputs = [Output(path, item.data, audience.value, course.id, item.sources) for path, item in files.items()]
    listing = site.listing(seen, audience)
    if audience is Audience.PARTICIPANT:
        files_out = (Artifact(output.path, output.data, ()) for output in outputs)
        problems += guard(secrets(places), (seen, listing), files_out)
    return Built(tuple(outputs), (listing,), tuple(problems))


def finished(
    course: Course, audience: Audience, files: Sequence[Artifact], settings: SiteSettings, engine_name: str
) -> tuple[Artifact, ...]:
    """What a renderer made, ready to publish: the files of a site become its pages, all others stay as they are.

    Raises EngineError where the site engine stops, KeyError where the settings have no `theme`.
    """
    tree = tuple(file for file in files if isinstance(file, SiteFile))
    ready = tuple(file for file in files if not isinstance(file, SiteFile))
    return (*ready, *_site(course, audience, tree, settings, engine_name)) if tree else ready


def _site(
    course: Course, audience: Audience, files: Sequence[SiteFile], settings: SiteSettings, engine_name: str
) -> Iterator[Artifact]:
    """The finished pages of a site, each with the author files that its Markdown came from."""
    tree, wanted = config.project(course, audience, files, settings)
    sources = {item.path.removesuffix(".md") + ".html": item.sources for item in files}
    sources |= {item.path: item.sources for item in files}
    pages = finish.finish(engine.build(tree, wanted, engine_name))
    pages[search.INDEX] = _index(course, audience, pages)
    beside = {} if course.evening else {f"../{item.path}": item.data for item in site.assets(audience)}
    pages[offline.WORKER] = offline.worker(pages | beside)
    for path, data in pages.items():
        yield Artifact(path, data, sources.get(path, _sources(settings)))


def _sources(settings: SiteSettings) -> tuple[str, ...]:
    """The author files that a page without text of an author came from."""
    return () if settings == config.own_settings() else (SETTINGS_FILE,)


def _index(course: Course, audience: Audience, files: Mapping[str, bytes]) -> bytes:
    """The index of the search; for participants without what they may have to look for themselves."""
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    helps = [search.Help(*each) for each in site.helps(course)]
    return search.index(pages, site.synonyms(course), helps, answers=audience is Audience.TRAINER)


def _settings(path: Path) -> tuple[SiteSettings, tuple[Problem, ...]]:
    if not path.is_file():
        return config.own_settings(), ()
    try:
        return config.read_settings(path.read_text(encoding="utf-8")), ()
    except config.SettingsError as wrong:
        message = f"{SETTINGS_FILE} zegt niet goed hoe de sites eruitzien: {wrong}"
        tip = "maak je laatste wijziging ongedaan, of haal dit bestand weg: lok weet zelf hoe de sites eruitzien"
        return {}, (error(Span(SETTINGS_FILE), Code.BAD_SETTING, message, tip),)
    except (yaml.YAMLError, ValueError, OSError, RecursionError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        span = Span(SETTINGS_FILE, mark.line + 1, mark.column + 1) if mark else Span(SETTINGS_FILE)
        tip = "maak je laatste wijziging in dit bestand ongedaan"
        return {}, (error(span, Code.BAD_YAML, f"{SETTINGS_FILE} is niet te lezen", tip),)
