"""Tables on a slide as grids of cells that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lok.slides.canvas import Grid, Item, Par, Text
from lok.slides.layouts import Layout, Rect
from lok.slides.line_breaking import CAUTION, Run, runs_width, widest_word
from lok.slides.shapes.around import around
from lok.slides.type_styles import STYLES
from lok.slides.typeset import set_text
from lok.words import words

HEAD, ROW = 16.6, 23.3
"""Height of the head and of a row, where there is room and their text needs no more, in mm."""


Cells = tuple[tuple[tuple[Par, ...], ...], ...]
"""Rows of cells of paragraphs."""
Measure = Callable[[Sequence[Run], float], float]
"""Runs and a size in pt in, a width in mm out."""


@dataclass(frozen=True)
class Wanted:
    """A table before it is measured; `style` is that of all rows but the first, `alt` what a screen reader says."""

    cells: Cells
    style: str
    alt: str
    row_heads: bool = False


def emphasised(pieces: Sequence[Run], bold: bool) -> tuple[Run, ...]:
    """The same words, all in bold where `bold`."""
    return tuple(replace(piece, bold=bold or piece.bold) for piece in pieces)


def between(layout: Layout, wanted: Wanted, body: Sequence[Par], reveal: Sequence[Par]) -> tuple[Item, ...]:
    """The grid, with text above it and what comes after a click below it.

    Raises StopIteration where the layout has no place for a table.
    """
    above, below, top, bottom = around(layout, body, reveal)
    place = layout.placeholder("table")
    return (*above, grid(Rect(place.x, top, place.w, bottom - top), wanted), *below)


def grid(room: Rect, wanted: Wanted) -> Grid:
    """A table in a room in mm, all cells at one size: the largest at which the rows fit."""
    x, y, width, height = room
    for size in STYLES[wanted.style].sizes:
        widths = _widths(wanted.cells, width, size)
        rows = tuple(
            tuple(set_text(_style(wanted, n), cell, w - _sides(), size) for cell, w in zip(row, widths, strict=True))
            for n, row in enumerate(wanted.cells)
        )
        heights = [_height(row) for row in rows]
        overflow = max(sum(heights) - height, _too_wide(wanted.cells, widths, size), 0.0)
        if overflow == 0:
            break
    spare = max(height - sum(heights), 0.0)
    if wanted.style == "guide":
        heights[-1] += spare
    else:
        heights = _roomy(heights, spare)
    name = words("deck")["place_table"]
    return Grid(name, x, y, widths, tuple(heights), rows, wanted.alt, wanted.row_heads, overflow)


def _roomy(heights: Sequence[float], spare: float) -> list[float]:
    """Rows that grow towards their usual height by as much as there is room for, each by the same part."""
    wanting = [max((ROW if n else HEAD) - high, 0.0) for n, high in enumerate(heights)]
    part = min(spare / (sum(wanting) or 1.0), 1.0)
    return [high + more * part for high, more in zip(heights, wanting, strict=True)]


def _style(wanted: Wanted, row: int) -> str:
    return wanted.style if row else "head"


def _sides() -> float:
    left, _, right, _ = STYLES["cell"].inset
    return left + right


def _height(row: Sequence[Text]) -> float:
    return max(text.height + STYLES[text.style].inset[1] + STYLES[text.style].inset[3] for text in row)


def _widths(cells: Cells, width: float, size: float) -> tuple[float, ...]:
    """Each column what it needs to stay on one line, or its longest word, and a share of the rest.

    Where lines break, the share is by the length of the text; columns to fill are equal.
    """
    least = [_widest(column, size, widest_word) / CAUTION + _sides() for column in zip(*cells, strict=True)]
    wanted = [_widest(column, size, runs_width) / CAUTION + _sides() for column in zip(*cells, strict=True)]
    spare = width - sum(least)
    if len(cells) == 2 or spare <= 0:
        return (width / len(least),) * len(least)
    room = width - sum(wanted)
    if room >= 0:
        return tuple(most + room / len(wanted) for most in wanted)
    longer = [max(most - some, 1.0) for most, some in zip(wanted, least, strict=True)]
    return tuple(some + spare * more / sum(longer) for some, more in zip(least, longer, strict=True))


def _widest(column: Sequence[Sequence[Par]], size: float, measure: Measure) -> float:
    """The head is bold, the rest as it is."""
    return max(
        (measure(emphasised(par.runs, n == 0), size) for n, cell in enumerate(column) for par in cell), default=0.0
    )


def _too_wide(cells: Cells, widths: Sequence[float], size: float) -> float:
    columns_of = zip(*cells, strict=True)
    return max(
        _widest(column, size, widest_word) - CAUTION * (width - _sides())
        for column, width in zip(columns_of, widths, strict=True)
    )
