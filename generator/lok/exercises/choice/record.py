"""Kind `kiezen` in memory."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section


@dataclass(frozen=True)
class Option:
    """One thing to choose; `properties` are name and text, in the author's order of the names."""

    section: Open[Section]
    properties: Open[tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class OptionGroup:
    """Options under a heading of their own; the section holds what introduces them, `pictogram` a name or ""."""

    section: Open[Section]
    options: Open[tuple[Option, ...]]
    pictogram: Open[str] = ""


@dataclass(frozen=True)
class Period:
    """How long to wait: `count` times a `unit`, which is "dag", "week" or "maand"; `text` is what the author wrote."""

    count: Open[int]
    unit: Open[str]
    text: Open[str]


@dataclass(frozen=True)
class Choice(ExerciseContent):
    """At most `most` of the options, and for each chosen one what is agreed, under these titles.

    `dates` are the agreements that ask for a day. `review` holds questions to look back with, `after` a period.
    """

    most: Open[int]
    groups: Open[tuple[OptionGroup, ...]]
    agreements: Open[tuple[str, ...]] = ()
    dates: Open[tuple[str, ...]] = ()
    review: Open[Section | None] = None
    after: Open[Period | None] = None
