"""The words of author text without its marks."""

from __future__ import annotations

from collections.abc import Iterator

from lok.model.names import clean
from lok.model.text import (
    Attachment,
    Block,
    Blocks,
    Chart,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    NoteMark,
    Notes,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Shifted,
    Strong,
    Table,
)

RAISED, LOWERED = (str.maketrans("0123456789+-=()", signs) for signs in ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"))
"""Signs that stand above or below the line by themselves."""


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
    elif isinstance(record, ListBlock | Notes):
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
    """The letters of inlines, emphasis dropped; a line break is a space, and the number of a note is nothing."""
    return "".join(map(_letters, children))


def _letters(child: Inline) -> str:
    match child:
        case Plain(text) | Monospace(text):
            return text
        case LineBreak():
            return " "
        case NoteMark():
            return ""
        case Shifted(up, children):
            return inline_text(children).translate(RAISED if up else LOWERED)
        case Strong(children) | Emphasis(children) | Link(children=children) | Attachment(children=children):
            return inline_text(children)
