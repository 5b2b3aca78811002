"""Every record inside a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any


def walk(record: object) -> Iterator[object]:
    """Every record inside `record`, itself first, in order of the fields."""
    waiting = [record]
    while waiting:
        item = waiting.pop()
        yield item
        kind: type = type(item)
        if isinstance(item, tuple):
            waiting += item[::-1]
        elif held := _held(kind):
            waiting += held(item)


@cache
def _held(kind: type) -> Callable[[Any], tuple[object, ...]] | None:
    """What a record of this kind holds, last first, in one call; None for what is no record."""
    names = [item.name for item in fields(kind)][::-1] if is_dataclass(kind) else []
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*names) if names else None
