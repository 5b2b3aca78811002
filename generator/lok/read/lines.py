"""The lines of one file as Markdown sees them: which are headings, how deep they stand, where a list runs on."""

from __future__ import annotations

import re

from lok.model.place import Span
from lok.read.scan import HEADING

LIST = re.compile(r"(\s*)([-*+]|\d{1,3}[.])\s+\S")
PASTED = re.compile(
    r"\s*((?:[-*+]\s+)?[•·▪‣◦●○■□▫◻☐☑☒✓✔✗✘➢➤►▶❖◆◇➔→⇒⁃∙\uf000-\uf0ff–—](?=\s+\S|[^\W\d_])"
    r"|\d{1,3}\)(?=\s+\S)|[a-z][.)](?=\s+\S)"
    r"|[oØüvqàwlnur§](?=\t\S)|§(?=\s+[^\W\d_])|o(?=[ ]+[A-Z]))"
)
"""What word processors put before a point; their letters for a symbol (o, Ø, ü, §, v, q) stand before a tab."""
GLUED = re.compile(r"\s*(-|\d{1,3}\.)(?=[^\W\d_])")
OUTLINED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})+\.?)\s+[^\W\d_]")
"""A number of a number (`1.1 een`), as a word processor counts; one such line may be a dose."""
UNSEEN = r"\s\u00ad\u200b-\u200f\u2060\ufeff"
FARTHEST = 100
"""Lines that a list runs on at most below its last point."""
HEADING_LIKE = re.compile(rf"((?:[{UNSEEN}]|>|[-*+•](?=\s)|\d{{1,3}}[.)](?=\s))*)(#+)(?=\s|[^\W_]|[{UNSEEN}*]|$)")
"""A heading that is none: something stands before the #, or no space after it."""


class Lines:
    """The lines of one file, counted from 0; places count from 1."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self._starts: list[int] = []
        for n in range(len(lines)):
            above = n > 0 and bool(lines[n - 1].strip()) and not self.heading(n - 1)
            self._starts.append(self._starts[n - 1] if above else n)

    def __getitem__(self, n: int) -> str:
        return self.lines[n]

    def at(self, n: int, column: int) -> Span:
        """The place of a column (from 1) in line `n` (from 0)."""
        return Span(self.path, n + 1, column)

    def blank(self, n: int) -> bool:
        """Whether line `n` (from 0) is empty or not there."""
        return n < 0 or n >= len(self.lines) or not self.lines[n].strip()

    def around(self, n: int) -> list[str]:
        """The lines right above and below line n."""
        return self.lines[max(0, n - 1) : n] + self.lines[n + 1 : n + 2]

    def heading(self, n: int) -> bool:
        """Whether line n is a heading, or was meant as one."""
        return bool(HEADING.match(self.lines[n]) or HEADING_LIKE.match(self.lines[n]))

    def indent(self, n: int) -> int:
        """Spaces before the text of line `n` (from 0); a tab reaches to the next fourth."""
        line = self.lines[n].expandtabs(4)
        return len(line) - len(line.lstrip())

    def block_start(self, n: int) -> int:
        """The first line of the run of non-empty lines, below any heading, that line n is in."""
        return self._starts[n]

    def block(self, n: int) -> list[str]:
        """The run of non-empty lines that line n is in."""
        start = end = self._starts[n]
        while end < len(self.lines) and self._starts[end] == start and not self.blank(end):
            end += 1
        return self.lines[start:end]

    def in_list(self, n: int) -> bool:
        """Whether the indented line n belongs to a list that began above it."""
        for above in range(n - 1, max(-1, n - FARTHEST), -1):
            n = above
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
