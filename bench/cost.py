"""What a command costs: seconds of processor and of wall, and the memory of its largest process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Cost:
    """`cpu` and `wall` in seconds, with all processes that it started; `memory` in MB, of the largest of them."""

    cpu: float
    wall: float
    memory: float


def spent() -> float:
    """Seconds of processor that this process spent until now, with all that it started and saw end."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def cost(command: Sequence[str | Path], folder: Path, **environment: str) -> Cost:
    """Run a command in `folder`. Raises SystemExit with what it said where it fails."""
    start = perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss * 1024 / 1e6)


def lok(checkout: Path, folder: Path, cache: Path | str, *arguments: str | Path) -> Cost:
    """Run the `lok` of a checkout on the project in `folder`, with what it keeps in `cache` ("-": nothing)."""
    program = str(checkout / "generator")
    return cost([sys.executable, "-m", "lok", *arguments], folder, PYTHONPATH=program, LOK_CACHE=str(cache))
