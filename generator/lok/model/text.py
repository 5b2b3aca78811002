"""Author text in memory: inlines, blocks, and sections of them with their audience. Frozen records, data only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from lok.model.audience import Open, Trainer
from lok.model.place import Span
from lok.model.ref import Ref


@dataclass(frozen=True)
class Plain:
    """Words without emphasis."""

    text: Open[str]


@dataclass(frozen=True)
class Strong:
    """Words in bold."""

    children: Open[Inlines]


@dataclass(frozen=True)
class Emphasis:
    """Words in italics."""

    children: Open[Inlines]


@dataclass(frozen=True)
class Monospace:
    """Words between backticks, such as a code or an address to type."""

    text: Open[str]


@dataclass(frozen=True)
class Shifted:
    """Small letters above the line (m²) where `up`, else below it (H₂O)."""

    up: Open[bool]
    children: Open[Inlines]


@dataclass(frozen=True)
class NoteMark:
    """The number that leads to a source below the text, from 1."""

    number: Open[int]


@dataclass(frozen=True)
class LineBreak:
    """The author goes on on a new line in the same paragraph."""


@dataclass(frozen=True)
class Link:
    """`target` is one of our own records, else an address: http(s), mailto, tel, or what nobody knows."""

    target: Open[Ref | str]
    children: Open[Inlines]
    span: Open[Span]


@dataclass(frozen=True)
class Attachment:
    """Words that lead to a PDF of somebody else; `path` names a file in `Course.media`."""

    path: Open[str]
    children: Open[Inlines]
    span: Open[Span]


Inline = Plain | Strong | Emphasis | Monospace | Shifted | NoteMark | LineBreak | Link | Attachment
"""A piece of a paragraph."""
Inlines = tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """Text of one paragraph."""

    children: Open[Inlines]


@dataclass(frozen=True)
class ListBlock:
    """A list, numbered where `ordered`; each item holds blocks of its own."""

    ordered: Open[bool]
    items: Open[tuple[Blocks, ...]]


@dataclass(frozen=True)
class Quote:
    """Blocks that somebody else said or wrote."""

    blocks: Open[Blocks]


@dataclass(frozen=True)
class Table:
    """A header row and body rows of equal length."""

    header: Open[tuple[Inlines, ...]]
    rows: Open[tuple[tuple[Inlines, ...], ...]]


@dataclass(frozen=True)
class Picture:
    """An image alone on its line; `path` names a file in `Course.media`."""

    path: Open[str]
    alt: Open[str]
    span: Open[Span]


@dataclass(frozen=True)
class Recording:
    """What can be played instead of read aloud; `path` names a file in `Course.media`."""

    path: Open[str]
    span: Open[Span]


class ChartKind(Enum):
    """The value is the author's word."""

    BARS = "staven"
    FUNNEL = "trechter"
    FLOW = "stroom"
    LINE = "lijn"


@dataclass(frozen=True)
class Chart:
    """`grafiek: soort, onderschrift` above a table: its numbers are drawn, and the table stays beside them.

    `values` are the numbers of each row, without its name; an empty cell is 0.
    """

    kind: Open[ChartKind]
    caption: Open[str]
    table: Open[Table]
    values: Open[tuple[tuple[Decimal, ...], ...]]
    span: Open[Span]


@dataclass(frozen=True)
class Notes:
    """Footnotes at the end of the text in which their numbers stand, in that order."""

    items: Open[tuple[Inlines, ...]]


Block = Paragraph | ListBlock | Quote | Table | Chart | Picture | Notes | Ref
"""A piece of text that stands on its own."""
Blocks = tuple[Block, ...]
"""A Ref alone is a fact that is printed where it stands: `feit: id` on a line of its own."""


@dataclass(frozen=True)
class Section:
    """Text under a free heading, with the sections below it."""

    id: Open[str]
    title: Open[str]
    span: Open[Span]
    blocks: Open[Blocks] = ()
    children: Open[tuple[Section, ...]] = ()
    answer: Open[Blocks] = ()
    """A possible answer, for everyone after an own attempt."""
    trainer: Trainer[tuple[Section, ...]] = ()
