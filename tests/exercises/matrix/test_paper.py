"""A matrix on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from exercises.printed import by_size, told
from lok.exercises.matrix.kind import signs
from render.paper.test_paper import only, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.matrix(), paper=("a4", "a3", "a1")))


def test_a_matrix_names_rows_columns_and_signs(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("kolom 1", "kolom 3", "Rij 1", "Uitleg bij rij 3.", "D doet", "B betrekt", "W weet"):
        assert wanted in found


def test_on_the_wall_rows_stand_without_explanation(made: dict[str, bytes]) -> None:
    found = text(made["a1"])
    assert "Rij 3" in found
    assert "Uitleg" not in found


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        (["doet", "betrekt", "weet"], ["D", "B", "W"]),
        (["beslist", "betrekt"], ["Bes", "Bet"]),
        (["weet", "weet niet"], ["Weet", "Weet "]),
        (["+", "−", "?"], ["+", "−", "?"]),
    ],
)
def test_a_sign_tells_its_mark_from_the_others(marks: list[str], wanted: list[str]) -> None:
    assert signs(marks) == wanted


def test_a_sign_that_is_its_own_mark_is_not_explained() -> None:
    found = text(only(samples.exercise(samples.matrix(marks=("+", "?")))))
    assert "+ ?" in found
    assert "+ +" not in found


def test_a_row_that_is_too_full_is_told_at_its_own_line() -> None:
    full = samples.section("Vol", *samples.say("Een zin die de rij vult. " * 9) * 8, line=70)
    matrix = samples.matrix(rows=4)
    assert told(samples.exercise(replace(matrix, rows=(*matrix.rows, full))))[0] == ("content/a.md", 70)
