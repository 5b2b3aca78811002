"""Damaged files of real courses: nothing raises or takes long, nothing leaks; `make campaign` tries thousands."""

from __future__ import annotations

from pathlib import Path

from campaigns import fuzz


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    seen = fuzz.loads(200, 1, tmp_path)
    assert seen["inputs"] >= 200
    assert 0 < seen["projects with errors"] < seen["projects"]


def test_damage_that_is_no_mistake_builds_and_leaks_nothing(tmp_path: Path) -> None:
    assert fuzz.builds(1, 1, tmp_path)["builds"] == 1
