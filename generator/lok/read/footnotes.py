"""Footnotes: the lines of a text in, the text without them and what each says out.

A note stands under the heading where its number does, so that a place still decides who reads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

DEFINED = re.compile(r"[ \t]{0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
TAG = "note"
"""Of the element that stands for a number in the tree."""


class Mark(InlineProcessor):
    """`[^name]` in running text: the number of a note."""

    def __init__(self) -> None:
        super().__init__(r"\[\^([^\]\s]+)\]")

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return Element(TAG, label=match.group(1)), match.start(), match.end()


def apart(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The lines with an empty one for each of a note, and the notes by name; the first of a name counts."""
    kept, notes = list(lines), dict[str, str]()
    name = ""
    for n, line in enumerate(lines):
        found = DEFINED.match(line)
        name = found.group(1) if found else name if line.strip() else ""
        if name:
            said = found.group(2) if found else line.strip()
            notes[name] = said if found and name not in notes else f"{notes[name]} {said}"
            kept[n] = ""
    return kept, notes
