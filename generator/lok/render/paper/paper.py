"""Papers: a course in, PDFs out (exercises, sheets, what is made of the session, bundles), and a warning for misfits.

Modules of this room make plain data of a record, the templates in templates/paper lay it out, `document` makes PDFs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lok.derive.downloads import PARTICIPANTS, Download, papered, papers
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.model.output import Artifact
from lok.model.vocabulary import CARD_SIZE, PAPER_SIZES
from lok.problems import Problem
from lok.render.contract import Made, Rendered
from lok.render.paper import assemble, nodes
from lok.render.paper.cards import cards
from lok.render.paper.catalogue import bundles, generated
from lok.render.paper.document import WHOLE, Document, Limit, Measures, Paper, measure_all, misfits, press_all, sources
from lok.render.paper.doubts import quiet
from lok.session.materials import in_cards
from lok.words import words

MOST_PAGES = 8
"""The pages of what every participant gets, at most."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """Every paper of the course and what did not fit; exercises and sheets are the same for both audiences.

    Raises TypesettingError where one cannot be laid out.
    """
    wanted = tuple(documents(course, audience))
    laid_out = press_all([document for _, document in wanted], course)
    artifacts: list[Artifact] = []
    problems: list[Problem] = []
    for (download, document), done in zip(wanted, laid_out, strict=True):
        artifacts.append(Artifact(download.path, done.pdf, sources(document, course)))
        problems.extend(misfits(done.measures, document))
    return Rendered(tuple(artifacts), tuple(problems))


def unfit(course: Course) -> Iterator[Problem]:
    """What does not fit on the papers of a course, without making a PDF. Expects the course of trainers.

    Raises TypesettingError where a paper cannot be laid out. Their papers are all there are: participants get fewer.
    Each paper is laid out alone and once: bundles repeat them.
    """
    found = (document for _, document in documents(course, Audience.TRAINER, endless=False))
    wanted = [document for document in found if document.limit or any(map(_may_misfit, document.papers))]
    alone: dict[str, Document] = {}
    for document in wanted:
        for paper in document.papers:
            alone.setdefault(_key(document, paper), replace(document, papers=(paper,), limit=None))
    known = dict(zip(alone, measure_all(tuple(alone.values()), course), strict=True))
    for document in wanted:
        yield from misfits(_together(document, known), document)


def _may_misfit(paper: Paper) -> bool:
    """Whether it may be too long, or has boxes that may be too full."""
    return bool(paper.pages or paper.places.keys() - {WHOLE})


def _key(document: Document, paper: Paper) -> str:
    return json.dumps([document.size, paper.template, paper.data], ensure_ascii=False)


def _together(document: Document, known: Mapping[str, Measures]) -> Measures:
    """The measures of a document from those of its papers."""
    over: list[Mapping[str, Any]] = []
    ends: list[int] = []
    for number, paper in enumerate(document.papers, start=1):
        own = known[_key(document, paper)]
        over += [{**each, "paper": number} for each in own.over]
        last = ends[-1] if ends else 0
        ends.append(last + (last % 2 if document.apart else 0) + own.ends[0])
    return Measures(tuple(over), tuple(ends))


def documents(course: Course, audience: Audience, *, endless: bool = True) -> Iterator[tuple[Download, Document]]:
    """Each file with what stands in it; those that are `endless` only where these are asked for too."""
    items = {item.id: item for item in papered(course)}
    for download in papers(course):
        yield download, single(course, items[download.id], download.size)
    for each in generated(course, audience):
        if endless or not each.paper.endless:
            yield each.download, each.document(course)
    for download in bundles(course, audience):
        yield download, bundle(course, download)


def single(course: Course, item: Exercise | Sheet, size: str) -> Document:
    """A document of one paper; cards come four on an A4, a small set more than once."""
    if size != CARD_SIZE:
        return Document(item.title, item.summary, size, assemble.papers(course, [item]))
    known = nodes.facts(course)
    made = cards(course, [item], known, copied=True)
    if isinstance(item, Exercise) or not item.for_trainers:
        made = quiet(made, known)
    return Document(item.title, item.summary, PAPER_SIZES[0], (made,))


def bundle(course: Course, download: Download) -> Document:
    """A document of the papers that the session lists; for the duo, those made of the session itself come first.

    Its cards are cut, not read: they come as files of their own.
    """
    for_all = download.id == PARTICIPANTS
    listed, made = (course.bundle, ()) if for_all else (course.duo_bundle, _of_the_session(course))
    items = {item.id: item for item in papered(course)}
    named = [items[ref.id] for ref in listed.papers] if listed else []
    found = [item for item in named if for_all or not in_cards(item)]
    limit = Limit(MOST_PAGES, listed.span) if listed and for_all else None
    title = words("paper")["bundle"].format(title=course.title, name=download.title)
    return Document(title, "", download.size, (*made, *assemble.papers(course, found)), limit, apart=True)


def places_in_bundle(course: Course) -> Mapping[str, int]:
    """The page of what every participant gets on which each of its papers begins, by id: of cards, those they share.

    Raises TypesettingError where one cannot be laid out. Most are files of their own: those are made and kept, so that
    whoever lays out the papers beside this finds them.
    """
    items = {item.id: item for item in papered(course)}
    groups = tuple(assemble.grouped(items[ref.id] for ref in course.bundle.papers)) if course.bundle else ()
    made = (assemble.papers(course, group)[0] for group in groups)
    alone = [
        Document(group[0].title, group[0].summary, PAPER_SIZES[0], (paper,))
        for group, paper in zip(groups, made, strict=True)
    ]
    found: dict[str, int] = {}
    end = 0
    for group, done in zip(groups, press_all(alone, course), strict=True):
        begin = end + end % 2 + 1
        found |= {item.id: begin for item in group}
        end = begin - 1 + done.measures.ends[0]
    return found


def _of_the_session(course: Course) -> tuple[Paper, ...]:
    """What is printed once for the speakers, on A4."""
    made = (each for each in generated(course, Audience.TRAINER) if each.download.size == PAPER_SIZES[0])
    files = (each for each in made if each.paper.bundled)
    return tuple(paper for each in files for paper in each.document(course).papers)
