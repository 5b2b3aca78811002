"""Signs that Markdown would swallow at the start of a line: an author's lines in, the same with a \\ before them out.

`> 65 jaar` is more than sixty-five, no quote; `2026. Een jaar` is a year, no list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

POINT = r"[ \t]*(?:(?:[-*+]|\d{1,3}\.)[ \t]+)*"
NUMBER = r"[ \t]*=?[ \t]*[€$±~]?[ \t]*\d"
MORE = re.compile(rf"^({POINT})(>)(?={NUMBER})")
"""A sign for 'more than', at the start of a line or a point."""
SIGNED = re.compile(rf"^([ \t]*(?:[-*+]|\d{{1,3}}\.)[ \t]+)([-+*])(?={NUMBER})")
"""A sign before a number at the start of a point, which would make a list in the list."""
YEAR = re.compile(rf"^({POINT}\d{{4,9}})(\.)(?=[ \t])")
ESCAPED = re.compile(r"\\.")
PLAIN_AFTER_STROKE = (*"<&$~=:!?|/%\"'@^,;", *"•·▪‣◦●○■□▫◻☐☑☒✓✔✗✘➢➤►▶❖◆◇➔→⇒⁃∙–—§")
"""Signs that a \\ before them makes plain, besides those that every Markdown knows: each means something to us."""
HARD_BREAK = re.compile(r"(?<!\\)\\[ \t]*$")
"""How another program breaks a line."""


def understood(lines: Sequence[str]) -> list[str]:
    """The lines as their author means them, for Markdown to read."""
    made, start = list(lines), 0
    while start < len(lines):
        end = block_end(lines, start)
        quote = is_quote(lines[start:end])
        for n in range(start, end):
            made[n] = _escaped(lines[n], quote, n + 1 == end)
        start = end + 1
    return made


def block_end(lines: Sequence[str], start: int) -> int:
    """The first empty line from `start` on, or how many lines there are."""
    return next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))


def is_quote(block: Sequence[str]) -> bool:
    """Whether a run of lines is a quote: it begins with `>`, and so does more than one of its lines."""
    marked = [line.lstrip().startswith(">") for line in block]
    return bool(marked) and marked[0] and sum(marked) > 1


def _escaped(line: str, quote: bool, last: bool) -> str:
    line = HARD_BREAK.sub("" if last else "  ", line)
    if not (quote and line.lstrip().startswith(">")):
        line = MORE.sub(r"\1\\\2", line, count=1)
    return YEAR.sub(r"\1\\\2", SIGNED.sub(r"\1\\\2", line, count=1), count=1)
