"""A chart from the numbers of a table: values in, bars as shares of the longest out, to be drawn by others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.prose import plain
from lok.text import Chart, ChartKind
from lok.words import words


@dataclass(frozen=True)
class Bar:
    """A piece of a row: where it starts and how long it is (0 to 1), its column of numbers (from 0), what it counts."""

    row: int
    start: float
    length: float
    series: int
    value: Decimal


def bars(chart: Chart) -> tuple[Bar, ...]:
    """Every piece, row by row, from left to right; nothing of length 0."""
    rows = [_pieces(chart.kind, values) for values in chart.values]
    longest = max((sum(row) for row in rows), default=Decimal(0)) or Decimal(1)
    found = []
    for n, row in enumerate(rows):
        start = (longest - sum(row)) / 2 if chart.kind is ChartKind.FUNNEL else Decimal(0)
        for series, value in enumerate(row):
            if value:
                found.append(Bar(n, float(start / longest), float(value / longest), series, value))
            start += value
    return tuple(found)


def _pieces(kind: ChartKind, values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """In a flow the second number is a part of the first: what goes on comes first, then what falls off."""
    if kind is ChartKind.FLOW and len(values) > 1:
        return max(values[0] - values[1], Decimal(0)), values[1]
    return values


def told(chart: Chart) -> str:
    """The caption and every row, in one line."""
    heads = [plain(cell) for cell in chart.table.header[1:]]
    rows = "; ".join(_row(heads, [plain(cell) for cell in row]) for row in chart.table.rows)
    return words("common")["chart_alt"].format(caption=chart.caption, rows=rows)


def _row(heads: list[str], cells: list[str]) -> str:
    if len(heads) == 1:
        return f"{cells[0]}: {cells[1]}"
    return f"{cells[0]}: " + ", ".join(f"{head} {cell}" for head, cell in zip(heads, cells[1:], strict=True) if cell)
