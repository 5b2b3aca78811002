"""A heading of an author's file in, its pieces out: a title, paragraphs, points and cells, with where they stand.

A piece is what a reader sees as one paragraph. Letters are counted in the file as its author saved it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from lok.model.library import Entry
from lok.model.vocabulary import QUESTION, REVEAL, SOURCE
from lok.read import markdown
from lok.read.chart import CHART
from lok.read.headings import word
from lok.read.scan import HEADING, KEY, Heading, Text
from lok.render.deck.shown import paragraph, tidy
from lok.returning.compare import Place
from lok.returning.letters import Places, places
from lok.slides.line_breaking import runs_text
from lok.slides.paragraphs import NONE, paragraphs
from lok.words import words

POINT = re.compile(r"\s*(?:[-*+]|\d{1,3}[.])\s+(?=\S)")
CELL = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[ \t|:-]*-[ \t|:-]*$")
"""The line under the first row of a table."""
FACT = re.compile(r"\s*feit\s*:", re.IGNORECASE)
SAVED_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
FACE = (QUESTION, REVEAL, "")
"""Headings of what stands on the slide itself; the rest is notes."""


class Form(Enum):
    """What a piece is in the author's file."""

    TITLE = auto()
    PARAGRAPH = auto()
    POINT = auto()
    CELL = auto()
    VALUE = auto()
    FACT = auto()


@dataclass(frozen=True)
class Unit:
    """A piece: from letter `start` to `end` of the file, in lines `first` to `last` (from 1), with what it shows.

    `letters` are places counted from `start`, None where they are not known. `lead` opens its first line.
    """

    form: Form
    shown: str
    start: int
    end: int
    first: int
    last: int
    lead: str
    letters: Places | None


@dataclass(frozen=True)
class Saved:
    """A file as its author saved it, without the mark at its start; `starts` is where each line begins."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def decode(cls, raw: bytes) -> Saved:
        """From the bytes. Raises UnicodeDecodeError where they are no UTF-8."""
        text = raw.decode("utf-8-sig")
        return cls(text, (*(match.start() for match in SAVED_LINE.finditer(text)), len(text)))

    def line(self, number: int) -> str:
        """A line, from 1, without its end."""
        return self.text[self.starts[number - 1] : self.starts[number]].rstrip("\r\n")

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"


def place(heading: Heading) -> Place:
    """Where the text under a heading of a slide is shown."""
    return Place.TEXT if heading.level == 2 or word(heading.title) in FACE else Place.NOTES


def units(saved: Saved, heading: Heading, facts: Mapping[str, Entry]) -> tuple[Unit, ...]:
    """The pieces of a heading and what stands right under it, in order."""
    return tuple(_Splitter(saved, heading, facts).units())


class _Splitter:
    def __init__(self, saved: Saved, heading: Heading, facts: Mapping[str, Entry]) -> None:
        self.saved, self.heading, self.facts = saved, heading, facts
        self.marked = facts if place(heading) is Place.NOTES else NONE
        self.remark = f" ({words('common')['to_confirm']})" if self.marked else ""

    def units(self) -> Iterator[Unit]:
        if self.heading.level == 2:
            yield from self._line(Form.TITLE, self.heading.span.line, HEADING, 2)
            for key in self.heading.keys:
                if key.name == SOURCE:
                    yield from self._line(Form.VALUE, key.span.line, KEY, 2)
        for form, first, last in _pieces(self.heading.text):
            if form is Form.CELL:
                yield from self._cells(first)
            elif CHART.match(self.saved.line(first).strip()):
                yield from self._line(Form.VALUE, first, CHART, 2)
            else:
                yield from self._piece(form, first, last)

    def _line(self, form: Form, number: int, pattern: re.Pattern[str], group: int) -> Iterator[Unit]:
        """What a title, a key or the line of a chart says; Markdown has no say in it."""
        line = self.saved.line(number)
        indent = len(line) - len(line.lstrip())
        if match := pattern.match(line, indent):
            bare = match.group(group)
            start = match.start(group) + len(bare) - len(bare.lstrip())
            yield self._unit(form, tidy(bare), number, start, number, start + len(bare.strip()))

    def _cells(self, number: int) -> Iterator[Unit]:
        line, start = self.saved.line(number), 0
        for cell in CELL.split(line):
            if bare := cell.strip():
                begin = start + len(cell) - len(cell.lstrip())
                for shown in self._shown((bare,)):
                    yield self._unit(Form.CELL, shown, number, begin, number, begin + len(bare))
            start += len(cell) + 1

    def _piece(self, form: Form, first: int, last: int) -> Iterator[Unit]:
        line, end = self.saved.line(first), len(self.saved.line(last).rstrip())
        lead = match.group() if (match := POINT.match(line)) else line[: len(line) - len(line.lstrip())]
        below = (self.saved.line(number).strip() for number in range(first + 1, last + 1))
        shown = self._shown((line[len(lead) :], *below))
        known = form is not Form.FACT and len(shown) == 1
        for each in shown:
            yield self._unit(form if known else Form.FACT, each, first, len(lead), last, end)

    def _unit(self, form: Form, shown: str, first: int, column: int, last: int, end: int) -> Unit:
        start, stop = self.saved.starts[first - 1] + column, self.saved.starts[last - 1] + end
        where = None if form is Form.FACT else places(self.saved.text[start:stop], shown, self.remark)
        return Unit(form, shown, start, stop, first, last, self.saved.line(first)[:column], where)

    def _shown(self, lines: tuple[str, ...]) -> list[str]:
        found, _ = markdown.parse(Text(self.heading.text.span, lines))
        pars = paragraphs(found, self.facts, self.marked)
        return [line for par in pars if (line := paragraph(runs_text(par.runs)))]


def _pieces(text: Text) -> Iterator[tuple[Form, int, int]]:
    """The pieces of a text by their lines, from 1, the last one included."""
    table = {n for start, end in _runs(text) if _is_table(text.lines[start:end]) for n in range(start, end)}
    begun: tuple[Form, int] | None = None
    for n, line in enumerate((*text.lines, "")):
        opens = not line.strip() or n in table or POINT.match(line) or FACT.match(line)
        if begun and (opens or begun[0] is Form.FACT):
            yield begun[0], text.span.line + begun[1], text.span.line + n - 1
            begun = None
        if n in table and not RULE.match(line):
            yield Form.CELL, text.span.line + n, text.span.line + n
        elif line.strip() and n not in table and begun is None:
            begun = _form(line), n


def _form(line: str) -> Form:
    return Form.FACT if FACT.match(line) else Form.POINT if POINT.match(line) else Form.PARAGRAPH


def _runs(text: Text) -> Iterator[tuple[int, int]]:
    """Stretches of lines without an empty one, from 0."""
    start = 0
    for n, line in enumerate((*text.lines, "")):
        if not line.strip():
            if n > start:
                yield start, n
            start = n + 1


def _is_table(lines: tuple[str, ...]) -> bool:
    return all("|" in line for line in lines) and any(RULE.match(line) for line in lines)
