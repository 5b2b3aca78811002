"""A chart on a page: one picture for a screen reader, with a name, numbers and a bar for each row."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from lok.derive.chart import Bar, bars, figure, series, told
from lok.model.plain import plain
from lok.model.text import Chart, Inlines


def html(chart: Chart) -> Markup:
    """One picture for a screen reader: for each row its name, its numbers and its bar."""
    drawn = {n: list(row) for n, row in groupby(bars(chart), key=lambda bar: bar.row)}
    rows = Markup().join(_row(row, drawn.get(n, [])) for n, row in enumerate(chart.table.rows))
    return Markup('<div class="chart-bars" role="img" aria-label="{}">{}{}</div>').format(
        told(chart), _legend(chart), rows
    )


def _row(row: tuple[Inlines, ...], drawn: list[Bar]) -> Markup:
    whole = Markup('<span class="chart-name">{}</span>{}<span class="chart-value">{}</span>')
    return whole.format(plain(row[0]), _svg(drawn), _numbers(row, drawn))


def _numbers(row: tuple[Inlines, ...], drawn: list[Bar]) -> str:
    """The author's own number where there is one, else those of the pieces."""
    return plain(row[1]) if len(row) == 2 else " + ".join(figure(bar.value) for bar in drawn)


def _svg(row: list[Bar]) -> Markup:
    """Bars in a box of 1000 by 40, stretched to the width of the page."""
    shapes = Markup().join(_rect(bar.series, 1000 * bar.start, 1000 * bar.length, 38) for bar in row)
    return Markup(
        '<svg class="chart-bar" aria-hidden="true" viewBox="0 0 1000 40" preserveAspectRatio="none">{}</svg>'
    ).format(shapes)


def _rect(series: int, x: float, width: float, height: float) -> Markup:
    whole = Markup('<rect class="series-{}" x="{:.1f}" y="1" width="{:.1f}" height="{:g}"/>')
    return whole.format(series, x, width, height)


def _legend(chart: Chart) -> Markup:
    """The names of several columns of numbers, each with a piece of its bar."""
    names = series(chart)
    if len(names) == 1:
        return Markup()
    look = Markup('<svg aria-hidden="true" viewBox="0 0 20 20">{}</svg>')
    keys = (
        Markup('<span class="chart-key">{}{}</span>').format(look.format(_rect(n, 1, 18, 18)), name)
        for n, name in enumerate(names)
    )
    return Markup('<span class="chart-keys">{}</span>').format(Markup().join(keys))
