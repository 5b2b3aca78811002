"""When `lok check` of all sessions tells what texts show, and when it ends: nothing kept, in seconds of wall.

usage: python bench/first_answer.py        run from the root of the project
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from lok.cli.check import TEXTS
from project import ROOT, copied

TIMES = 5


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = copied(ROOT, Path(folder) / "project")
        took = [check(root, Path(folder) / f"cache{n}") for n in range(TIMES)]
    first, end = (sorted(each)[TIMES // 2] for each in zip(*took, strict=True))
    print(f"{'check: texts, then all':<28}{first:>8.2f}{end:>8.2f}")


def check(root: Path, cache: Path) -> tuple[float, float]:
    """One check; seconds until its first answer, and until its end. Raises StopIteration where it gives none."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "generator"), "LOK_CACHE": str(cache)}
    command, start = [sys.executable, "-m", "lok", "check"], perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=quiet, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        first = next(perf_counter() for line in process.stderr if line.startswith(TEXTS))
        process.stderr.read()
    return first - start, perf_counter() - start


if __name__ == "__main__":
    main()
