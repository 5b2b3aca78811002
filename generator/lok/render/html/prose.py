"""Blocks and Inlines in, HTML out: escaped, without empty lines, with relative addresses.

What comes out stands as raw HTML in a Markdown page, so that a site engine leaves every letter of it as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from lok.design.images import pixels
from lok.model.course import Course, Entry
from lok.model.plain import plain
from lok.model.ref import Ref, RefKind
from lok.model.text import (
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
    Paragraph,
    Picture,
    Plain,
    Quote,
    Strong,
    Table,
)
from lok.model.vocabulary import STATUS_CONFIRM
from lok.render.html import addresses, charts
from lok.words import words

WHOLE = 16
"""The longest word with a hyphen that a heading keeps on one line."""
MARKDOWN_SIGNS = frozenset("\\`*_{}[]()#+-.!>~^=:|\"'$")


def heading_text(text: str) -> Markup:
    """Plain text as one line of Markdown in which no sign has a meaning, and short words break at no hyphen."""
    safe = {"&": "&amp;", "<": "&lt;"}

    def word(letters: str) -> str:
        signs = (safe.get(sign, f"&#{ord(sign)};" if sign in MARKDOWN_SIGNS else sign) for sign in letters)
        whole = "-" in letters and len(letters) <= WHOLE
        return f'<span class="whole">{"".join(signs)}</span>' if whole else "".join(signs)

    return Markup(" ".join(word(letters) for letters in text.split()))


@dataclass(frozen=True)
class Writer:
    """Writes the prose of one page. `page` is its address, `places` the addresses of what own links name.

    `media` holds the bytes of pictures by path: a page keeps room for them before they load.
    """

    page: str
    places: Mapping[str, str]
    facts: Mapping[str, Entry]
    media: Mapping[str, bytes]

    @classmethod
    def of(cls, page: str, course: Course) -> Writer:
        facts = {fact.id: fact for fact in course.facts}
        return cls(page, addresses.places(course), facts, {item.path: item.data for item in course.media})

    def address(self, there: str) -> str:
        """The way from this page to an address below the course's folder."""
        return addresses.relative(self.page, there)

    def prose(self, blocks: Blocks) -> Markup:
        return Markup("\n".join(self._block(block) for block in blocks))

    def inline(self, children: Inlines) -> Markup:
        return Markup("".join(self._inline(child) for child in children))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return f"<p>{self.inline(children)}</p>"
            case ListBlock(ordered, items):
                tag = "ol" if ordered else "ul"
                return f"<{tag}>{''.join(f'<li>{self._item(item)}</li>' for item in items)}</{tag}>"
            case Quote(blocks):
                return f"<blockquote>{self.prose(blocks)}</blockquote>"
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Picture():
                return self._picture(block)
            case Ref(id=id):
                return self.fact(self.facts[id]) if id in self.facts else ""

    def _chart(self, chart: Chart) -> str:
        """A picture of the numbers, and below it the table they come from."""
        caption = f"<figcaption>{escape(chart.caption)}</figcaption>"
        return f'<figure class="chart">{caption}{charts.html(chart)}{self._table(chart.table)}</figure>'

    def _picture(self, picture: Picture) -> str:
        source = escape(self.address(addresses.media(picture.path)))
        width, height = pixels(self.media.get(picture.path, b""))
        size = f'width="{width}" height="{height}"'
        return (
            f'<figure class="picture"><img src="{source}" alt="{escape(picture.alt)}" {size} loading="lazy"></figure>'
        )

    def _item(self, blocks: Blocks) -> str:
        """A list item; one that is a single paragraph needs no paragraph of its own."""
        if blocks and isinstance(blocks[0], Paragraph):
            return str(self.inline(blocks[0].children) + self.prose(blocks[1:]))
        return str(self.prose(blocks))

    def _table(self, table: Table) -> str:
        head = "".join(f'<th scope="col">{self.inline(cell)}</th>' if cell else "<td></td>" for cell in table.header)
        names = [escape(plain(cell)) for cell in table.header]  # a narrow screen shows them in each cell
        rows = "".join(
            "<tr>"
            + "".join(
                f'<td data-label="{name}">{self.inline(cell)}</td>' for name, cell in zip(names, row, strict=True)
            )
            + "</tr>"
            for row in table.rows
        )
        label = escape(words("site")["table"])
        return (
            f'<div class="table" role="group" aria-label="{label}" tabindex="0">'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def fact(self, fact: Entry) -> str:
        """A fact as a card: its short form large, its text, and a mark where it is not sure."""
        short = f'<p class="fact-short">{escape(fact.short)}</p>' if fact.short else ""
        return f'<div class="fact">{short}<div class="fact-text">{self.prose(fact.blocks)}{doubt(fact)}</div></div>'

    def _inline(self, child: Inline) -> str:
        match child:
            case Plain(text):
                return escape(text)
            case Strong(children):
                return f"<strong>{self.inline(children)}</strong>"
            case Emphasis(children):
                return f"<em>{self.inline(children)}</em>"
            case Monospace(text):
                return f"<code>{escape(text)}</code>"
            case LineBreak():
                return "<br>"
            case Link():
                return self._link(child)

    def _link(self, link: Link) -> str:
        """A link; where its target was left out (a broken file) only its words."""
        text, target = str(self.inline(link.children)), link.target
        if not isinstance(target, Ref):
            return f'<a href="{escape(target)}">{text}</a>'
        if target.record not in self.places:
            return text
        fact = self.facts.get(target.id) if target.kind is RefKind.FACT else None
        mark = f" {doubt(fact)}" if fact and fact.status == STATUS_CONFIRM else ""
        there = self.places[target.record] + (f"#{target.anchor}" if target.anchor else "")
        return f'<a href="{escape(self.address(there))}">{text}</a>{mark}'


def doubt(entry: Entry) -> Markup:
    """The mark of a fact, term or source that somebody must still confirm."""
    if entry.status != STATUS_CONFIRM:
        return Markup()
    return Markup(f'<span class="unsure">{escape(words("common")["to_confirm"])}</span>')
