"""Fields to write in on paper, and what is told where a text is too large."""

from __future__ import annotations

import pytest

import samples
from exercises.printed import by_size, left_of, told, visible
from lok.exercises.spaces.kind import WritingFields
from lok.model.library import Exercise
from render.paper.test_paper import only, pages, papers, sizes, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.spaces("Nu", "Later", "Nooit")))


def test_fields_have_a_name_and_a_question(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("Datum", "Nu", "Wat hoort bij Nu?", "Nooit", "Neem je pen"):
        assert wanted in found


@pytest.mark.parametrize(("across", "wanted"), [(1, [0, 0, 0]), (2, [0, 1, 0]), (3, [0, 1, 2])])
def test_fields_stand_side_by_side(across: int, wanted: list[int]) -> None:
    data = only(samples.exercise(samples.spaces("Een", "Twee", "Drie", across=across)))
    lefts = [left_of(data, f"Wat hoort bij {title}?") for title in ("Een", "Twee", "Drie")]
    assert [sorted(set(lefts)).index(left) for left in lefts] == wanted


def test_three_fields_side_by_side_lie_down() -> None:
    assert sizes(only(samples.exercise(samples.spaces("Een", "Twee", "Drie", across=3)))) == [(297, 210)]


def test_a_field_that_is_too_full_is_told_at_its_own_line() -> None:
    def filled(paragraphs: int) -> Exercise:
        full = samples.section("Vol", *samples.say("Een zin die het vak vult. " * 5) * paragraphs, line=70)
        return samples.exercise(WritingFields((samples.section("Leeg"), full), 2))

    assert told(filled(9)) == []
    assert told(filled(12)) == [("content/a.md", 70), ("content/o.md", 2)]
    made, _ = papers(filled(40))
    inside = [each for each in pages(made[0].data) if "vult" in text(each)]
    assert sum(visible(each, "vak vult") for each in inside) == 200
