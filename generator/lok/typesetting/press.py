"""What to lay out in, finished pieces and measures out: each thing once, on every processor, in little memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from lok import store
from lok.design import palette

ROOT = palette.TEMPLATES.parent
"""The folder that a template may import from."""
WORKER = str(Path(__file__).with_name("worker.py"))
"""The program that lays out. It is not imported: only its own processes need Typst."""


class TypesettingError(Exception):
    """A template failed, or what it gave is no PDF/UA-1; the message is Typst's own."""


@dataclass(frozen=True)
class Job:
    """A template by its path, the JSON it reads, the day that a PDF carries (`2026-11-22`; "" asks for SVG pictures).

    `labels` are those under which the template writes down what it measures; `bare` asks for these alone.
    """

    template: str
    data: str
    day: str = ""
    labels: tuple[str, ...] = ()
    bare: bool = False

    @cached_property
    def key(self) -> str:
        """The name under which what it gives is kept."""
        return store.key_of(
            "typst", (self.template.removeprefix(str(ROOT)), self.data, self.day, str(self.bare), *self.labels)
        )


@dataclass(frozen=True)
class Pressed:
    """The PDF, or a picture of each page; and by label what was measured, in the order of the pages."""

    pieces: tuple[bytes, ...]
    measures: Mapping[str, tuple[Any, ...]]


def press(jobs: Sequence[Job]) -> tuple[Pressed, ...]:
    """Each job laid out, or what it gave before. Raises TypesettingError where one cannot be."""
    wanted = {job.key: job for job in jobs}
    found = {key: _read(kept) for key in wanted if (kept := store.get(key)) is not None}
    missing = sorted((job for key, job in wanted.items() if key not in found), key=lambda job: -len(job.data))
    for job, done in zip(missing, _laid_out(missing), strict=True):
        store.put(job.key, _written(done))
        found[job.key] = done
    return tuple(found[job.key] for job in jobs)


def measure(jobs: Sequence[Job]) -> tuple[Mapping[str, tuple[Any, ...]], ...]:
    """What each job measures; only those of which nothing is kept are laid out. Raises TypesettingError."""
    kept = {job.key: _read(held) for job in jobs if (held := store.get(job.key)) is not None}
    others = iter(press([replace(job, bare=True) for job in jobs if job.key not in kept]))
    return tuple((kept[job.key] if job.key in kept else next(others)).measures for job in jobs)


def _laid_out(jobs: Sequence[Job]) -> Iterator[Pressed]:
    """The largest come first, so that no processor is left with one of them at the end."""
    if not jobs:
        return
    idle: SimpleQueue[_Worker] = SimpleQueue()
    count = min(len(jobs), os.cpu_count() or 1)
    workers = [_Worker() for _ in range(count)]
    for each in workers:
        idle.put(each)

    def lay_out(job: Job) -> Pressed:
        mine = idle.get()
        try:
            return mine.ask(job)
        finally:
            idle.put(mine)

    try:
        with ThreadPoolExecutor(count) as threads:
            yield from threads.map(lay_out, jobs)
    finally:
        for each in workers:
            each.end()


class _Worker:
    """A process that lays out, started when something is asked of it, and anew when it ended of itself."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, job: Job) -> Pressed:
        """What it lays out. Raises TypesettingError where it cannot."""
        process = self.process = self.process or _started()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise TypesettingError("the process that lays out ended")
        told = json.loads(line)
        pieces = tuple(process.stdout.read(size) for size in told["sizes"])
        if told["last"]:
            self.end()
        if told["error"]:
            raise TypesettingError(told["error"])
        return Pressed(pieces, {label: tuple(found) for label, found in told["measures"].items()})

    def end(self) -> None:
        process, self.process = self.process, None
        if process:
            with process:
                process.kill()


def _started() -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-I", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(json.dumps({"root": str(ROOT), "fonts": str(palette.FONTS)}).encode() + b"\n")
    return process


def _written(done: Pressed) -> bytes:
    told = {"sizes": [len(piece) for piece in done.pieces], "measures": done.measures}
    return json.dumps(told).encode() + b"\n" + b"".join(done.pieces)


def _read(kept: bytes) -> Pressed:
    line, _, rest = kept.partition(b"\n")
    told, pieces, at = json.loads(line), [], 0
    for size in told["sizes"]:
        pieces.append(rest[at : at + size])
        at += size
    return Pressed(tuple(pieces), {label: tuple(found) for label, found in told["measures"].items()})
