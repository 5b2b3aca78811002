"""A plan: as an author writes it: what is understood, and what is told."""

from __future__ import annotations

from pathlib import Path

from exercises.written import only as read
from exercises.written import titles
from lok.exercises.plan.kind import Plan


def test_a_plan_knows_which_block_counts_weeks(tmp_path: Path) -> None:
    keys = "vorm: plan\nopbouw: Week na week\nweken: 6"
    content = read(tmp_path, keys, "## Begin\n- Wanneer?\n\n## Week na week\n- Noteer.").content
    assert isinstance(content, Plan)
    assert titles(content.blocks) == ["Begin", "Week na week"]
    assert (content.weekly, content.weeks) == ("week-na-week", 6)
