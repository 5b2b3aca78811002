"""Papers of one exercise, for the tests of each kind: by size, what is told of them, and where words stand."""

from __future__ import annotations

import pypdfium2

from lok.model.library import Exercise
from lok.problems import Problem
from render.paper.test_paper import papers


def by_size(item: Exercise) -> dict[str, bytes]:
    """The PDFs of an exercise by size; nothing is told of them."""
    made, problems = papers(item)
    assert problems == ()
    return dict(zip(item.paper, (each.data for each in made), strict=True))


def told(*items: Exercise) -> list[tuple[str, int]]:
    """Path and line of each warning; all are about what does not fit."""
    problems: tuple[Problem, ...] = papers(*items)[1]
    assert {problem.code for problem in problems} <= {"past-niet"}
    return [(problem.span.path, problem.span.line) for problem in problems]


def left_of(data: bytes, words: str) -> int:
    """Where this text begins, in mm from the left."""
    [sheet] = pypdfium2.PdfDocument(data)
    lines = sheet.get_textpage()
    index, _ = lines.search(words).get_next()
    return round(lines.get_charbox(index)[0] * 25.4 / 72)


def visible(data: bytes, words: str) -> int:
    """How often these words stand on a page, above its foot."""
    [sheet] = pypdfium2.PdfDocument(data)
    width, height = sheet.get_size()
    return " ".join(sheet.get_textpage().get_text_bounded(0, 40, width, height).split()).count(words)
