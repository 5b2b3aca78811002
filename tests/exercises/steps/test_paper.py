"""Steps on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from exercises.printed import by_size, told
from lok.exercises.steps.kind import Steps
from render.paper.test_paper import heights, only, pages, papers, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.steps("Zoek", "Erken", "Spreek")))


def test_steps_are_numbered_in_order(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("1", "Zoek", "2", "Erken", "3", "Spreek", "Doe dit bij Spreek."):
        assert wanted in found
        found = found.partition(wanted)[2]


def test_few_steps_speak_large(made: dict[str, bytes]) -> None:
    assert heights(made["a4"], "Doe dit bij") == pytest.approx(14)


def test_many_steps_take_both_sides_of_a_leaf_and_none_is_cut_in_two() -> None:
    steps = samples.steps(*(f"Stap {n}" for n in range(1, 9)))
    long = Steps(tuple(replace(step, blocks=step.blocks * 4) for step in steps.steps))
    sides = [text(each) for each in pages(only(samples.exercise(long)))]
    assert len(sides) == 2
    for n in range(1, 9):
        assert sorted(side.count(f"Doe dit bij Stap {n}.") for side in sides) == [0, 4]


def test_more_steps_than_a_leaf_holds_are_told_and_nothing_is_lost() -> None:
    long = samples.exercise(samples.steps(*(f"Stap {n}" for n in range(1, 40))))
    made, _ = papers(long)
    assert told(long) == [("content/o.md", 2)]
    assert all(f"Doe dit bij Stap {n}." in text(made[0].data) for n in range(1, 40))
