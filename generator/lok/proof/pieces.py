"""One author file in, its pieces out in order: titles, keys, paragraphs, points and rows, each with its line.

It is coarser than the readers that make records, because a reviewer reads what the author wrote, and a remark must come
back on a line of the author's file.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from lok.exercises import KINDS
from lok.model.names import clean
from lok.model.place import Span
from lok.model.text import Paragraph
from lok.read.format import CARDS, CASE, EXERCISE, FACTS, SESSION, SHEET, SLIDES
from lok.read.invisible import folded
from lok.read.markdown import parse
from lok.read.scan import HEADING, KEY, Text
from lok.render.paper import nodes
from lok.render.paper.nodes import Node

POINT = re.compile(r"(\s*)([-*+]|\d{1,3}\.)\s+(.*)$")
RULE = re.compile(r"[\s|:-]*-[\s|:-]*$")
"""The line under the first row of a table, and the one around keys."""
CELL = re.compile(r"(?<!\\)\|")
FORMATS = (SESSION, SLIDES, CASE, EXERCISE, SHEET, CARDS, FACTS, *(kind.keys for kind in KINDS))
KNOWN = {key for form in FORMATS for key in (*form.keys, *form.heading_keys, *form.group_keys)}
"""Keys that we read; below a title an author may have others, which hold words of the course."""
INDENT = 4
"""Spaces of a level of a list."""


class Kind(Enum):
    """What a piece is."""

    HEADING = 1
    KEY = 2
    TEXT = 3
    POINT = 4
    NUMBERED = 5
    ROW = 6


@dataclass(frozen=True)
class Piece:
    """A piece of a file at a line. `cells` are its inlines: one, but for a row. `level` is of titles and points."""

    line: int
    kind: Kind
    cells: tuple[list[Node], ...]
    level: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(plain(cell) for cell in self.cells)


def pieces(path: str, text: str) -> tuple[Piece, ...]:
    """The pieces of the text of a file; `path` is where it stands in the project."""
    return tuple(_Reader(path, folded(text).split("\n")).all())


def plain(inlines: Sequence[Node]) -> str:
    """The words of inlines on one line."""
    return " ".join("".join(map(_words, inlines)).split())


def _words(inline: Node) -> str:
    """The words of an inline; a line break is a space."""
    inner = inline.get("inlines", [{"text": " "}])
    assert isinstance(inner, list)
    return str(inline["text"]) if "text" in inline else "".join(map(_words, inner))


def digest(text: str) -> str:
    """Eight signs that tell a text from others, whatever its spaces."""
    return sha256("".join(text.split()).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class _Reader:
    path: str
    lines: list[str]

    def all(self) -> Iterator[Piece]:
        n = 0
        if self.lines[0].strip() and RULE.match(self.lines[0]):
            n = next((n for n in range(1, len(self.lines)) if RULE.match(self.lines[n]) and self.lines[n].strip()), 0)
            yield from (self.one(each, Kind.KEY, self.lines[each]) for each in range(1, n) if self.lines[each].strip())
            n += 1
        while n < len(self.lines):
            heading = HEADING.match(self.lines[n])
            if heading:
                yield self.one(n, Kind.HEADING, heading.group(2), len(heading.group(1)))
                n = yield from self.keys(n + 1)
            elif self.lines[n].strip():
                n = yield from self.block(n)
            else:
                n += 1

    def keys(self, start: int) -> Generator[Piece, None, int]:
        """The keys right below a title, each on a line of its own; returns the line after them."""
        end = start
        while end < len(self.lines) and (KEY.match(self.lines[end].strip()) or POINT.match(self.lines[end])):
            end += 1
        if end == start or not KEY.match(self.lines[start].strip()) or self.text(end):
            return start
        for n in range(start, end):
            match = KEY.match(self.lines[n].strip())
            named = match is None or clean(match.group(1)).lower() in KNOWN
            yield self.one(n, Kind.KEY if named else Kind.TEXT, self.lines[n])
        return end

    def text(self, n: int) -> bool:
        """Whether there is a line `n` that runs on, or stands, below others."""
        return n < len(self.lines) and bool(self.lines[n].strip()) and not HEADING.match(self.lines[n])

    def block(self, start: int) -> Generator[Piece, None, int]:
        """The pieces up to an empty line or a title; returns the line after them."""
        end = start
        while self.text(end):
            end += 1
        if any(RULE.match(line) and "|" in line for line in self.lines[start:end]):
            yield from (self.row(n) for n in range(start, end) if not RULE.match(self.lines[n]))
            return end
        starts = [n for n in range(start, end) if n == start or POINT.match(self.lines[n])]
        for first, last in zip(starts, [*starts[1:], end], strict=True):
            yield self.paragraph(first, self.lines[first:last])
        return end

    def paragraph(self, n: int, lines: Sequence[str]) -> Piece:
        """A paragraph or a point, of lines that run on."""
        point = POINT.match(lines[0])
        if point is None:
            return self.one(n, Kind.TEXT, "\n".join(each.strip() for each in lines))
        kind = Kind.POINT if point.group(2) in "-*+" else Kind.NUMBERED
        text = "\n".join((point.group(3), *(each.strip() for each in lines[1:])))
        return self.one(n, kind, text, len(point.group(1).expandtabs(INDENT)) // INDENT)

    def row(self, n: int) -> Piece:
        cells = CELL.split(self.lines[n].strip().removeprefix("|").removesuffix("|"))
        return Piece(n + 1, Kind.ROW, tuple(self.inlines(n, cell.strip()) for cell in cells))

    def one(self, n: int, kind: Kind, text: str, level: int = 0) -> Piece:
        made: list[Node] = [{"kind": "text", "text": text.strip()}] if kind is Kind.KEY else self.inlines(n, text)
        return Piece(n + 1, kind, (made,), level)

    def inlines(self, n: int, text: str) -> list[Node]:
        """The words of a text with their emphasis; as it stands where it is something else than words."""
        blocks, _ = parse(Text(Span(self.path, n + 1), tuple(text.split("\n"))))
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return nodes.inlines(blocks[0].children, {})
        return [{"kind": "text", "text": text}] if text else []
