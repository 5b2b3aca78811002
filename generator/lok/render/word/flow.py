"""Nodes in, their paragraphs, lists and tables at the end of a Word document out.

The nodes are those that papers are made of, so that both say the same words; a kind that nobody knows stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lok.model.library import Media
from lok.render.word.document import Piece, WordFile, lines, listed, room, tab
from lok.render.word.template import BULLETS, HEADINGS, LEVELS, NUMBERS, TEXT_WIDTH
from lok.words import words

Data = Mapping[str, Any]
"""A node, as `render.paper.nodes` and the kinds of exercise make them."""
DOTTED = re.compile("…{4,}")
"""A line to write on, as an author draws it."""
PIXELS = 0.2
"""Millimetres of a pixel of a picture, at most: about 127 to an inch."""
LETTER = 112
"""The width of a letter in running text, in twentieths of a point."""
AROUND = 3
"""Letters that the white at both sides of a cell takes."""
HIGHEST = 150
"""The height of a picture, in mm."""
BLANK = 14
"""Letters that fit in an empty cell: it is there to be written in."""


@dataclass(frozen=True)
class Writer:
    """Writes at the end of `file`, or of a cell of it (`where`); `media` are its pictures by path.

    `style` is that of a paragraph without a style of its own, `level` how deep a list stands in lists.
    """

    file: WordFile
    media: Mapping[str, Media]
    where: Piece | None = None
    style: str = "Normal"
    level: int = 0

    def all(self, nodes: Iterable[Data], heading: int = 2) -> None:
        """Write nodes one below the other; the headings of sections have this level."""
        for node in nodes:
            if node["kind"] == "space":
                self.file.hold()
            self.one(node, heading)

    def one(self, node: Data, heading: int = 2) -> None:
        """Write one node. Raises ValueError where nobody knows its kind."""
        match node["kind"]:
            case "paragraph":
                self.paragraph(node["inlines"])
            case "section":
                self.heading(node["title"], heading)
                self.all(node["blocks"])
                self.all(node["children"], heading + 1)
            case "list":
                self.items(node)
            case "quote":
                replace(self, style="Quote").all(node["blocks"])
            case "table":
                self.table(node["header"], [[*map(in_cell, row)] for row in node["rows"]], 1)
            case "grid":
                self.table([text(title) for title in node["header"]], node["rows"], node["lines"])
            case "chart":
                self.file.hold(self.paragraph([{"kind": "strong", "inlines": text(node["caption"])}]))
                self.one(node["table"])
            case "picture":
                self.picture(node)
            case "fact":
                self.fact(node)
            case "blank":
                made = self.file.paragraph(words("word")["blank"], self.where)
                made.add_run(f"{node['label']}: ")
                tab(made)
            case "space":
                lines(self.file.paragraph(words("word")["space"], self.where), node["lines"])
            case kind:
                raise ValueError(f"unknown block: {kind}")

    def heading(self, title: str, level: int) -> Piece:
        """A heading of this level."""
        made = self.file.paragraph(f"Heading {min(level, len(HEADINGS))}", self.where)
        made.add_run(title)
        return made

    def paragraph(self, inlines: Sequence[Data], style: str = "") -> Piece:
        """A paragraph of a style; a line of dots is a line to write on."""
        only = inlines[0].get("text", "") if len(inlines) == 1 else ""
        if DOTTED.fullmatch(only):
            return self.file.paragraph(words("word")["line"], self.where)
        made = self.file.paragraph(style or self.style, self.where)
        self.inlines(made, inlines)
        return made

    def inlines(self, paragraph: Piece, nodes: Iterable[Data], **look: bool) -> list[Piece]:
        """The runs of some inlines, added to a paragraph. Raises ValueError where nobody knows the kind of one."""
        return [run for node in nodes for run in self._inline(paragraph, node, look)]

    def _inline(self, paragraph: Piece, node: Data, look: dict[str, bool]) -> list[Piece]:
        """The runs of one inline. Raises ValueError where nobody knows its kind."""
        match node["kind"]:
            case "text" | "code":
                run = paragraph.add_run(node["text"])
                run.bold, run.italic = look.get("bold"), look.get("italic")
                return [run]
            case "strong":
                return self.inlines(paragraph, node["inlines"], **{**look, "bold": True})
            case "emphasis":
                return self.inlines(paragraph, node["inlines"], **{**look, "italic": True})
            case "break":
                run = paragraph.add_run()
                run.add_break()
                return [run]
            case "link":
                runs = self.inlines(paragraph, node["inlines"], **look)
                if node["target"] and runs:
                    self.file.link(node["target"], runs)
                return runs
            case kind:
                raise ValueError(f"unknown inline: {kind}")

    def items(self, node: Data) -> None:
        """A list: the first paragraph of each item has its sign, what follows in an item stands below it."""
        number = self.file.new_list(NUMBERS if node["ordered"] else BULLETS)
        style = "List Number" if node["ordered"] else "List Bullet"
        below = replace(self, style="List Continue", level=min(self.level + 1, LEVELS - 1))
        for item in node["items"]:
            led = bool(item) and item[0]["kind"] == "paragraph"
            listed(self.paragraph(item[0]["inlines"] if led else [], style), number, self.level)
            below.all(item[led:])

    def table(self, header: Sequence[Sequence[Data]], rows: Sequence[Sequence[Sequence[Data]]], high: int) -> None:
        """A table with its heading row; rows with an empty cell are so many lines `high`."""
        made = self.file.table(len(rows) + 1, shares(header, rows, self.file.width / LETTER), self.where)
        for cell, title in zip(made.rows[0].cells, header, strict=True):
            replace(self, where=cell, style="Normal").paragraph(title)
        for row, blocks in zip(list(made.rows)[1:], rows, strict=True):
            for cell, inner in zip(row.cells, blocks, strict=True):
                replace(self, where=cell, style="Normal", level=0).all(inner)
            if not all(blocks):
                room(row, high)
        if self.where is None:
            self.file.paragraph(words("word")["gap"])

    def picture(self, node: Data) -> None:
        """A picture of an author, no wider than the page, nor higher than a good half of it."""
        media = self.media[node["path"]]
        width = min(media.width * PIXELS, TEXT_WIDTH, HIGHEST * media.width / media.height)
        self.file.picture(media.data, width, node["alt"], self.where)

    def fact(self, node: Data) -> None:
        """A fact between its short form and when it was checked."""
        self.paragraph(text(node["short"]), words("word")["fact_title"])
        inner = replace(self, style=words("word")["fact"])
        inner.all(node["blocks"])
        checked = words("paper")["checked"].format(date=node["checked"]) if node["checked"] else ""
        if told := node["quiet"] or checked:
            inner.paragraph(text(told))


def text(plain: str) -> list[Data]:
    """Plain words as inlines."""
    return [{"kind": "text", "text": plain}] if plain else []


def in_cell(inlines: Sequence[Data]) -> list[Data]:
    """The blocks of a cell that holds words only."""
    return [{"kind": "paragraph", "inlines": inlines}] if inlines else []


def shares(header: Sequence[Sequence[Data]], rows: Sequence[Sequence[Sequence[Data]]], width: float) -> list[float]:
    """The share of each column in a width of so many letters: its longest word, and more the more it holds."""
    columns = [[header[n], *(row[n] for row in rows)] for n in range(len(header))]
    needs = [max(map(longest, cells)) + AROUND for cells in columns]
    weights = [sum(map(letters, cells)) ** 0.6 for cells in columns]
    left = max(0, width - sum(needs))
    return [need + left * weight / sum(weights) for need, weight in zip(needs, weights, strict=True)]


def letters(nodes: Any) -> int:
    """How many letters some nodes hold, or a cell without any has room for."""
    return sum(map(len, told(nodes))) or BLANK


def longest(nodes: Any) -> int:
    """The letters of the longest word in some nodes."""
    return max((len(word) for each in told(nodes) for word in each.split()), default=1)


def told(nodes: Any) -> Iterable[str]:
    """The texts in some nodes."""
    if isinstance(nodes, Mapping):
        if nodes.get("kind") in ("text", "code"):
            yield nodes["text"]
        nodes = list(nodes.values())
    if isinstance(nodes, list | tuple):
        for each in nodes:
            yield from told(each)
