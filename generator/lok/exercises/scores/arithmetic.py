"""Sums of a scale in, means and bounds out: the arithmetic of a `schaalscore`, exact, for paper, page and browser.

A mean is the sum divided by the number of items, rounded half up to two decimals; only then it meets a cut-off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from lok.exercises.scores.record import Scale, ScaleVersion, Scores
from lok.model.text import Section

HUNDREDTH = Decimal("0.01")


def mean(total: int, items: int) -> Decimal:
    """The rounded mean of `items` answers that make `total`: 25 of 8 is 3.125, so 3.13."""
    return (Decimal(total) / items).quantize(HUNDREDTH, ROUND_HALF_UP)


def least_total(cutoff: Decimal, items: int) -> int:
    """The smallest sum whose rounded mean reaches the cut-off: rounding lifts it from half a hundredth below."""
    hundredths = int((cutoff * 100).to_integral_value(ROUND_CEILING))
    return -(-items * (2 * hundredths - 1) // 200)


@dataclass(frozen=True)
class Bound:
    """From which sum, and so from which mean, a name holds; `total` is None where the scale does not know the name."""

    name: str
    total: int | None
    mean: Decimal | None


@dataclass(frozen=True)
class Row:
    """One scale in one version of the form, with a bound for each name of that version."""

    scale: Section
    items: int
    bounds: tuple[Bound, ...]


@dataclass(frozen=True)
class ScoreSheet:
    """One version: the names of its cut-offs from low to high, and its scales."""

    version: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]


def forms(content: Scores) -> tuple[ScoreSheet, ...]:
    """A form for each version that some scale belongs to."""
    made = (_form(version, content.scales) for version in content.versions)
    return tuple(form for form in made if form.rows)


def _form(version: str, scales: Iterable[Scale]) -> ScoreSheet:
    counted = [(scale, found) for scale in scales for found in scale.versions if found.version == version]
    names = tuple(dict.fromkeys(cutoff.name for _, found in counted for cutoff in found.cutoffs))
    rows = tuple(
        Row(scale.section, found.items, tuple(_bound(name, found) for name in names)) for scale, found in counted
    )
    return ScoreSheet(version, names, rows)


def _bound(name: str, version: ScaleVersion) -> Bound:
    for cutoff in version.cutoffs:
        if cutoff.name == name:
            return Bound(name, least_total(cutoff.least, version.items), cutoff.least)
    return Bound(name, None, None)
