"""A plan on its page, to be read without scripts."""

from __future__ import annotations

import samples
from exercises.shown import page


def test_a_plan_says_how_many_weeks_its_paper_has() -> None:
    assert "elke week: 4 in totaal" in page(samples.exercise(samples.plan(weeks=4)))
