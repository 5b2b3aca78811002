"""Kind `schaalscore` in memory."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section


@dataclass(frozen=True)
class Cutoff:
    """From which mean, rounded half up to two decimals, a score has this name."""

    name: Open[str]
    least: Open[Decimal]


@dataclass(frozen=True)
class ScaleVersion:
    """One form of a scale: its name, how many items it counts, and its cut-offs from low to high."""

    version: Open[str]
    items: Open[int]
    cutoffs: Open[tuple[Cutoff, ...]]


@dataclass(frozen=True)
class Scale:
    section: Open[Section]
    versions: Open[tuple[ScaleVersion, ...]]


@dataclass(frozen=True)
class Scores(ExerciseContent):
    """Sums of the scales of an official form, turned into means and names. Holds no items."""

    versions: Open[tuple[str, ...]]
    scales: Open[tuple[Scale, ...]]
    answers: Open[tuple[int, ...]] = ()
    """The lowest and the highest answer to a question, where the author says so."""
    below: Open[str] = ""
    """The name of a score under its first cut-off, or ""."""
