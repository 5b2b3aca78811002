"""The author's own table or chart."""

from __future__ import annotations

from lok.model.text import Chart, Table
from lok.slides.canvas import Item, Par
from lok.slides.layouts import Layout, pair, tabled
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.paragraphs import plain, runs
from lok.slides.shapes.chart import chart
from lok.slides.shapes.grid import Wanted, between, emphasised
from lok.slides.slide_content import SlideContent
from lok.words import words


def applies(content: SlideContent) -> bool:
    """Whether it shows a table or chart, whatever the author chose: it has no place elsewhere."""
    return content.table is not None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The table as a grid that fits, or the chart as bars beside its numbers."""
    match content.table:
        case Chart() as told:
            return chart(layout, told, content.body, content.reveal)
        case Table() as told:
            return between(layout, _wanted(told, content.slide.title), content)
        case None:
            return ()


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


TABLE = Mechanism("tabel", Basis.TABLE, applies, pair("table", tabled), draw)
