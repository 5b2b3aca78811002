"""What gives against what takes on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from exercises.printed import by_size
from lok.words import words
from render.paper.test_paper import descriptions, only, pages, papers, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(
        samples.exercise(samples.balance(), samples.section("Kies", samples.bullets("Wat eerst?", "Wat dan?")))
    )


def test_balance_has_both_sides_and_rows_to_weigh(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("Plussen", "Minnen", "binnen", "een boek", "weinig", "gewoon", "veel", "leeg", "vol", "Wat eerst?"):
        assert wanted in found


def test_groups_below_groups_are_printed_too() -> None:
    content = samples.balance()
    deep = samples.section(
        "groep", samples.bullets("een"), children=(samples.section("diep", samples.bullets("twee")),)
    )
    found = text(only(samples.exercise(replace(content, plus=replace(content.plus, children=(deep,))))))
    assert "diep" in found
    assert "twee" in found


def test_a_drawn_gauge_has_words_for_who_cannot_see_it(made: dict[str, bytes]) -> None:
    assert words("paper")["gauge_alt"] in descriptions(made["a4"])


def test_an_explaining_section_gets_a_page_to_hand_on() -> None:
    section = samples.section("Neem mee", *samples.say("Dit is voor thuis."), samples.fact_here())
    data = only(samples.exercise(samples.balance(), section), facts=(samples.fact(),))
    first, second = (text(each) for each in pages(data))
    assert "Neem mee" not in first
    for wanted in ("Neem mee", "Dit is voor thuis.", "Plussen", "een boek", "1234"):
        assert wanted in second


def test_a_side_with_too_many_suggestions_is_told_and_nothing_is_cut() -> None:
    content = samples.balance()
    group = samples.section("groep", samples.bullets(*(f"iets wat kan helpen, nummer {n}" for n in range(40))))
    [made], problems = papers(samples.exercise(replace(content, plus=replace(content.plus, children=(group,)))))
    assert [(each.span.path, each.span.line) for each in problems] == [("content/a.md", 20), ("content/o.md", 2)]
    assert all(f"nummer {n}" in text(made.data) for n in range(40))
