"""Who a build is for, and the mark that says of each field of a record who may read it.

`view` reads the marks, and nothing else decides. A field without a mark is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_type_hints


class Audience(Enum):
    """Who a build is for; the value is its folder in build/."""

    TRAINER = "trainer"
    PARTICIPANT = "deelnemer"


T = TypeVar("T")
Open = Annotated[T, Audience.PARTICIPANT]
"""A field for whoever may read the record that holds it."""
Trainer = Annotated[T, Audience.TRAINER]
"""A field for trainers alone. It has a default, which is all that participants get."""


@cache
def emptied(record: type) -> Mapping[str, object]:
    """The trainer fields of a kind of record, each with the empty value that participants get.

    Raises TypeError where a field has no mark, or a trainer field no default.
    """
    hints = get_type_hints(record, include_extras=True)
    marks = {item.name: _mark(record, item, hints[item.name]) for item in fields(record)}
    return MappingProxyType(
        {item.name: item.default for item in fields(record) if marks[item.name] is Audience.TRAINER}
    )


def _mark(record: type, item: Field[Any], hint: object) -> Audience:
    """Who may read a field. Raises TypeError where it has no mark, or is for trainers and has no default."""
    mark = next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Audience)), None)
    if mark is None:
        raise TypeError(f"{record.__name__}.{item.name} does not say who may read it: write Open[...] or Trainer[...]")
    if mark is Audience.TRAINER and item.default is MISSING:
        raise TypeError(f"{record.__name__}.{item.name} is for trainers, so it needs an empty default")
    return mark
