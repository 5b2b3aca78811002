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
        inner = item if isinstance(item, tuple) else [getattr(item, name) for name in _names(kind)]
        waiting.extend(reversed(inner))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record; none of what is no record."""
    return tuple(item.name for item in fields(kind)) if is_dataclass(kind) else ()
