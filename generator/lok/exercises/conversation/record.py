"""Kind `gesprek` in memory."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Blocks, Section


@dataclass(frozen=True)
class Question:
    """`code` is that of its theme and a number: S1."""

    code: Open[str]
    blocks: Open[Blocks]


@dataclass(frozen=True)
class Theme:
    """Questions to talk about; the section holds what introduces them, `pictogram` a name in the set, or ""."""

    section: Open[Section]
    code: Open[str]
    questions: Open[tuple[Question, ...]]
    pictogram: Open[str] = ""


@dataclass(frozen=True)
class Conversation(ExerciseContent):
    """Each of two sides chooses questions in advance, and together they agree on something.

    `dates` are the agreements that ask for a day.
    """

    sides: Open[tuple[str, ...]]
    themes: Open[tuple[Theme, ...]]
    agreements: Open[tuple[str, ...]] = ()
    dates: Open[tuple[str, ...]] = ()
