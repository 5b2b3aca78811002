"""Kind `schaalscore` in memory."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.model.exercises import ExerciseContent
from lok.model.text import Section


@dataclass(frozen=True)
class Cutoff:
    """From which mean, rounded half up to two decimals, a score has this name."""

    name: str
    least: Decimal


@dataclass(frozen=True)
class ScaleVersion:
    """One form of a scale: its name, how many items it counts, and its cut-offs from low to high."""

    version: str
    items: int
    cutoffs: tuple[Cutoff, ...]


@dataclass(frozen=True)
class Scale:
    section: Section
    versions: tuple[ScaleVersion, ...]


@dataclass(frozen=True)
class Scores(ExerciseContent):
    """Sums of the scales of an official form, turned into means and names. Holds no items."""

    versions: tuple[str, ...]
    scales: tuple[Scale, ...]
    answers: tuple[int, ...] = ()
    """The lowest and the highest answer to a question, where the author says so."""
    below: str = ""
    """The name of a score under its first cut-off, or ""."""
