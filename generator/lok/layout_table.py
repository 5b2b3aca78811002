"""Tables on a slide: columns to fill in together, and the author's own table, as grids of cells that fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lok.canvas import Box, Grid, Item, Par, Text
from lok.flow import paragraphs, runs
from lok.frames import BOTTOM, STYLES, TOP, Layout
from lok.metrics import Run, runs_width, widest_word
from lok.model import Columns, Entry, Table
from lok.place import fill, fit, set_text
from lok.words import words

GAP = 7.0
"""Between a table and the text above or below it, in mm."""
BESIDE = 46.0
"""At most this many mm for text above a table, and as many below it."""

Cells = tuple[tuple[tuple[Par, ...], ...], ...]


def columns(
    layout: Layout, content: Columns, body: Sequence[Par], reveal: Sequence[Par], facts: Mapping[str, Entry]
) -> tuple[Item, ...]:
    """A header and one high row: what guides stands at the top of each column, the rest is for the group."""
    head = tuple((Par(0, (Run(column.title),)),) for column in content.columns)
    guide = tuple(paragraphs(column.blocks[:1], facts) for column in content.columns)
    alt = words("deck")["alt_columns"].format(columns=", ".join(column.title for column in content.columns))
    return _between(layout, (head, guide), alt, body, reveal, stretch=True)


def table(layout: Layout, content: Table, title: str, body: Sequence[Par], reveal: Sequence[Par]) -> tuple[Item, ...]:
    rows = (content.header, *content.rows)
    cells = tuple(tuple((Par(0, runs(cell)),) for cell in row) for row in rows)
    alt = words("deck")["alt_table"].format(title=title, rows=len(content.rows))
    return _between(layout, cells, alt, body, reveal, stretch=False)


def _between(
    layout: Layout, cells: Cells, alt: str, body: Sequence[Par], reveal: Sequence[Par], stretch: bool
) -> tuple[Item, ...]:
    above, below, top, bottom = around(layout, body, reveal)
    frame = layout.frame("table")
    return (*above, _grid(frame.x, top, frame.w, bottom - top, cells, alt, stretch), *below)


def around(
    layout: Layout, body: Sequence[Par], reveal: Sequence[Par]
) -> tuple[tuple[Box, ...], tuple[Box, ...], float, float]:
    """Text above and below what the slide is about, and the top and bottom in mm of the room between them."""
    above, below, top, bottom = [], [], TOP, BOTTOM
    if body:
        frame = layout.frame("text")
        height = min(fit(frame.style, body, frame.w, BESIDE)[0].height, BESIDE)
        above.append(fill(frame, body, h=height))
        top += height + GAP
    if reveal:
        frame = layout.frame("reveal")
        height = min(fit(frame.style, reveal, frame.w, BESIDE)[0].height, BESIDE)
        bottom -= height
        below.append(fill(frame, reveal, y=bottom, h=height))
        bottom -= GAP
    return tuple(above), tuple(below), top, bottom


def _grid(x: float, y: float, width: float, height: float, cells: Cells, alt: str, stretch: bool) -> Grid:
    """All cells at one size: the largest at which the rows fit in `height` mm."""
    sizes = STYLES["cell"].sizes
    for size in sizes:
        widths = _widths(cells, width, size)
        rows = tuple(
            tuple(set_text(_style(n), cell, w - _sides(), size) for cell, w in zip(row, widths, strict=True))
            for n, row in enumerate(cells)
        )
        heights = [_height(row) for row in rows]
        overflow = max(sum(heights) - height, _too_wide(cells, widths, size), 0.0)
        if overflow == 0:
            break
    spare = max(height - sum(heights), 0.0)
    if stretch:
        heights[-1] += spare
    else:
        heights = [h + min(spare / len(heights), 5.0) for h in heights]
    name = words("deck")["place_table"]
    return Grid(name, x, y, widths, tuple(heights), rows, alt, overflow)


def _style(row: int) -> str:
    return "cell" if row else "head"


def _sides() -> float:
    left, _, right, _ = STYLES["cell"].inset
    return left + right


def _height(row: Sequence[Text]) -> float:
    _, top, _, bottom = STYLES["cell"].inset
    return max(text.height for text in row) + top + bottom


def _widths(cells: Cells, width: float, size: float) -> tuple[float, ...]:
    """Each column its longest word, and of what is left a share by the length of its text."""
    least, wanted = [], []
    for column in zip(*cells, strict=True):
        pars = [(par, n == 0) for n, cell in enumerate(column) for par in cell]
        least.append(max((widest_word(_weighted(par, bold), size) for par, bold in pars), default=0) * 1.03 + _sides())
        wanted.append(max((runs_width(_weighted(par, bold), size) for par, bold in pars), default=0) + _sides())
    spare = width - sum(least)
    longer = [max(w - m, 1.0) for w, m in zip(wanted, least, strict=True)]
    if len(set(map(len, cells))) == 1 and len(cells) == 2 or spare <= 0:
        return (width / len(least),) * len(least)
    return tuple(m + spare * more / sum(longer) for m, more in zip(least, longer, strict=True))


def _weighted(par: Par, bold: bool) -> tuple[Run, ...]:
    return tuple(Run(run.text, bold or run.bold, run.italic) for run in par.runs)


def _too_wide(cells: Cells, widths: Sequence[float], size: float) -> float:
    return max(
        widest_word(_weighted(par, n == 0), size) + _sides() - width
        for n, row in enumerate(cells)
        for cell, width in zip(row, widths, strict=True)
        for par in cell
    )
