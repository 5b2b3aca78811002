"""Documents of several papers: laid out one after the other, numbered through, each told apart when it does not fit."""

from __future__ import annotations

import re
from dataclasses import replace

import page
import pytest

import samples
from lok.exercises.columns.record import Columns
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.problems import Problem
from lok.render.paper.assemble import paper
from lok.render.paper.document import Document, misfits, press
from render.paper.test_exercises import every_kind as every_kind_to_fill_in
from render.paper.test_paper import every_kind, pages, rich_sheet, single_pdf, sizes, text


def course_of(*items: Exercise | Sheet) -> Course:
    return samples.course(*items, facts=(samples.fact(),))


def together(*items: Exercise | Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    """One PDF of these in order, and what it tells."""
    course = course_of(*items)
    document = Document("Alles samen", "", "a4", tuple(paper(course, item) for item in items))
    done = press(document, course)
    return done.pdf, tuple(misfits(done.measures, document))


@pytest.fixture(scope="module")
def items() -> tuple[Exercise | Sheet, ...]:
    return (*every_kind(), rich_sheet(), *every_kind_to_fill_in())


def test_each_paper_looks_as_it_does_alone(items: tuple[Exercise | Sheet, ...]) -> None:
    data, problems = together(*items)
    alone = [single_pdf(course_of(*items), item) for item in items]
    assert problems == ()
    assert sizes(data) == [size for each in alone for size in sizes(each)]
    assert [unnumbered(each) for each in pages(data)] == [unnumbered(one) for each in alone for one in pages(each)]


def unnumbered(data: bytes) -> str:
    return re.sub(r"pagina \d+ van \d+", "", text(data))


def test_pages_are_numbered_through(items: tuple[Exercise | Sheet, ...]) -> None:
    data, _ = together(*items)
    count = len(sizes(data))
    assert count >= len(items)
    for number, each in enumerate(pages(data), start=1):
        assert f"pagina {number} van {count}" in text(each)


def test_a_document_passes_an_independent_pdf_ua_check(items: tuple[Exercise | Sheet, ...]) -> None:
    data, _ = together(*items)
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, [(each.rule_id, each.message) for each in report.failures]


def test_what_does_not_fit_is_told_at_the_line_of_its_own_paper() -> None:
    fitting = samples.exercise(samples.columns("Een", "Twee"))
    boxes = (samples.section("Leeg"), samples.section("Vol", *samples.say("Een zin. " * 40) * 12, line=70))
    full = replace(samples.exercise(Columns(boxes)), id="vol", title="De volle")
    _, problems = together(fitting, full, replace(fitting, id="nog-een"))
    assert [(each.span.path, each.span.line) for each in problems] == [("content/a.md", 70), ("content/o.md", 2)]
    assert all('"De volle" (A4)' in each.message for each in problems)


def test_pages_are_counted_for_each_paper() -> None:
    long = samples.sheet(samples.section("A", *samples.say("Nog een zin om te lezen. " * 8) * 40))
    short = replace(samples.sheet(), id="kort")
    data, [problem] = together(short, long, short)
    assert len(sizes(data)) == 5
    assert "telt 3 bladzijden; er is plaats voor 2" in problem.message
