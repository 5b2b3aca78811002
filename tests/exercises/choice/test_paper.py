"""Options to choose from on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

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
    bare = replace(samples.choice(3, 2), agreements=(), dates=(), review=None, after=None)
    made = only(samples.exercise(bare))
    assert [left_of(made, f"Keuze {group}.2") > 105 for group in (1, 2, 3)] == [False, True, True]


def test_groups_that_no_page_holds_go_on_and_lose_nothing() -> None:
    sides = [text(each) for each in pages(only(samples.exercise(samples.choice(3, 14))))]
    assert "".join(sides).count("Keuze 3.14") == 2
    assert "".join(sides).count("Doe dit bij") == 42
    assert "Doe dit bij" not in sides[0]


def test_what_does_not_fit_beside_its_plan_begins_with_an_overview() -> None:
    content = samples.choice(4, 4)
    first, *others = (text(each) for each in pages(only(samples.exercise(content))))
    assert first.count("Doe dit bij") == 16
    assert "Ons plan" in first
    assert "Terugkijken na 4 weken:" in first
    assert "Waarom" not in first
    assert "".join(others).count("Waarom: Het helpt") == 16
    assert "Wat niet?" in others[-1]


def test_a_poster_shows_groups_side_by_side_to_read_while_standing(made: dict[str, bytes]) -> None:
    data = made["a3"]
    found = text(data)
    assert "Doe dit bij 1.1." in found
    assert "Het helpt" not in found
    assert heights(data, "Doe dit bij 1.1.") >= 14
    assert left_of(data, "Doe dit bij 2.1.") > 210 > left_of(data, "Doe dit bij 1.1.")


def test_a_poster_has_a_box_for_each_option_and_places_for_what_is_chosen(made: dict[str, bytes]) -> None:
    found = text(made["a3"])
    assert boxes(made["a3"]) == 4
    for wanted in ("Ons plan", "Terugkijken na 4 weken:", "1 Onze keuze Wie Vanaf", "2 Onze keuze Wie Vanaf"):
        assert wanted in found


def test_a_group_with_fewer_options_has_a_place_for_an_idea_of_ones_own() -> None:
    content = samples.choice(2, 2)
    first, second = content.groups
    less = replace(content, groups=(first, replace(second, options=second.options[:1])))
    made = by_size(samples.exercise(less, paper=("a3", "a6")))
    assert text(made["a3"]).count("Ons eigen idee") == 1
    assert boxes(made["a3"]) == 4
    assert text(made["a6"]).count("Ons eigen idee") == 1


TICK = 7.4
"""Side of a box to tick on an A3 in mm, as PDFium tells it with its line."""


def boxes(data: bytes) -> int:
    """How many boxes to tick are drawn on the first page."""
    drawn = (each.get_bounds() for each in pypdfium2.PdfDocument(data)[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    sides = [((right - left) * 25.4 / 72, (top - bottom) * 25.4 / 72) for left, bottom, right, top in drawn]
    return sum(abs(wide - TICK) < 0.2 and abs(high - TICK) < 0.2 for wide, high in sides)


def test_an_option_is_a_card_in_the_colour_of_its_group(made: dict[str, bytes]) -> None:
    [sheet] = (text(each) for each in pages(made["a6"]))
    for wanted in ("Groep 1 1 Keuze 1.1 Doe dit bij 1.1.", "1 minuut", "Het helpt 1.1.", "Groep 2 4 Keuze 2.2"):
        assert wanted in sheet
    assert "Ons eigen idee" not in sheet


def test_fifteen_options_are_readable_on_a_poster_and_too_many_are_told() -> None:
    fit = samples.exercise(samples.choice(4, 4), paper=("a3",))
    full = samples.exercise(samples.choice(4, 14), paper=("a3",))
    assert told(fit) == []
    assert told(full) == [("content/o.md", 2)]
    assert heights(only(fit), "Doe dit bij 4.4.") >= 14
    [made], _ = papers(full)
    assert text(made.data).count("Doe dit bij") == 56


def test_a_plan_is_not_torn_from_its_heading() -> None:
    for groups in range(1, 6):
        sides = [text(each) for each in pages(only(samples.exercise(samples.choice(groups, 3))))]
        [with_plan] = [side for side in sides if "Ons plan" in side]
        assert "Onze keuze Wie Vanaf 1 2" in with_plan


def test_a_choice_without_a_plan_prints_none() -> None:
    bare = replace(samples.choice(), agreements=(), dates=(), review=None, after=None)
    assert "Ons plan" not in text(only(samples.exercise(bare)))
    assert "Terugkijken na 4 weken:" in text(only(samples.exercise(replace(bare, after=samples.choice().after))))
