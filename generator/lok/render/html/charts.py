"""A chart on a page: one picture for a screen reader, with a name, numbers and a bar for each row."""

from __future__ import annotations

from html import escape
from itertools import groupby

from lok.derive.chart import Bar, bars, figure, series, told
from lok.model.plain import plain
from lok.model.text import Chart, Inlines


def html(chart: Chart) -> str:
    """One picture for a screen reader: for each row its name, its numbers and its bar."""
    drawn = {n: list(row) for n, row in groupby(bars(chart), key=lambda bar: bar.row)}
    rows = "".join(_row(row, drawn.get(n, [])) for n, row in enumerate(chart.table.rows))
    return f'<div class="chart-bars" role="img" aria-label="{escape(told(chart))}">{_legend(chart)}{rows}</div>'


def _row(row: tuple[Inlines, ...], drawn: list[Bar]) -> str:
    name, value = escape(plain(row[0])), escape(_numbers(row, drawn))
    return f'<span class="chart-name">{name}</span>{_svg(drawn)}<span class="chart-value">{value}</span>'


def _numbers(row: tuple[Inlines, ...], drawn: list[Bar]) -> str:
    """The author's own number where there is one, else those of the pieces."""
    return plain(row[1]) if len(row) == 2 else " + ".join(figure(bar.value) for bar in drawn)


def _svg(row: list[Bar]) -> str:
    """Bars in a box of 1000 by 40, stretched to the width of the page."""
    shapes = "".join(_rect(bar.series, 1000 * bar.start, 1000 * bar.length, 38) for bar in row)
    return f'<svg class="chart-bar" aria-hidden="true" viewBox="0 0 1000 40" preserveAspectRatio="none">{shapes}</svg>'


def _rect(series: int, x: float, width: float, height: float) -> str:
    return f'<rect class="series-{series}" x="{x:.1f}" y="1" width="{width:.1f}" height="{height:g}"/>'


def _legend(chart: Chart) -> str:
    """The names of several columns of numbers, each with a piece of its bar."""
    names = series(chart)
    if len(names) == 1:
        return ""
    looks = (f'<svg aria-hidden="true" viewBox="0 0 20 20">{_rect(n, 1, 18, 18)}</svg>' for n in range(len(names)))
    keys = "".join(
        f'<span class="chart-key">{look}{escape(name)}</span>' for look, name in zip(looks, names, strict=True)
    )
    return f'<span class="chart-keys">{keys}</span>'
