"""The arithmetic of scales: means rounded half up, and the exact sum from which a mean reaches a cut-off."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lok.exercises.scores.arithmetic import least_total, mean

BOUNDS = (
    (23, "2.59", 60),
    (23, "3.02", 70),
    (8, "3.06", 25),
    (8, "3.31", 27),
    (5, "2.50", 13),
    (5, "3.10", 16),
    (5, "2.10", 11),
    (5, "2.90", 15),
    (5, "2.70", 14),
    (10, "2.85", 29),
    (10, "3.35", 34),
    (12, "2.54", 31),
    (12, "2.96", 36),
)


@pytest.mark.parametrize(("items", "cutoff", "total"), BOUNDS)
def test_the_sum_that_reaches_a_cutoff(items: int, cutoff: str, total: int) -> None:
    assert least_total(Decimal(cutoff), items) == total
    assert mean(total, items) >= Decimal(cutoff) > mean(total - 1, items)


@pytest.mark.parametrize(
    ("total", "items", "wanted"),
    [(25, 8, "3.13"), (55, 23, "2.39"), (60, 23, "2.61"), (1, 8, "0.13"), (1, 3, "0.33"), (15, 5, "3.00"), (0, 4, "0")],
)
def test_means_round_half_up(total: int, items: int, wanted: str) -> None:
    assert mean(total, items) == Decimal(wanted)


@given(st.integers(1, 999), st.integers(1, 9999))
def test_no_smaller_sum_reaches_a_cutoff(items: int, hundredths: int) -> None:
    cutoff = Decimal(hundredths) / 100
    total = least_total(cutoff, items)
    assert mean(total, items) >= cutoff
    assert total == 0 or mean(total - 1, items) < cutoff


@given(st.integers(0, 5000), st.integers(1, 999))
def test_a_mean_is_at_most_half_a_hundredth_away(total: int, items: int) -> None:
    error = Fraction(mean(total, items)) - Fraction(total, items)
    assert Fraction(-1, 200) < error <= Fraction(1, 200)


def test_a_cutoff_between_two_means_asks_for_the_higher() -> None:
    assert least_total(Decimal("3.125"), 8) == least_total(Decimal("3.13"), 8) == 25
