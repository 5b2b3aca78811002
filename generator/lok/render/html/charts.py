"""A chart on a page: one picture for a screen reader, with a name, numbers and a bar for each row, or with lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from lok.derive.chart import Bar, Point, bars, ends, figure, points, series, ticks, told, zero
from lok.model.plain import plain
from lok.model.text import Chart, ChartKind, Inlines


def html(chart: Chart) -> Markup:
    """One picture for a screen reader: for each row its name, its numbers and its bar; or its lines."""
    if lines := points(chart):
        return Markup('<div class="chart-lines" role="img" aria-label="{}">{}{}</div>').format(
            told(chart), _legend(chart), _plot(chart, lines)
        )
    axis = zero(chart)
    drawn = {n: list(row) for n, row in groupby(bars(chart), key=lambda bar: bar.row)}
    rows = Markup().join(_row(row, drawn.get(n, []), axis) for n, row in enumerate(chart.table.rows))
    return Markup('<div class="chart-bars" role="img" aria-label="{}">{}{}</div>').format(
        told(chart), _legend(chart), rows
    )


def _plot(chart: Chart, lines: Sequence[Point]) -> Markup:
    """The lines in a box of 1000 by 400, stretched to the width of the page; beside it the numbers it goes between."""
    shapes = Markup().join(_line(n, list(found)) for n, found in groupby(lines, key=lambda point: point.series))
    drawn = Markup(
        '<svg class="chart-line" aria-hidden="true" viewBox="0 0 1000 400" preserveAspectRatio="none">{}{}</svg>'
    ).format(_axis(1000, 400 * (1 - zero(chart)), upright=False), shapes)
    scale = Markup('<span class="chart-scale"><span>{}</span><span>{}</span></span>').format(*ends(chart))
    names = Markup().join(Markup("<span>{}</span>").format(name) for name in ticks(chart))
    kind = "names" if len(ticks(chart)) == len(chart.values) else "ends"
    return scale + drawn + Markup('<span class="chart-{}">{}</span>').format(kind, names)


def _line(series: int, found: Sequence[Point]) -> Markup:
    """A line with a dot at each number: a stroke of no length with round ends, which no stretching makes oval."""
    places = [f"{1000 * point.x:.1f} {400 * (1 - point.y):.1f}" for point in found]
    return Markup('<path class="line-{}" d="M{}"/><path class="dots-{}" d="{}"/>').format(
        series, "L".join(places), series, "".join(f"M{place}h0.01" for place in places)
    )


def _axis(length: float, at: float, *, upright: bool) -> Markup:
    way = f"M{at:.1f} 0V{length:g}" if upright else f"M0 {at:.1f}H{length:g}"
    return Markup('<path class="chart-axis" d="{}"/>').format(way)


def _row(row: tuple[Inlines, ...], drawn: list[Bar], axis: float) -> Markup:
    whole = Markup('<span class="chart-name">{}</span>{}<span class="chart-value">{}</span>')
    return whole.format(plain(row[0]), _svg(drawn, axis), _numbers(row, drawn))


def _numbers(row: tuple[Inlines, ...], drawn: list[Bar]) -> str:
    """The author's own number where there is one, else those of the pieces."""
    return plain(row[1]) if len(row) == 2 else " + ".join(figure(bar.value) for bar in drawn)


def _svg(row: list[Bar], axis: float) -> Markup:
    """Bars in a box of 1000 by 40, stretched to the width of the page; with an axis where some are below zero."""
    shapes = _axis(40, 1000 * axis, upright=True) if axis else Markup()
    shapes += Markup().join(_rect(bar.series, 1000 * bar.start, 1000 * bar.length, 38) for bar in row)
    return Markup(
        '<svg class="chart-bar" aria-hidden="true" viewBox="0 0 1000 40" preserveAspectRatio="none">{}</svg>'
    ).format(shapes)


def _rect(series: int, x: float, width: float, height: float) -> Markup:
    whole = Markup('<rect class="series-{}" x="{:.1f}" y="1" width="{:.1f}" height="{:g}"/>')
    return whole.format(series, x, width, height)


def _swatch(series: int) -> Markup:
    return _rect(series, 1, 18, 18)


def _stroke(series: int) -> Markup:
    return Markup('<path class="line-{}" d="M0 10H20"/><path class="dots-{}" d="M10 10h0.01"/>').format(series, series)


def _legend(chart: Chart) -> Markup:
    """The names of several columns of numbers, each with a piece of its bar."""
    names = series(chart)
    if len(names) == 1:
        return Markup()
    look = Markup('<svg aria-hidden="true" viewBox="0 0 20 20">{}</svg>')
    drawn = _stroke if chart.kind is ChartKind.LINE else _swatch
    keys = (
        Markup('<span class="chart-key">{}{}</span>').format(look.format(drawn(n)), name)
        for n, name in enumerate(names)
    )
    return Markup('<span class="chart-keys">{}</span>').format(Markup().join(keys))
