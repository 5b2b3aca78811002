"""The lines of one file as Markdown sees them: which are headings, how deep they stand, where a list runs on."""

from __future__ import annotations

import re

from lok.model.place import Span
from lok.read.scan import HEADING

LIST = re.compile(r"(\s*)([-*+]|\d{1,3}[.])\s+\S")
UNSEEN = r"\s\u00ad\u200b-\u200f\u2060\ufeff"
HEADING_LIKE = re.compile(rf"((?:[{UNSEEN}]|>|[-*+•](?=\s)|\d{{1,3}}[.)](?=\s))*)(#+)(?=\s|[^\W_]|[{UNSEEN}*]|$)")
"""A heading that is none: something stands before the #, or no space after it."""


class Lines:
    """The lines of one file, counted from 0; places count from 1."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines

    def __getitem__(self, n: int) -> str:
        return self.lines[n]

    def at(self, n: int, column: int) -> Span:
        """The place of a column (from 1) in line `n` (from 0)."""
        return Span(self.path, n + 1, column)

    def blank(self, n: int) -> bool:
        """Whether line `n` (from 0) is empty or not there."""
        return n < 0 or n >= len(self.lines) or not self.lines[n].strip()

    def heading(self, n: int) -> bool:
        """Whether line n is a heading, or was meant as one."""
        return bool(HEADING.match(self.lines[n]) or HEADING_LIKE.match(self.lines[n]))

    def indent(self, n: int) -> int:
        """Spaces before the text of line `n` (from 0); a tab reaches to the next fourth."""
        line = self.lines[n].expandtabs(4)
        return len(line) - len(line.lstrip())

    def block_start(self, n: int) -> int:
        """The first line of the run of non-empty lines, below any heading, that line n is in."""
        while not self.blank(n - 1) and not self.heading(n - 1):
            n -= 1
        return n

    def in_list(self, n: int) -> bool:
        """Whether the indented line n belongs to a list that began above it."""
        while n > 0:
            n -= 1
            if self.blank(n):
                continue
            if LIST.match(self.lines[n]):
                return True
            if self.indent(n) == 0:
                return False
        return False

    def other_list(self, n: int) -> bool:
        """Whether line n is a bullet glued to numbers at its own depth, or the other way round."""
        for above in range(n - 1, self.block_start(n) - 1, -1):
            if LIST.match(self.lines[above]) and self.indent(above) <= self.indent(n):
                same_depth = self.indent(above) == self.indent(n)
                return same_depth and self._numbered(above) != self._numbered(n)
        return False

    def _numbered(self, n: int) -> bool:
        return self.lines[n].lstrip()[:1].isdigit()
