"""Columns to fill in on paper, and what is told where a text is too large."""

from __future__ import annotations

import pytest

import samples
from exercises.printed import by_size
from lok.exercises.columns.record import Columns
from render.paper.test_paper import letters, papers, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.columns("Links", "Midden", "Rechts"), paper=("a4", "a3", "a1")))


def test_columns_have_names_hints_and_fields(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("Casus", "Datum", "Links", "Midden", "Rechts", "Wat hoort bij Links?", "een wenk"):
        assert wanted in found


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
