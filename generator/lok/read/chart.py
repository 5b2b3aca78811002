"""A line `grafiek: soort, onderschrift` and the table below it in, a Chart or what is wrong with it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lok.derive.chart import MINUS
from lok.model.names import clean
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import Chart, ChartKind, Inlines, Plain, Table
from lok.problems import Code, Problem, error
from lok.read.numbers import parse_number

CHART = re.compile(r"grafiek[ \u00a0]*:[ \u00a0]*([^,]*),?\s*(.*)$", re.IGNORECASE)
KINDS = {kind.value: kind for kind in ChartKind}
COLUMNS = {ChartKind.BARS: range(1, 4), ChartKind.FUNNEL: range(1, 2), ChartKind.FLOW: range(1, 3)}
COLUMNS |= {ChartKind.LINE: range(1, 4)}
"""How many columns of numbers a chart can show, beside that of the names."""
SIGN = re.compile(r"^[-−–]\s?(?=\d)")
Fault = tuple[str, str]
Rows = Sequence[Sequence[str]]


def read(asked: str, table: Table, span: Span) -> Chart | Problem:
    """The chart that the line `asked` makes of a table. Raises AssertionError where that line is no CHART."""
    match = CHART.match(asked)
    assert match is not None
    name, caption = match.group(1).strip().lower(), clean(match.group(2))
    if name not in KINDS or not caption:
        tip = f"schrijf `grafiek: soort, wat je ziet`, met als soort {', '.join(KINDS)}"
        return error(span, Code.BAD_CHART, f'"{clean(match.group(0))}" kan geen grafiek worden', tip)
    texts = [[inline_text(cell) for cell in row] for row in table.rows]
    if wrong := _fault(KINDS[name], len(table.header), texts):
        return error(span, Code.BAD_CHART, *wrong)
    values = tuple(tuple(parse_number(text) or Decimal(0) for text in row[1:]) for row in texts)
    rows = tuple((row[0], *map(_unbroken, row[1:])) for row in table.rows)
    return Chart(KINDS[name], caption, Table(table.header, rows), values, span)


def _unbroken(cell: Inlines) -> Inlines:
    """A number whose thousands stay on its line, with a sign for minus before it."""
    return tuple(
        replace(part, text=SIGN.sub(MINUS, part.text).replace(" ", "\u00a0")) if isinstance(part, Plain) else part
        for part in cell
    )


def _fault(kind: ChartKind, width: int, rows: Rows) -> Fault | None:
    """The first thing that is wrong in rows of `width` cells, each with its name first."""
    shape = {ChartKind.FLOW: _no_flow, ChartKind.LINE: _no_line}.get(kind)
    found = _no_columns(kind, width) or _no_number(rows) or (shape(rows) if shape else None)
    return found or (None if kind is ChartKind.LINE else _below_zero(kind, width, rows))


def _no_columns(kind: ChartKind, width: int) -> Fault | None:
    wanted = COLUMNS[kind]
    if width - 1 in wanted:
        return None
    most = "één kolom" if wanted[-1] == 1 else f"één tot {wanted[-1]} kolommen"
    return "deze tabel past niet bij de grafiek", f"zet naast de kolom met namen {most} met getallen"


def _no_number(rows: Rows) -> Fault | None:
    wrong = next((cell for row in rows for cell in row[1:] if parse_number(cell) is None), None)
    if wrong is None:
        return None
    return f'"{clean(wrong)}" is geen getal', "schrijf alleen een getal, bijvoorbeeld `1 500`, `27,3` of `12 %`"


def _below_zero(kind: ChartKind, width: int, rows: Rows) -> Fault | None:
    """A bar to the left of the axis stands alone: what is added up or falls off is never less than nothing."""
    below = next((cell for row in rows for cell in row[1:] if (parse_number(cell) or 0) < 0), None)
    if below is None or (kind is ChartKind.BARS and width == 2):
        return None
    tip = "een getal onder nul kan in `staven` met één kolom getallen, of in een `lijn`"
    return f'"{clean(below)}" is minder dan nul', tip


def _no_line(rows: Rows) -> Fault | None:
    """A line goes from one number to the next."""
    empty = next((clean(row[0]) for row in rows if not all(map(clean, row[1:]))), None)
    if len(rows) < 2:
        return "een lijn vraagt minstens twee rijen", "zet elk punt op een rij, in volgorde"
    return (f'bij "{empty}" ontbreekt een getal', "vul het in, of laat de rij weg") if empty is not None else None


def _no_flow(rows: Rows) -> Fault | None:
    """What falls off is a part of the number before it."""
    for name, total, *lost in rows:
        if lost and (parse_number(lost[0]) or 0) > (parse_number(total) or 0):
            message = f'bij "{clean(name)}" valt er meer af dan er is: {clean(lost[0])} van {clean(total) or 0}'
            return message, "zet eerst hoeveel er zijn, en daarnaast hoeveel daarvan afvallen"
    return None
