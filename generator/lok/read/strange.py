"""Signs that no font here has: a line or a value in, a problem for each word with any of them out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lok.design import glyphs
from lok.model.place import Span
from lok.problems import Code, Problem, error, shortened
from lok.read.lines import PASTED, Lines
from lok.read.scan import Value

WORD = re.compile(r"\S+")
LONGEST = 100
"""Letters of a name, a place or a group."""


def unprintable(lines: Lines, n: int) -> Iterator[Problem]:
    """Signs that no font here has, word by word."""
    if not glyphs.unprintable(lines[n]):
        return
    pasted = PASTED.match(lines[n])
    for word in WORD.finditer(lines[n], pasted.end(1) if pasted else 0):
        if strange := glyphs.unprintable(word.group()):
            found = [(at, char) for at, char in enumerate(word.group(), word.start() + 1) if char in strange]
            yield unknown_signs(lines.at(n, found[0][0]), "".join(char for _, char in found))


def unknown_signs(place: Span, signs: str) -> Problem:
    """The problem of the signs in one word that no font here has."""
    shown = "".join(char if char.isprintable() else glyphs.REPLACEMENT for char in signs)
    if len(set(signs)) > 1:
        message = f'de tekens "{shortened(shown)}" kunnen niet op papier'
        return error(place, Code.UNKNOWN_SIGN, message, "gebruik andere woorden of andere tekens")
    name = unicodedata.name(signs[0], f"U+{ord(signs[0]):04X}").lower()
    message = f'het teken "{shown[0]}" ({name}) kan niet op papier'
    return error(place, Code.UNKNOWN_SIGN, message, "gebruik een woord of een ander teken")


def printable(value: Value, problems: list[Problem]) -> str:
    """What somebody typed elsewhere; a sign that no paper can show, or too much text, is an error."""
    if len(value.text) > LONGEST:
        tip = f"hou het op {LONGEST} letters"
        problems.append(error(value.span, Code.TOO_MUCH, f'"{shortened(value.text)}" is te lang', tip))
    if strange := glyphs.unprintable(value.text):
        problems.append(unknown_signs(value.span, "".join(char for char in value.text if char in strange)))
    return value.text
