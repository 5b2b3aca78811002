"""Courses in, every file of a build out: narrows, renders, makes pages and guards. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from lok.load import Loaded
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, Listing, SiteFile, Step
from lok.model.place import Places
from lok.problems import Problem, ordered
from lok.processes import several
from lok.publish import engine, finish, kept_pages, offline, search
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.publish.write import Output
from lok.read.digest import SETTINGS
from lok.render.renderers import RENDERERS
from lok.render.site import config, site
from lok.render.site.settings import SiteSettings, own_settings
from lok.view import view


@dataclass(frozen=True)
class Built:
    """The files of some courses, what the pages above them say of each, and problems that only rendering shows."""

    outputs: tuple[Output, ...]
    listings: tuple[Listing, ...]
    problems: tuple[Problem, ...]


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
    seen = view(view(course, Audience.TRAINER), audience)  # trainers' hand-outs show the same view: it is laid out once
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
    pages = finish.finish(kept_pages.build(tree, wanted, engine_name))
    pages[search.INDEX] = _index(course, audience, pages)
    beside = {} if course.evening else {f"../{item.path}": item.data for item in site.assets(audience, course.face)}
    pages[offline.WORKER] = offline.worker(pages | beside)
    for path, data in pages.items():
        yield Artifact(path, data, sources.get(path, _sources(settings)))


def _sources(settings: SiteSettings) -> tuple[str, ...]:
    """The author files that a page without text of an author came from."""
    return () if settings == own_settings() else (SETTINGS,)


def _index(course: Course, audience: Audience, files: Mapping[str, bytes]) -> bytes:
    """The index of the search; for participants without what they may have to look for themselves."""
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    helps = [search.Help(*each) for each in site.helps(course)]
    return search.index(pages, site.synonyms(course), helps, answers=audience is Audience.TRAINER)
