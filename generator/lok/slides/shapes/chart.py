"""A chart on a slide: the table of its numbers and, beside each row, its bar in pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from lok.derive.chart import Bar, bars, figure, series, told
from lok.model.text import Chart
from lok.slides.canvas import Box, Grid, Group, Item, Par
from lok.slides.layouts import Layout, Rect
from lok.slides.line_breaking import Run, text_width
from lok.slides.paragraphs import runs
from lok.slides.shapes.around import around
from lok.slides.shapes.grid import Wanted, emphasised, grid
from lok.slides.type_styles import STYLES
from lok.slides.typeset import free_text_box
from lok.words import words

TABLE_SHARE, GAP = 0.56, 6.0
"""The part of the width that the table takes, and the room between it and the bars, in mm."""
AIR, HIGHEST = 1.6, 14.0
"""Above and below a bar, and its height at most, in mm."""
BETWEEN = 2.0
"""Between two keys, in mm."""
LOOKS = (("petrol", "white"), ("line", "ink"), ("white", "ink"))
"""Ground and ink of each column of numbers in turn: dark, light and empty, told apart without colour."""


def chart(layout: Layout, content: Chart, body: Sequence[Par], reveal: Sequence[Par]) -> tuple[Item, ...]:
    """The table with its caption above it, and a group of bars, which says the chart in words.

    Raises StopIteration where the layout has no place for a table.
    """
    caption = Par(0, (Run(content.caption, bold=True),))
    above, below, top, bottom = around(layout, (*body, caption), reveal)
    frame = layout.placeholder("table")
    table = _table(content, Rect(frame.x, top, frame.w * TABLE_SHARE, bottom - top))
    left = frame.x + frame.w * TABLE_SHARE + GAP
    width = frame.x + frame.w - left
    boxes = (*_keys(content, table, left, width), *_boxes(content, table, left, width))
    return (*above, table, Group(words("deck")["name_chart"], boxes, told(content)), *below)


def _table(content: Chart, room: Rect) -> Grid:
    rows = (content.table.header, *content.table.rows)
    cells = tuple(tuple((Par(0, emphasised(runs(cell), n == 0)),) for n, cell in enumerate(row)) for row in rows)
    alt = words("deck")["alt_table"].format(title=content.caption, rows=len(content.table.rows))
    return grid(room, Wanted(cells, "cell", alt))


def _keys(content: Chart, table: Grid, left: float, width: float) -> Iterator[Box]:
    """Beside the head of the table, what each piece of a bar counts, on its own ground."""
    names = series(content)
    if len(names) == 1:
        return
    high = min(table.heights[0] - 2 * AIR, HIGHEST)
    step = (width + BETWEEN) / len(names)
    for n, name in enumerate(names):
        place = Rect(left + n * step, table.y + (table.heights[0] - high) / 2, step - BETWEEN, high)
        yield _written(n, name, place)


def _boxes(content: Chart, table: Grid, left: float, width: float) -> Iterator[Box]:
    """A box for each piece, in the middle of its row; its number stands in it where there are several and it fits."""
    tops = list(accumulate(table.heights, initial=table.y))
    several = len(content.table.header) > 2
    for bar in bars(content):
        row = table.heights[bar.row + 1]
        high = min(row - 2 * AIR, HIGHEST)
        place = Rect(left + bar.start * width, tops[bar.row + 1] + (row - high) / 2, bar.length * width, high)
        yield _written(bar.series, figure(bar.value), place) if several and _fits(bar, place.w) else _empty(bar, place)


def _fits(bar: Bar, width: float) -> bool:
    return text_width(figure(bar.value), STYLES["bar"].sizes[0], bold=True) < width - 2


def _written(series: int, text: str, place: Rect) -> Box:
    fill, ink = LOOKS[series]
    return replace(free_text_box("", "bar", text, place), fill=fill, line="petrol", stroke=0.5, colour=ink)


def _empty(bar: Bar, place: Rect) -> Box:
    return Box("", *place, fill=LOOKS[bar.series][0], line="petrol", stroke=0.5)
