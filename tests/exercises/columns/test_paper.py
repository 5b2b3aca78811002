"""Columns to fill in on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

import samples
from exercises.printed import by_size
from lok.exercises.columns.record import Columns
from lok.model.text import Link, Paragraph, Plain
from render.paper.test_paper import letters, only, papers, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.columns("Links", "Midden", "Rechts"), paper=("a4", "a3", "a1")))


def test_columns_have_names_hints_and_fields(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("Datum", "Links", "Midden", "Rechts", "Wat hoort bij Links?", "een wenk"):
        assert wanted in found


def test_there_is_a_line_for_a_case_where_the_task_names_one() -> None:
    bare = samples.exercise(samples.columns("Links", "Rechts"))
    named = replace(
        bare, task=(Paragraph((Link(samples.target("casus:iemand"), (Plain("Iemand"),), samples.span()),)),)
    )
    assert "Casus" not in text(only(bare))
    assert "Casus" in text(only(named, cases=(samples.case(),)))


def test_the_lines_of_all_columns_begin_at_the_same_height() -> None:
    much = samples.section("Veel", *samples.say("Een zin die uitlegt. " * 12))
    made = only(samples.exercise(Columns((samples.section("Weinig"), much))))
    middle = 297 / 2
    left, right = ([y for x, y in lines(made) if (x < middle) == side] for side in (True, False))
    assert left == right
    assert len(left) >= 4


def lines(data: bytes) -> list[tuple[float, float]]:
    """Middle and height in mm, from the foot, of what is as thin and long as a line to write on."""
    found = []
    for each in pypdfium2.PdfDocument(data)[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = (side * 25.4 / 72 for side in each.get_bounds())
        if top - bottom < 0.5 and right - left > 60 and bottom < 120:
            found.append((round((left + right) / 2, 1), round(bottom, 1)))
    return found


def test_a_wall_sheet_names_its_columns_and_gives_nothing_away(made: dict[str, bytes]) -> None:
    found = text(made["a1"])
    assert "Links" in found
    assert "Wat hoort bij Links?" not in found
    assert "een wenk" not in found


def test_a_column_that_is_too_full_is_told_at_its_own_line() -> None:
    full = samples.section("Vol", *samples.say("Een zin die het vak vult. " * 5) * 12, line=70)
    _, problems = papers(samples.exercise(Columns((full, samples.section("Leeg")))))
    assert {(each.code, each.severity.value) for each in problems} == {("past-niet", "waarschuwing")}
    assert [(each.span.path, each.span.line) for each in problems] == [("content/a.md", 70), ("content/o.md", 2)]


def test_a_column_title_that_is_too_wide_is_told_at_its_own_line() -> None:
    content = samples.columns("Een", "Aansprakelijkheidsverzekeringen", "Drie", "Vier", "Vijf", "Zes")
    [made], problems = papers(samples.exercise(content))
    assert [(each.code, each.span.line) for each in problems] == [("past-niet", 20)]
    assert letters("verzekeringen") in letters(text(made.data)).replace("-", "")
