"""Every page of one course as Markdown, and the menu over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise

from lok.derive import downloads, task_cases
from lok.model.audience import Audience
from lok.model.course import Case, Course, Entry, Exercise, Part, Sheet
from lok.model.output import Artifact, Nav
from lok.model.place import Span
from lok.model.vocabulary import STATUS_CONFIRM
from lok.model.walk import walk
from lok.render.html import addresses
from lok.render.html.prose import Writer
from lok.render.html.templates import fill
from lok.render.site import trainer
from lok.session import clock
from lok.session.lookup import speakers
from lok.session.materials import needs
from lok.words import words

Item = Case | Exercise | Sheet


class Pages:
    """The pages of a course that `view` already narrowed to this audience."""

    def __init__(self, course: Course, audience: Audience) -> None:
        self.course = course
        self.trainer = audience is Audience.TRAINER
        self.decks = downloads.decks(course, audience)
        self.papers = downloads.papers(course)
        self.generated = tuple(each.download for each in downloads.generated(course, audience))
        self.bundles = downloads.bundles(course, audience)
        self.part_of = {slide.id: part for part in course.parts for slide in part.slides}
        self.prompter = downloads.prompter(course, audience)
        self.rows = clock.rows(course)
        self.folders: tuple[tuple[str, str, Sequence[Item]], ...] = (
            (addresses.CASES, "case.md.j2", course.cases),
            (addresses.EXERCISES, "exercise.md.j2", course.exercises),
            (addresses.SHEETS, "sheet.md.j2", course.sheets),
        )
        self.lists = (
            (addresses.TERMS, course.terms),
            (addresses.REFERENCES, course.references),
            (addresses.FACTS, course.facts),
        )
        self.unsure = unsure(course) if self.trainer else ()
        self.titles = {
            f"{kind}:{item.id}": title(item)
            for kind, items in (("casus", course.cases), ("oefening", course.exercises), ("blad", course.sheets))
            for item in items
        }

    def all(self) -> Iterator[Artifact]:
        yield self._home()
        if self.trainer:
            yield from self._evening()
        for folder, template, items in self.folders:
            if items:
                yield self._write(addresses.overview(folder), "overview.md.j2", items, items=items, folder=folder)
            yield from (self._write(addresses.page(folder, item.id), template, item, item=item) for item in items)
        for name, entries in self.lists:
            if entries:
                yield self._write(addresses.list_page(name), "entries.md.j2", entries, name=name, entries=entries)
        if self.trainer:
            values = trainer.authors(self.course)
            yield self._write(addresses.list_page(addresses.AUTHORS), "authors.md.j2", self.course, **values)
        if self.unsure:
            entries = tuple(entry for _, found in self.unsure for _, entry in found)
            yield self._write(addresses.list_page(addresses.CONFIRM), "confirm.md.j2", entries, unsure=self.unsure)
        yield self._write(addresses.list_page(addresses.ABOUT), "about.md.j2", self.course.span)

    def nav(self) -> Nav:
        """The pages in the order of the menu."""
        w = words("site")
        found: list[tuple[str, str | Nav]] = [(w["home"], source(addresses.HOME))]
        if self.trainer:
            found += self._evening_nav()
        for folder, _, items in self.folders:
            if items:
                pages = ((title(item), source(addresses.page(folder, item.id))) for item in items)
                found.append((w[folder], ((w[folder], source(addresses.overview(folder))), *pages)))
        found += [(w[name], source(addresses.list_page(name))) for name, entries in self.lists if entries]
        if self.trainer:
            found.append((words("trainer")[addresses.AUTHORS], self._authors_nav()))
        return (*found, (w[addresses.ABOUT], source(addresses.list_page(addresses.ABOUT))))

    def _evening_nav(self) -> Iterator[tuple[str, str | Nav]]:
        for name in self._tools():
            yield words("trainer")[name], source(addresses.list_page(name))
        parts = ((part.title, source(addresses.page(addresses.PARTS, part.id))) for part in self.course.parts)
        yield words("site")[addresses.PARTS], tuple(parts)

    def _authors_nav(self) -> Nav:
        confirm = (
            ((words("site")[addresses.CONFIRM], source(addresses.list_page(addresses.CONFIRM))),) if self.unsure else ()
        )
        return ((words("trainer")["tijd"], source(addresses.list_page(addresses.AUTHORS))), *confirm)

    def _home(self) -> Artifact:
        if not self.trainer:
            return self._write(addresses.HOME, "start.md.j2", self.course, bundles=self.bundles, made=self.generated)
        made = [tuple(files) for _, files in groupby(self.generated, key=lambda file: file.id)]
        values = {
            "bundles": self.bundles,
            "rows": self.rows,
            "decks": self.decks,
            "needs": needs(self.course.slides),
            "made": made,
            "prompter": self.prompter,
        }
        return self._write(addresses.HOME, "evening.md.j2", self.course, **values, **trainer.start(self.course))

    def _tools(self) -> tuple[str, ...]:
        """Pages for the evening itself; a session without slides has none."""
        return (addresses.RUNSHEET, addresses.PROMPTER) if self.trainer and self.course.slides else ()

    def _evening(self) -> Iterator[Artifact]:
        if self._tools():
            values = trainer.runsheet(self.course)
            yield self._write(addresses.list_page(addresses.RUNSHEET), "runsheet.md.j2", self.course.agenda, **values)
            yield self._write(
                addresses.list_page(addresses.PROMPTER), "prompter.md.j2", self.course.span, file=self.prompter
            )
        yield from (self._part(row) for row in self.rows if isinstance(row.item, Part))

    def _part(self, row: clock.Row) -> Artifact:
        assert isinstance(row.item, Part)
        slides = self.course.slides
        following = {slide.id: after for slide, after in pairwise(slides)}
        values = {"part": row.item, "row": row, "starts": clock.starts(row), "following": following}
        return self._write(addresses.page(addresses.PARTS, row.item.id), "part.md.j2", row.item, **values)

    def _write(self, path: str, template: str, record: object, **values: object) -> Artifact:
        """One page: its template filled in with `values` and the tools that every page has."""
        writer = Writer.of(path, self.course)
        tools: dict[str, object] = {
            "course": self.course,
            "trainer": self.trainer,
            "prose": writer.prose,
            "here": writer.address,
            "place": lambda target: writer.address(writer.places[target]) if target in writer.places else "",
            "titles": self.titles,
            "papers_of": self._papers_of,
            "cases_in": partial(task_cases.cases, self.course),
            "reactions_in": partial(task_cases.reactions, self.course),
            "tools": self._tools(),
            "part_of": self.part_of,
            "speakers": partial(speakers, self.course),
            "media": {item.path for item in self.course.media},
        }
        return Artifact(source(path), fill(template, **tools, **values), sources(record))

    def _papers_of(self, id: str) -> tuple[downloads.Download, ...]:
        return tuple(paper for paper in self.papers if paper.id == id)


def unsure(course: Course) -> tuple[tuple[str, tuple[tuple[str, Entry], ...]], ...]:
    """What somebody must still confirm: by whom, and each with the link that leads to it."""
    named = (("feit", course.facts), ("begrip", course.terms), ("bron", course.references))
    found: dict[str, list[tuple[str, Entry]]] = {}
    for kind, entries in named:
        for entry in entries:
            if entry.status == STATUS_CONFIRM:
                found.setdefault(entry.confirm_by, []).append((f"{kind}:{entry.id}", entry))
    return tuple((who, tuple(found[who])) for who in sorted(found))


def title(item: Item) -> str:
    return item.name if isinstance(item, Case) else item.title


def source(address: str) -> str:
    """The Markdown file that becomes the page at this address."""
    return address.removesuffix(".html") + ".md"


def sources(record: object) -> tuple[str, ...]:
    """The author files that a record came from."""
    return tuple(sorted({part.path for part in walk(record) if isinstance(part, Span)}))
