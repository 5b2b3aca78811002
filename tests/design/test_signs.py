"""Answers to vote for differ in shape, and a word has the same sign on a card as on a slide."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from lok.design import palette
from lok.design.signs import COLOURS, FIXED, PLACES, SHAPES, SIDE, signs

CARDS = ("Overspanning", "Burn-out", "Depressie", "Beide")


def shapes(*answers: str, held: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    return [each.shape for each in signs(answers, held)]


def test_an_answer_has_the_shape_of_its_place() -> None:
    assert shapes("a", "b", "c", "d") == ["circle", "square", "triangle", "diamond"]


def test_some_words_have_a_shape_of_their_own_wherever_they_stand() -> None:
    assert shapes("overspanning", "burn-out", "beide") == ["circle", "square", "both"]
    assert shapes("feit", "fabel", "weten we niet") == shapes("Ja", "Nee", "Ertussenin") == ["tick", "cross", "wave"]


def test_a_vote_with_fewer_answers_has_the_signs_of_the_cards_held_up() -> None:
    assert shapes("burn-out", "depressie", "beide") == ["circle", "square", "both"]
    assert shapes("burn-out", "depressie", "beide", held=(("Ja", "Nee"), CARDS)) == ["square", "triangle", "both"]
    assert shapes("burn-out", "moe", held=(CARDS,)) == ["circle", "square"]


@pytest.mark.parametrize("answers", [CARDS, ("ja", "nee", "ertussenin"), tuple("abcd")])
def test_answers_of_one_vote_differ_in_shape_and_colour(answers: tuple[str, ...]) -> None:
    made = signs(answers)
    assert len({each.shape for each in made}) == len({each.colour for each in made}) == len(answers)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_fits_its_square_and_fills_much_of_it(shape: str) -> None:
    for path in SHAPES[shape]:
        bounds = BoundsPen(None)
        parse_path(path, bounds)
        assert bounds.bounds
        assert all(-0.01 <= each <= SIDE + 0.01 for each in bounds.bounds)
    assert 0.3 < sum(map(area, SHAPES[shape])) / SIDE**2 < 0.9


def area(path: str) -> float:
    """Of the outer ring; a second ring is a hole."""
    outer, *holes = [f"M{each}" for each in path.split("M") if each]
    return ring(outer) - sum(map(ring, holes))


def ring(path: str) -> float:
    pen = AreaPen()
    parse_path(path, pen)
    return abs(float(pen.value))


def test_every_shape_and_colour_is_used_and_known() -> None:
    assert {*PLACES, *(shape for shape, _ in FIXED.values())} == set(SHAPES)
    assert {*COLOURS, *(colour for _, colour in FIXED.values())} <= set(palette.LIGHT)
    assert all(one != other for one, other in pairwise(COLOURS))
