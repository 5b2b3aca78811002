"""Every page of one course as Markdown, and the menu over them: one list says both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise

from lok.derive import downloads, task_cases
from lok.derive.occasions import Item, faces, occasions, ordered
from lok.derive.wording import wording
from lok.design.pictograms import PICTOGRAMS, PORTRAITS
from lok.exercises import kind_of
from lok.model import vocabulary
from lok.model.audience import Audience
from lok.model.course import Course, Part
from lok.model.library import Case, Entry, Exercise, Fragment, Sheet
from lok.model.output import Nav, SiteFile
from lok.model.place import Span
from lok.model.ref import Ref
from lok.model.text import Blocks
from lok.model.walk import walk
from lok.render.html import addresses
from lok.render.html.prose import Writer
from lok.render.html.templates import fill, said, spoken
from lok.render.paper import catalogue
from lok.render.paper.paper import places_in_bundle
from lok.render.site import scripts, start, trainer
from lok.session import clock
from lok.session.aids import aids
from lok.session.lookup import lookup, speakers
from lok.words import words

Values = Callable[[], Mapping[str, object]]
"""Finds the values of a page once it is written."""


@dataclass(frozen=True)
class Page:
    """A page not yet written: its address, its title in the menu, its template, what it tells of, and its values."""

    path: str
    title: str
    template: str
    record: object
    values: Values = dict


@dataclass(frozen=True)
class Section:
    """Pages below one title of the menu."""

    title: str
    pages: tuple[Page, ...]


class Pages:
    """The pages of a course that `view` already narrowed to this audience."""

    def __init__(self, course: Course, audience: Audience) -> None:
        self.course = course
        self.trainer = audience is Audience.TRAINER
        self.decks = downloads.decks(course, audience)
        self.papers = downloads.papers(course)
        self.worksheets = downloads.worksheets(course)
        self.generated = catalogue.generated(course, audience)
        self.bundles = catalogue.bundles(course, audience)
        self.part_of = {slide.id: part for part in course.parts for slide in part.slides}
        self.prompter = downloads.prompter(course, audience)
        self.tools = (addresses.RUNSHEET, addresses.PROMPTER) if self.trainer and course.slides else ()
        self.rows = clock.rows(course)
        self.folders: tuple[tuple[str, str, Sequence[Item]], ...] = (
            (addresses.CASES, "case.md.j2", ordered(course, course.cases)),
            (addresses.EXERCISES, "exercise.md.j2", ordered(course, course.exercises)),
            (addresses.SHEETS, "sheet.md.j2", ordered(course, course.sheets)),
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

    def all(self) -> Iterator[SiteFile]:
        """Every page, written."""
        return self.written({})

    def written(self, known: MutableMapping[str, object]) -> Iterator[SiteFile]:
        """The pages that tell of another record than `known` has for their address, written; `known` has them then."""
        for each in self.menu():
            for page in each.pages if isinstance(each, Section) else (each,):
                if page.path not in known or known[page.path] != page.record:
                    known[page.path] = page.record
                    yield self._write(page)

    def nav(self) -> Nav:
        """Titles and files of the pages, as a site engine reads a menu."""
        return tuple(
            (each.title, tuple((page.title, source(page.path)) for page in each.pages))
            if isinstance(each, Section)
            else (each.title, source(each.path))
            for each in self.menu()
        )

    def menu(self) -> Iterator[Page | Section]:
        """THE list of pages, in the order of the menu."""
        for _, pages in self.groups():
            yield from pages

    def groups(self) -> tuple[tuple[str, tuple[Page | Section, ...]], ...]:
        """The menu by what it is for, each group with its name: the evening, to look up and, for trainers, to write."""
        w = wording(self.course, "menu")
        found = [(w["tonight"], (self._home(), *self._evening())), (w["reference"], tuple(self._reference()))]
        if self.trainer:
            authors = Section(words("trainer")[addresses.AUTHORS], tuple(self._for_authors()))
            found.append((authors.title, (authors,)))
        return tuple(found)

    def _reference(self) -> Iterator[Page | Section]:
        w = words("site")
        for folder, template, items in self.folders:
            if items:
                yield Section(w[folder], (self._overview(folder, items), *self._items(folder, template, items)))
        for name, entries in self.lists:
            if entries:
                values = given(name=name, entries=entries)
                yield Page(addresses.list_page(name), w[name], "entries.md.j2", entries, values)
        yield Page(addresses.list_page(addresses.ABOUT), w[addresses.ABOUT], "about.md.j2", self.course.span)

    def _home(self) -> Page:
        template, values = ("evening.md.j2", self._start) if self.trainer else ("start.md.j2", self._first)
        return Page(addresses.HOME, words("site")["home"], template, self.course, values)

    def _first(self) -> Mapping[str, object]:
        """Values for the start page of participants."""
        made = tuple(each.download for each in self.generated)
        used = occasions(self.course)
        return {"bundles": self.bundles, "made": made, "faces": faces(self.course), "occasions": used}

    def _start(self) -> Mapping[str, object]:
        """Values for the start page of trainers."""
        own = {"bundles": self.bundles, "decks": self.decks, "prompter": self.prompter}
        own |= {"occasions": occasions(self.course)}
        return {**own, **start.values(self.course, self.bundles, self.generated)}

    def _evening(self) -> Iterator[Page | Section]:
        """Pages for the evening itself, for trainers; a session without slides has no tools for it."""
        if not self.trainer:
            return
        w, course = words("trainer"), self.course
        tools: tuple[tuple[str, str, object, Values], ...] = (
            (addresses.RUNSHEET, "runsheet.md.j2", course.agenda, partial(trainer.runsheet, course)),
            (addresses.PROMPTER, "prompter.md.j2", course.span, given(file=self.prompter)),
        )
        for name, template, record, values in tools if self.tools else ():
            yield Page(addresses.list_page(name), w[name], template, record, values)
        yield Section(wording(self.course, "site")[addresses.PARTS], tuple(self._parts()))

    def _parts(self) -> Iterator[Page]:
        shown = (slide for slide in self.course.slides if not slide.left_out)
        following = {slide.id: after for slide, after in pairwise(shown)}
        aided = partial(aids, lookup(self.course))
        for row in self.rows:
            if isinstance(row.item, Part):
                values = given(part=row.item, row=row, starts=clock.told(row), following=following, aids=aided)
                yield Page(addresses.page(addresses.PARTS, row.item.id), row.item.title, "part.md.j2", row.item, values)

    def _overview(self, folder: str, items: Sequence[Item]) -> Page:
        values = given(items=items, folder=folder)
        return Page(addresses.overview(folder), words("site")[folder], "overview.md.j2", items, values)

    def _items(self, folder: str, template: str, items: Sequence[Item]) -> Iterator[Page]:
        for item in items:
            yield Page(addresses.page(folder, item.id), title(item), template, item, given(item=item, **of_kind(item)))

    def _for_authors(self) -> Iterator[Page]:
        name = addresses.AUTHORS
        values: Values = partial(trainer.authors, self.course)
        yield Page(addresses.list_page(name), words("trainer")["tijd"], "authors.md.j2", self.course, values)
        name = addresses.DRAWINGS
        values = given(
            pictograms=PICTOGRAMS,
            portraits=PORTRAITS,
            key=vocabulary.PICTOGRAM,
            keys=vocabulary.PICTOGRAMS,
            portrait_key=vocabulary.PORTRAIT,
        )
        yield Page(addresses.list_page(name), words("trainer")[name], "drawings.md.j2", (), values)
        if self.unsure:
            name = addresses.CONFIRM
            entries = tuple(entry for _, found in self.unsure for _, entry in found)
            values = partial(trainer.confirm, self.course, self.unsure)
            yield Page(addresses.list_page(name), words("site")[name], "confirm.md.j2", entries, values)
        if self.course.changes:
            name = addresses.CHANGES
            yield Page(addresses.list_page(name), words("trainer")[name], "changes.md.j2", self.course.changes)

    def _write(self, page: Page) -> SiteFile:
        """One page: its template filled in with its values and the tools that every page has."""
        for_patient = not self.trainer and isinstance(page.record, Exercise | Sheet) and page.record.for_patient
        writer = Writer.of(page.path, self.course, marks=self.trainer, silent=for_patient)
        tools: dict[str, object] = {
            "w": wording(self.course, "site"),
            "t": wording(self.course, "trainer"),
            "said": partial(said, worded=partial(wording, self.course)),
            "course": self.course,
            "trainer": self.trainer,
            "for_patient": for_patient,
            "address": downloads.public_address(self.course, page.path),
            "prose": writer.prose,
            "called": writer.said,
            "here": writer.address,
            "place": lambda target: writer.address(writer.places[target]) if target in writer.places else "",
            "titles": self.titles,
            "papers_of": self._papers_of,
            "worksheets_of": self._worksheets_of,
            "in_bundle": self._in_bundle,
            "cases_in": partial(task_cases.cases, self.course),
            "asked": partial(questions, self.course),
            "reactions_in": partial(task_cases.reactions, self.course),
            "tools": self.tools,
            "part_of": self.part_of,
            "speakers": partial(speakers, self.course),
            "media": {item.path: item for item in self.course.media},
        }
        text = fill(page.template, **tools, **page.values())
        foot = f"\n{writer.foot()}\n".encode() if writer.foot() else b""
        return SiteFile(source(page.path), text + foot, sources(page.record))

    def _in_bundle(self, id: str) -> str:
        """Where a paper stands in what every participant holds, in words; "" where it does not, or nobody asks."""
        page = self._bundled.get(id)
        return words("trainer")["in_bundle"].format(page=page) if page else ""

    @cached_property
    def _bundled(self) -> Mapping[str, int]:
        return places_in_bundle(replace(self.course, evening=None))

    def _papers_of(self, id: str) -> tuple[downloads.Download, ...]:
        return tuple(paper for paper in self.papers if paper.id == id)

    def _worksheets_of(self, id: str) -> tuple[downloads.Worksheet, ...]:
        return tuple(sheet for sheet in self.worksheets if sheet.id == id)


def of_kind(item: Item) -> dict[str, object]:
    """What the page of an exercise needs besides its record: its kind, and the functions that this one brings."""
    if not isinstance(item, Exercise):
        return {}
    kind = kind_of(item.content)
    return {"kind": kind, "spoken": spoken(scripts.said(kind)), **kind.helpers}


def questions(course: Course, case: Case, fragment: Fragment) -> tuple[Blocks, ...]:
    """What the slides with this fragment of a case ask the group, each once."""

    def tells(shown: Ref) -> bool:
        return shown.id == case.id and shown.anchor == fragment.id

    asked = (slide.question for slide in course.slides if slide.case and tells(slide.case) and slide.question)
    return tuple(dict.fromkeys(asked))


def unsure(course: Course) -> tuple[tuple[str, tuple[tuple[str, Entry], ...]], ...]:
    """What somebody must still confirm, by whom, sorted: each with the link that leads to it (`feit:bron-x`)."""
    named = (("feit", course.facts), ("begrip", course.terms), ("bron", course.references))
    found: dict[str, list[tuple[str, Entry]]] = {}
    for kind, entries in named:
        for entry in entries:
            if entry.unsure:
                found.setdefault(entry.confirm_by, []).append((f"{kind}:{entry.id}", entry))
    return tuple((who, tuple(found[who])) for who in sorted(found))


def given(**values: object) -> Values:
    """Values that are known when the page is listed."""
    return lambda: values


def title(item: Item) -> str:
    """What an item is called in the menu."""
    return item.name if isinstance(item, Case) else item.title


def source(address: str) -> str:
    """The Markdown file that becomes the page at this address."""
    return address.removesuffix(".html") + ".md"


def sources(record: object) -> tuple[str, ...]:
    """The author files that a record came from, sorted."""
    return tuple(sorted({part.path for part in walk(record) if isinstance(part, Span)}))
