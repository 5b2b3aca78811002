"""A chart from the numbers of a table: values in, bars as shares of the longest out, to be drawn by others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lok.model.plain import plain
from lok.model.text import Chart, ChartKind
from lok.words import localised, words

MINUS = "−"
MOST_NAMES = 6
"""Beside each other below a line."""


@dataclass(frozen=True)
class Bar:
    """A piece of a row: where it starts and how long it is (0 to 1), its column of numbers (from 0), what it counts."""

    row: int
    start: float
    length: float
    series: int
    value: Decimal


@dataclass(frozen=True)
class Point:
    """A point of a line: how far it stands along the axis and above the lowest number (0 to 1), and what it counts."""

    row: int
    x: float
    y: float
    series: int
    value: Decimal


def points(chart: Chart) -> tuple[Point, ...]:
    """Those of each line, line by line, each in the middle of the room of its row; none of other charts."""
    if chart.kind is not ChartKind.LINE:
        return ()
    low, reach = _reach(number for row in chart.values for number in row)
    count = len(chart.values)
    return tuple(
        Point(n, (n + 0.5) / count, float((row[series] - low) / reach), series, row[series])
        for series in range(len(chart.values[0]))
        for n, row in enumerate(chart.values)
    )


def ends(chart: Chart) -> tuple[str, str]:
    """The highest and the lowest number of a chart, as people write them; nothing is one of them."""
    low, reach = _reach(number for row in chart.values for number in row)
    return figure(low + reach), figure(low)


def ticks(chart: Chart) -> tuple[str, ...]:
    """The names below a line: all of them where few enough stand beside each other, else the first and the last."""
    names = tuple(plain(row[0]) for row in chart.table.rows)
    return names if len(names) <= MOST_NAMES else (names[0], names[-1])


def zero(chart: Chart) -> float:
    """Where nothing stands, as a share of the room from the lowest number to the highest (0 to 1)."""
    low, reach = _reach(number for row in chart.values for number in row) if _below(chart) else (Decimal(0), Decimal(1))
    return float(-low / reach)


def _below(chart: Chart) -> bool:
    """Whether a number is less than nothing."""
    return any(number < 0 for row in chart.values for number in row)


def _reach(numbers: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest of some numbers and nothing, and from there to the highest; never no distance at all."""
    known = (Decimal(0), *numbers)
    return min(known), (max(known) - min(known)) or Decimal(1)


def bars(chart: Chart) -> tuple[Bar, ...]:
    """Every piece, row by row, from left to right; nothing of length 0.

    A length is a number over the longest row, so that the longest is 1. The rows of a funnel stand in the middle, a
    number below zero to the left of where others begin. A line has none.
    """
    if chart.kind is ChartKind.LINE:
        return ()
    rows = [_pieces(values) if _splits(chart) else values for values in chart.values]
    low, longest = _reach(Decimal(sum(row)) for row in rows)
    found = []
    for n, row in enumerate(rows):
        start = (longest - sum(row)) / 2 if chart.kind is ChartKind.FUNNEL else min(Decimal(sum(row)), Decimal(0)) - low
        for series, value in enumerate(row):
            if value:
                found.append(Bar(n, float(start / longest), float(abs(value) / longest), series, value))
            start += value
    return tuple(found)


def _splits(chart: Chart) -> bool:
    """Whether the second number is a part of the first."""
    return chart.kind is ChartKind.FLOW and len(chart.table.header) > 2


def _pieces(values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """What goes on comes first, then what falls off."""
    total, lost = values
    return total - lost, lost


def series(chart: Chart) -> tuple[str, ...]:
    """What the pieces of a bar count, in order; in a flow the first is what goes on, not what its column counts."""
    names = tuple(plain(cell) for cell in chart.table.header[1:])
    return (words("common")["chart_stays"], names[1]) if _splits(chart) else names


def figure(value: Decimal) -> str:
    """A number as people write it: `1 500,5` or `−4`, with a space that does not break."""
    return localised(f"{value:,f}").replace("-", MINUS)


def told(chart: Chart) -> str:
    """The caption and every row, in one line, for who cannot see the pieces."""
    rows = "; ".join(_row(chart, n) for n in range(len(chart.table.rows)))
    return words("common")["chart_alt"].format(caption=chart.caption, rows=rows)


def _row(chart: Chart, n: int) -> str:
    name, *cells = (plain(cell) for cell in chart.table.rows[n])
    if len(cells) == 1:
        return f"{name}: {cells[0]}"
    counts = list(zip((plain(head) for head in chart.table.header[1:]), cells, strict=True))
    if _splits(chart):
        counts.insert(1, (series(chart)[0], figure(_pieces(chart.values[n])[0])))
    return f"{name}: " + ", ".join(f"{head} {cell}" for head, cell in counts if cell)
