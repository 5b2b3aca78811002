"""A chart on a page: one picture for a screen reader, with a name, numbers and a bar for each row."""

from __future__ import annotations

from html import escape

from lok.chart import Bar, bars, told
from lok.prose import plain
from lok.text import Chart


def html(chart: Chart) -> str:
    """One picture for a screen reader: for each row its name, its numbers and its bar."""
    drawn = bars(chart)
    rows = "".join(
        f'<span class="chart-name">{escape(plain(row[0]))}</span>{_svg([bar for bar in drawn if bar.row == n])}'
        f'<span class="chart-value">{escape(_numbers(chart, n))}</span>'
        for n, row in enumerate(chart.table.rows)
    )
    return f'<div class="chart-bars" role="img" aria-label="{escape(told(chart))}">{_legend(chart)}{rows}</div>'


def _numbers(chart: Chart, row: int) -> str:
    return " + ".join(text for cell in chart.table.rows[row][1:] if (text := plain(cell)))


def _svg(row: list[Bar]) -> str:
    """Bars in a box of 1000 by 40, stretched to the width of the page."""
    shapes = "".join(_rect(bar.series, 1000 * bar.start, 1000 * bar.length, 38) for bar in row)
    return f'<svg class="chart-bar" viewBox="0 0 1000 40" preserveAspectRatio="none">{shapes}</svg>'


def _rect(series: int, x: float, width: float, height: float) -> str:
    return f'<rect class="series-{series}" x="{x:.1f}" y="1" width="{width:.1f}" height="{height:g}"/>'


def _legend(chart: Chart) -> str:
    """The names of several columns of numbers, each with a piece of its bar."""
    heads = chart.table.header[1:]
    if len(heads) == 1:
        return ""
    keys = "".join(
        f'<span class="chart-key"><svg viewBox="0 0 20 20">{_rect(n, 1, 18, 18)}</svg>{escape(plain(head))}</span>'
        for n, head in enumerate(heads)
    )
    return f'<span class="chart-keys">{keys}</span>'
