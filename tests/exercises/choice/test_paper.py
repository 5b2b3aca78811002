"""Options to choose from on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from exercises.printed import by_size, left_of, told
from render.paper.test_paper import heights, only, pages, papers, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.choice(), paper=("a4", "a3", "a6")))


def test_a_list_to_tick_says_all_and_has_lines_for_the_plan(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in (
        "Groep 1", "Uitleg bij 1.", "Keuze 1.1", "Doe dit bij 1.1.", "Waarom: Het helpt 1.1.", "Tijd: 1 minuut",
        "Groep 2", "Keuze 2.2", "Ons plan", "Terugkijken na 4 weken:", "Wie", "Vanaf", "1", "2", "Later", "Wat werkt?",
    ):  # fmt: skip
        assert wanted in found
        found = found.partition(wanted)[2] if wanted not in ("Ons plan", "Terugkijken na 4 weken:") else found


def test_groups_share_a_page_in_two_columns_of_about_the_same_height() -> None:
    made = only(samples.exercise(samples.choice(3, 2)))
    assert [left_of(made, f"Keuze {group}.2") > 105 for group in (1, 2, 3)] == [False, True, True]


def test_groups_that_no_page_holds_go_on_and_lose_nothing() -> None:
    found = text(only(samples.exercise(samples.choice(3, 14))))
    assert found.count("Doe dit bij") == 42


def test_a_poster_shows_groups_side_by_side_to_read_while_standing(made: dict[str, bytes]) -> None:
    data = made["a3"]
    found = text(data)
    assert "Doe dit bij 1.1." in found
    assert "1 minuut" in found
    assert "Het helpt" not in found
    assert "Ons plan" not in found
    assert heights(data, "Doe dit bij 1.1.") >= 14
    assert left_of(data, "Doe dit bij 2.1.") > 210 > left_of(data, "Doe dit bij 1.1.")


def test_an_option_is_a_card_with_its_group_behind(made: dict[str, bytes]) -> None:
    first, second = (text(each) for each in pages(made["a6"]))
    assert "Keuze 2.1" not in first
    for wanted in ("Keuze 1.1", "Doe dit bij 1.1.", "Keuze 1.1 · Groep 1", "Waarom: Het helpt 1.1.", "Keuze 1.2"):
        assert wanted in first
    assert "Keuze 2.2 · Groep 2" in second


def test_fifteen_options_are_readable_on_a_poster_and_too_many_are_told() -> None:
    fit = samples.exercise(samples.choice(4, 4), paper=("a3",))
    full = samples.exercise(samples.choice(4, 14), paper=("a3",))
    assert told(fit) == []
    assert told(full) == [("content/o.md", 2)]
    assert heights(only(fit), "Doe dit bij 4.4.") >= 14
    [made], _ = papers(full)
    assert text(made.data).count("Doe dit bij") == 56


def test_a_plan_is_not_torn_from_its_heading() -> None:
    sides = [text(each) for each in pages(only(samples.exercise(samples.choice(4, 4))))]
    [last] = [side for side in sides if "Ons plan" in side]
    assert "Wat niet?" in last


def test_a_choice_without_a_plan_prints_none() -> None:
    bare = replace(samples.choice(), agreements=(), dates=(), review=None, after=None)
    assert "Ons plan" not in text(only(samples.exercise(bare)))
    assert "Terugkijken na 4 weken:" in text(only(samples.exercise(replace(bare, after=samples.choice().after))))
