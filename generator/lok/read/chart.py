"""What keeps a table from becoming a chart: the words of its cells in, what is wrong and a tip out."""

from __future__ import annotations

from collections.abc import Sequence

from lok.model.names import clean
from lok.model.text import ChartKind
from lok.read.numbers import parse_number

COLUMNS = {ChartKind.BARS: range(1, 4), ChartKind.FUNNEL: range(1, 2), ChartKind.FLOW: range(1, 3)}
"""How many columns of numbers a chart can show, beside that of the names."""
Fault = tuple[str, str]
Rows = Sequence[Sequence[str]]


def fault(kind: ChartKind, width: int, rows: Rows) -> Fault | None:
    """The first thing that is wrong in rows of `width` cells, each with its name first."""
    return _no_columns(kind, width) or _no_number(rows) or (_no_flow(rows) if kind is ChartKind.FLOW else None)


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


def _no_flow(rows: Rows) -> Fault | None:
    """What falls off is a part of the number before it."""
    for name, total, *lost in rows:
        if lost and (parse_number(lost[0]) or 0) > (parse_number(total) or 0):
            message = f'bij "{clean(name)}" valt er meer af dan er is: {clean(lost[0])} van {clean(total) or 0}'
            return message, "zet eerst hoeveel er zijn, en daarnaast hoeveel daarvan afvallen"
    return None
