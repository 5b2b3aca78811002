"""What an author waits for: builds, checks and packs, in seconds of processor and of wall.

usage: python bench/builds.py [CHECKOUT]        run from the root of the project

With the checkout of an earlier version beside it, each row is set against that version, in turn in the same run, both
on what that version's authors wrote, which this one can read too. Trust the ratios, not the seconds.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cost import Cost, lok
from project import ROOT, SESSION, copied, edit_a_slide

EVENING = ("--datum", "10/12/2026", "--aanvang", "20:00", "--deelnemers", "14", "--lok")
ALL = ("build", "--uit", "build")
ROWS = (
    "build, cold", "build, nothing changed", "build, one slide changed", "check after build", "pack after build",
    "a further pack", "check, cold", "check after check", "one course, cold",
)  # fmt: skip


def main(others: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = others[0] if others else ROOT
        works = [works_of(checkout, written, Path(folder) / str(n)) for n, checkout in enumerate((ROOT, *others))]
        print(f"{'':<28}{'CPU s':>8}{'wall s':>8}" + (f"{'ratio':>8}{'wall':>8}" if others else ""))
        for name in ROWS:
            ours, *earlier = [next(work) for work in works]
            told = "".join(f"{ours.cpu / one.cpu:>8.3f}{ours.wall / one.wall:>8.3f}" for one in earlier)
            print(f"{name:<28}{ours.cpu:>8.2f}{ours.wall:>8.2f}{told}", flush=True)


def works_of(checkout: Path, written: Path, folder: Path) -> Iterator[Cost]:
    """The cost of each row in turn by the lok of one checkout, on a copy of what the authors of another wrote."""
    root, cache = copied(written, folder / "project"), folder / "cache"
    yield lok(checkout, root, cache, *ALL)
    yield lok(checkout, root, cache, *ALL)
    edit_a_slide(root, "Nieuw")
    yield lok(checkout, root, cache, *ALL)
    yield lok(checkout, root, cache, "check")
    yield lok(checkout, root, cache, "pack", SESSION, *EVENING, "Lier")
    yield lok(checkout, root, cache, "pack", SESSION, *EVENING, "Mol")
    yield lok(checkout, root, folder / "cold", "check")
    yield lok(checkout, root, folder / "cold", "check")
    yield lok(checkout, root, folder / "colder", "build", SESSION, "--uit", "one")


if __name__ == "__main__":
    main([Path(each).resolve() for each in sys.argv[1:]])
