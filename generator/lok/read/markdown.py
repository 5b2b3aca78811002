"""Markdown between headings in, Blocks and Inlines out.

Parsing is Python-Markdown's; this module walks its tree into our records and refuses what no paper or slide can show.
Python-Markdown gives no positions, so links and pictures are looked up again in the author's lines.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from lok.model.links import followed
from lok.model.names import clean, slug
from lok.model.place import Span
from lok.model.plain import inline_text
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
from lok.problems import Code, Problem, error
from lok.read import chart, footnotes
from lok.read.emphasis import half_open, too_wide
from lok.read.own_links import own
from lok.read.scan import Text
from lok.read.tree import tree

FACT = re.compile(r"feit[ \u00a0]*:[ \u00a0]*(\S.*)$", re.IGNORECASE)
DOCUMENT = re.compile(r"[^:#?]*\.pdf$", re.IGNORECASE)
SIZED = re.compile(r"\{[^{}]*\}$")
"""How another program says how large a picture is: told where lines are read."""
RULER = re.compile(r"[\s>]*([-*_]\s*){3,}$")


def parse(text: Text) -> tuple[Blocks, tuple[Problem, ...]]:
    """Parse one run of Markdown; what our records cannot hold comes back as problems at the author's line."""
    kept, notes = footnotes.apart(text.lines)
    walker = _Walker(text, notes)
    blocks = (*walker.blocks(tree(kept)), *walker.notes()) if not text.empty else ()
    return blocks, (*walker.problems, *half_open(text, blocks), *too_wide(text, blocks))


