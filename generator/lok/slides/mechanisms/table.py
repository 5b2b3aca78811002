"""The author's own table or chart, with its source below it."""

from __future__ import annotations

from collections.abc import Sequence

from lok.model.text import Chart, Paragraph, Table
from lok.slides.canvas import Box, Item, Par
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair, tabled
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.paragraphs import plain, runs
from lok.slides.shapes.around import around
from lok.slides.shapes.chart import chart
from lok.slides.shapes.grid import Wanted, between, emphasised
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, plain_par
from lok.words import words

SOURCE, SOURCE_GAP = 8.0, 3.0
"""Height of the line with the source, and room above it, in mm."""
RAISED, CONCLUSION = 7.0, 12.0
"""How far the conclusion of a chart stands above the body, below the title, and how high it is, in mm."""
BARS = 13.0
"""From the top of the body to the bars, in mm."""


def places(room: Rect) -> Own:
    """A table, with what introduces it, what comes after a click and the source."""
    made, marks = tabled(room)
    return (*made, _source_place(room)), marks


def charted(room: Rect) -> Own:
    """The conclusion of a chart, what introduces it, what comes after a click and the source."""
    made = (
        Placeholder("conclusion", 51, room.x, room.y - RAISED, room.w, CONCLUSION, "conclusion"),
        Placeholder("text", 23, room.x, room.y + CONCLUSION, room.w, 20, "aside"),
        Placeholder("reveal", 24, room.x, room.bottom - 20, room.w, 20, "aside"),
        _source_place(room),
    )
    return made, ()


def _source_place(room: Rect) -> Placeholder:
    return Placeholder("source", 50, room.x, room.bottom - SOURCE, room.w, SOURCE, "source")


def draw_table(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The table as a grid that fits, above its source."""
    if not isinstance(content.table, Table):
        return ()
    source, above, body = _sourced(content, layout)
    return (*between(above, _wanted(content.table, content.slide.title), body, content.reveal), *source)


def draw_chart(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The conclusion, the bars and the source; the numbers stand at the bars."""
    if not isinstance(content.table, Chart):
        return ()
    source, above, body = _sourced(content, layout)
    told = fill(layout.placeholder("conclusion"), (plain_par(content.table.caption),), y=layout.room.y - RAISED)
    lead, below, top, bottom = around(above.lowered(BARS), body, content.reveal)
    room = above.room
    drawn = chart(Rect(room.x, top, room.w, bottom - top), content.table, content.slide.highlight)
    return (told, *lead, drawn, *below, *source)


def _sourced(content: SlideContent, layout: Layout) -> tuple[tuple[Box, ...], Layout, Sequence[Par]]:
    """The source in its line, the layout above that, and the body without it.

    The source is a paragraph right after the table or chart with which the body ends.
    """
    blocks, room = content.slide.body, layout.room
    if len(blocks) < 2 or not isinstance(blocks[-1], Paragraph) or not isinstance(blocks[-2], Table | Chart):
        return (), layout, content.body
    place = layout.placeholder("source")
    line = fill(place, content.body[-1:], y=room.bottom - SOURCE, h=SOURCE)
    above = layout.within(room._replace(h=room.h - SOURCE - SOURCE_GAP))
    return (line,), above, content.body[:-1]


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
    "tabel", Basis.TABLE, lambda content: isinstance(content.table, Table), pair("table", places), draw_table
)
"""Whatever the author chose: a table has no place elsewhere."""
CHART = Mechanism(
    "grafiek", Basis.TABLE, lambda content: isinstance(content.table, Chart), pair("chart", charted), draw_chart
)
"""And no more has a chart."""
