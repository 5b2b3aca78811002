"""Papers as one flow, for a word processor: what stands side by side on paper comes one below the other.

A flow is made of the nodes of `render.paper.nodes` and of three more, for places to write in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lok.render.paper.nodes import Node
from lok.words import words

Data = Mapping[str, Any]
"""The data of a paper, as its own kind made it."""
FEW, MANY = 4, 9
"""Lines to write on: below a question, and in a column that the whole sheet is about."""


def blank(label: str) -> Node:
    """A word with a line behind it to fill in."""
    return {"kind": "blank", "label": label}


def space(lines: int = FEW) -> Node:
    """A box to write in, so many lines high, that grows with what is written."""
    return {"kind": "space", "lines": lines}


def table(header: Sequence[str], rows: Iterable[Sequence[list[Node]]], lines: int = 1) -> Node:
    """A table of which each cell holds blocks; one that is empty is so many lines high. A row begins with its name."""
    return {"kind": "grid", "header": list(header), "rows": [list(row) for row in rows], "lines": lines}


def bold(text: str) -> list[Node]:
    """A paragraph in bold, as the blocks of a cell."""
    return [{"kind": "paragraph", "inlines": [{"kind": "strong", "inlines": [{"kind": "text", "text": text}]}]}]


def said(text: str) -> Node:
    """A paragraph of plain words."""
    return {"kind": "paragraph", "inlines": [{"kind": "text", "text": text}]}


def headed(sections: Sequence[Data]) -> list[Node]:
    """Sections inside a cell, where no heading may stand: their titles are bold paragraphs."""
    return [node for each in sections for node in (*bold(each["title"]), *nodes_of(each))]


def nodes_of(section: Data) -> list[Node]:
    """The blocks of a section and of those below it."""
    return [*section["blocks"], *headed(section["children"])]


def task(data: Data) -> list[Node]:
    """The blocks of the task."""
    return list(data["task"])


def marked(data: Data) -> list[Node]:
    """Places for the day and, where a case is worked on, for its name."""
    w = words("paper")
    return [*([blank(w["case"])] if data["case"] else []), blank(w["date"])]


def asked(sections: Iterable[Node]) -> list[Node]:
    """Sections, each with a box to write in below it."""
    return [node for each in sections for node in (each, space())]
