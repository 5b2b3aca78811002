"""Source text and its places: bytes of one author file in, headings, keys and the text between them out.

The author's format is lines: a key block between `---` lines, headings, keys right under headings, Markdown between.
This module finds those lines and remembers where each stood; it does not know what any key or heading means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lok.model.names import clean
from lok.model.place import Span
from lok.problems import allowed, edits
from lok.read.invisible import folded
from lok.read.remarks import NOTHING


@dataclass(frozen=True)
class Source:
    """One file as read: its path relative to the project, its untouched bytes and the decoded text.

    `text` has no unseen signs and only `\\n` as line end; the bytes stay as the author saved them.
    """

    path: str
    raw: bytes
    text: str

    @classmethod
    def decode(cls, path: str, raw: bytes) -> Source:
        """Decode UTF-8. Raises UnicodeDecodeError where the file is not UTF-8."""
        return cls(path, raw, folded(raw.decode("utf-8-sig")))


@dataclass(frozen=True)
class Value:
    """The text of a key's value or of one list item under a key, with its place."""

    text: str
    span: Span


@dataclass(frozen=True)
class Key:
    """A `name: value` line; `items` are the `- ` lines under a key without value. `name` is in lower case."""

    name: str
    span: Span
    value: Value
    items: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Text:
    """A run of Markdown lines without headings or keys. `lines[0]` stands at `span.line`."""

    span: Span
    lines: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """Its lines as one text."""
        return "\n".join(self.lines)

    @property
    def empty(self) -> bool:
        """Whether it holds nothing but spaces."""
        return not any(line.strip() for line in self.lines)

    def locate(self, needle: str, occurrence: int = 0) -> Span:
        """Place of the n-th `needle` (from 0), or the start of the text where it does not stand literally."""
        position = -1
        content = self.content
        for _ in range(occurrence + 1):
            position = content.find(needle, position + 1)
            if position < 0:
                return self.span
        before = content[:position]
        return Span(
            self.span.path,
            self.span.line + before.count("\n"),
            position - (before.rfind("\n") + 1) + 1,
        )


@dataclass(frozen=True)
class Heading:
    """A heading line with what stands under it, up to the next heading of any level."""

    level: int
    title: str
    span: Span
    keys: tuple[Key, ...]
    text: Text


@dataclass(frozen=True)
class Page:
    """A scanned file: its top keys, the text above the first heading, and its headings in order."""

    source: Source
    span: Span
    keys: tuple[Key, ...]
    intro: Text
    headings: tuple[Heading, ...]
    front_matter_open: bool = False


HEADING = re.compile(r"(#+)(?!\S)\s*(.*?)(?:\s+#+)?\s*$")
BOUNDARY = re.compile(r"(?:-{3,}|-{0,2}[–—]-{0,2})\s*$")
"""The line around the keys at the top; a word processor makes a dash of it."""
FENCE = re.compile(r"\s{0,3}(```|~~~)")
KEY = re.compile(r"([^\W\d_][\w'’ \u00a0-]{0,38}?)[ \u00a0]*:(.*)$")
"""A name, a colon and a value, which may be glued to the colon: whether it is a key depends on where it stands."""
ITEM = re.compile(r"[ \t]*[-*][ \t]+(.*)$")
REMARK = re.compile(r"[ \t]*#[ \t]")
"""Between the keys at the top: a remark, as other programs write it."""


def fenced(lines: list[str] | tuple[str, ...]) -> list[bool]:
    """Tell for each line whether it belongs to a fenced code block, its fences included."""
    inside, marks = "", []
    for line in lines:
        fence = FENCE.match(line)
        marks.append(bool(inside or fence))
        if fence and not inside:
            inside = fence.group(1)
        elif fence and fence.group(1) == inside:
            inside = ""
    return marks


def scan(source: Source, keyed_levels: frozenset[int], is_key: KeyTest) -> Page:
    """Split a file into keys, headings and text.

    `keyed_levels` are the heading levels that take keys; `is_key` tells whether a name is or resembles a known key.
    Keys that follow a heading after one empty line count only when the first of them passes `is_key`.
    """
    lines = source.text.split("\n")
    scanner = _Scanner(source.path, lines, fenced(lines), is_key)
    keys, start, is_open = scanner.front_matter()
    starts = [n for n in range(start, len(lines)) if not scanner.code[n] and HEADING.match(lines[n])]
    ends = [*starts[1:], len(lines)]
    intro = scanner.text(start, starts[0] if starts else len(lines))
    headings = tuple(scanner.heading(a, b, keyed_levels) for a, b in zip(starts, ends, strict=False))
    return Page(source, Span(source.path), keys, intro, headings, is_open)


def loose_key(line: str, known: frozenset[str]) -> str:
    """The known key with which a line begins, without a colon behind it: `minuten 6`; "" where it begins with none."""
    words = clean(line).lower()
    return max((name for name in known if words == name or words.startswith(f"{name} ")), key=len, default="")


class KeyTest:
    """Known key names, and whether another name is near enough to be meant as one of them.

    Headings with one of the `keyless` titles, in lower case, take no keys.
    """

    def __init__(self, known: frozenset[str], near: bool = True, keyless: frozenset[str] = frozenset()) -> None:
        self.known = known
        self._near = near
        self._keyless = keyless

    def takes_keys(self, title: str) -> bool:
        """Whether keys may stand below a heading with this title."""
        return title.strip(" *_`:.").lower() not in self._keyless

    def __call__(self, name: str) -> bool:
        return name in self.known or (self._near and any(edits(name, key) <= allowed(key) for key in self.known))


