"""Emphasis that begins and never ends: the text as written and as read in, problems with their remedy out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import Blocks, Plain, Table
from lok.model.walk import walk
from lok.problems import Code, Problem, error, warning
from lok.read.scan import Text

OPEN = re.compile(r"\*\*+|(?<!\S)\*(?=\w)|__+(?=[^\W_])|(?<!\S)_(?=[^\W_])")
"""Marks of emphasis that the parser left in the text, at its start; a star in a word (`patiënt*en`) is none."""
NOT_IN_WORD = r"(?<![^\W_])"
"""Where a single mark may begin something; two begin it anywhere."""
CODE = re.compile(r"`[^`]*`|\\.")
WIDEST = 90
"""Letters that stand beside each other on A4."""


def half_open(text: Text, blocks: Blocks) -> Iterator[Problem]:
    """One problem for each piece of text in which marks of emphasis are left that the author did not escape."""
    seen: dict[str, int] = {}
    for piece in walk(blocks):
        match = OPEN.search(piece.text) if isinstance(piece, Plain) else None
        if match and isinstance(piece, Plain):
            mark = match.group()
            following = re.match(r"\S{0,12}", piece.text[match.end() :])
            place = _place(text, mark, following.group() if following else "", seen)
            if place:
                yield _told(place, mark)


def _place(text: Text, mark: str, following: str, seen: dict[str, int]) -> Span | None:
    """Where these stand, the next place each time; None where the mark is written with a \\, so wanted."""
    shown = CODE.sub(lambda match: " " * len(match.group()), text.content)
    needle = mark + following
    begins = re.compile((NOT_IN_WORD if len(mark) == 1 else "") + re.escape(needle))
    found = begins.search(shown, seen.get(needle, 0))
    if not found:
        return None
    position = found.start()
    seen[needle] = position + 1
    line = shown.count("\n", 0, position)
    return Span(text.span.path, text.span.line + line, position - shown.rfind("\n", 0, position))


def _told(place: Span, mark: str) -> Problem:
    tip = f"zet {mark} voor én na de woorden, tegen de letters; bedoel je het teken zelf, schrijf dan \\{mark[0]}"
    if len(mark) == 1:
        tip += "; is het een punt van een lijst, schrijf dan `- `"
    return error(place, Code.HALF_OPEN, f"dit teken {mark} begint iets dat nergens eindigt", tip)


def too_wide(text: Text, blocks: Blocks) -> Iterator[Problem]:
    """A table whose longest words do not fit beside each other on paper."""
    for table in walk(blocks):
        if isinstance(table, Table):
            rows = [[inline_text(cell).split() for cell in row] for row in (table.header, *table.rows)]
            longest = [[max(map(len, words), default=1) + 2 for words in row] for row in rows]
            if sum(max(column) for column in zip_longest(*longest, fillvalue=0)) > WIDEST:
                first = inline_text(table.header[0]) if table.header else ""
                place = text.locate(first) if first else text.span
                message = f"deze tabel met {len(table.header)} kolommen is te breed voor een blad"
                yield warning(place, Code.WIDE_TABLE, message, "maak er twee tabellen van, of neem kortere woorden")
