"""Papers: a course in, a PDF of each exercise and sheet on each size of paper out, and a warning for what did not fit.

`paper_data` and `paper_kinds` make plain data of a record, the templates in templates/paper lay it out, and
`paper_document` makes PDFs.
"""

from __future__ import annotations

from lok.downloads import papered, papers
from lok.model import Artifact, Audience, Course, Exercise, Sheet
from lok.problem import Problem
from lok.render.paper_data import paper
from lok.render.paper_document import Document, misfits, pdf, prepared, sources


def render(course: Course, audience: Audience) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    """Every paper of the course and what did not fit. Both audiences get the same papers: they are for participants."""
    items = {item.id: item for item in papered(course)}
    artifacts: list[Artifact] = []
    problems: list[Problem] = []
    for download in papers(course):
        document = single(course, items[download.id], download.size)
        compiler = prepared(document, course)
        artifacts.append(Artifact(download.path, pdf(compiler, course), sources(document, course)))
        problems.extend(misfits(compiler, document))
    return tuple(artifacts), tuple(problems)


def single(course: Course, item: Exercise | Sheet, size: str) -> Document:
    """A document of one paper."""
    return Document(item.title, item.summary, size, (paper(course, item),))
