"""Blocks and Inlines in, HTML out: escaped, without empty lines, with relative addresses.

What comes out stands as raw HTML in a Markdown page, so that a site engine leaves every letter of it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from lok.derive import phones
from lok.derive.doubts import quiet_line, quiet_lines
from lok.derive.phones import Phones
from lok.model.course import Course
from lok.model.library import Entry, Media
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
    Shifted,
    Strong,
    Table,
)
from lok.render.html import addresses, charts
from lok.words import words

NOTHING = Markup()
WAY = Markup('<a href="{}">{}</a>')
"""No HTML."""
DOTS = re.compile("…{4,}")
"""What an author leaves to write on."""
SHORT = 10
"""Letters of a cell that a narrow screen shows beside the name of its column, where all others are as short."""
WHOLE = 16
"""Letters of the longest word with a hyphen that a heading keeps on one line."""
MARKDOWN_SIGNS = frozenset("\\`*_{}[]()#+-.!>~^=:|\"'$")
"""Signs that mean something to a Markdown engine somewhere."""


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

    A number that a fact says one can call is a link that calls it. `media` holds the pictures by path: a page keeps
    room for them before they load. What nobody confirmed yet has a mark where the page `marks` it; else a card
    (`framed`) tells of its own, and the foot of what else was `doubted`; a `silent` page tells of neither.
    """

    page: str
    places: Mapping[str, str]
    facts: Mapping[str, Entry]
    media: Mapping[str, Media]
    marks: bool = field(default=True, kw_only=True)
    silent: bool = field(default=False, kw_only=True)
    doubted: list[Entry] = field(default_factory=list, kw_only=True)
    framed: list[Entry] = field(default_factory=list, kw_only=True)

    @classmethod
    def of(cls, page: str, course: Course, *, marks: bool, silent: bool = False) -> Writer:
        """A writer for the page at this address, which knows the places, facts and pictures of a course."""
        facts = {fact.id: fact for fact in course.facts}
        media = {item.path: item for item in course.media}
        return cls(page, addresses.places(course), facts, media, marks=marks, silent=silent)

    def address(self, there: str) -> str:
        """The way from this page to an address below the course's folder."""
        return addresses.relative(self.page, there)

    def prose(self, blocks: Blocks) -> Markup:
        """HTML of blocks, one line for each."""
        return Markup("\n").join(self._block(block) for block in blocks)

    def inline(self, children: Inlines) -> Markup:
        """HTML of inlines."""
        return NOTHING.join(self._inline(child) for child in children)

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(children):
                return Markup("<p>{}</p>").format(self.inline(children))
            case ListBlock(ordered, items):
                entries = NOTHING.join(Markup("<li>{}</li>").format(self._item(item)) for item in items)
                return Markup("<{tag}>{}</{tag}>").format(entries, tag="ol" if ordered else "ul")
            case Quote(blocks):
                return Markup("<blockquote>{}</blockquote>").format(self.prose(blocks))
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Picture():
                return self._picture(block)
            case Notes(items):
                entries = NOTHING.join(Markup("<li>{}</li>").format(self.inline(item)) for item in items)
                return Markup('<ol class="notes" aria-label="{}">{}</ol>').format(words("common")["notes"], entries)
            case Ref(id=id):
                return self.fact(self.facts[id]) if id in self.facts else NOTHING

    @cached_property
    def _phones(self) -> Phones:
        return Phones(self.facts.values())

    def _chart(self, chart: Chart) -> Markup:
        """A picture of the numbers, and below it, folded because it says the same, the table they come from."""
        table = Markup('<details class="as-table"><summary>{}</summary>{}</details>')
        folded = table.format(words("site")["as_table"], self._table(chart.table))
        whole = Markup('<figure class="chart"><figcaption>{}</figcaption>{}{}</figure>')
        return whole.format(chart.caption, charts.html(chart), folded)

    def _picture(self, picture: Picture) -> Markup:
        shown = self.media[picture.path]
        return Markup(
            '<figure class="picture"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></figure>'
        ).format(self.address(addresses.media(shown)), picture.alt, shown.width, shown.height)

    def _item(self, blocks: Blocks) -> Markup:
        """A list item; one that is a single paragraph needs no paragraph of its own."""
        if blocks and isinstance(blocks[0], Paragraph):
            return self.inline(blocks[0].children) + self.prose(blocks[1:])
        return self.prose(blocks)

    def _table(self, table: Table) -> Markup:
        head = Markup('<th scope="col">{}</th>')
        short = all(len(plain(cell)) <= SHORT for row in table.rows for cell in row[1:])
        return Markup(
            '<div class="table{}" role="group" aria-label="{}" tabindex="0">'
            "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        ).format(
            " short" if short else "",
            words("site")["table"],
            NOTHING.join(head.format(self.inline(cell)) if cell else Markup("<td></td>") for cell in table.header),
            NOTHING.join(self._row(table, row) for row in table.rows),
        )

    def _row(self, table: Table, row: tuple[Inlines, ...]) -> Markup:
        """A narrow screen shows the name of its column in each cell."""
        cells = (
            Markup('<td data-label="{}">{}</td>').format(plain(name), self.inline(cell))
            for name, cell in zip(table.header, row, strict=True)
        )
        return Markup("<tr>{}</tr>").format(NOTHING.join(cells))

    def fact(self, fact: Entry) -> Markup:
        """A fact as a card: its question, or its short form large, its text, and how sure it is where it is not."""
        head, kind = (fact.question, "question") if fact.question else (self.said(fact.short), "short")
        short = Markup('<p class="fact-{}">{}</p>').format(kind, head) if head else NOTHING
        self.framed.append(fact)
        whole = Markup('<div class="fact">{}<div class="fact-text">{}{}{}</div></div>')
        return whole.format(short, self.prose(fact.blocks), chat(fact), self._doubt(fact))

    def _doubt(self, fact: Entry) -> Markup:
        """What the card of a fact says of how sure it is."""
        if self.silent:
            return NOTHING
        return doubt(fact) if self.marks else quiet(fact)

    def _inline(self, child: Inline) -> Markup:
        match child:
            case Plain(text):
                return self.said(text)
            case Strong(children):
                return Markup("<strong>{}</strong>").format(self.inline(children))
            case Emphasis(children):
                return Markup("<em>{}</em>").format(self.inline(children))
            case Monospace(text):
                return Markup("<code>{}</code>").format(text)
            case Shifted(up, children):
                return Markup("<{tag}>{}</{tag}>").format(self.inline(children), tag="sup" if up else "sub")
            case NoteMark(number):
                return Markup('<sup class="note">{}</sup>').format(number)
            case LineBreak():
                return Markup("<br>")
            case Link():
                return self._link(child)
            case Attachment():
                return self._attached(child)

    def said(self, text: str) -> Markup:
        """Plain text as HTML, in which each number to call can be called."""
        pieces = self._phones.pieces(text)
        return NOTHING.join(WAY.format(number, piece) if number else _lined(piece) for piece, number in pieces)

    def _link(self, link: Link) -> Markup:
        """A link; where its target was left out (a broken file) only its words."""
        target, text = link.target, replace(self, facts={}).inline(link.children)
        if not isinstance(target, Ref):
            return WAY.format(target, text)
        if target.record not in self.places:
            return text
        fact = self.facts.get(target.id) if target.kind is RefKind.FACT else None
        mark = self._mark(fact) if fact and fact.unsure else NOTHING
        there = self.places[target.record] + (f"#{target.anchor}" if target.anchor else "")
        number = phones.called(inline_text(link.children), fact) if fact else ""
        return WAY.format(number or self.address(there), text) + mark

    def _attached(self, child: Attachment) -> Markup:
        """A link to a file, which says that it is one; only its words where the file was left out."""
        text, file = self.inline(child.children), self.media.get(child.path)
        whole = Markup('<a href="{}" type="application/pdf">{} ({})</a>')
        return whole.format(self.address(addresses.media(file)), text, words("site")["pdf"]) if file else text

    def _mark(self, fact: Entry) -> Markup:
        """Behind a link to a fact that is not sure."""
        if self.marks:
            return Markup(" ") + doubt(fact)
        if not self.silent:
            self.doubted.append(fact)
        return NOTHING

    def foot(self) -> Markup:
        """What the page so far named without saying that nobody confirmed it yet."""
        rest = (fact for fact in self.doubted if fact not in self.framed)
        lines = NOTHING.join(Markup("<p>{}</p>").format(line) for line in quiet_lines(rest))
        return Markup('<div class="quiet-foot">{}</div>').format(lines) if lines else NOTHING


def _lined(text: str) -> Markup:
    """Plain text in which dots to write on stay on one line, however narrow the screen."""
    return Markup(DOTS.sub(r'<span class="dots">\g<0></span>', str(escape(text))))


def chat(fact: Entry) -> Markup:
    """A link to where one can type to a help line; nothing where there is no such place."""
    line = Markup('<p class="chat"><a href="{}">{}</a></p>')
    told = words("common")["chat"].format(host=urlsplit(fact.chat).hostname)
    return line.format(fact.chat, told) if fact.chat else NOTHING


def quiet(entry: Entry) -> Markup:
    """The same as `doubt` for the public: when it was looked up, and that nobody confirmed it."""
    return Markup('<p class="quiet">{}</p>').format(quiet_line(entry)) if entry.unsure else NOTHING


def doubt(entry: Entry) -> Markup:
    """The mark of a fact, term or source that somebody must still confirm; nothing where it is sure."""
    return Markup('<span class="unsure">{}</span>').format(words("common")["to_confirm"]) if entry.unsure else NOTHING
