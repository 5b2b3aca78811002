"""Sums of a scale in, means and bounds out: the arithmetic of a `schaalscore`, exact, for paper, page and browser.

A mean is the sum divided by the number of items, rounded half up to two decimals; only then it meets a cut-off.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

HUNDREDTH = Decimal("0.01")


def mean(total: int, items: int) -> Decimal:
    """The rounded mean of `items` answers that make `total`: 25 of 8 is 3.125, so 3.13."""
    return (Decimal(total) / items).quantize(HUNDREDTH, ROUND_HALF_UP)


def least_total(cutoff: Decimal, items: int) -> int:
    """The smallest sum whose rounded mean reaches the cut-off: rounding lifts it from half a hundredth below."""
    hundredths = int((cutoff * 100).to_integral_value(ROUND_CEILING))
    return -(-items * (2 * hundredths - 1) // 200)
