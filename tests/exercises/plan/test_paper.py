"""A plan on paper, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from exercises.printed import by_size, told
from render.paper.test_paper import only, sizes, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.plan()))


def test_a_plan_has_prompts_and_a_line_for_each_week(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("Vraag 1", "Vraag 3", "Noteer elke dag", "Week", "Uren of taken", "Hoe ging het?"):
        assert wanted in found
    assert found.partition("Hoe ging het?")[2].startswith(" 1 2 3 4 ")


def test_groups_inside_a_block_are_printed_too() -> None:
    inner = samples.section("Thuis", samples.bullets("Wie helpt?"))
    plan = samples.plan()
    changed = replace(plan, blocks=(replace(plan.blocks[0], children=(inner,)), *plan.blocks[1:]))
    found = text(only(samples.exercise(changed)))
    assert "Thuis" in found
    assert "Wie helpt?" in found


def test_a_long_plan_takes_a_leaf_and_a_longer_one_is_told() -> None:
    assert len(sizes(only(samples.exercise(samples.plan(weeks=12, prompts=20))))) == 2
    assert told(samples.exercise(samples.plan(weeks=26, prompts=60))) == [("content/o.md", 2)]
