"""Papers: a course in, one PDF per exercise and sheet and size of paper out, and a warning for each that did not fit.

`paper_data` makes plain data, the templates in templates/paper lay it out and measure, this module runs Typst and
reads the measures back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import typst

from lok import look
from lok.downloads import Download, papered, papers
from lok.model import Artifact, Audience, Course, Exercise, FactRef, Link, Picture, Sheet, walk
from lok.problem import Problem, warning
from lok.render.paper_data import paper
from lok.render.paper_kinds import WHOLE, Paper
from lok.render.tree import FACT
from lok.source import Span
from lok.words import words

FOLDER = look.TEMPLATES / "paper"
STANDARD: Final = "ua-1"
TOO_LARGE = "past-niet"


def render(course: Course, audience: Audience) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    """Every paper of the course and what did not fit. Both audiences get the same papers: they are for participants."""
    items = {item.id: item for item in papered(course)}
    artifacts: list[Artifact] = []
    problems: list[Problem] = []
    for download in papers(course):
        item = items[download.id]
        content = paper(course, item, download.size)
        compiler = prepared(content)
        artifacts.append(Artifact(download.path, pdf(compiler, course), sources(course, item)))
        problems.extend(misfits(compiler, content, download))
    return tuple(artifacts), tuple(problems)


@cache
def fonts() -> typst.Fonts:
    """Only the fonts shipped with lok: the same bytes on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[look.FONTS])


def prepared(content: Paper) -> typst.Compiler:
    """A compiler that knows this paper's template and data; laying out once serves the PDF and the measures."""
    data = json.dumps(content.data, ensure_ascii=False)
    template = FOLDER / f"{content.template}.typ"
    return typst.Compiler(template, root=FOLDER, font_paths=fonts(), sys_inputs={"data": data})


def pdf(compiler: typst.Compiler, course: Course) -> bytes:
    made = datetime(course.updated.year, course.updated.month, course.updated.day, tzinfo=UTC)
    done = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=made)
    assert isinstance(done, bytes)
    return done


def misfits(compiler: typst.Compiler, content: Paper, download: Download) -> Iterator[Problem]:
    """A warning for each box whose text is too large, and for a paper that takes more pages than it may."""
    names, place = words("paper"), {"title": download.title, "size": download.size.upper()}
    worst: dict[tuple[str, str], float] = {}
    for found in measured(compiler, "<over>"):
        key = found["where"], found["what"]
        worst[key] = max(found["over"], worst.get(key, 0))
    for (where, what), over in worst.items():
        message = names[what].format(**place, over=f"{over:.0f}")
        yield warning(content.places[where], TOO_LARGE, message, names[f"{what}_hint"])
    [pages] = measured(compiler, "<pages>")
    if pages > content.pages:
        message = names["too_long"].format(**place, pages=pages, limit=content.pages)
        yield warning(content.places[WHOLE], TOO_LARGE, message, names["too_long_hint"])


def measured(compiler: typst.Compiler, label: str) -> list[Any]:
    """What the template wrote down under a label."""
    found = json.loads(compiler.query(label, field="value"))
    assert isinstance(found, list)
    return found


def sources(course: Course, item: Exercise | Sheet) -> tuple[str, ...]:
    """The author files that a paper was made from, sorted."""
    records = tuple(walk(item))
    facts = {record.id for record in records if isinstance(record, FactRef)}
    facts |= {record.target.removeprefix(FACT) for record in records if isinstance(record, Link)}
    own = {record.path for record in records if isinstance(record, Span | Picture)}
    return tuple(sorted({course.span.path} | own | {fact.span.path for fact in course.facts if fact.id in facts}))
