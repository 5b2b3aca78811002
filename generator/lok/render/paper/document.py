"""One PDF: papers in, bytes and a warning for each that did not fit out.

All papers of a document have the same size of page and one look, and are numbered through. A template lays each out and
measures; this module has it laid out and reads the measures back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lok.derive.look import look
from lok.derive.wording import wording
from lok.design import palette
from lok.design.images import extension
from lok.model.course import Course
from lok.model.library import Media
from lok.model.place import Span
from lok.model.ref import Ref, RefKind
from lok.model.text import Picture
from lok.model.walk import walk
from lok.problems import Code, Problem, warning
from lok.render.paper import nodes
from lok.render.paper.nodes import Node
from lok.typesetting import press as typesetting
from lok.typesetting.press import Job
from lok.words import LANGUAGE, LOCALE, words

FOLDER = palette.TEMPLATES / "paper"
"""The templates of papers."""
ANY_NUMBER = 0
"""The pages of a paper that may be as long as it is."""
OVER, END = "over", "end"
"""The labels under which templates write what is too large, and where a paper ends."""
WHOLE = "paper"
"""The place that stands for the whole paper."""


@dataclass(frozen=True)
class Paper:
    """One paper before layout: `template` lays it out, `data` is what, with at least a `title`.

    A template is named by its file in templates/paper, or by its path from the folder of lok, without its ending.
    `places` are the author's lines of its boxes and of the whole, `pages` is how many it may take (or ANY_NUMBER).
    `records` are what it was made from: they tell its pictures and its sources. `images` are further ones.
    """

    template: str
    data: Node
    places: Mapping[str, Span]
    pages: int
    records: tuple[object, ...] = ()
    images: tuple[Media, ...] = ()


@dataclass(frozen=True)
class Limit:
    """The most pages of a whole document, and the author's line that asks for it."""

    pages: int
    span: Span


@dataclass(frozen=True)
class Document:
    """One PDF before layout. `size` is "a4", "a3" or "a1"; `limit` is how many pages it may have.

    Papers that stay `apart` each begin on a right-hand page: printed on both sides, each can be handed over by itself.
    """

    title: str
    summary: str
    size: str
    papers: tuple[Paper, ...]
    limit: Limit | None = None
    apart: bool = False

    @cached_property
    def known(self) -> tuple[Span | Picture | Ref, ...]:
        """The places, pictures and references in every record that it was made from."""
        every = (record for paper in self.papers for record in walk(paper.records))
        return tuple(record for record in every if isinstance(record, Span | Picture | Ref))

    def pages(self, ends: Iterable[int]) -> list[int]:
        """The pages of each paper from the page on which each ends, without those that stay blank between them."""
        found, last = [], 0
        for end in ends:
            found.append(end - last)
            last = end + end % 2 if self.apart else end
        return found


@dataclass(frozen=True)
class Measures:
    """What a document tells once it is laid out: boxes whose text is too large, the page on which each paper ends."""

    over: tuple[Mapping[str, Any], ...]
    ends: tuple[int, ...]


@dataclass(frozen=True)
class Pressed:
    """A document as a PDF, and its measures."""

    pdf: bytes
    measures: Measures


def press(document: Document, course: Course) -> Pressed:
    """One document laid out. Raises TypesettingError where it cannot be."""
    [done] = press_all([document], course)
    return done


def press_all(documents: Sequence[Document], course: Course) -> tuple[Pressed, ...]:
    """Each document laid out, or what the same data gave before. Raises TypesettingError where one cannot be."""
    done = typesetting.press([_job(document, course) for document in documents])
    return tuple(Pressed(each.pieces[0], _measures(each.measures)) for each in done)


def measure_all(documents: Sequence[Document], course: Course) -> tuple[Measures, ...]:
    """Each document laid out for its measures alone, which costs less. Raises TypesettingError where one cannot be."""
    done = typesetting.measure([_job(document, course) for document in documents])
    return tuple(map(_measures, done))


def _measures(told: Mapping[str, Sequence[Any]]) -> Measures:
    return Measures(tuple(told[OVER]), tuple(told[END]))


