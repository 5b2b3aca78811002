"""Columns to fill in on its page, to be read without scripts."""

from __future__ import annotations

from dataclasses import replace

import samples
from exercises.shown import OPEN, SECRET, page
from lok.model.audience import Audience


def test_columns_lose_no_answer_and_no_trainer_text() -> None:
    content = samples.columns("Links", "Rechts")
    hidden = samples.section("Trainer", *samples.say(SECRET))
    left = replace(content.columns[0], answer=samples.say(OPEN), trainer=(hidden,))
    found = page(samples.exercise(replace(content, columns=(left, content.columns[1]))), Audience.TRAINER)
    assert OPEN in found
    assert SECRET in found