class _Walker:
    """Turns one Markdown tree into records and gathers what it cannot hold."""

    def __init__(self, text: Text, notes: Mapping[str, str]) -> None:
        self.text = text
        self._notes = notes
        self._cited: list[str] = []
        self.problems: list[Problem] = []
        self._seen: dict[str, int] = {}

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks inside an element; a line `grafiek: …` makes a chart of the table below it."""
        asked: Paragraph | None = None
        for block in self._each(parent):
            if asked and isinstance(block, Table):
                yield self._chart(asked, block)
                asked = None
                continue
            if asked:
                self._no_table(asked)
            asked = (
                block if isinstance(block, Paragraph) and self._asks(chart.CHART, inline_text(block.children)) else None
            )
            if not asked:
                yield block
        if asked:
            self._no_table(asked)

    def notes(self) -> Iterator[Notes]:
        """The notes whose numbers stand in the text, in that order; one without a number is a problem."""
        cited = tuple(self._cited)
        if cited:
            yield Notes(tuple(self._inlines(tree([self._notes[name]])[0]) for name in cited))
        for name in self._notes.keys() - set(self._cited):
            tip = f"zet `[^{name}]` onder dezelfde kop in de tekst, of haal deze regel weg"
            self._loose(f"[^{name}]:", f'naar "[^{name}]" verwijst onder deze kop niets', tip)

    def _mark(self, name: str) -> Inline:
        """The number of a note; what the author wrote where there is none of that name."""
        if name not in self._notes:
            tip = f"zet onder dezelfde kop een regel `[^{name}]: …`"
            self._loose(f"[^{name}]", f'"[^{name}]" heeft onder deze kop geen tekst', tip)
            return Plain(f"[^{name}]")
        if name not in self._cited:
            self._cited.append(name)
        return NoteMark(self._cited.index(name) + 1)

    def _loose(self, needle: str, message: str, tip: str) -> None:
        self.problems.append(error(self.text.locate(needle), Code.LOOSE_NOTE, message, tip))

    def _chart(self, asked: Paragraph, table: Table) -> Block:
        """A chart; the table alone where its kind or a number is wrong."""
        made = chart.read(inline_text(asked.children), table, self._chart_place(asked))
        if isinstance(made, Chart):
            return made
        self.problems.append(made)
        return table

    def _no_table(self, asked: Paragraph) -> None:
        message, tip = "onder deze grafiek staat geen tabel", "zet de tabel eronder, met een lege regel ertussen"
        self.problems.append(error(self._chart_place(asked), Code.CHART_WITHOUT_TABLE, message, tip))

    def _asks(self, form: re.Pattern[str], words: str) -> re.Match[str] | None:
        """Whether words have this form, and do not only look so because a stroke made a sign of it plain."""
        return form.match(words) if any(form.match(line.strip()) for line in self.text.lines) else None

    def _chart_place(self, asked: Paragraph) -> Span:
        return self.text.locate(inline_text(asked.children).split("\n")[0])

    def _each(self, parent: Element) -> Iterator[Block]:
        """The blocks inside an element; running text between them, as in a tight list item, becomes paragraphs."""
        running: list[Inline] = list(_text(parent.text))
        for element in parent:
            if element.tag in _INLINE:
                running.extend(self._inline(element))
            else:
                yield from _running(running)
                running = []
                yield from self._block(element)
            running.extend(_text(element.tail))
        yield from _running(running)

    def _block(self, element: Element) -> Iterator[Block]:
        match element.tag:
            case "p":
                yield self._paragraph(element)
            case "ul" | "ol":
                self._refuse_start(element)
                yield ListBlock(element.tag == "ol", tuple(tuple(self.blocks(item)) for item in element))
            case "blockquote":
                yield Quote(tuple(self.blocks(element)))
            case "table":
                rows = [tuple(self._inlines(cell) for cell in row) for row in element.iter("tr")]
                yield Table(rows[0], tuple(rows[1:]))
            case _:
                self._refuse(element)

    def _paragraph(self, element: Element) -> Block:
        around = "".join((element.text or "", *(child.tail or "" for child in element))).strip()
        if len(element) == 1 and element[0].tag == "img" and not SIZED.sub("", around):
            image = element[0]
            source = image.get("src") or ""
            self._refuse_title(image, source)
            return Picture(self._beside(source), clean(image.get("alt") or ""), self._place(source))
        match = self._asks(FACT, (element.text or "").strip()) if len(element) == 0 else None
        if match:
            needle = match.group(0)
            return Ref(RefKind.FACT, slug(match.group(1)), self.text.locate(needle, self._count(needle)))
        return Paragraph(self._inlines(element))

    def _inlines(self, element: Element) -> Inlines:
        found: list[Inline] = list(_text(element.text))
        for child in element:
            found.extend(self._inline(child))
            found.extend(_text(child.tail))
        return _trimmed(found)

    def _inline(self, element: Element) -> Iterator[Inline]:
        match element.tag:
            case "strong":
                yield Strong(self._inlines(element))
            case "em":
                yield Emphasis(self._inlines(element))
            case "code":
                yield Monospace(element.text or "")
            case "br":
                yield LineBreak()
            case footnotes.TAG:
                yield self._mark(element.get("label") or "")
            case "sup" | "sub":
                yield Shifted(element.tag == "sup", self._inlines(element))
            case "a":
                target = element.get("href") or ""
                self._refuse_title(element, target)
                children, place = self._inlines(element), self._place(target)
                if DOCUMENT.match(target):
                    yield Attachment(self._beside(target), children, place)
                    return
                yield Link(own(target, place) or followed(target) or target, children, place)
            case _:
                self._refuse(element)

    def _beside(self, name: str) -> str:
        """The path of a file that stands beside the one with this text."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.text.span.path), name))

    def _place(self, target: str) -> Span:
        """Where a link or picture with this target stands: the n-th one the n-th time it is asked."""
        for needle in (f"({target}", f"<{target}"):
            if needle in self.text.content:
                start = self.text.locate(needle, self._count(needle))
                return Span(start.path, start.line, start.column + 1)
        return self.text.locate(target, self._count(target)) if target else self.text.span

    def _count(self, needle: str) -> int:
        """How often `needle` was met before."""
        self._seen[needle] = self._seen.get(needle, -1) + 1
        return self._seen[needle]

    def _refuse_title(self, element: Element, target: str) -> None:
        """`[x](y "title")`: a touch screen, a slide and a paper have no place for it."""
        if title := element.get("title"):
            span, tip = self.text.locate(title), f"schrijf `({target})`, en de uitleg in de tekst"
            self.problems.append(error(span, Code.LINK_TITLE, f'de uitleg "{title}" zou nergens te zien zijn', tip))

    def _refuse_start(self, element: Element) -> None:
        start = element.get("start", "1")
        if start != "1":
            tip = (
                "begin een genummerde lijst met `1. `; laat zonder lege regels ertussen doorlopen wat samen hoort; "
                f"is het gewone tekst, schrijf dan `{start}\\.`"
            )
            span = self.text.locate(f"{start}.")
            self.problems.append(error(span, Code.LIST_NUMBER, f"deze lijst begint bij {start}, maar zou 1 tonen", tip))

    def _refuse(self, element: Element) -> None:
        if element.tag == "img":
            source = element.get("src") or ""
            self.problems.append(
                error(
                    self._place(source),
                    Code.PICTURE_IN_SENTENCE,
                    "een afbeelding staat midden in een zin",
                    "zet de afbeelding alleen op een regel, met een lege regel erboven en eronder",
                )
            )
            return
        if element.tag == "hr":
            self._refuse_rule()
            return
        needle = ("".join(element.itertext()).strip().split("\n") or [""])[0]
        span = self.text.locate(needle) if needle else self.text.span
        if element.tag == "pre":
            message, tip = "deze regel springt in en zou als computercode verschijnen", "haal de spaties vooraan weg"
            self.problems.append(error(span, Code.INDENTED_TEXT, message, tip))
        else:
            tip = "gebruik alinea's, lijsten, tabellen, **vet** en *cursief*"
            self.problems.append(error(span, Code.UNKNOWN_MARKUP, f"<{element.tag}> kan niet op slide of papier", tip))

    def _refuse_rule(self) -> None:
        """A ruler; one right under text is told of where lines are read."""
        rules = [n for n, line in enumerate(self.text.lines) if RULER.match(line)]
        n = rules[min(self._count("---"), len(rules) - 1)] if rules else 0
        if n == 0 or not self.text.lines[n - 1].strip():
            span = Span(self.text.span.path, self.text.span.line + n)
            tip = "haal ze weg, of zet er een kop"
            self.problems.append(error(span, Code.UNKNOWN_MARKUP, "een streep kan niet op slide of papier", tip))


_INLINE = frozenset({"strong", "em", "code", "br", "sup", "sub", "a", "img", footnotes.TAG})


def _text(text: str | None) -> Iterator[Plain]:
    if text:
        yield Plain(re.sub(r"[ \t\n]+", " ", text))


def _running(running: list[Inline]) -> Iterator[Paragraph]:
    children = _trimmed(running)
    if children:
        yield Paragraph(children)


def _trimmed(found: list[Inline]) -> Inlines:
    """Without the white space around a paragraph's words and after a line break."""
    if found and isinstance(found[0], Plain):
        found[0] = Plain(found[0].text.lstrip(" "))
    if found and isinstance(found[-1], Plain):
        found[-1] = Plain(found[-1].text.rstrip(" "))
    return tuple(piece for piece in found if piece != Plain(""))
