"""A chart from the numbers of a table: values in, bars as shares of the longest out, to be drawn by others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.model.plain import plain
from lok.model.text import Chart, ChartKind
from lok.words import localised, words


@dataclass(frozen=True)
class Bar:
    """A piece of a row: where it starts and how long it is (0 to 1), its column of numbers (from 0), what it counts."""

    row: int
    start: float
    length: float
    series: int
    value: Decimal


def bars(chart: Chart) -> tuple[Bar, ...]:
    """Every piece, row by row, from left to right; nothing of length 0.

    A length is a number over the longest row, so that the longest is 1. The rows of a funnel stand in the middle.
    """
    rows = [_pieces(values) if _splits(chart) else values for values in chart.values]
    longest = max((sum(row) for row in rows), default=Decimal(0)) or Decimal(1)
    found = []
    for n, row in enumerate(rows):
        start = (longest - sum(row)) / 2 if chart.kind is ChartKind.FUNNEL else Decimal(0)
        for series, value in enumerate(row):
            if value:
                found.append(Bar(n, float(start / longest), float(value / longest), series, value))
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
    """A number as people write it: `1 500,5`, with a space that does not break."""
    return localised(f"{value:,f}")


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
