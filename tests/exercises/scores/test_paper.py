"""Scores on paper, and what is told where a text is too large."""

from __future__ import annotations

import pytest

import samples
from exercises.printed import by_size, told
from render.paper.test_paper import only, pages, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.scores(), samples.section("Zo reken je", *samples.say("Tel alles op."))))


def test_each_version_has_its_scales_with_sums_and_means(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("lang", "oranje vanaf", "rood vanaf", ": 8 =", "25 (3,06)", "27 (3,31)", "geen grens"):
        assert wanted in found
    short = found.partition("kort")[2]
    assert "13 (2,50)" in short
    assert "rood" not in short
    assert "Droog" not in short


def test_what_a_scale_means_stands_there_once(made: dict[str, bytes]) -> None:
    assert text(made["a4"]).count("Hoe proper het is.") == 1


def test_the_explanation_stands_on_the_same_page_or_on_the_other_side(made: dict[str, bytes]) -> None:
    assert "Tel alles op." in text(made["a4"])
    long = [samples.section(f"Deel {n}", *samples.say("Nog een zin om te lezen. " * 6)) for n in range(9)]
    first, second = (text(each) for each in pages(only(samples.exercise(samples.scores(), *long))))
    assert "Nog een zin" not in first
    assert second.count("Nog een zin") == 54


def test_more_explanation_than_a_leaf_holds_is_told() -> None:
    long = [samples.section(f"Deel {n}", *samples.say("Nog een zin om te lezen. " * 30)) for n in range(9)]
    assert told(samples.exercise(samples.scores(), *long)) == [("content/o.md", 2)]
