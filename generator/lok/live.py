"""A project that is being written in, stages of a preview out: first the pages that changed, last what takes long.

Whoever shows the stages may stop after any of them, because something was saved again; the next run takes up what was
left. Nothing is made twice of a course that stayed the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lok.build import finished, shared
from lok.derive import downloads
from lok.judge.texts import judge_texts
from lok.load import Loaded, load_and_check
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, Listing
from lok.problems import Problem, has_errors
from lok.publish.patch import patched
from lok.read.course import load
from lok.read.memory import Memory
from lok.render import picture, prompter
from lok.render.contract import Render
from lok.render.deck import deck
from lok.render.html.templates import fill
from lok.render.paper import paper
from lok.render.paper.catalogue import bundles, generated
from lok.render.paper.document import press
from lok.render.site import site
from lok.render.site.pages import Pages
from lok.view import view

Key = tuple[str, str]
"""An audience and the id of a course."""
AFTER_SITE: tuple[Render, ...] = (picture.render, prompter.render, deck.render)
"""What is made once the pages stand, in this order; papers come last."""


def _side_by_side(courses: Sequence[Course]) -> bytes:
    """The page on which a course is seen as trainers and participants see it, with its slides and papers."""
    told = []
    for course in courses:
        sheets = (*downloads.papers(course), *bundles(course, Audience.TRAINER))
        made = (each.download for each in generated(course, Audience.TRAINER))
        slides = [(downloads.picture_path(slide.id), f"{slide.number}. {slide.title}") for slide in course.slides]
        papers = [(each.path, f"{each.title} ({each.size.upper()})") for each in (*sheets, *made)]
        told.append({"id": course.id, "title": course.title, "slide": slides, "blad": papers})
    return fill("preview.html.j2", courses=told)


@dataclass(frozen=True)
class Stage:
    """Files to show, by path; and all problems known by then, or None where nothing new is known of them."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] | None = None


@dataclass
class Live:
    """The sessions (all where none is named) of the project in `root`, for these audiences.

    With one audience its pages stand at the top, else each has a folder.
    """

    root: Path
    sessions: Sequence[str]
    audiences: Sequence[Audience]
    engine_name: str
    _texts: dict[str, bytes] = field(default_factory=dict)
    _pages: dict[str, bytes] = field(default_factory=dict)
    _records: dict[Key, dict[str, object]] = field(default_factory=dict)
    _artifacts: dict[Key, dict[str, Artifact]] = field(default_factory=dict)
    _memory: Memory = field(default_factory=Memory)
    _made: dict[tuple[str, Key], Course] = field(default_factory=dict)

    def stages(self, today: date) -> Iterator[Stage]:
        """Everything that changed since it was last shown. Raises EngineError where the site engine stops,
        TypesettingError where Typst does.
        """
        courses, problems = load(self.root, self.sessions, self._memory)
        if not has_errors(problems):
            yield Stage(dict(self._at_once(courses)))
        loaded = load_and_check(self.root, self.sessions, today, self._memory)
        found = judge_texts(loaded)
        yield Stage({}, found)
        if not has_errors(found):
            yield Stage(self._site(loaded), found)
            yield from self._rest(loaded)

    def path(self, audience: Audience, path: str) -> str:
        """Where a file of a build is shown."""
        return path if len(self.audiences) > 1 else path.removeprefix(f"{audience.value}/")

    def _at_once(self, courses: Sequence[Course]) -> Iterator[tuple[str, bytes]]:
        """Each page of which the text changed, in the frame that it had."""
        for audience, seen in self._views(courses):
            known = self._records.setdefault((audience.value, seen.id), {})
            for file in Pages(seen, audience).written(known):
                path = self._path(audience, seen, file).removesuffix(".md")
                page = self._pages.get(f"{path}.html")
                if page and self._texts.get(path) != file.data:
                    self._texts[path] = file.data
                    made = patched(page, file.data)
                    if made:
                        self._pages[f"{path}.html"] = made
                        yield f"{path}.html", made

    def _site(self, loaded: Loaded) -> dict[str, bytes]:
        """The pages of each course that changed, and those above them."""
        files: dict[str, bytes] = {}
        listings: dict[Audience, list[Listing]] = {audience: [] for audience in self.audiences}
        for audience, seen in self._views(loaded.courses):
            listings[audience].append(site.listing(seen, audience))
            if self._is_new("site", audience, seen):
                tree = site.render(seen, audience, {}).files
                self._texts |= {self._path(audience, seen, file).removesuffix(".md"): file.data for file in tree}
                ready = finished(seen, audience, tree, loaded.settings, self.engine_name)
                files |= {self._path(audience, seen, file): file.data for file in ready}
        for audience in self.audiences:
            common = shared(audience, listings[audience], loaded)
            files |= {self.path(audience, each.path): each.data for each in common}
        if len(self.audiences) > 1:
            files["index.html"] = _side_by_side(loaded.courses)
        self._pages |= {path: data for path, data in files.items() if path.endswith(".html")}
        return files

    def _rest(self, loaded: Loaded) -> Iterator[Stage]:
        """What pages link to: pictures, the screen, decks, papers one by one."""
        for render in AFTER_SITE:
            for audience, seen in self._views(loaded.courses):
                if self._is_new(render.__module__, audience, seen):
                    known = self._artifacts.setdefault((audience.value, seen.id), {})
                    made = render(seen, audience, known).files
                    known |= {file.path: file for file in made}
                    yield Stage({self._path(audience, seen, file): file.data for file in made})
        for audience, seen in self._views(loaded.courses):
            if self._is_new("paper", audience, seen):
                for download, document in paper.documents(seen, audience):
                    at = self.path(audience, f"{audience.value}/{seen.id}/{download.path}")
                    yield Stage({at: press(document, seen).pdf})

    def _views(self, courses: Sequence[Course]) -> Iterator[tuple[Audience, Course]]:
        for audience in self.audiences:
            for course in courses:
                yield audience, view(course, audience)

    def _path(self, audience: Audience, course: Course, file: Artifact) -> str:
        return self.path(audience, f"{audience.value}/{course.id}/{file.path}")

    def _is_new(self, what: str, audience: Audience, course: Course) -> bool:
        """Whether something was not yet made of this course as it is; from now on it was."""
        key = what, (audience.value, course.id)
        if self._made.get(key) == course:
            return False
        self._made[key] = course
        return True
