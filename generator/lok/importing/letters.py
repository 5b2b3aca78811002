"""The text of a foreign file in, the same in signs that every slide and paper of ours can show out."""

from __future__ import annotations

import re
import unicodedata

from lok.design import glyphs
from lok.model.names import clean
from lok.read.files import CONTROL
from lok.read.invisible import folded

SYMBOLS = str.maketrans(
    {
        "\uf04a": "☺",
        "\uf0a7": "▪",
        "\uf0a8": "□",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0de": "⇒",
        "\uf0e0": "→",
        "\uf0e8": "→",
        "\uf0fb": "✗",
        "\uf0fc": "✓",
    }
)
"""Signs of a symbol font, as Office keeps them, by what they look like."""


def shown(text: str, told: list[str]) -> str:
    """Text without unseen and unprintable signs; which of these went is told. A tab or line end becomes a space."""
    seen = CONTROL.sub(" ", re.sub(r"[\t\n\v]", " ", folded(text.translate(SYMBOLS))))
    gone = glyphs.unprintable(seen)
    for char in sorted(gone):
        name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
        sentence = f"het teken {name} kan niet op papier en viel weg"
        if sentence not in told:
            told.append(sentence)
    return "".join(char for char in seen if char not in gone)


def line(text: str, told: list[str]) -> str:
    """The same as one line without spaces around it."""
    return clean(shown(text, told))
