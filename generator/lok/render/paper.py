"""Papers: a course in, PDFs out (exercises, sheets, what is made of the session itself), and a warning for misfits.

`paper_data` and `paper_kinds` make plain data of a record, the templates in templates/paper lay it out, and
`paper_document` makes PDFs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lok.downloads import Download, Generated, generated, papered, papers
from lok.format import CARD_SIZE
from lok.model import Artifact, Audience, Course, Exercise, Sheet
from lok.problem import Problem
from lok.render import paper_packing, paper_runsheet, paper_script
from lok.render.paper_data import paper
from lok.render.paper_document import Document, misfits, pdf, prepared, sources

Maker = Callable[[Course, Generated], Document]
MAKERS: Mapping[str, Maker] = MappingProxyType(
    {"runsheet": paper_runsheet.document, "script": paper_script.document, "packing": paper_packing.document}
)
"""By the name of their kind in `downloads.KINDS`: papers that no author wrote."""


def render(course: Course, audience: Audience) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    """Every paper of the course and what did not fit; exercises and sheets are the same for both audiences."""
    artifacts: list[Artifact] = []
    problems: list[Problem] = []
    for download, document in documents(course, audience):
        compiler = prepared(document, course)
        artifacts.append(Artifact(download.path, pdf(compiler, course), sources(document, course)))
        problems.extend(misfits(compiler, document))
    return tuple(artifacts), tuple(problems)


def documents(course: Course, audience: Audience) -> Iterator[tuple[Download, Document]]:
    """Each file with what stands in it."""
    items = {item.id: item for item in papered(course)}
    for download in papers(course):
        yield download, single(course, items[download.id], download.size)
    for each in generated(course, audience):
        yield each.download, MAKERS[each.kind](course, each)


def single(course: Course, item: Exercise | Sheet, size: str) -> Document:
    """A document of one paper; cards come four on an A4."""
    return Document(item.title, item.summary, "a4" if size == CARD_SIZE else size, (paper(course, item),))
