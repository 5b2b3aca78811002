"""Finished work of a whole project, kept for the next time: what a command made of the same files.

Only `cli` asks for it. Who calls `build` from a program, or a test that puts a fault in it, gets it made.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from lok import store
from lok.read.digest import digest

Made = TypeVar("Made")
PLAIN = {("datetime", "date"): date, ("decimal", "Decimal"): Decimal}
"""What records hold besides each other."""


def kept(root: Path, read: str, asked: Sequence[str], make: Callable[[], Made]) -> Made:
    """What `make` gives, or gave before for the same files below `root` and the same words in `asked`.

    `read` is the digest of what was loaded: where something was saved since, nothing is looked up and nothing kept.
    Raises what `make` raises, and OSError where a file cannot be read.
    """
    if store.folder() is None or digest(root) != read:
        return make()
    key = store.key_of("work", (*asked, read))
    held = store.get(key)
    if held is not None:
        with suppress(pickle.UnpicklingError, EOFError, AttributeError, TypeError):
            found: Made = _Records(io.BytesIO(held)).load()
            return found
    made = make()
    store.put(key, pickle.dumps(made))
    store.trim()
    return made


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
