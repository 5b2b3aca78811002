"""What was made of files before: the same bytes again give the same again, with the same problems."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar

from lok.problems import Problem

Made = TypeVar("Made")


@dataclass
class Memory:
    """Remembers what two readings in a row made; what the later one had no use for is forgotten at the next."""

    _now: dict[Hashable, tuple[object, tuple[Problem, ...]]] = field(default_factory=dict)
    _before: dict[Hashable, tuple[object, tuple[Problem, ...]]] = field(default_factory=dict)

    def begin(self) -> None:
        """A new reading begins."""
        self._before, self._now = self._now, {}

    def kept(self, key: Hashable, problems: list[Problem], make: Callable[[list[Problem]], Made]) -> Made:
        """What `make` gives, or gave for the same key; the problems that it finds, or found, are added."""
        known = self._now.get(key) or self._before.get(key)
        if known is None:
            found: list[Problem] = []
            made = make(found)
            known = made, tuple(found)
        self._now[key] = known
        problems.extend(known[1])
        return known[0]  # type: ignore[return-value]  # what this key gave before
