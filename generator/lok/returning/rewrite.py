"""A file of slides and one edit in, the file with that edit out: only where it is read back as the deck shows it.

Each edit is tried and the file read again; one that changes any other word, key, heading or problem is not made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from lok.model.course import Role
from lok.model.library import Entry
from lok.read.disk import Disk
from lok.read.files import Files
from lok.read.format import SLIDES
from lok.read.scan import Heading, Page
from lok.read.slides import load_part
from lok.returning.edits import Edit, Kind, Split, Why
from lok.returning.letters import gap, stretch
from lok.returning.units import Form, Saved, Unit, units

MARK = b"\xef\xbb\xbf"
"""What some programs put at the start of a file."""
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
SPECIAL = re.compile(r"[\\`*_\[\]<>#|]|(?<=^\d)\.|(?<=^\d\d)\.|^[-+]")
"""Signs that Markdown may take for a mark."""
FACT = re.compile(r"\[[^\[\]]*\]\(\s*feit\s*:", re.IGNORECASE)
"""Words that a fact vouches for."""
Shows = list[tuple[Form, str]]


@dataclass(frozen=True)
class Book:
    """What a file of slides is read with: the files around it, the roles by id, and the facts by id."""

    disk: Disk
    roles: Mapping[str, Role]
    facts: Mapping[str, Entry]


@dataclass(frozen=True)
class Manuscript:
    """A file of slides by its path, with bytes that need not be on the disk."""

    book: Book
    path: str
    raw: bytes

    @cached_property
    def saved(self) -> Saved:
        """Its text as saved."""
        return Saved.decode(self.raw)

    @cached_property
    def _read(self) -> tuple[Page | None, Counter[str]]:
        files = Files(self.book.disk)
        page = files.page(self.path, SLIDES, self.raw)
        if page:
            load_part(page, "", self.book.roles, files.problems)
        return page, Counter(each.code for each in files.problems)

    @property
    def problems(self) -> Counter[str]:
        """How often there is each kind of problem with it."""
        return self._read[1]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings in order; none where nothing can be made of it."""
        return self._read[0].headings if self._read[0] else ()

    def slide(self, line: int) -> tuple[Split, ...]:
        """The headings of the slide whose title stands in this line, from 1, with their pieces."""
        found: list[Split] = []
        for number, heading in enumerate(self.headings):
            begins = heading.level <= 2
            if heading.span.line == line or (found and not begins):
                found.append(Split(number, heading, units(self.saved, heading, self.book.facts)))
            elif found:
                break
        return tuple(found)

    def edited(self, edit: Edit) -> Manuscript | Why:
        """The file with this edit, or why it cannot be made without loss."""
        split = self.headings[edit.heading]
        here = units(self.saved, split, self.book.facts)
        if not here[edit.unit].shown.startswith(edit.old, edit.at):
            return Why.TWICE
        if edit.kind is Kind.CHANGED and _in_fact(edit, here[edit.unit], self.saved):
            return Why.FACT
        expected = _expected(edit, here)
        tries = [*_tries(edit, here[edit.unit], self.saved)]
        for start, end, words in tries:
            text = self.saved.text[:start] + words + self.saved.text[end:]
            made = replace(self, raw=(MARK if self.raw.startswith(MARK) else b"") + text.encode())
            if made._is(self, edit.heading, expected):
                return made
        return Why.LOSS if tries else Why.MARKED

    def _is(self, before: Manuscript, touched: int, expected: Shows) -> bool:
        """Whether it is the file that it was, but for what one heading shows."""
        if self.problems - before.problems or len(self.headings) != len(before.headings):
            return False
        for n, (one, other) in enumerate(zip(self.headings, before.headings, strict=True)):
            if n != touched and _written(one) != _written(other):
                return False
        heading, was = self.headings[touched], before.headings[touched]
        shows = [(unit.form, unit.shown) for unit in units(self.saved, heading, self.book.facts)]
        return shows == expected and heading.level == was.level and _keys(heading) == _keys(was)


def _written(heading: Heading) -> object:
    return heading.level, heading.title, _keys(heading), heading.text.content


