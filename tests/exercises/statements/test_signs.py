"""A choice has the sign of the card that one holds up for it, on its sheet too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import samples
from exercises.written import only, written
from lok.derive.votes import held
from lok.design.signs import signs
from lok.exercises.statements.record import Statements
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.render.paper.assemble import paper

ONE = "## De maan is rond.\noordeel: a\n\nZo is het."
CARDS = samples.cards(*(samples.section(title) for title in ("Zon", "Maan", "Ster", "Beide")))


def content(folder: Path, keys: str) -> Statements:
    made = only(folder, f"vorm: uitspraken\nkies uit: a, b, c\n{keys}", ONE).content
    assert isinstance(made, Statements)
    return made


def test_an_author_names_the_card_for_each_choice(tmp_path: Path) -> None:
    assert content(tmp_path / "a", "kaarten: ja, ertussenin, nee").votes == ("ja", "ertussenin", "nee")
    assert content(tmp_path / "b", "").votes == ("a", "b", "c")


def test_a_card_too_few_is_told_at_its_line(tmp_path: Path) -> None:
    keys = "vorm: uitspraken\nkies uit: a, b, c\nkaarten: ja, nee"
    assert written(tmp_path, keys, ONE)[1] == [("waarde-onbekend", 5)]


def drawn(course: Course, item: Exercise) -> list[str]:
    made = paper(course, item).data["signs"]
    assert isinstance(made, list)
    return [each["drawing"]["areas"][0]["path"] for each in made]


@pytest.mark.parametrize(
    ("choices", "named", "cards", "expected"),
    [
        (("maan", "beide"), (), True, ["square", "both"]),
        (("maan", "beide"), (), False, ["circle", "both"]),
        (("vol", "leeg"), ("Ster", "Zon"), True, ["triangle", "circle"]),
    ],
)
def test_a_sheet_has_the_signs_of_the_cards(
    choices: tuple[str, ...], named: tuple[str, ...], cards: bool, expected: list[str]
) -> None:
    statements = replace(samples.statements("De maan is rond."), choices=choices, held=named)
    item = samples.exercise(statements)
    items: tuple[Exercise | Sheet, ...] = (item, CARDS) if cards else (item,)
    course = samples.course(*items)
    made = signs(statements.votes, held(course))
    assert [each.shape for each in made] == expected
    assert drawn(course, item) == [each.figure.paths[0].d for each in made]
