"""Finished work, kept for the next time: what it is made of in, what was made of an equal thing before out.

Only `cli` asks for it. Who calls `build` from a program, or a test that puts a fault in it, gets it made.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from lok import store

Made = TypeVar("Made")
PLAIN = {("datetime", "date"): date, ("decimal", "Decimal"): Decimal}
"""What records hold besides each other."""


def kept(kind: str, asked: Sequence[object], make: Callable[[Sequence[int]], Iterable[Made]]) -> list[Made]:
    """For each record in `asked` what was made of an equal one before, or what `make` gives now.

    `make` is called once, with the numbers of those that are missing, from 0. Raises what it raises.
    """
    keys = [key_of(kind, each) for each in asked]
    found: dict[int, Any] = {n: made for n, key in enumerate(keys) if (made := known(key)) is not None}
    missing = [n for n in range(len(keys)) if n not in found]
    for n, made in zip(missing, make(missing) if missing else (), strict=True):
        keep(keys[n], made)
        found[n] = made
    return [found[n] for n in range(len(keys))]


def key_of(kind: str, record: object) -> str:
    """The name under which is kept what is made of a record: the same for equal ones.

    "" where nothing is kept: then it costs nothing.
    """
    if store.folder() is None:
        return ""
    written = io.BytesIO()
    pickler = pickle.Pickler(written)
    pickler.fast = True  # else what stands in it twice is written otherwise than two that are equal
    pickler.dump(record)
    return store.key_of(kind, (written.getvalue(),))


def known(key: str) -> Any:
    """What is kept under a key; None where nothing is that we would write."""
    held = store.get(key) if key else None
    if held is not None:
        with suppress(pickle.UnpicklingError, EOFError, AttributeError, TypeError):
            return _Records(io.BytesIO(held)).load()
    return None


def keep(key: str, made: object) -> None:
    """Keep a record, or a tuple of them, under a key."""
    if key:
        store.put(key, pickle.dumps(made))
        store.trim()


class _Records(pickle.Unpickler):
    """Takes records and values, and nothing that could do something."""

    def find_class(self, module: str, name: str) -> Any:
        """The kind of a record or value. Raises pickle.UnpicklingError for all else: it is not believed."""
        if (module, name) in PLAIN:
            return PLAIN[module, name]
        found = super().find_class(module, name) if module.startswith("lok.") else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")
