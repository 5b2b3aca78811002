"""When, where and by whom a session is given: a file, options or rows of a table in, Evenings and problems out.

All three become key lines with their places, so that a wrong date is told in the same way wherever it stands.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lok.model.course import Course, Evening, Role
from lok.model.names import slug
from lok.model.place import Span
from lok.problems import Code, Problem, did_you_mean, error
from lok.read.files import guessed
from lok.read.format import EVENING
from lok.read.keys import Fields
from lok.read.scan import Key, KeyTest, Source, Value, scan

SESSION, ROLES = "sessie", "duo"
MOST_PARTICIPANTS = 200
WIDEST = 10_000
"""Letters of a row that are read: the rest can be no evening, and Python refuses a cell that is much longer."""
NAMED = re.compile(r"\s*([^:=]+?)\s*[:=]\s*(.*\S)\s*$")
"""A role and a first name: `kinesist: An`, on the command line `kinesist=An`."""


@dataclass(frozen=True)
class Asked:
    """Which evenings somebody asks for: where that is written, of which session ("" where not said), and their keys."""

    path: str
    session: str
    evenings: tuple[tuple[Key, ...], ...]


def from_file(path: str, raw: bytes) -> tuple[Key, ...]:
    """The keys at the top of a file."""
    return scan(_decoded(path, raw), frozenset(), KeyTest(frozenset())).keys


def from_options(options: Mapping[str, Sequence[str]]) -> tuple[Key, ...]:
    """The options of the command line by name, without those that were not given."""
    made = []
    for name, texts in options.items():
        values = [Value(text, Span(f"--{name}")) for text in texts]
        if name == ROLES and values:
            made.append(Key(name, values[0].span, Value("", values[0].span), tuple(values)))
        elif values:
            made.append(Key(name, values[0].span, values[0]))
    return tuple(made)


def from_table(path: str, raw: bytes) -> tuple[tuple[Key, ...], ...]:
    """The keys of each row of a table whose first line names the columns; cells are parted by `;`, else by `,`.

    A column that is no key of an evening is named as a role and holds first names.
    """
    lines = _decoded(path, raw).text.split("\n")
    sign = ";" if ";" in lines[0] else ","
    rows = [_cells(path, n, line, sign) for n, line in enumerate(lines, 1) if line.strip(" ;,")]
    names = [value.text.lower() for value in rows[0]] if rows else []
    return tuple(_row(names, cells) for cells in rows[1:])


def _decoded(path: str, raw: bytes) -> Source:
    """A spreadsheet may save in the letters of Windows."""
    try:
        return Source.decode(path, raw)
    except UnicodeDecodeError:
        return Source(path, raw, guessed(raw))


def _cells(path: str, number: int, line: str, sign: str) -> list[Value]:
    """The cells of one line, each with its column: its words are looked up again behind those of the cell before."""
    found, at = [], 0
    for cell in next(csv.reader([line[:WIDEST]], delimiter=sign)):
        text = cell.strip()
        at = max(at, line.find(text, at))
        found.append(Value(text, Span(path, number, at + 1)))
        at += len(text)
    return found


def _row(names: Sequence[str], cells: Sequence[Value]) -> tuple[Key, ...]:
    pairs = [(name, value) for name, value in zip(names, cells, strict=False) if value.text]
    named = tuple(Value(f"{name}: {value.text}", value.span) for name, value in pairs if name not in EVENING.keys)
    keys = [Key(name, value.span, value) for name, value in pairs if name in EVENING.keys]
    first = named[0].span if named else cells[0].span
    return (*keys, Key(ROLES, first, Value("", first), named)) if named else tuple(keys)


def session_id(keys: Iterable[Key]) -> str:
    """Which session the keys name, or ""."""
    return next((slug(key.value.text) for key in keys if key.name == SESSION), "")


def read_evenings(asked: Asked, course: Course) -> tuple[tuple[Evening, ...], tuple[Problem, ...]]:
    """Every evening that was asked for, and all that is wrong with any of them."""
    found: dict[tuple[date, str], Evening] = {}
    problems: list[Problem] = []
    for keys in asked.evenings:
        place = min((key.value.span for key in keys), default=Span(asked.path))
        read = evening(keys, Span(place.path, place.line), course, problems)
        if read is None:
            continue
        same = read.date, slug(read.group or read.place)
        if same in found:
            tip = "geef elke avond een eigen dag, `lok` of `plaats`"
            message = f"deze avond staat er al: regel {found[same].span.line}"
            problems.append(error(read.span, Code.SAME_EVENING, message, tip))
        found[same] = read
    return tuple(found.values()), tuple(problems)


def evening(keys: Sequence[Key], place: Span, course: Course, problems: list[Problem]) -> Evening | None:
    """The evening that these keys describe, None where it cannot be; `place` is told where a key is missing."""
    before = len(problems)
    fields = Fields(keys, EVENING.keys, place, problems, "bij een avond")
    fields.require(EVENING.required)
    day, start = fields.date("datum"), fields.time("aanvang") or course.start
    names = _names(fields, course.roles, problems)
    participants = fields.whole("deelnemers", 0, 1, MOST_PARTICIPANTS)
    if start is None and not any(key.name == "aanvang" for key in keys):
        tip = "zeg wanneer het begint, bijvoorbeeld 20:00"
        problems.append(error(place, Code.NO_KEY, '"aanvang:" ontbreekt of is leeg', tip))
    if day is None or start is None or len(problems) > before:
        return None
    return Evening(day, start, fields.text("plaats"), fields.text("lok"), names, participants, place)


def _names(fields: Fields, roles: tuple[Role, Role], problems: list[Problem]) -> tuple[str, str]:
    """The first name of each role, "" where none is given."""
    found: dict[str, str] = {}
    known = [role.name for role in roles]
    for value in fields.items(ROLES):
        match = NAMED.match(value.text)
        who = next((role.id for role in roles if match and slug(match.group(1)) == role.id), None)
        if match is None:
            tip = f"schrijf bijvoorbeeld `{known[0]}: An`"
            problems.append(error(value.span, Code.BAD_DUO, f'"{value.text}" is geen rol met een voornaam', tip))
        elif who is None:
            hint = did_you_mean(match.group(1), known)
            problems.append(error(value.span, Code.UNKNOWN_ROLE, f'onbekende rol "{match.group(1)}"', hint))
        elif who in found:
            message = f'"{match.group(1)}" staat hier twee keer'
            problems.append(error(value.span, Code.SAME_KEY, message, "houd er één over"))
        else:
            found[who] = match.group(2)
    one, other = (found.get(role.id, "") for role in roles)
    return one, other
