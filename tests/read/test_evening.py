"""Evenings from a file, options and a table: the same values, the same mistakes, each at its place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from openpyxl import Workbook

import samples
from lok.model.course import Evening
from lok.model.place import Span
from lok.problems import Problem, Severity
from lok.read.evening import Asked, evening, from_file, from_options, from_table, read_evenings, session_id
from lok.read.scan import Key

PLACE = samples.span("avond.md")
FILE = """---
sessie: burn-out
datum: 10/12/2026
aanvang: 20u
plaats: Zaal De Kring, Lier
lok: LOK Lier-Noord
duo:
  - één: An
  - twee: Jan
deelnemers: 14
---
"""
TABLE = """Datum;Aanvang;Plaats;LOK;één;twee;Deelnemers
10/12/2026;20:00;"Zaal De Kring, Lier";LOK Lier-Noord;An;Jan;14
;;;;;;
12/12/2026;20u30;;"De ""Kring"" boven";;;
"""


def read(keys: tuple[Key, ...], place: Span = PLACE) -> tuple[Evening | None, list[Problem]]:
    problems: list[Problem] = []
    return evening(keys, place, samples.course(), problems), problems


def values(found: Evening | None) -> tuple[object, ...]:
    assert found is not None
    return found.date, found.start, found.place, found.group, found.names, found.participants


WHOLE = (date(2026, 12, 10), time(20), "Zaal De Kring, Lier", "LOK Lier-Noord", ("An", "Jan"), 14)


@pytest.mark.parametrize(
    ("written", "minutes"), [("90", "90"), ("90 minuten", "90"), ("1,5 uur", "90"), ("97,5", "97.5")]
)
def test_how_long_an_evening_may_last(written: str, minutes: str) -> None:
    found, problems = read(from_file("avond.md", FILE.replace("deelnemers: 14", f"duur: {written}").encode()))
    assert problems == []
    assert found is not None
    assert (found.minutes, found.minutes_span) == (Decimal(minutes), Span("avond.md", 10, 7))
    whole, _ = read(from_file("avond.md", FILE.encode()))
    assert whole is not None
    assert (whole.minutes, whole.minutes_span) == (None, None)


def test_a_length_that_is_no_number_stands_where_it_is_written() -> None:
    found, [problem] = read(from_file("avond.md", FILE.replace("deelnemers: 14", "duur: kort").encode()))
    assert found is None
    assert (problem.code, problem.span) == ("getal-ongeldig", Span("avond.md", 10, 7))


def test_a_file_options_and_a_row_say_the_same() -> None:
    options = {
        "datum": ["10/12/2026"],
        "aanvang": ["20:00"],
        "plaats": ["Zaal De Kring, Lier"],
        "lok": ["LOK Lier-Noord"],
        "duo": ["één=An", "twee=Jan"],
        "deelnemers": ["14"],
    }
    for keys in (from_file("avond.md", FILE.encode()), from_options(options)):
        found, problems = read(keys)
        assert problems == []
        assert values(found) == WHOLE
    evenings, told = listed(from_table("avonden.csv", TABLE.encode()))
    assert values(evenings[0]) == WHOLE
    assert told == []
    assert session_id(from_file("avond.md", FILE.encode())) == "burn-out"


def listed(asked: Asked, today: date = date.min) -> tuple[tuple[Evening, ...], list[Problem]]:
    found, problems = read_evenings(asked, samples.course(), today)
    return found, list(problems)


def test_rows_may_be_short_quoted_and_parted_by_commas() -> None:
    (_, second), _ = listed(from_table("avonden.csv", TABLE.encode()))
    assert values(second) == (date(2026, 12, 12), time(20, 30), "", 'De "Kring" boven', ("", ""), 0)
    (only,), _ = listed(from_table("a.csv", b'datum,aanvang,plaats\n1/2/2027,19:00,"Lier, zaal 2"\n'))
    assert only.place == "Lier, zaal 2"


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("31/02/2027;20:00;An", "datum-ongeldig", (2, 1)),
        ("1/2/2027;25:00;An", "uur-ongeldig", (2, 10)),
        ("1/2/2027;;An", "sleutel-ontbreekt", (2, 1)),
        (";20:00;An", "sleutel-ontbreekt", (2, 1)),
        ("1/2/1027;20:00;An", "datum-ongeldig", (2, 1)),
        ("1/2/27;20:00;An", "datum-ongeldig", (2, 1)),
        ("1/2/2027;20:00;\U0001f642", "teken-onbekend", (2, 16)),
        ("1/2/2027;20:00;" + "x" * 101, "te-veel", (2, 16)),
    ],
)
def test_a_mistake_in_a_row_is_told_at_its_cell(line: str, code: str, place: tuple[int, int]) -> None:
    found, problems = listed(from_table("avonden.csv", f"datum;aanvang;één\n{line}\n".encode()))
    assert found == ()
    assert [(p.code, p.span.path, (p.span.line, p.span.column)) for p in problems] == [(code, "avonden.csv", place)]


@pytest.mark.parametrize(
    ("duo", "code"),
    [
        (["drie=An"], "wie-onbekend"),
        (["An"], "duo-ongeldig"),
        (["één=An", "één=Jan"], "sleutel-dubbel"),
    ],
)
def test_wrong_names_of_the_duo(duo: list[str], code: str) -> None:
    found, problems = read(from_options({"datum": ["1/2/2027"], "aanvang": ["20:00"], "duo": duo}))
    assert found is None
    assert [(p.code, p.span.path) for p in problems] == [(code, "--duo")]


ROW = "datum;aanvang;plaats\n10/12/2026;20:00;De Kring\n"
KRING = (date(2026, 12, 10), time(20), "De Kring")


@pytest.mark.parametrize(
    "raw",
    [
        ROW.encode(),
        b"\xef\xbb\xbf" + ROW.encode(),
        f"sep=;\n{ROW}".encode(),
        f"Avonden van dit jaar;;\n\n{ROW}".encode(),
        ROW.replace(";", "\t").encode("utf-16"),
        ROW.replace(";", "\t").encode("utf-16-le"),
        ROW.replace(";", ",").replace("\n", "\r\n").encode(),
        ROW.replace("20:00", "20:00:00").encode(),
        ROW.replace("20:00", "20u").encode(),
        ROW.replace("10/12/2026", "2026-12-10 00:00:00").encode(),
        ROW.replace("De Kring", '"De\nKring"').encode(),
        ROW.replace("De Kring", "De\u00ad Kr\u200bing").encode(),
    ],
)
def test_a_table_as_a_spreadsheet_saves_it(raw: bytes) -> None:
    [found], problems = listed(from_table("a.csv", raw))
    assert (found.date, found.start, found.place) == KRING
    assert problems == []


def workbook(*rows: Sequence[object]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_is_read_with_its_days_and_hours() -> None:
    head = ("datum", "aanvang", "plaats", "deelnemers")
    raw = workbook(("Onze avonden",), (), head, (datetime(2026, 12, 10), time(20), "De Kring", 14))
    [found], problems = listed(from_table("a.xlsx", raw))
    assert (found.date, found.start, found.place, found.participants) == (*KRING, 14)
    assert (problems, found.span.line) == ([], 4)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"", 1),
        (b"\n ;;\n", 1),
        (b"datum;aanvang\n", 1),
        (b"10/12/2026;20:00;Kring\n", 1),
        (b'datum;plaats\n1/2/2027;"Lier\n', 2),
        (b'datum;plaats\n1/2/2027;"De Kring" boven\n', 2),
        (b"datum;plaats\n1/2/2027;" + b"x" * 200_000, 2),
        (b"datum\n" + b"1/2/2027\n" * 1_001, 1_000),
        (b"PK\x03\x04 broken", 1),
        (b"\xd0\xcf\x11\xe0 an old one", 1),
        (workbook(("datum", "aanvang")), 1),
        (workbook(), 1),
    ],
)
def test_a_table_without_evenings_is_one_message(raw: bytes, line: int) -> None:
    found, problems = listed(from_table("a.csv", raw))
    assert found == ()
    assert [(p.code, p.span.line, p.severity) for p in problems] == [("avonden-onleesbaar", line, Severity.ERROR)]


def test_quotes_inside_a_cell_are_letters() -> None:
    [found], _ = listed(from_table("a.csv", b'datum;aanvang;plaats\n1/2/2027;20:00;Zaal "De Kring" boven'))
    assert found.place == 'Zaal "De Kring" boven'


def test_a_column_of_somebodys_own_is_a_warning_and_a_slip_an_error() -> None:
    for name, severity in (("opmerking", Severity.WARNING), ("deelnemrs", Severity.ERROR)):
        found, problems = listed(from_table("a.csv", f"datum;aanvang;{name}\n1/2/2027;20:00;x".encode()))
        assert [(p.code, p.severity, p.span.column) for p in problems] == [("kolom-onbekend", severity, 15)]
        assert len(found) == 1
    twice = listed(from_table("a.csv", b"datum;datum\n1/2/2027;2/2/2027"))[1]
    assert "sleutel-dubbel" in {p.code for p in twice}


def test_an_evening_that_is_over_is_a_warning() -> None:
    [_], problems = listed(from_table("a.csv", ROW.encode()), date(2026, 12, 11))
    assert [(p.code, p.severity) for p in problems] == [("avond-voorbij", Severity.WARNING)]
    assert listed(from_table("a.csv", ROW.encode()), date(2026, 12, 10))[1] == []


@pytest.mark.parametrize("name", ["aanvang", "plaats", "lok", "deelnemers", "datum"])
def test_an_empty_option_is_an_error(name: str) -> None:
    given = {"datum": ["1/2/2027"], "aanvang": ["20:00"]} | {name: [""]}
    found, problems = read(from_options(given))
    assert found is None
    assert {p.code for p in problems} == {"sleutel-ontbreekt"}


def test_text_from_right_to_left_is_isolated_and_broken_letters_are_told() -> None:
    given = {"datum": ["1/2/2027"], "aanvang": ["20:00"]}
    found, _ = read(from_options(given | {"plaats": ["Zaal مرحبا"]}))
    assert found is not None
    assert found.place == "\u2068Zaal مرحبا\u2069"
    assert {p.code for p in read(from_options(given | {"plaats": ["\udcff"]}))[1]} == {"teken-onbekend"}


def test_all_mistakes_of_an_evening_are_told_at_once() -> None:
    wrong = {"datum": ["morgen"], "aanvang": ["laat"], "deelnemers": ["veel"]}
    _, problems = read(from_options(wrong), Span("opdracht"))
    assert {p.code for p in problems} == {"datum-ongeldig", "uur-ongeldig", "getal-ongeldig"}
