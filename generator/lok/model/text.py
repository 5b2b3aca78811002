"""Author text in memory: inlines, blocks, and sections of them with their audience. Frozen records, data only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from lok.model.place import Span


@dataclass(frozen=True)
class Plain:
    text: str


@dataclass(frozen=True)
class Strong:
    children: Inlines


@dataclass(frozen=True)
class Emphasis:
    children: Inlines


@dataclass(frozen=True)
class Monospace:
    text: str


@dataclass(frozen=True)
class LineBreak:
    pass


@dataclass(frozen=True)
class Link:
    """`target` is http(s), mailto, tel, or one of our own kinds such as `oefening:id`."""

    target: str
    children: Inlines
    span: Span


Inline = Plain | Strong | Emphasis | Monospace | LineBreak | Link
Inlines = tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    children: Inlines


@dataclass(frozen=True)
class ListBlock:
    ordered: bool
    items: tuple[Blocks, ...]


@dataclass(frozen=True)
class Quote:
    blocks: Blocks


@dataclass(frozen=True)
class Table:
    """A header row and body rows of equal length."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True)
class Picture:
    """An image alone on its line; `path` names a file in `Course.media`."""

    path: str
    alt: str
    span: Span


@dataclass(frozen=True)
class FactRef:
    """`feit: id` alone on a line: the fact is printed here."""

    id: str
    span: Span


class ChartKind(Enum):
    """The value is the author's word."""

    BARS = "staven"
    FUNNEL = "trechter"
    FLOW = "stroom"


@dataclass(frozen=True)
class Chart:
    """`grafiek: soort, onderschrift` above a table: its numbers are drawn, and the table stays beside them.

    `values` are the numbers of each row, without its name; an empty cell is 0.
    """

    kind: ChartKind
    caption: str
    table: Table
    values: tuple[tuple[Decimal, ...], ...]
    span: Span


Block = Paragraph | ListBlock | Quote | Table | Chart | Picture | FactRef
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Section:
    """Text under a free heading, with the sections below it."""

    id: str
    title: str
    span: Span
    blocks: Blocks = ()
    children: tuple[Section, ...] = ()
    answer: Blocks = ()
    """A possible answer, for everyone after an own attempt."""
    trainer: tuple[Section, ...] = ()
    """*trainer*"""
