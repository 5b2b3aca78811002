"""A killed build: at every step on the disk, and one at a random moment; `make campaign` does many."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from campaigns import kills

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def test_killed_at_every_step(tmp_path: Path) -> None:
    assert kills.every_step(tmp_path) > 50


def test_killed_at_random(tmp_path: Path) -> None:
    assert sum(kills.at_random(1, kills.project(tmp_path), "--publiek", "deelnemer").values()) == 1
