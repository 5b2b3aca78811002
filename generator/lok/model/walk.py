"""Every record inside a record, and everything that they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

Held = Callable[[Any], tuple[object, ...]]
"""From a record to what stands in it, last first."""
VALUE = re.compile(r"(?:\w+\[)?(?:str|int|bool|float|bytes|Decimal|date|time)(?: \| None)?\]?")
"""The type of a field in which no record can stand, with its mark or without."""


def walk(record: object) -> Iterator[object]:
    """Every record inside `record`, itself first, in order of the fields; also tuples, and values that stand in them.

    Texts and numbers of records are passed by: who looks for those asks `everything`. Courses are walked often, and two
    fifths of what stands in them are such.
    """
    return _walked(record, _records)


def everything(record: object) -> Iterator[object]:
    """What `walk` gives, with the texts, numbers and bytes of every record."""
    return _walked(record, _fields)


def _walked(record: object, held_by: Callable[[type], Held | None]) -> Iterator[object]:
    waiting = [record]
    while waiting:
        item = waiting.pop()
        yield item
        kind: type = type(item)
        if isinstance(item, tuple):
            waiting += item[::-1]
        elif held := held_by(kind):
            waiting += held(item)


@cache
def _fields(kind: type) -> Held | None:
    """All that a record of this kind holds; None for what is no record."""
    return _getter([item.name for item in fields(kind)]) if is_dataclass(kind) else None


@cache
def _records(kind: type) -> Held | None:
    """What holds records in a record of this kind; None where nothing does."""
    return (
        _getter([each.name for each in fields(kind) if not VALUE.fullmatch(str(each.type))])
        if is_dataclass(kind)
        else None
    )


def _getter(names: list[str]) -> Held | None:
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*reversed(names)) if names else None
