"""Signs that nobody sees, folded once at reading: text as saved in, the same letters for every reader out."""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
"""Soft hyphens, joiners, marks of direction and variants: other programs leave them, no reader misses them."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
START = re.compile(rf"^[ \t{SPACES}]*(?:(?:[-*+>]|\d{{1,9}}[.)]|#+)[ \t{SPACES}]+)*", re.MULTILINE)
"""What decides about a line: its indent, and the marks before its first word with the space behind each."""
WIDE = re.compile(f"[{SPACES}]")


def folded(text: str) -> str:
    """Without unseen signs, with `\\n` as the only line end, and plain spaces where a space has a meaning."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return START.sub(lambda match: WIDE.sub(" ", match.group()), UNSEEN.sub("", lines))
