"""What stands above the title of a sheet: short texts, each with its pictogram."""

from __future__ import annotations

import re

from lok.model.library import Copies
from lok.render.paper import nodes
from lok.render.paper.nodes import Node
from lok.words import words

COUNT = re.compile(r"^\d+ ")
"""The number that an author begins with: `1 per twee`."""


def mark(pictogram: str, text: str) -> Node:
    """A text with its pictogram."""
    return {"text": text, "drawing": nodes.drawing(pictogram)}


def kind(key: str, pictogram: str) -> list[Node]:
    """What sort of paper it is, by its word in the locale."""
    return [mark(pictogram, words("paper")[key])]


def shared(copies: Copies | None) -> list[Node]:
    """With how many people one sheet is shared, in the author's words; nothing where nobody shares it."""
    if copies is None or copies.people == 1 or (not copies.people and copies.count > 1):
        return []
    return [mark("duo" if copies.people == 2 else "groep", COUNT.sub("", copies.text))]
