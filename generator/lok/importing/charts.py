"""A chart of a deck in, a chart of the model out where its numbers can be drawn, else its table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from lok.importing.letters import line
from lok.importing.paragraphs import NOWHERE
from lok.importing.tables import as_table, plain_cell
from lok.model.text import Block, Chart, ChartKind, Inlines
from lok.read import chart as reading

DECIMALS = 6
"""Figures behind the comma that an author may write."""


def chart(shape: Any, title: str, told: list[str]) -> Block | None:
    """The numbers of a chart, told by its own title or else that of the slide; None where it has none."""
    found = shape.chart
    series = [each for plot in found.plots for each in plot.series]
    names = [line(each.name or "", told) for each in series]
    caption = (line(found.chart_title.text_frame.text, told) if _titled(found) else "") or title
    table = as_table(_rows(found, series, names, told)) if series else None
    if table is None:
        told.append("een grafiek zonder getallen is niet overgenomen")
        return None
    kind = ChartKind.LINE if found.element.xpath("//c:plotArea/c:lineChart") else ChartKind.BARS
    made = reading.read(f"grafiek: {kind.value}, {caption}", table, NOWHERE)
    sums = kind is ChartKind.LINE or len(series) == 1 or _stacked(found)
    if not sums or not isinstance(made, Chart) or not any(any(row) for row in made.values):
        told.append("een grafiek staat er als tabel: lok tekent één reeks, lijnen, of gestapelde reeksen boven nul")
        return table
    if kind is ChartKind.BARS:
        told.append("een grafiek wordt met balken getekend: kijk na of dat nog zegt wat ze zei")
    return made


def _stacked(found: Any) -> bool:
    """Whether the numbers of a row are parts of one bar: only then do they add up."""
    kinds = found.element.xpath("//c:plotArea//c:grouping/@val")
    return bool(kinds) and set(kinds) <= {"stacked", "percentStacked"}


def _titled(found: Any) -> bool:
    return bool(found.has_title and found.chart_title.has_text_frame)


def _rows(found: Any, series: Sequence[Any], names: Sequence[str], told: list[str]) -> list[list[Inlines]]:
    """A row for each category, with the value of each series; a chart of points has its own columns."""
    labels = [_label(each, told) for each in found.plots[0].categories]
    if not labels:
        return _points(series, names)
    columns = [[_figure(value, _percent(each)) for value in each.values] for each in series]
    head = [(), *(plain_cell(name or f"Reeks {n}") for n, name in enumerate(names, 1))]
    rows = [
        [plain_cell(label), *(plain_cell(column[n] if n < len(column) else "") for column in columns)]
        for n, label in enumerate(labels)
    ]
    return [head, *rows]


def _points(series: Sequence[Any], names: Sequence[str]) -> list[list[Inlines]]:
    """Points by two numbers: each a row with the name of its series."""
    rows = []
    for each, name in zip(series, names, strict=True):
        across = [node.text or "" for node in each._element.xpath("./c:xVal//c:pt/c:v")]
        for n, value in enumerate(each.values):
            x = across[n] if n < len(across) else ""
            rows.append([plain_cell(name), plain_cell(x.replace(".", ",")), plain_cell(_figure(value, False))])
    return [[(), plain_cell("x"), plain_cell("y")], *rows] if rows else []


def _label(category: Any, told: list[str]) -> str:
    """The name of a category; letters of a foreign alphabet or none are as good as any."""
    return line(str(category), told) or "-"


def _percent(series: Any) -> bool:
    """Whether the numbers of a series are shown as parts of a hundred."""
    code = series._element.xpath("string((./c:val//c:formatCode | ./c:dLbls/c:numFmt/@formatCode)[1])")
    return "%" in str(code)


def _figure(value: float | None, percent: bool) -> str:
    """A number as an author writes it: with a decimal comma, in percent where the chart says so."""
    if value is None:
        return ""
    number = round(Decimal(repr(float(value))) * (100 if percent else 1), DECIMALS)
    text = f"{number.normalize():f}".replace(".", ",")
    return f"{text} %" if percent else text
