"""How to draw a form on a flipchart: a sketch of it, and steps in words that name what the author named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lok.model.text import Section
from lok.render.paper.nodes import Node
from lok.words import enumeration, words


@dataclass(frozen=True)
class Sketch:
    """A sheet to draw: `form` is how, with the words on it in `heads`; `steps` is what to do, one after the other.

    `last` is the word for the step that closes, `lying` whether the sheet lies on its side.
    """

    form: Node
    steps: tuple[str, ...]
    lying: bool = False
    last: str = "empty"


def grid(heads: list[str], across: int, rows: int) -> Node:
    """A form of `across` fields side by side and `rows` below each other, with these words in them."""
    return {"form": "grid", "heads": heads, "across": across, "rows": rows}


def cross(down: int, along: int) -> list[str]:
    """The steps that draw so many lines down and along, as far as there are any."""
    return [say(key, count) for key, count in (("lines_down", down), ("lines_along", along)) if count]


def say(key: str, count: int = 0, **filling: str) -> str:
    """A step in words: `count` lines, and names of the exercise."""
    spoken = words("sketch")
    lines = spoken["one_line"] if count == 1 else spoken["more_lines"].format(number=number(count))
    return spoken[key].format(lines=lines, **filling)


def number(count: int) -> str:
    """A small number in words, a larger one in figures."""
    spelled = words("sketch")["numbers"].split()
    return spelled[count] if count < len(spelled) else str(count)


def names(sections: Iterable[Section]) -> list[str]:
    """The titles of sections as they may be set."""
    return [each.title for each in sections]


def listed(plain: list[str]) -> str:
    """Names in quotes, as one sentence lists them: `“a”, “b” en “c”`."""
    return enumeration(words("sketch")["quoted"].format(name=name) for name in plain)