@dataclass(frozen=True)
class _Scanner:
    path: str
    lines: list[str]
    code: list[bool] = field(repr=False)
    is_key: KeyTest = field(repr=False)

    def front_matter(self) -> tuple[tuple[Key, ...], int, bool]:
        """Return the top keys, the first line after them and whether the closing `---` is missing.

        Where it is, the keys end at the first empty line or heading, so that the rest can be read.
        """
        first = next((n for n, line in enumerate(self.lines) if line.strip()), len(self.lines))
        if first == len(self.lines) or not BOUNDARY.match(self.lines[first]):
            return (), 0, False
        end = next((n for n in range(first + 1, len(self.lines)) if self._ends_keys(n)), len(self.lines))
        closing = next((n for n in range(first + 1, end) if BOUNDARY.match(self.lines[n])), None)
        if closing is not None:
            return self.keys(first + 1, closing), closing + 1, False
        end = next((n for n in range(first + 1, end) if self._empty(n)), end)
        return self.keys(first + 1, end), end, True

    def _ends_keys(self, n: int) -> bool:
        """Whether line n is a heading, and no remark (`# nog nakijken`) with a key or an item right below it."""
        if not HEADING.match(self.lines[n]):
            return False
        below = next((line for line in self.lines[n + 1 :] if line.strip() and not REMARK.match(line)), "")
        goes_on = ITEM.match(below) or KEY.match(below.strip()) or BOUNDARY.match(below)
        return not (REMARK.match(self.lines[n]) and goes_on)

    def keys(self, start: int, end: int) -> tuple[Key, ...]:
        """Read the key lines from `start` to `end`; one that is neither key, item nor remark becomes a nameless key."""
        found: list[Key] = []
        for n in range(start, end):
            line = self.lines[n]
            if REMARK.match(line):
                continue
            item, match = ITEM.match(line), KEY.match(line.strip())
            if item and found and not (found[-1].name and found[-1].value.text):
                value = Value(clean(item.group(1)), Span(self.path, n + 1, item.start(1) + 1))
                found[-1] = replace(found[-1], items=(*found[-1].items, value))
            elif match:
                found.append(self._key(n, line, match))
            elif line.strip():
                span = Span(self.path, n + 1, len(line) - len(line.lstrip()) + 1)
                found.append(Key("", span, Value(line.strip(), span)))
        return tuple(found)

    def _key(self, n: int, line: str, match: re.Match[str]) -> Key:
        indent = len(line) - len(line.lstrip())
        value = match.group(2)
        column = indent + match.start(2) + (len(value) - len(value.lstrip())) + 1
        return Key(
            clean(match.group(1)).lower(),
            Span(self.path, n + 1, indent + 1),
            Value(clean(value), Span(self.path, n + 1, column)),
        )

    def heading(self, start: int, end: int, keyed_levels: frozenset[int]) -> Heading:
        match = HEADING.match(self.lines[start])
        assert match is not None
        level, title = len(match.group(1)), clean(match.group(2))
        keys: tuple[Key, ...] = ()
        body = start + 1
        if level in keyed_levels and self.is_key.takes_keys(title):
            keys, body = self._keys_under(start + 1, end)
        span = Span(self.path, start + 1, match.start(2) + 1)
        return Heading(level, title, span, keys, self.text(body, end))

    def _keys_under(self, start: int, end: int) -> tuple[tuple[Key, ...], int]:
        first = self._past_remarks(start, end)
        if first < end and not self.lines[first].strip():
            first = self._past_remarks(first + 1, end)
        match = KEY.match(self.lines[first].strip()) if first < end else None
        last = next((n for n in range(first, end) if self._empty(n)), end)
        if match is None and first == start and self._without_colon(first, last):
            return self.keys(first, last), last
        if match is None:
            return (), start
        name, glued = clean(match.group(1)).lower(), bool(match.group(2)) and not match.group(2)[0].isspace()
        if name not in self.is_key.known and (glued or (first > start and not self.is_key(name))):
            return (), start
        return self.keys(first, last), last

    def _without_colon(self, first: int, last: int) -> bool:
        """Whether the lines right under a heading are keys, of which the first lacks its colon: no word of a text."""
        if first == last:
            return False
        name = loose_key(self.lines[first], self.is_key.known)
        others = [KEY.match(line.strip()) for line in self.lines[first + 1 : last] if line != NOTHING]
        keyed = bool(others) and all(match and clean(match.group(1)).lower() in self.is_key.known for match in others)
        return bool(name) and (keyed or self.lines[first][len(name) :].strip()[:1].isdigit())

    def _past_remarks(self, start: int, end: int) -> int:
        """The first line from `start` on that held more than a remark."""
        return next((n for n in range(start, end) if self.lines[n] != NOTHING), end)

    def _empty(self, n: int) -> bool:
        """Whether line n ends keys: empty, and not because a remark stood there."""
        return not self.lines[n].strip() and self.lines[n] != NOTHING

    def text(self, start: int, end: int) -> Text:
        """The lines without the empty ones around them."""
        while start < end and not self.lines[start].strip():
            start += 1
        while end > start and not self.lines[end - 1].strip():
            end -= 1
        return Text(Span(self.path, start + 1), tuple(self.lines[start:end]))
