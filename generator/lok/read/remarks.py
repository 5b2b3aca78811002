"""What an author writes for nobody, `<!-- … -->`: a text in, the same lines without it out.

A line that held nothing else keeps its place as NOTHING. Text stops there, as at any empty line, and keys go on.
"""

from __future__ import annotations

import re

OPEN = "<!--"
REMARK = re.compile(rf"{OPEN}(?:(?!{OPEN}).)*?-->", re.DOTALL)
"""None holds the start of another: where one was not closed, the text up to the next would be lost."""
NOTHING = "\f"


def without_remarks(text: str) -> str:
    """As many lines, without remarks; one that is not closed stays, so that its author can be told."""
    if OPEN not in text:
        return text
    kept = REMARK.sub(_lines, text).split("\n")
    return "\n".join(_line(before, after) for before, after in zip(text.split("\n"), kept, strict=True))


def _lines(remark: re.Match[str]) -> str:
    """What stands for a remark: a space that nobody sees, and its line ends."""
    return " " + "\n" * remark.group().count("\n")


def _line(before: str, after: str) -> str:
    if before == after:
        return after
    indent = before[: len(before) - len(before.lstrip())]
    return indent + after.strip() if after.strip() else NOTHING if before.strip() else ""
