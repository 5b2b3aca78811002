"""Every kind of record that holds author text, found by looking at the rooms that define them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import walk_packages

import lok.model
from lok.design import palette
from lok.model.audience import emptied
from lok.model.output import Artifact, Listing, SiteFile
from lok.model.place import Passage, Places

OTHER = {Artifact, Listing, SiteFile, Passage, Places}
"""Records of what is made, and of the second look at author files: no field of theirs is narrowed."""


def modules() -> Iterator[str]:
    """The modules that define records: those of the model, and of each kind of exercise."""
    yield from (found.name for found in walk_packages(lok.model.__path__, "lok.model."))
    for path in (*palette.KINDS.glob("*/kind.py"), *palette.KINDS.glob("*/record.py")):
        yield f"lok.exercises.{path.parent.name}.{path.stem}"


def records() -> Iterator[type]:
    for name in modules():
        module = import_module(name)
        own = (each for each in vars(module).values() if is_dataclass(each) and each.__module__ == module.__name__)
        yield from (each for each in own if isinstance(each, type) and each not in OTHER)


def trainer_fields() -> set[tuple[str, str]]:
    """The name of each record with the name of each of its fields for trainers."""
    return {(record.__name__, name) for record in records() for name in emptied(record)}
