"""One author file in, each piece of its text out with its line and with who may read it: by headings and keys alone.

This is the second look at the same files, for the guard. It shares nothing with the readers that make records, so that
a mistake in one is seen by the other; it is coarse on purpose and knows no Markdown but the lines that cut a text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lok.model.names import fold, slug
from lok.model.place import Passage, Span

HEADING = re.compile(r"(#+)\s+(.*)$")
KEY = re.compile(r"\s*([^\W\d_][\w'’ \u00a0-]{0,38}?)[ \u00a0]*:[ \u00a0]*(.*)$")
POINT = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$")
EDGE = re.compile(r"(?:-{3,}|-{0,2}[–—]-{0,2})\s*$")
"""The line around the keys at the top, as a word processor may leave it."""
REMARK = ("<!--", "-->")
"""Around what nobody reads."""
SILENT = "\f"
"""A line of which nothing is left: empty, but keys go on below it."""
QUIET = re.compile(SILENT)
RULE = frozenset(" \t|:-")
"""Signs of the line under the first row of a table."""
CELL = re.compile(r"(?<!\\)\|")
TARGET = r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)"
TITLE = re.compile(r"\s+(\"[^\"]*\"|'[^']*')\s*$")
PICTURE = re.compile(rf"!\[([^\[\]]*)\]{TARGET}")
LINK = re.compile(rf"\[([^\[\]]*)\]{TARGET}")
OWN = re.compile(r"\s*(casus|oefening|blad|begrip|bron|feit)\s*:\s*([^#]+)", re.IGNORECASE)
FACT = re.compile(r"\s*feit[ \u00a0]*:[ \u00a0]*(\S.*)$", re.IGNORECASE)
CHART = re.compile(r"\s*grafiek[ \u00a0]*:[^,]*,(.*)$", re.IGNORECASE)
MARKS = re.compile(r"\[\^[^\]\s]+\]:?|[*`\\^~]|(?<!\w)_|_(?!\w)")
PAPERS = ("blad", "oefening")
"""Sheets and exercises share their ids where a key names a paper."""
NAMING = {
    "casus": ("casus",), "oefening": ("oefening",), "uitdelen": PAPERS, "bundel deelnemer": PAPERS, "hulp": ("feit",),
    "vooraf lezen": PAPERS,
    **dict.fromkeys(("vanavond", "morgen", "achteraf"), ("casus", *PAPERS)),
}  # fmt: skip
"""Keys that name records, and of which kinds."""
OWN_BUNDLES = ("bundel sprekers", "bundel duo")
"""What speakers print for themselves: it names sheets, of which a title is no secret."""
HIDDEN_KEYS = frozenset({"nodig", "als het uitloopt", *OWN_BUNDLES, "toestemming"})
MEDIA_KEYS = ("audio", "logo")
"""Keys that name a file."""
TRAINER, QUESTION = "trainer", "vraag"

Name = tuple[str, str]
"""A kind of record and an id."""


@dataclass
class Record:
    """What one file, or one entry of a file, says and refers to."""

    path: str
    names: tuple[Name, ...] = ()
    passages: list[Passage] = field(default_factory=list)
    links: list[tuple[Name, bool]] = field(default_factory=list)
    """What it refers to, and whether a public place does."""
    media: list[tuple[str, Span, bool]] = field(default_factory=list)
    """Paths of pictures and recordings that it names."""

    @property
    def only_trainer(self) -> bool:
        """Whether it is a sheet or a set of cards with nothing for everyone below its keys."""
        return self.names[:1] != () and self.names[0][0] == "blad" and not any(each.public for each in self.passages)


def read(path: str, text: str, slides: bool = False, names: tuple[Name, ...] = ()) -> Record:
    """A file; in one of slides every heading below a slide hides, but for the question."""
    walker = _Walker(Record(path, names), text.split("\n"), slides)
    walker.run()
    return walker.record


def keys(text: str) -> dict[str, list[str]]:
    """The values of the keys at the top of a file."""
    lines, name = text.split("\n"), ""
    found: dict[str, list[str]] = {}
    for n in range(1, body(lines) - 1):
        point, key = POINT.match(lines[n]), KEY.match(lines[n])
        if point and name:
            found[name].append(point.group(1))
        elif key:
            name = fold(key.group(1))
            found[name] = [key.group(2)] if key.group(2).strip() else []
    return found


def body(lines: list[str]) -> int:
    """The first line after the keys at the top, from 0."""
    first = next((n for n, line in enumerate(lines) if line.strip()), -1)
    if first < 0 or not EDGE.match(lines[first]):
        return 0
    return next((n + 1 for n in range(first + 1, len(lines)) if EDGE.match(lines[n])), 0)


def heard(text: str) -> str:
    """A text without remarks, in as many lines."""
    begin, end = REMARK
    said, *others = text.split(begin)
    for piece in others:
        remark, _, after = piece.partition(end)
        said += " " + "\n" * remark.count("\n") + after
    return "\n".join(_left(*pair) for pair in zip(text.split("\n"), said.split("\n"), strict=True))


def _left(whole: str, said: str) -> str:
    if whole == said:
        return said
    return whole[: len(whole) - len(whole.lstrip())] + said.strip() if said.strip() else SILENT


class _Walker:
    def __init__(self, record: Record, lines: list[str], slides: bool) -> None:
        self.record = record
        self.lines = lines
        self.slides = slides
        self.hiding = 0
        """The level of the heading that hides what follows, or 0."""

    def run(self) -> None:
        start = body(self.lines)
        self.keyed(1, start - 1)
        top, n = self.record.passages, start
        self.record.passages = []
        while n < len(self.lines):
            n = self.heading(n) if HEADING.match(self.lines[n]) else self.block(n)
        hidden = bool(self.record.passages) and self.record.only_trainer
        self.record.passages += [replace(each, public=False) for each in top] if hidden else top

    def heading(self, n: int) -> int:
        """Read a heading and the keys glued to it; the first line after these."""
        match = HEADING.match(self.lines[n])
        assert match is not None
        level, title = len(match.group(1)), _title(match.group(2))
        word = fold(title).strip(" *_`:.")
        fixed = word == TRAINER
        if level <= self.hiding:
            self.hiding = 0
        if self.slides and level > 2:
            fixed, self.hiding = True, 0 if word == QUESTION else level
        elif fixed and not self.hiding:
            self.hiding = level
        if not fixed:
            self.say(n, match.start(2), title)
        last = n + 1
        while last < len(self.lines) and any(mark.match(self.lines[last]) for mark in (KEY, POINT, QUIET)):
            last += 1
        first = next((line for line in self.lines[n + 1 : last] if line != SILENT), "")
        if KEY.match(first):
            self.keyed(n + 1, last)
            return last if self.slides and level == 2 else n + 1
        return n + 1

    def keyed(self, start: int, end: int) -> None:
        """Values of keys, one by one, and each part of a value between commas."""
        name = ""
        for n in range(start, end):
            point, key = POINT.match(self.lines[n]), KEY.match(self.lines[n])
            if key and not point:
                name, value, column = fold(key.group(1)), key.group(2), key.start(2)
            elif point:
                value, column = point.group(1), point.start(1)
            else:
                continue
            self.valued(n, column, name, value)

    def valued(self, n: int, column: int, name: str, value: str) -> None:
        hidden = name in HIDDEN_KEYS
        if name in NAMING:
            names = [(kind, slug(part)) for part in value.split(",") for kind in NAMING[name]]
            self.record.links += [(one, not self.hiding) for one in names]
        elif name in MEDIA_KEYS:
            self.medium(n, column, value)
        elif hidden and name not in OWN_BUNDLES:
            parts = value.split(",", 1 if name == "als het uitloopt" else -1)
            for part in parts[1:] if name == "als het uitloopt" and len(parts) > 1 else parts:
                self.say(n, column, part, True)
            return
        if name not in OWN_BUNDLES:
            self.say(n, column, value)

    def block(self, n: int) -> int:
        """Read one block of lines: a paragraph, a list or a table; the first line after it."""
        last = n
        while last < len(self.lines) and self.lines[last].strip() and not HEADING.match(self.lines[last]):
            last += 1
        table = any(_rule(line) and "|" in line for line in self.lines[n:last])
        begun, gathered = n, ""
        for number in range(n, last):
            line, point = self.lines[number], POINT.match(self.lines[number])
            if table and "|" in line:
                self.row(number, line)
            elif point or not gathered:
                self.say(begun, 0, gathered)
                begun, gathered = number, point.group(1) if point else line
            else:
                gathered += " " + line
        self.say(begun, 0, gathered)
        return max(last, n + 1)

    def row(self, n: int, line: str) -> None:
        if not _rule(line):
            start = 0
            for cell in CELL.split(line):
                self.say(n, start, cell)
                start += len(cell) + 1

    def say(self, n: int, column: int, text: str, hidden: bool = False) -> None:
        """One piece of text, without its marks, and what it links to."""
        public = not (hidden or self.hiding)
        fact, chart = FACT.match(text), CHART.match(text)
        if fact:
            self.record.links.append((("feit", slug(fact.group(1))), public))
            return
        for match in PICTURE.finditer(text):
            self.passage(n, column + match.start(1), match.group(1), public)
            self.medium(n, column, _address(match.group(2)))
        text = PICTURE.sub(" ", chart.group(1) if chart else text)
        for match in LINK.finditer(text):
            self.link(n, column + match.start(1), match.group(2), public)
        self.passage(n, column, LINK.sub(r"\1", text), public)

    def link(self, n: int, column: int, target: str, public: bool) -> None:
        own, place = OWN.match(target), _address(target)
        if place.lower().endswith(".pdf") and ":" not in place:
            self.medium(n, column, place)
        elif own:
            self.record.links.append(((own.group(1).lower(), slug(own.group(2))), public))
        elif not place.startswith("#"):
            self.passage(n, column, place, public)

    def medium(self, n: int, column: int, name: str) -> None:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.record.path), name.strip()))
        self.record.media.append((path, Span(self.record.path, n + 1, column + 1), not self.hiding))

    def passage(self, n: int, column: int, text: str, public: bool) -> None:
        bare = " ".join(MARKS.sub("", text.lstrip("> ")).split())
        if bare:
            self.record.passages.append(Passage(bare, Span(self.record.path, n + 1, column + 1), public))


def entries(path: str, text: str, kind: str) -> Iterator[Record]:
    """The entries of a file of facts, terms or sources: each heading is one."""
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if HEADING.match(line)]
    for start, end in pairwise([*starts, len(lines)]):
        title = HEADING.match(lines[start])
        blank = [""] * start
        yield read(path, "\n".join((*blank, *lines[start:end])), names=((kind, slug(title.group(2) if title else "")),))


def _rule(line: str) -> bool:
    return "-" in line and set(line) <= RULE


def _title(text: str) -> str:
    """A title without the # that may close it."""
    bare = text.rstrip().rstrip("#")
    return bare.strip() if bare[-1:].isspace() or not bare else text.strip()


def _address(target: str) -> str:
    """What stands between the brackets of a link or picture, without a title behind it."""
    return TITLE.sub("", target).strip(" <>")
