"""When, where and by whom a session is given: a file, options or rows of a table in, Evenings and problems out.

All three become key lines with their places, so that a wrong date is told in the same way wherever it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lok.model.course import Course, Evening, Role
from lok.model.names import clean, slug
from lok.model.place import Span
from lok.model.vocabulary import SPEAKERS
from lok.problems import Code, Problem, closest, did_you_mean, error, shortened, warning
from lok.read.format import EVENING, SPEAKER_KEYS
from lok.read.invisible import folded
from lok.read.keys import Fields
from lok.read.remarks import without_remarks
from lok.read.scan import Key, KeyTest, Source, Value, scan
from lok.read.strange import printable
from lok.read.tables import Row, TableError, rows, text_of
from lok.words import long_date

SESSION, DATE, LENGTH = "sessie", "datum", "duur"
MOST_PARTICIPANTS = 200
NAMED = re.compile(r"\s*([^:=]+?)\s*[:=]\s*(.*\S)\s*$")
"""A role and a first name: `kinesist: An`, on the command line `kinesist=An`."""


@dataclass(frozen=True)
class Asked:
    """Which evenings somebody asks for: where that is written, of which session ("" where not said), and their keys."""

    path: str
    session: str
    evenings: tuple[tuple[Key, ...], ...]
    columns: tuple[Value, ...] = ()
    """Those of a table that are no keys of an evening: a role's, or somebody's own."""
    problems: tuple[Problem, ...] = ()


def from_file(path: str, raw: bytes) -> tuple[Key, ...]:
    """The keys at the top of a file."""
    return scan(Source(path, raw, without_remarks(text_of(raw))), frozenset(), KeyTest(frozenset())).keys


def from_options(options: Mapping[str, Sequence[str]]) -> tuple[Key, ...]:
    """The options of the command line by name, without those that were not given."""
    made = []
    for name, texts in options.items():
        values = [Value(clean(folded(text)), Span(f"--{name}")) for text in texts]
        if name in SPEAKER_KEYS and values:
            made.append(Key(name, values[0].span, Value("", values[0].span), tuple(values)))
        elif values:
            made.append(Key(name, values[0].span, values[0]))
    return tuple(made)


def from_table(path: str, raw: bytes) -> Asked:
    """The evenings of a table: its first row with a column `datum` names the columns, a title may stand above it.

    A column that is no key of an evening should be named as a role, and hold first names.
    """
    try:
        found = rows(path, raw)
    except TableError as wrong:
        return _nothing(Span(path, wrong.line), wrong.message, wrong.tip)
    if not found:
        return _nothing(Span(path), "deze tabel is leeg", _FIRST_ROW)
    heading = next((n for n, row in enumerate(found) if any(cell.text.lower() == DATE for cell in row)), None)
    if heading is None:
        return _nothing(found[0][0].span, "geen enkele rij noemt de kolommen", _FIRST_ROW)
    names = found[heading]
    problems = tuple(_doubles(names))
    if heading + 1 == len(found):
        return _nothing(names[0].span, "onder de namen van de kolommen staat geen avond", "zet elke avond op een rij")
    evenings = tuple(_row(names, cells) for cells in found[heading + 1 :])
    columns = tuple(cell for cell in names if cell.text and cell.text.lower() not in EVENING.keys)
    return Asked(path, "", evenings, columns, problems)


def _nothing(span: Span, message: str, tip: str) -> Asked:
    return Asked(span.path, "", (), (), (error(span, Code.BAD_TABLE, message, tip),))


def _doubles(names: Row) -> Iterator[Problem]:
    seen: set[str] = set()
    for cell in names:
        name = cell.text.lower()
        if name and name in seen:
            yield error(cell.span, Code.SAME_KEY, f'de kolom "{cell.text}" staat er twee keer', "houd er één over")
        seen.add(name)


def _row(names: Row, cells: Row) -> tuple[Key, ...]:
    """The cells of one evening by the name of their column; one without a name is told by an empty name."""
    named = [*(cell.text.lower() for cell in names), *("" for _ in cells[len(names) :])]
    return tuple(Key(name, value.span, value) for name, value in zip(named, cells, strict=False) if value.text)


def session_id(keys: Iterable[Key]) -> str:
    """Which session the keys name, or ""."""
    return next((slug(key.value.text) for key in keys if key.name == SESSION), "")


def read_evenings(
    asked: Asked, course: Course, today: date = date.min
) -> tuple[tuple[Evening, ...], tuple[Problem, ...]]:
    """Every evening that was asked for, and all that is wrong with any of them; one before `today` is a warning."""
    found: dict[tuple[date, str], Evening] = {}
    problems: list[Problem] = [*asked.problems, *_columns(asked, course.roles)]
    wrong: list[list[Problem]] = []
    for row in asked.evenings:
        keys = _with_roles(row, asked.columns, course.roles)
        place = min((key.value.span for key in keys), default=Span(asked.path))
        wrong.append([])
        read = evening(keys, Span(place.path, place.line), course, wrong[-1])
        if read is None:
            continue
        same = read.date, slug(read.group or read.place)
        if same in found:
            tip = "geef elke avond een eigen dag, `lok` of `plaats`"
            message = f"deze avond staat er al: regel {found[same].span.line}"
            problems.append(error(read.span, Code.SAME_EVENING, message, tip))
        if read.date < today:
            message = f"deze avond is voorbij: {long_date(read.date)}"
            problems.append(warning(read.span, Code.PAST_EVENING, message, "kijk de datum na"))
        found[same] = read
    return tuple(found.values()), (*problems, *_told_once(wrong, asked.columns))


def _told_once(rows: Sequence[Sequence[Problem]], columns: Sequence[Value]) -> Iterator[Problem]:
    """What is wrong with the rows of a table: what each of them lacks once, and not where its column is misspelt."""
    slips = {closest(cell.text, EVENING.keys) for cell in columns}
    lacking = [{problem.message for problem in row if problem.code is Code.NO_KEY} for row in rows]
    shared = set.intersection(*lacking) if len(rows) > 1 else set()
    for n, row in enumerate(rows):
        for problem in row:
            named = problem.message.split('"')[1].rstrip(":") if problem.code is Code.NO_KEY else ""
            if not (named and named in slips) and (n == 0 or problem.message not in shared):
                yield problem


def _columns(asked: Asked, roles: Sequence[Role]) -> Iterator[Problem]:
    """Columns of a table that are nobody's: a slip of the pen, or a remark of the author's own."""
    known = [*(role.name for role in roles), *EVENING.keys]
    for cell in asked.columns:
        if slug(cell.text) in {role.id for role in roles}:
            continue
        message = f'de kolom "{shortened(cell.text)}" kennen we niet'
        if closest(cell.text, known):
            yield error(cell.span, Code.UNKNOWN_COLUMN, message, did_you_mean(cell.text, known))
        else:
            tip = f"ze telt niet mee; deze wel: {', '.join(sorted(known))}"
            yield warning(cell.span, Code.UNKNOWN_COLUMN, message, tip)


def _with_roles(keys: Sequence[Key], columns: Sequence[Value], roles: Sequence[Role]) -> tuple[Key, ...]:
    """The keys of a row, with the first names in the columns of roles gathered under one key."""
    own = {cell.text.lower() for cell in columns}
    ids = {role.id for role in roles}
    named = [key for key in keys if key.name in own and slug(key.name) in ids]
    items = tuple(Value(f"{key.name}: {key.value.text}", key.value.span) for key in named)
    kept = tuple(key for key in keys if key.name not in own)
    return (*kept, Key(SPEAKERS, items[0].span, Value("", items[0].span), items)) if items else kept


def evening(keys: Sequence[Key], place: Span, course: Course, problems: list[Problem]) -> Evening | None:
    """The evening that these keys describe, None where it cannot be; `place` is told where a key is missing."""
    before = len(problems)
    fields = Fields(keys, EVENING.keys, place, problems, "bij een avond")
    fields.require(EVENING.required)
    day, start = fields.date("datum"), fields.time("aanvang") or course.start
    for key in keys:
        if not (key.value.text or key.items) and key.name != DATE:
            tip = "vul het in, of laat het weg"
            problems.append(error(key.span, Code.NO_KEY, f'"{key.name}" is leeg', tip))
    names = _names(fields, course.roles, problems)
    place_name, group = (_shown(fields, name, problems) for name in ("plaats", "lok"))
    participants = fields.whole("deelnemers", 0, 1, MOST_PARTICIPANTS)
    minutes = fields.minutes(LENGTH)
    if start is None and not any(key.name == "aanvang" for key in keys):
        tip = "zeg wanneer het begint, bijvoorbeeld 20:00"
        problems.append(error(place, Code.NO_KEY, '"aanvang:" ontbreekt of is leeg', tip))
    if day is None or start is None or len(problems) > before:
        return None
    known = day, start, isolated(place_name), isolated(group), names, participants, place
    return Evening(*known, minutes, fields.span_of(LENGTH) if minutes is not None else None)


def _shown(fields: Fields, name: str, problems: list[Problem]) -> str:
    value = fields.value(name)
    return printable(value, problems) if value else ""


def isolated(text: str) -> str:
    """A text that may run from right to left, so that what stands behind it keeps its own direction."""
    turned = any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)
    return f"\u2068{text}\u2069" if turned else text


def _names(fields: Fields, roles: Sequence[Role], problems: list[Problem]) -> tuple[str, ...]:
    """The first name of each role, "" where none is given."""
    found: dict[str, str] = {}
    known = [role.name for role in roles]
    for value in (value for key in SPEAKER_KEYS for value in fields.items(key)):
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
            found[who] = isolated(printable(Value(match.group(2), value.span), problems))
    return tuple(found.get(role.id, "") for role in roles)


_FIRST_ROW = "zet bovenaan de namen van de kolommen, zoals `datum;aanvang;plaats;lok;deelnemers`, en eronder de avonden"
