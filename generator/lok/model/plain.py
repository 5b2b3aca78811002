"""The words of author text without its marks."""

from __future__ import annotations

from collections.abc import Iterator

from lok.model.names import clean
from lok.model.text import (
    Block,
    Blocks,
    Chart,
    Inlines,
    LineBreak,
    ListBlock,
    Monospace,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Table,
)
from lok.model.walk import walk


def plain(record: Inlines | Blocks) -> str:
    """The words of inlines or blocks as one line of plain text."""
    return clean(" ".join(pieces(record)))


def pieces(record: object) -> Iterator[str]:
    """The pieces of visible text inside any record of prose, in order; inlines of one paragraph are one piece."""
    if isinstance(record, Paragraph):
        yield inline_text(record.children)
    elif isinstance(record, Table):
        for row in (record.header, *record.rows):
            yield from (inline_text(cell) for cell in row)
    elif isinstance(record, Chart):
        yield record.caption
        yield from pieces(record.table)
    elif isinstance(record, ListBlock):
        for item in record.items:
            yield from pieces(item)
    elif isinstance(record, Quote):
        yield from pieces(record.blocks)
    elif isinstance(record, Picture):
        yield record.alt
    elif isinstance(record, tuple):
        if record and not isinstance(record[0], Block):
            yield inline_text(record)
        else:
            for block in record:
                yield from pieces(block)


def inline_text(children: Inlines) -> str:
    """The letters of inlines, emphasis dropped; a line break is a space."""
    return "".join(
        piece.text if isinstance(piece, Plain | Monospace) else " "
        for piece in walk(children)
        if isinstance(piece, Plain | Monospace | LineBreak)
    )