def _job(document: Document, course: Course) -> Job:
    """What is to be laid out: the document as the JSON that templates read."""
    data = json.dumps(shared(document, course), ensure_ascii=False)
    return Job(str(FOLDER / "main.typ"), data, course.updated.isoformat(), (OVER, END))


# --- what the templates get -----------------------------------------------------------------------------------------


def shared(document: Document, course: Course) -> Node:
    """What every paper of a document has in common: the look, the words, the page and its foot; and the papers.

    This is the border to Typst: what comes before has the author's letters, what goes out can be set.
    """
    texts: Node = {
        "size": document.size,
        "language": LANGUAGE,
        "region": LOCALE.partition("-")[2],
        "fonts": [palette.TEXT_FONT, palette.FALLBACK_FONT],
        "colours": dict(look(course.face).light),
        "words": {**wording(course, "paper"), "to_confirm": words("common")["to_confirm"]},
        "title": document.title,
        "summary": document.summary,
        "footer": footer(course),
        "apart": document.apart,
        "papers": [{"template": each.template, "data": each.data} for each in document.papers],
    }
    logo: Node = {"logo": course.face.logo.path} if course.face and course.face.logo else {}
    return {**nodes.settable(texts), **logo, "media": media(document, course)}


def footer(course: Course) -> str:
    """What stands at the foot of each page: title, version and date of the course, and who publishes it."""
    version, updated = course.version, f"{course.updated:%d/%m/%Y}"
    told = words("paper")["footer"].format(title=course.title, version=version, updated=updated)
    publisher = (course.face.name, course.face.licence) if course.face else ()
    return " · ".join((told, *filter(None, publisher)))


def media(document: Document, course: Course) -> Node:
    """The pictures of a document by path; bytes as numbers, because JSON is all that templates read."""
    used = {record.path for record in (*document.known, *walk(course.face)) if isinstance(record, Picture)}
    own = (each for each in course.media if each.path in used)
    drawn = (each for paper in document.papers for each in paper.images)
    return {each.path: {"format": extension(each.data), "data": list(each.data)} for each in (*own, *drawn)}


def sources(document: Document, course: Course) -> tuple[str, ...]:
    """The author files that a document was made from, sorted."""
    used = document.known
    facts = {record.id for record in used if isinstance(record, Ref) and record.kind is RefKind.FACT}
    own = {record.path for record in used if isinstance(record, Span | Picture)}
    return tuple(sorted({course.span.path} | own | {fact.span.path for fact in course.facts if fact.id in facts}))


# --- what the templates tell ----------------------------------------------------------------------------------------


def misfits(done: Measures, document: Document) -> Iterator[Problem]:
    """A warning for each box whose text is too large (in mm), and for each paper with more pages than it may have."""
    pages = document.pages(done.ends)
    for number, (paper, count) in enumerate(zip(document.papers, pages, strict=True), start=1):
        names = words("paper")
        place = {"title": paper.data["title"], "size": document.size.upper()}
        for (where, what), most in worst(each for each in done.over if each["paper"] == number).items():
            message = names[what].format(**place, over=f"{most:.0f}")
            yield warning(paper.places[where], Code.DOES_NOT_FIT, message, names[f"{what}_hint"])
        if paper.pages and count > paper.pages:
            message = names["too_long"].format(**place, pages=count, limit=paper.pages)
            yield warning(paper.places[WHOLE], Code.DOES_NOT_FIT, message, names["too_long_hint"])
    if document.limit and sum(pages) > document.limit.pages:
        message = words("paper")["bundle_too_long"].format(pages=sum(pages), limit=document.limit.pages)
        yield warning(document.limit.span, Code.BUNDLE_TOO_LONG, message, words("paper")["bundle_too_long_hint"])


def worst(reports: Iterator[Mapping[str, Any]]) -> dict[tuple[str, str], float]:
    """By how many mm each box is too large, at most, in each way."""
    found: dict[tuple[str, str], float] = {}
    for each in reports:
        key = each["where"], each["what"]
        found[key] = max(each["over"], found.get(key, 0))
    return found
