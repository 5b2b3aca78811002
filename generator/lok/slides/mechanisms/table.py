"""The author's own table or chart."""

from __future__ import annotations

from lok.model.text import Chart, ChartKind, Table
from lok.slides.canvas import Item, Par
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair, tabled
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.paragraphs import plain, runs
from lok.slides.shapes.around import around
from lok.slides.shapes.chart import chart
from lok.slides.shapes.grid import Wanted, between, emphasised
from lok.slides.shapes.lines import lines
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, plain_par
from lok.words import words

RAISED, CONCLUSION = 7.0, 12.0
"""How far the conclusion of a chart stands above the body, below the title, and how high it is, in mm."""
BARS = 13.0
"""From the top of the body to the bars, in mm."""


def charted(room: Rect) -> Own:
    """The conclusion of a chart, what introduces it, and what comes after a click."""
    made = (
        Placeholder("conclusion", 51, room.x, room.y - RAISED, room.w, CONCLUSION, "conclusion"),
        Placeholder("text", 23, room.x, room.y + CONCLUSION, room.w, 20, "aside"),
        Placeholder("reveal", 24, room.x, room.bottom - 20, room.w, 20, "aside"),
    )
    return made, ()


def draw_table(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The table as a grid that fits."""
    if not isinstance(content.table, Table):
        return ()
    return between(layout, _wanted(content.table, content.slide.title), content.body, content.reveal)


def draw_chart(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The conclusion and the bars, with their numbers."""
    if not isinstance(content.table, Chart):
        return ()
    told = fill(layout.placeholder("conclusion"), (plain_par(content.table.caption),), y=layout.room.y - RAISED)
    lead, below, top, bottom = around(layout.lowered(BARS), content.body, content.reveal)
    room = layout.room
    place = Rect(room.x, top, room.w, bottom - top)
    if content.table.kind is ChartKind.LINE:
        return (told, *lead, lines(place, content.table), *below)
    drawn = chart(place, content.table, content.slide.highlight)
    return (told, *lead, drawn, *below)


def _wanted(table: Table, title: str) -> Wanted:
    """An empty corner says to a screen reader that the first column names the rows."""
    row_heads = not plain(table.header[0]).strip()
    heavy = row_heads or _leads(table)
    cells = tuple(
        tuple((Par(0, emphasised(runs(cell), heavy and n == 0)),) for n, cell in enumerate(row))
        for row in (table.header, *table.rows)
    )
    alt = words("deck")["alt_table"].format(title=title, rows=len(table.rows))
    return Wanted(cells, "cell", alt, row_heads)


def _leads(table: Table) -> bool:
    """Whether the first column is what the others tell about: not where two columns stand against each other.

    So there are more than two, or the first is the shorter; and no cell of it has bold words of its own.
    """
    firsts = [runs(row[0]) for row in table.rows]
    if any(run.bold for cell in firsts for run in cell):
        return False
    longest = [max((len(plain(row[n])) for row in table.rows), default=0) for n in range(len(table.header))]
    return len(longest) > 2 or longest[0] < longest[-1]


TABLE = Mechanism(
    "tabel", Basis.TABLE, lambda content: isinstance(content.table, Table), pair("table", tabled), draw_table
)
"""Whatever the author chose: a table has no place elsewhere."""
CHART = Mechanism(
    "grafiek", Basis.TABLE, lambda content: isinstance(content.table, Chart), pair("chart", charted), draw_chart
)
"""And no more has a chart."""
