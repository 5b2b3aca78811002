"""Values of keys: what is simply understood, and what is refused where."""

from datetime import date, time
from decimal import Decimal

import pytest

from lok.model.course import Handout, Late, Shortening
from lok.model.library import Copies
from lok.model.place import Span
from lok.model.ref import Ref, RefKind
from lok.problems import Problem
from lok.read.keys import Fields
from lok.read.scan import KeyTest, Source, Value, scan
from lok.read.values import parse_day, parse_minutes, split


def fields(text: str, known: str = "") -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    page = scan(Source.decode("a.md", f"---\n{text}\n---\n".encode()), frozenset(), KeyTest(frozenset()))
    names = frozenset(known.split()) or frozenset(key.name for key in page.keys)
    return Fields(page.keys, names, page.span, problems, "hier"), problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", "4"),
        ("0,5", "0.5"),
        ("0.5", "0.5"),
        ("3 min", "3"),
        ("3min.", "3"),
        ("3'", "3"),
        ("3’", "3"),
        ("1 minuut", "1"),
        ("120 minuten", "120"),
        ("2 uur", "120"),
        ("1,5 u", "90.0"),
        ("3 MIN", "3"),
        ("drie", None),
        ("-3", None),
        ("3-4", None),
        ("", None),
        ("3 dagen", None),
    ],
)
def test_minutes(text: str, expected: str | None) -> None:
    assert parse_minutes(text) == (Decimal(expected) if expected else None)


@pytest.mark.parametrize(
    "text", ["22/11/2026", "2026-11-22", "22-11-2026", "22.11.2026", "22 november 2026", "22 November 2026"]
)
def test_day(text: str) -> None:
    assert parse_day(text) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", ["31/11/2026", "22/13/2026", "0/1/2026", "11/2026", "gisteren", "22 novembre 2026", "29/2/2026"]
)
def test_no_day(text: str) -> None:
    assert parse_day(text) is None


def test_split_keeps_brackets_numbers_and_columns() -> None:
    value = Value("flipchart (a, b), 0,5 liter, stiften,lijm", Span("a.md", 2, 8))
    assert [(part.text, part.span.column) for part in split(value)] == [
        ("flipchart (a, b)", 8),
        ("0,5 liter", 26),
        ("stiften", 37),
        ("lijm", 45),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 per deelnemer", Copies(1, 1, "1 per deelnemer")),
        ("1 per twee", Copies(1, 2, "1 per twee")),
        ("2 PER duo", Copies(2, 2, "2 PER duo")),
        ("1 set stemkaarten per deelnemer", Copies(1, 1, "1 set stemkaarten per deelnemer")),
        ("1 voor de groep", Copies(1, 0, "1 voor de groep")),
        ("3 vellen voor de groep", Copies(3, 0, "3 vellen voor de groep")),
        ("5 voor de groep, voor wie het vraagt", Copies(5, 0, "5 voor de groep", "voor wie het vraagt")),
        ("1 per twee, om te spelen", Copies(1, 2, "1 per twee", "om te spelen")),
        ("veel", None),
        ("1 per tafel", None),
        ("voor de groep, 1", None),
    ],
)
def test_copies(text: str, expected: Copies | None) -> None:
    read, problems = fields(f"uitdelen: {text}")
    assert read.copies("uitdelen") == expected
    assert [p.code for p in problems] == ([] if expected else ["aantal-ongeldig"])


def test_handouts() -> None:
    read, problems = fields("uitdelen: kop-blad, 1 per twee, 10-vragen, Noémie")
    twee = Copies(1, 2, "1 per twee")
    place = Span("a.md", 2, 11)
    assert read.handouts("uitdelen") == (
        Handout(Ref(RefKind.PAPER, "kop-blad", place), twee),
        Handout(Ref(RefKind.PAPER, "10-vragen", Span("a.md", 2, 33)), None),
        Handout(Ref(RefKind.PAPER, "noemie", Span("a.md", 2, 44)), None),
    )
    assert not problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mag weg", Shortening(Late.DROP, Decimal(0))),
        ("Nooit inkorten", Shortening(Late.NEVER, Decimal(0))),
        ("2 minuten, de tabel", Shortening(Late.SHORTEN, Decimal(2), "de tabel")),
        ("0,5 min, alles, op het beeld na", Shortening(Late.SHORTEN, Decimal("0.5"), "alles, op het beeld na")),
        ("korter", None),
        ("2 minuten", None),
        ("even, dit", None),
    ],
)
def test_shortening(text: str, expected: Shortening | None) -> None:
    read, problems = fields(f"als het uitloopt: {text}")
    assert read.shortening("als het uitloopt") == expected
    assert [p.code for p in problems] == ([] if expected else ["uitloop-onbekend"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:00", time(20)),
        ("20.30", time(20, 30)),
        ("20u", time(20)),
        ("19u45", time(19, 45)),
        ("20 uur", time(20)),
        ("9:05 u", time(9, 5)),
        ("24:00", None),
        ("20:60", None),
        ("acht uur", None),
        ("2000", None),
    ],
)
def test_time_of_day(text: str, expected: time | None) -> None:
    read, problems = fields(f"aanvang: {text}")
    assert read.time("aanvang") == expected
    assert [p.code for p in problems] == ([] if expected else ["uur-ongeldig"])


def test_yes_choice_paper_and_address() -> None:
    read, problems = fields(
        "ja: JA\nnee: nee\nkan: misschien\nstatus: Te bevestigen\npapier: A3, a4, A3\nadres: https://x.be/pad"
    )
    assert (read.yes("ja", False), read.yes("nee", True), read.yes("kan", True), read.yes("weg", True)) == (
        True,
        False,
        True,
        True,
    )
    assert read.choice("status", ("zeker", "te bevestigen")) == "te bevestigen"
    assert (read.paper("papier"), read.paper("weg")) == (("a3", "a4"), ("a4",))
    assert read.address("adres") == "https://x.be/pad"
    assert [(p.code, p.span) for p in problems] == [("ja-nee", Span("a.md", 4, 6))]


def test_missing_and_empty_keys_are_told_at_their_place() -> None:
    read, problems = fields("titel:\nduur: 3", "titel duur wie")
    read.require(("titel", "duur", "wie"))
    assert [(p.code, p.span) for p in problems] == [
        ("sleutel-ontbreekt", Span("a.md", 2, 1)),
        ("sleutel-ontbreekt", Span("a.md", 1, 1)),
    ]


def test_unknown_double_and_formless_keys() -> None:
    _, problems = fields("titel: a\nTitel: b\ntitl: c\nzomaar\n• d", "titel")
    assert [(p.code, p.span.line) for p in problems] == [
        ("sleutel-dubbel", 3),
        ("sleutel-onbekend", 4),
        ("sleutel-vorm", 5),
        ("sleutel-vorm", 6),
    ]
    assert problems[1].hint == 'bedoelde je "titel"? (titel)'


def test_a_list_where_one_value_belongs() -> None:
    read, problems = fields("duur:\n- 3")
    assert read.minutes("duur") is None
    assert [(p.code, p.span) for p in problems] == [("waarde-lijst", Span("a.md", 3, 3))]
