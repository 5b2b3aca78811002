"""Evenings from a file, options and a table: the same values, the same mistakes, each at its place."""

from __future__ import annotations

from datetime import date, time

import pytest

import samples
from lok.model.course import Evening
from lok.model.place import Span
from lok.problems import Problem
from lok.read.evening import evening, from_file, from_options, from_table, session_id
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


def test_a_file_options_and_a_row_say_the_same() -> None:
    options = {
        "datum": ["10/12/2026"],
        "aanvang": ["20:00"],
        "plaats": ["Zaal De Kring, Lier"],
        "lok": ["LOK Lier-Noord"],
        "duo": ["één=An", "twee=Jan"],
        "deelnemers": ["14"],
    }
    row, _ = from_table("avonden.csv", TABLE.encode())
    for keys in (from_file("avond.md", FILE.encode()), from_options(options), row):
        found, problems = read(keys)
        assert problems == []
        assert values(found) == WHOLE
    assert session_id(from_file("avond.md", FILE.encode())) == "burn-out"


def test_rows_may_be_short_quoted_and_parted_by_commas() -> None:
    _, second = from_table("avonden.csv", TABLE.encode())
    assert values(read(second)[0]) == (date(2026, 12, 12), time(20, 30), "", 'De "Kring" boven', ("", ""), 0)
    [only] = from_table("a.csv", b'datum,aanvang,plaats\n1/2/2027,19:00,"Lier, zaal 2"\n')
    assert values(read(only)[0])[2] == "Lier, zaal 2"
    assert from_table("a.csv", b"") == ()


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("31/02/2027;20:00;An", "datum-ongeldig", (2, 1)),
        ("1/2/2027;25:00;An", "uur-ongeldig", (2, 10)),
        ("1/2/2027;;An", "sleutel-ontbreekt", (2, 1)),
        (";20:00;An", "sleutel-ontbreekt", (2, 1)),
    ],
)
def test_a_mistake_in_a_row_is_told_at_its_cell(line: str, code: str, place: tuple[int, int]) -> None:
    [keys] = from_table("avonden.csv", f"datum;aanvang;één\n{line}\n".encode())
    found, problems = read(keys, samples.span("avonden.csv", 2))
    assert found is None
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


def test_a_quote_inside_a_cell_is_a_letter_and_one_that_stays_open_ends_with_its_line() -> None:
    first, second = from_table("a.csv", b'datum;plaats\n1/2/2027;Zaal "De Kring"\n"2/2/2027;Lier\n')
    assert values(read((*first, *from_options({"aanvang": ["20:00"]})))[0])[2] == 'Zaal "De Kring"'
    assert [key.value.text for key in second] == ["2/2/2027;Lier"]


def test_a_row_of_any_length_is_read() -> None:
    [row] = from_table("a.csv", b"datum;plaats\n1/2/2027;" + b"x" * 200_000)
    assert row[0].value.text == "1/2/2027"


def test_a_cell_in_quotes_is_placed_at_its_words() -> None:
    [row] = from_table("a.csv", b'plaats;datum\n"Lier; zaal ""2""";"31/02/2027"\n')
    assert [(key.value.text, key.value.span.column) for key in row] == [('Lier; zaal "2"', 1), ("31/02/2027", 21)]


def test_all_mistakes_of_an_evening_are_told_at_once() -> None:
    wrong = {"datum": ["morgen"], "aanvang": ["laat"], "deelnemers": ["veel"]}
    _, problems = read(from_options(wrong), Span("opdracht"))
    assert {p.code for p in problems} == {"datum-ongeldig", "uur-ongeldig", "getal-ongeldig"}
