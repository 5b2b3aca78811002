"""Author text as plain data: Blocks and Inlines in, dicts, lists and strings out, ready for JSON.

Each node is a dict with a `kind`. A template walks it with one function per level and stops at a kind it does not know.
Facts are filled in here, so that a template needs nothing but the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from lok.derive.chart import bars, ends, points, series, ticks, told, zero
from lok.derive.look import of_role
from lok.derive.phones import called
from lok.design.glyphs import replaced
from lok.design.pictograms import Figure, pictogram
from lok.model.course import Course, Role
from lok.model.library import Entry
from lok.model.plain import inline_text, plain
from lok.model.ref import Ref, RefKind
from lok.model.text import (
    Attachment,
    Block,
    Blocks,
    Chart,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    NoteMark,
    Notes,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Section,
    Shifted,
    Strong,
    Table,
)

Node = dict[str, object]
"""What a Typst template reads: plain data for JSON."""
Facts = Mapping[str, Entry]
"""Facts by id."""
CLICKABLE = ("http://", "https://", "mailto:", "tel:")
"""How an address begins that a PDF may lead to."""
PAGED = (RefKind.CASE, RefKind.EXERCISE, RefKind.SHEET)
"""Links to what may stand on a page of the same document."""
UNSET = {"path", "target", "picture"}
"""What a node holds beside its text, or what can be set already."""
NO_BREAK = "\u00a0"
"""A space at which no line ends."""
UNITS = "min|minuut|minuten|uur|uren|dag|dagen|week|weken|maand|maanden|jaar|keer|mm|cm|km|euro"
LISTED = r"(?<=\b[A-Z],) (?=[A-Z]\b)|(?<=\b[A-Z]) (?=en [A-Z]\b)|(?<=\b[A-Z] en) (?=[A-Z]\b)"
UNBROKEN = re.compile(rf"(?<=\d) (?=\d|(?:{UNITS})\b|[%€×])|(?<=×) (?=\d)|{LISTED}")
"""The spaces at which no line may end."""


def who(role: Role) -> Node:
    """A role by its name, its place among the speakers and its colour; `together` where all of them speak at once."""
    return {"name": role.name, "order": role.order, "together": role.together, "colour": of_role(role)}


def facts(course: Course) -> Facts:
    """The facts of a course by id."""
    return {entry.id: entry for entry in course.facts}


def blocks(source: Blocks, known: Facts) -> list[Node]:
    """The nodes of some blocks; a fact that does not exist is left out (`check` reports it)."""
    return [node for node in (block(item, known) for item in source) if node is not None]


def block(item: Block, known: Facts) -> Node | None:
    """The node of a block; None for a fact that does not exist."""
    match item:
        case Paragraph(children):
            return {"kind": "paragraph", "inlines": inlines(children, known)}
        case ListBlock(ordered, items):
            return {"kind": "list", "ordered": ordered, "items": [blocks(each, known) for each in items]}
        case Quote(inner):
            return {"kind": "quote", "blocks": blocks(inner, known)}
        case Table(header, rows):
            return {
                "kind": "table",
                "header": [inlines(cell, known) for cell in header],
                "rows": [[inlines(cell, known) for cell in row] for row in rows],
                "longest": [_longest_word(column) for column in zip(header, *rows, strict=True)],
            }
        case Chart():
            return chart(item, known)
        case Picture(path, alt):
            return {"kind": "picture", "path": path, "alt": alt}
        case Notes(items):
            return {"kind": "notes", "items": [inlines(each, known) for each in items]}
        case Ref(id=id):
            return fact(known[id], known) if id in known else None


def _longest_word(column: Iterable[Inlines]) -> str:
    return max((word for cell in column for word in plain(cell).split()), key=len, default="")


def chart(source: Chart, known: Facts) -> Node:
    """Its bars or lines, as shares of the longest, and its table."""
    table = block(source.table, known)
    return {
        "kind": "chart",
        "caption": source.caption,
        "alt": told(source),
        "bars": [
            {"row": bar.row, "start": bar.start, "length": bar.length, "series": bar.series} for bar in bars(source)
        ],
        "points": [{"x": each.x, "y": each.y, "series": each.series} for each in points(source)],
        "ends": list(ends(source)),
        "ticks": list(ticks(source)),
        "zero": zero(source),
        "names": [plain(row[0]) for row in source.table.rows],
        "series": list(series(source)),
        "table": table,
    }


def fact(entry: Entry, known: Facts) -> Node:
    """A fact in full: the question it answers or else its short form, its text, and `unsure`: its id where it is.

    `quiet` is what a paper for everyone says of that instead.
    """
    return {
        "kind": "fact",
        "short": entry.question or entry.short,
        "asks": bool(entry.question),
        "unsure": entry.id if entry.unsure else "",
        "quiet": "",
        "checked": day(entry),
        "blocks": blocks(entry.blocks, {id: other for id, other in known.items() if id != entry.id}),
    }


def day(entry: Entry) -> str:
    """The day on which a fact was checked, `22/11/2026`, or ""."""
    return f"{entry.checked:%d/%m/%Y}" if entry.checked else ""


def inlines(source: Inlines, known: Facts) -> list[Node]:
    """The nodes of some inlines."""
    return [inline(item, known) for item in source]


def inline(item: Inline, known: Facts) -> Node:
    """The node of an inline."""
    match item:
        case Plain(text):
            return {"kind": "text", "text": text}
        case Strong(children):
            return {"kind": "strong", "inlines": inlines(children, known)}
        case Emphasis(children):
            return {"kind": "emphasis", "inlines": inlines(children, known)}
        case Monospace(text):
            return {"kind": "code", "text": text}
        case Shifted(up, children):
            return {"kind": "above" if up else "below", "inlines": inlines(children, known)}
        case NoteMark(number):
            return {"kind": "above", "inlines": [{"kind": "text", "text": str(number)}]}
        case LineBreak():
            return {"kind": "break"}
        case Attachment(children=children):
            return link("", children, known)
        case Link(target, children):
            return link(target, children, known)


def link(target: Ref | str, children: Inlines, known: Facts) -> Node:
    """`target` stays only where a reader can follow it; a link to a fact that is not sure says which, as `unsure`.

    One that says the number of a fact calls it. `record` is what an own link leads to, for a document that may hold it
    on another page, else "".
    """
    own = target if isinstance(target, Ref) else None
    fact = known.get(own.id) if own and own.kind is RefKind.FACT else None
    there = target if isinstance(target, str) else called(inline_text(children), fact) if fact else ""
    return {
        "kind": "link",
        "target": there if there.startswith(CLICKABLE) else "",
        "record": own.record if own and own.kind in PAGED else "",
        "unsure": fact.id if fact and fact.unsure else "",
        "inlines": inlines(children, known),
    }


def section(source: Section, known: Facts) -> Node:
    """A section with those below it; neither its trainer text nor its answer goes along."""
    return {
        "kind": "section",
        "title": source.title,
        "blocks": blocks(source.blocks, known),
        "children": [section(child, known) for child in source.children],
    }


def drawing(name: str) -> Node | None:
    """The pictogram of this name, in the colour of where it stands; None for ""."""
    return figure(pictogram(name)) if name else None


def figure(source: Figure) -> Node:
    """A drawing as its areas, each SVG path data with its colour or ""."""
    areas = [{"path": each.d, "fill": each.fill} for each in source.paths]
    return {"width": source.width, "height": source.height, "areas": areas}


def settable(data: Node) -> Node:
    """Plain data with each text in it as it may be set; paths and addresses stay as they are."""
    return {key: value if key in UNSET else _settable(value) for key, value in data.items()}


def _settable(value: object) -> object:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, dict):
        return settable(value)
    return [_settable(each) for each in value] if isinstance(value, list | tuple) else value


@lru_cache(20_000)
def one_line(text: str) -> str:
    """Text as it may be set: the line ends of the source are spaces, and each character has a glyph.

    What is read as one stays on one line: a number to dial, a number with its unit, letters that are listed.
    """
    return UNBROKEN.sub(NO_BREAK, replaced(" ".join(text.split("\n"))))
