"""What papers of several kinds of exercise share: boxes with the author's line of each, and items of lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lok.model.place import Span
from lok.model.text import Block, ListBlock, Section
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node

LEAF = 2
"""The pages of one leaf, printed on both sides."""


@dataclass(frozen=True)
class Body:
    """What a kind of exercise puts on its paper, besides what every exercise prints.

    `pages` is how many pages it may take, `places` are the author's lines of its boxes.
    """

    data: Node
    pages: int
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Card:
    """One card: `look` is how `card-looks.typ` draws its sides, with `data`; `span` is the author's line of it."""

    look: str
    data: Node
    span: Span


def placed(sections: tuple[Section, ...], known: Facts, name: str = "box") -> tuple[list[Node], Mapping[str, Span]]:
    """The nodes of some sections, each with the name of its box, and the author's line of each box."""
    names = [f"{name}-{index}" for index in range(len(sections))]
    drawn = [{**nodes.section(each, known), "where": name} for each, name in zip(sections, names, strict=True)]
    return drawn, {name: each.span for each, name in zip(sections, names, strict=True)}


def items(source: tuple[Block, ...], known: Facts) -> tuple[list[list[Node]], list[Node]]:
    """The list items, each as blocks, and what stands besides the lists."""
    lists = [block for block in source if isinstance(block, ListBlock)]
    others = tuple(block for block in source if not isinstance(block, ListBlock))
    return [nodes.blocks(item, known) for each in lists for item in each.items], nodes.blocks(others, known)
