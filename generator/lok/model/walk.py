"""Every record inside a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache


def walk(record: object) -> Iterator[object]:
    """Every record inside `record`, itself first, in order of the fields."""
    waiting = [record]
    while waiting:
        item = waiting.pop()
        yield item
        kind: type = type(item)
        if isinstance(item, tuple):
            waiting += item[::-1]
        elif backwards := _names(kind):
            waiting += [getattr(item, name) for name in backwards]


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record, last first; none of what is no record."""
    return tuple(item.name for item in fields(kind))[::-1] if is_dataclass(kind) else ()
