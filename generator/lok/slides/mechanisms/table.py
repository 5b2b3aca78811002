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
    """An empty corner says that the first column names the rows."""
    row_heads = not plain(table.header[0]).strip()
    cells = tuple(
        tuple((Par(0, emphasised(runs(cell), row_heads and n == 0)),) for n, cell in enumerate(row))
        for row in (table.header, *table.rows)
    )
    alt = words("deck")["alt_table"].format(title=title, rows=len(table.rows))
    return Wanted(cells, "cell", alt, row_heads)


TABLE = Mechanism("tabel", Basis.TABLE, applies, pair("table", tabled), draw)
