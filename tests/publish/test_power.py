"""The power goes while a build writes: nothing is torn or lost; `make campaign` does it at every step."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from campaigns import power
from lok.publish import disk

STEPS = 12
"""Of so many steps, one is tried."""

pytestmark = pytest.mark.skipif(not power.possible(), reason="this account may not mount an image of a disk")


def test_the_power_goes(tmp_path: Path) -> None:
    assert power.cuts(tmp_path, STEPS) > 6


def test_what_is_not_synced_is_seen_to_be_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The eye itself: a build that syncs nothing leaves empty files."""
    monkeypatch.setattr(disk, "os", SimpleNamespace(**{**vars(os), "fsync": lambda _: None}))
    with pytest.raises(AssertionError):
        power.cuts(tmp_path, STEPS)
