"""Every record inside a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def walk(record: object) -> Iterator[object]:
    """Every record inside a record or tuple, itself first, then depth first in the order of the fields."""
    yield record
    if is_dataclass(record):
        for item in fields(record):
            yield from walk(getattr(record, item.name))
    elif isinstance(record, tuple):
        for child in record:
            yield from walk(child)
