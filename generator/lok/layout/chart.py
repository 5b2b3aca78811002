"""A chart on a slide: the table of its numbers and, beside each row, its bar in pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from lok.canvas import Box, Grid, Group, Item, Par
from lok.chart import Bar, bars, told
from lok.flow import runs
from lok.frames import Layout
from lok.layout.table import Wanted, around, emphasised, grid
from lok.metrics import text_width
from lok.place import free
from lok.styles import STYLES
from lok.text import Chart
from lok.words import words

TABLE_SHARE, GAP = 0.56, 6.0
"""The part of the width that the table takes, and the room between it and the bars, in mm."""
AIR, HIGHEST = 1.6, 14.0
"""Above and below a bar, and its height at most, in mm."""
LOOKS = (("petrol", "white"), ("line", "ink"), ("white", "ink"))
"""Ground and ink of each column of numbers in turn: dark, light and empty, told apart without colour."""


def chart(layout: Layout, content: Chart, body: Sequence[Par], reveal: Sequence[Par]) -> tuple[Item, ...]:
    above, below, top, bottom = around(layout, body, reveal)
    frame = layout.frame("table")
    table = _table(content, (frame.x, top, frame.w * TABLE_SHARE, bottom - top))
    left = frame.x + frame.w * TABLE_SHARE + GAP
    boxes = tuple(_boxes(content, table, left, frame.x + frame.w - left))
    return (*above, table, Group(words("deck")["name_chart"], boxes, told(content)), *below)


def _table(content: Chart, room: tuple[float, float, float, float]) -> Grid:
    rows = (content.table.header, *content.table.rows)
    cells = tuple(tuple((Par(0, emphasised(runs(cell), n == 0)),) for n, cell in enumerate(row)) for row in rows)
    alt = words("deck")["alt_table"].format(title=content.caption, rows=len(content.table.rows))
    return grid(room, Wanted(cells, "cell", alt))


def _boxes(content: Chart, table: Grid, left: float, width: float) -> Iterator[Box]:
    """A box for each piece, in the middle of its row; its number stands in it where there are several and it fits."""
    tops = list(accumulate(table.heights, initial=table.y))
    several = len(content.table.header) > 2
    for bar in bars(content):
        row = table.heights[bar.row + 1]
        high = min(row - 2 * AIR, HIGHEST)
        place = (left + bar.start * width, tops[bar.row + 1] + (row - high) / 2, bar.length * width, high)
        yield _box(bar, _number(bar) if several else "", place)


def _number(bar: Bar) -> str:
    return f"{bar.value:f}".replace(".", words("site")["decimal_sign"])


def _box(bar: Bar, number: str, place: tuple[float, float, float, float]) -> Box:
    fill, ink = LOOKS[bar.series]
    x, y, w, h = place
    if number and text_width(number, STYLES["bar"].sizes[0], bold=True) < w - 2:
        return replace(free("", "bar", number, place), fill=fill, line="petrol", stroke=0.5, colour=ink)
    return Box("", x, y, w, h, fill=fill, line="petrol", stroke=0.5)
