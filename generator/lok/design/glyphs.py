"""Which characters the shipped fonts can show: text in, the characters that no paper can print out."""

from __future__ import annotations

import unicodedata

from lok.design import fonts

PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | frozenset("\t\n–—‘’“”„…•€")
"""Characters that the fonts certainly have (a test compares): most text needs no table."""
REPLACEMENT = "\ufffd"
"""Stands where a character cannot be shown."""
IGNORED = frozenset({"Cf", "Zs", "Zl", "Zp"})
"""Unicode categories that need no drawing: joiners, marks of direction, spaces."""
FORBIDDEN = frozenset("\ufeff")
"""Would be ignored, were it not that PDF/UA refuses it."""


def unprintable(text: str) -> set[str]:
    """The characters of `text` that neither the text font nor the fallback font has."""
    return {char for char in set(text) - PLAIN if not printable(char)}


def printable(char: str) -> bool:
    """Whether this one character can be printed, or needs no printing."""
    if char in FORBIDDEN:
        return False
    return unicodedata.category(char) in IGNORED or char in PLAIN or ord(char) in fonts.drawn()


def replaced(text: str) -> str:
    """`text` with a visible sign for each character that cannot be printed."""
    return text.translate({ord(char): REPLACEMENT for char in unprintable(text)})
