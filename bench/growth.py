"""How the build of a course grows with it: its parts 1, 10 and 30 times, nothing kept, processor and memory.

usage: python bench/growth.py [TIMES ...]        run from the root of the project
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from cost import Cost, lok
from project import ROOT, SESSION, enlarged


def main(times: list[int]) -> None:
    before: tuple[int, Cost] | None = None
    print(f"{'parts':<8}{'CPU s':>8}{'wall s':>8}{'MB':>8}{'CPU ratio':>12}")
    for factor in times:
        with tempfile.TemporaryDirectory() as folder:
            root = enlarged(Path(folder), factor)
            took = lok(ROOT, root, "-", "build", SESSION, "--uit", "build")
        told = f"{took.cpu / before[1].cpu:.2f} of x{before[0]}" if before else ""
        print(f"{f'x{factor}':<8}{took.cpu:>8.1f}{took.wall:>8.1f}{took.memory:>8.0f}{told:>14}", flush=True)
        before = factor, took


if __name__ == "__main__":
    main([int(value) for value in sys.argv[1:]] or [1, 10, 30])
