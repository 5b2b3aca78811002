"""The processes of lok: work shared over several of them, and how each looks after its memory."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

MANY = 200_000
"""Things made before Python looks for circles among them; its own number is 700."""


def look_for_circles_seldom() -> None:
    """Spare a process the search for things that only hold each other: records are trees, and go of themselves.

    That search took a sixth of the time of a check.
    """
    gc.set_threshold(MANY, 20, 100)


@contextmanager
def several(count: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """A `map` that works on `count` things at a time, as far as this machine has processors for them."""
    workers = min(count, os.cpu_count() or 1)
    if workers < 2:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # most commands start no other process
    from multiprocessing import get_context  # noqa: PLC0415  # as above

    with ProcessPoolExecutor(workers, get_context("spawn"), _begin) as pool:
        yield pool.map


def _begin() -> None:
    """In a worker: end when the process that started it ends, however it ends. Left alone, a worker waits for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415  # only workers ask for it

    look_for_circles_seldom()
    parent = parent_process()

    def follow() -> None:
        if parent:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
