"""How long a saved word takes to reach its page in a preview that runs, in seconds of processor and of wall.

usage: python bench/preview.py [SESSION]        run from the root of the project; all sessions where none is named
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from lok.live import Live
from lok.model.audience import Audience
from lok.processes import look_for_circles_seldom
from lok.publish.engine import MKDOCS
from project import ROOT, copied, edit_a_slide

TODAY = date(2026, 11, 23)
SAVES = 5


def main(sessions: list[str]) -> None:
    look_for_circles_seldom()  # as `lok serve` does
    with tempfile.TemporaryDirectory() as folder:
        root = copied(ROOT, Path(folder) / "project")
        live = Live(root, sessions, tuple(Audience), MKDOCS)
        for _ in live.stages(TODAY):
            pass
        took = [saved(live, root, f"Nieuw{n}") for n in range(SAVES)]
    cpu, wall = (sorted(each)[SAVES // 2] for each in zip(*took, strict=True))
    print(f"{'saved to page, ' + (sessions[0] if sessions else 'all'):<28}{cpu:>8.2f}{wall:>8.2f}")


def saved(live: Live, root: Path, word: str) -> tuple[float, float]:
    """Save one word more; from then to the first page that has it, and everything else afterwards, not counted."""
    edit_a_slide(root, word)
    cpu, wall = process_time(), perf_counter()
    stages = live.stages(TODAY)
    shown = next(stage for stage in stages if any(word.encode() in page for page in stage.files.values()))
    assert shown
    took = process_time() - cpu, perf_counter() - wall
    for _ in stages:
        pass
    return took


if __name__ == "__main__":
    main(sys.argv[1:])
