"""What is known of an evening, filled in after the words of an author."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

import samples
from evenings import evening, talk
from lok.model.course import Course, Evening
from lok.model.text import Plain, Table
from lok.render.paper import nodes
from lok.render.paper.known import filled

AT = Evening(date(2026, 12, 10), time(23, 30), "De Kring", "", ("An", ""), 2, samples.span())


def course(at: Evening | None = AT) -> Course:
    made = evening(samples.part(talk("Een", 0, "2"), talk("Twee", 1, "3"), talk("Samen", 2, "1")))
    return replace(made, evening=at)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Datum: ……………", "Datum: 10 december 2026"),
        ("Plaats: …………… ", "Plaats: De Kring "),
        ("Datum: ……… Plaats: ………", "Datum: 10 december 2026 Plaats: De Kring"),
        ("LOK: ……………", "LOK: ……………"),
        ("Naam: ……………", "Naam: ……………"),
        ("Eén: ……………", "Eén: An"),
        ("Twee: ……………", "Twee: ……………"),
        ("Sprekers: ……………", "Sprekers: An (Eén, 3 minuten)"),
        ("Datum: morgen", "Datum: morgen"),
    ],
)
def test_dots_after_a_word_that_is_known_are_filled_in(written: str, told: str) -> None:
    assert filled({"text": written}, course()) == {"text": told}
    assert filled({"text": written}, course(None)) == {"text": written}


def test_the_hours_run_past_midnight() -> None:
    [text] = filled({"text": "Van ……… tot ……… uur"}, replace(course(), minutes=Decimal(45))).values()
    assert text == "Van 23:30 tot 0:15 uur"


def test_only_a_numbered_list_to_sign_gets_as_many_rows_as_people_and_guests() -> None:
    def table(*names: str) -> list[object]:
        rows = tuple(((Plain(name),), ()) for name in names)
        made = nodes.blocks((Table(((), (Plain("Naam"),)), rows),), {})
        [block] = filled({"blocks": made}, course())["blocks"]  # type: ignore[misc]
        found = block["rows"]
        assert isinstance(found, list)
        return found

    assert len(table(*map(str, range(1, 26)))) == 5
    assert len(table(*"abcdefgh")) == 8
