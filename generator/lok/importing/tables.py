"""A table of a deck in, a table of the model out: each row as wide as the widest, merged cells repeated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lok.importing.frames import A, Element, paragraphs
from lok.importing.paragraphs import Par
from lok.model.plain import inline_text
from lok.model.text import Inline, Inlines, LineBreak, Plain, Table

MERGED = "de tabel heeft samengevoegde cellen: hun tekst staat nu in elke cel, kijk de tabel na"
SPANS, COVERED = ("gridSpan", "rowSpan"), ("hMerge", "vMerge")
"""What a cell says that reaches over others, and what these say, to the right and below."""


def table(frame: Element, part: Any, told: list[str]) -> Table | None:
    """The cells of a table as text; None where all are empty. What was merged is told."""
    rows: list[list[Inlines]] = []
    for row in frame.iter(f"{A}tr"):
        cells: list[Inlines] = []
        for cell in row.iterchildren(f"{A}tc"):
            cells.append(_cell(cell, cells, rows, part, told))
        rows.append(cells)
    if any(int(cell.get(span, 1)) > 1 for cell in frame.iter(f"{A}tc") for span in SPANS):
        told.append(MERGED)
    made = as_table(rows)
    if made is None:
        told.append("een lege tabel is niet overgenomen")
    return made


def _cell(
    cell: Element, before: Sequence[Inlines], above: Sequence[Sequence[Inlines]], part: Any, told: list[str]
) -> Inlines:
    """The text of a cell, or of that to its left or above it where they are one."""
    right, below = (cell.get(name) in ("1", "true") for name in COVERED)
    if right and before:
        return before[-1]
    if below and above and len(above[-1]) > len(before):
        return above[-1][len(before)]
    body = cell.find(f"{A}txBody")
    return joined(paragraphs(body, part, (), told)) if body is not None else ()


def as_table(rows: Sequence[Sequence[Inlines]]) -> Table | None:
    """Rows as a table, without those that are empty; None where nothing is left."""
    kept = [row for row in rows if any(map(inline_text, row))]
    width = max(map(len, kept), default=0)
    full = [(*row, *[()] * (width - len(row))) for row in kept]
    return Table(full[0], tuple(full[1:])) if full else None


def joined(pars: Sequence[Par]) -> Inlines:
    """Paragraphs as one text with line breaks, as a cell holds it."""
    found: list[Inline] = []
    for par in pars:
        if inline_text(par.children).strip():
            found += [*([LineBreak()] if found else []), *par.children]
    return tuple(found)


def plain_cell(text: str) -> Inlines:
    """Words without emphasis as a cell."""
    return (Plain(text),) if text else ()
