"""Every page of one course as Markdown, and the menu over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise

from lok import downloads
from lok.format import STATUS_CONFIRM
from lok.model import Artifact, Audience, Case, Course, Entry, Exercise, Nav, Part, Sheet, walk
from lok.render import links, schedule, stories, trainer
from lok.render.html import Writer
from lok.render.materials import needs
from lok.render.templating import fill
from lok.source import Span
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
        self.rows = schedule.rows(course)
        self.folders: tuple[tuple[str, str, Sequence[Item]], ...] = (
            (links.CASES, "case.md.j2", course.cases),
            (links.EXERCISES, "exercise.md.j2", course.exercises),
            (links.SHEETS, "sheet.md.j2", course.sheets),
        )
        self.lists = ((links.TERMS, course.terms), (links.REFERENCES, course.references), (links.FACTS, course.facts))
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
                yield self._write(links.overview(folder), "overview.md.j2", items, items=items, folder=folder)
            yield from (self._write(links.page(folder, item.id), template, item, item=item) for item in items)
        for name, entries in self.lists:
            if entries:
                yield self._write(links.list_page(name), "entries.md.j2", entries, name=name, entries=entries)
        if self.trainer:
            values = trainer.authors(self.course)
            yield self._write(links.list_page(links.AUTHORS), "authors.md.j2", self.course, **values)
        if self.unsure:
            entries = tuple(entry for _, found in self.unsure for _, entry in found)
            yield self._write(links.list_page(links.CONFIRM), "confirm.md.j2", entries, unsure=self.unsure)
        yield self._write(links.list_page(links.ABOUT), "about.md.j2", self.course.span)

    def nav(self) -> Nav:
        """The pages in the order of the menu."""
        w = words("site")
        found: list[tuple[str, str | Nav]] = [(w["home"], source(links.HOME))]
        if self.trainer:
            found += self._evening_nav()
        for folder, _, items in self.folders:
            if items:
                pages = ((title(item), source(links.page(folder, item.id))) for item in items)
                found.append((w[folder], ((w[folder], source(links.overview(folder))), *pages)))
        found += [(w[name], source(links.list_page(name))) for name, entries in self.lists if entries]
        if self.trainer:
            found.append((words("trainer")[links.AUTHORS], self._authors_nav()))
        return (*found, (w[links.ABOUT], source(links.list_page(links.ABOUT))))

    def _evening_nav(self) -> Iterator[tuple[str, str | Nav]]:
        for name in self._tools():
            yield words("trainer")[name], source(links.list_page(name))
        parts = ((part.title, source(links.page(links.PARTS, part.id))) for part in self.course.parts)
        yield words("site")[links.PARTS], tuple(parts)

    def _authors_nav(self) -> Nav:
        confirm = ((words("site")[links.CONFIRM], source(links.list_page(links.CONFIRM))),) if self.unsure else ()
        return ((words("trainer")["tijd"], source(links.list_page(links.AUTHORS))), *confirm)

    def _home(self) -> Artifact:
        if not self.trainer:
            return self._write(links.HOME, "start.md.j2", self.course, bundles=self.bundles, made=self.generated)
        made = [tuple(files) for _, files in groupby(self.generated, key=lambda file: file.id)]
        values = {
            "bundles": self.bundles,
            "rows": self.rows,
            "decks": self.decks,
            "needs": needs(self.course.slides),
            "made": made,
            "prompter": self.prompter,
        }
        return self._write(links.HOME, "evening.md.j2", self.course, **values, **trainer.start(self.course))

    def _tools(self) -> tuple[str, ...]:
        """Pages for the evening itself; a session without slides has none."""
        return (links.RUNSHEET, links.PROMPTER) if self.trainer and self.course.slides else ()

    def _evening(self) -> Iterator[Artifact]:
        if self._tools():
            values = trainer.runsheet(self.course)
            yield self._write(links.list_page(links.RUNSHEET), "runsheet.md.j2", self.course.agenda, **values)
            yield self._write(links.list_page(links.PROMPTER), "prompter.md.j2", self.course.span, file=self.prompter)
        yield from (self._part(row) for row in self.rows if isinstance(row.item, Part))

    def _part(self, row: schedule.Row) -> Artifact:
        assert isinstance(row.item, Part)
        slides = self.course.slides
        following = {slide.id: after for slide, after in pairwise(slides)}
        values = {"part": row.item, "row": row, "starts": schedule.starts(row), "following": following}
        return self._write(links.page(links.PARTS, row.item.id), "part.md.j2", row.item, **values)

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
            "cases_in": partial(stories.cases, self.course),
            "reactions_in": partial(stories.reactions, self.course),
            "tools": self._tools(),
            "part_of": self.part_of,
            "speakers": partial(trainer.speakers, self.course),
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