def _keys(heading: Heading) -> list[str]:
    return [key.name for key in heading.keys]


def _expected(edit: Edit, here: tuple[Unit, ...]) -> Shows:
    """What the pieces of the heading are to show."""
    shows = [(unit.form, unit.shown) for unit in here]
    form, shown = shows[edit.unit]
    if edit.kind is Kind.GONE:
        del shows[edit.unit]
    elif edit.kind is Kind.FOLLOWED:
        shows.insert(edit.unit + 1, (form, edit.new))
    else:
        shows[edit.unit] = form, shown[: edit.at] + edit.new + shown[edit.at + len(edit.old) :]
    return shows


def _tries(edit: Edit, unit: Unit, saved: Saved) -> Iterator[tuple[int, int, str]]:
    """Ways to write an edit: from where, to where, and what; the plainest first."""
    if edit.kind is Kind.GONE:
        yield _without(unit, saved)
        return
    for escaped in (False, True):
        if edit.kind is Kind.FOLLOWED:
            apart = saved.newline * (1 + (unit.form is Form.PARAGRAPH))
            yield unit.end, unit.end, apart + _next(unit.lead) + _markdown(edit.new, unit, saved, escaped)
        elif (changed := _replaced(edit, unit, saved, escaped)) is not None:
            yield unit.start, unit.end, changed


def _without(unit: Unit, saved: Saved) -> tuple[int, int, str]:
    """The lines of a piece away; of a paragraph the empty line below it, or else above it, too."""
    first, last = unit.first, unit.last
    if unit.form is Form.PARAGRAPH:
        empty_below = last + 1 < len(saved.starts) and not saved.line(last + 1).strip()
        first, last = (first, last + 1) if empty_below else (first - 1, last)
    return saved.starts[first - 1], saved.starts[last], ""


def _next(lead: str) -> str:
    """What opens the point after one that opens so: the next number, or the same mark."""
    return re.sub(r"\d+", lambda match: str(int(match.group()) + 1), lead)


def _replaced(edit: Edit, unit: Unit, saved: Saved, escaped: bool) -> str | None:
    """The piece as written, with only those letters replaced that differ; None where they are not in one stretch."""
    written = saved.text[unit.start : unit.end]
    places = _places(edit, unit, written)
    if places is None:
        return None
    for start, end, new in reversed(places):
        written = written[:start] + _markdown(new, unit, saved, escaped) + written[end:]
    return written


def _in_fact(edit: Edit, unit: Unit, saved: Saved) -> bool:
    """Whether it changes words that a fact vouches for."""
    written = saved.text[unit.start : unit.end]
    links = [match.span() for match in FACT.finditer(written)]
    places = _places(edit, unit, written) or []
    return any(start < last and first < max(end, start + 1) for start, end, _ in places for first, last in links)


def _places(edit: Edit, unit: Unit, written: str) -> list[tuple[int, int, str]] | None:
    """What differs, by where it stands in the piece as written; None where that is not known."""
    found = []
    for first, end, new in _differences(edit.old, edit.new) if unit.letters else ():
        if first < end:
            where = stretch(written, unit.letters or (), edit.at + first, edit.at + end)
        else:
            place = gap(written, unit.letters or (), edit.at + first, new)
            where = None if place is None else (place, place)
        if where is None:
            return None
        found.append((*where, new))
    return found or None


def _differences(old: str, new: str) -> list[tuple[int, int, str]]:
    """From which letter to which, and what stands there now: whole words, so that a change reads as one."""
    one, other = TOKEN.findall(old), TOKEN.findall(new)
    starts = [sum(map(len, one[:n])) for n in range(len(one) + 1)]
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(starts[a], starts[b], "".join(other[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _markdown(words: str, unit: Unit, saved: Saved, escaped: bool) -> str:
    """Words as an author would write them: a line break with its stroke, and where needed signs with theirs."""
    indent = " " * 4 if unit.form is Form.POINT else ""
    lines = [SPECIAL.sub(r"\\\g<0>", line) if escaped else line for line in words.split("\n")]
    return f"\\{saved.newline}{indent}".join(lines)
