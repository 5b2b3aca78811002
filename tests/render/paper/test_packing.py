"""What to bring and what to print: each thing once with its slides, and the right number of copies for each group."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import page
import pytest

import samples
from evenings import document, evening, printed, talk
from lok.model.course import Bundle, Course, Evening, Handout
from lok.model.library import Copies
from lok.model.ref import Ref, RefKind
from lok.model.text import Section
from lok.render.paper.packing import rule
from lok.session.lookup import lookup
from lok.session.materials import EACH, count, prints
from render.paper.test_paper import sizes, text

NAME = "meebrengen-a4"
TONIGHT = Evening(date(2026, 12, 10), time(20), "", "", ("", ""), 14, samples.span())


def given(id: str, copies: Copies | None = None) -> Handout:
    return Handout(Ref(RefKind.PAPER, id, samples.span()), copies)


def whole() -> Course:
    slides = (
        talk("Een", 0, "1", needs=("stiften", "een klok"), handouts=(given("blad"),)),
        talk("Twee", 1, "1", needs=("stiften",), handouts=(given("los", Copies(1, 2, "1 per twee")),)),
        talk("Drie", 1, "1", handouts=(given("blad", Copies(2, 0, "2 voor de groep")),)),
    )
    loose = replace(samples.sheet(), id="los", title="Los blad", copies=None)
    on_the_wall = replace(samples.sheet(), id="lijst", title="De lijst", copies=Copies(1, 0, "1 voor de groep"))
    silent = replace(samples.sheet(), id="stil", title="Stil blad", copies=None)
    other = replace(on_the_wall, id="elders", title="Van een andere sessie")
    named = Bundle(samples.span(), tuple(Ref(RefKind.PAPER, each.id, samples.span()) for each in (on_the_wall, silent)))
    made = evening(samples.part(*slides), trainer=(trainer(),), duo_bundle=named)
    return replace(made, sheets=(*made.sheets, loose, on_the_wall, silent, other))


def trainer() -> Section:
    bring = samples.section("Mee te brengen", samples.bullets("een koffer", "plakband"))
    return samples.section("Trainer", *samples.say("Bel elkaar."), children=(bring,))


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        (EACH, [8, 12, 25]),
        (Copies(1, 2, ""), [4, 6, 13]),
        (Copies(1, 4, ""), [2, 3, 7]),
        (Copies(3, 2, ""), [12, 18, 39]),
        (Copies(2, 0, ""), [2, 2, 2]),
    ],
)
def test_copies_for_a_group(copies: Copies, expected: list[int]) -> None:
    assert [count(copies, people) for people in (8, 12, 25)] == expected


def test_papers_stand_in_order_of_use_with_what_each_hand_out_asks() -> None:
    course = whole()
    found = {
        each.item.id: ([slide.number for slide in each.slides], each.count(25))
        for each in prints(course, lookup(course))
    }
    assert found == {"blad": ([1, 3], 27), "los": ([2], 13), "lijst": ([], 1)}
    assert list(found) == ["blad", "los", "lijst"]


def test_the_table_is_printed_with_a_column_for_each_group() -> None:
    found = text(printed(whole(), NAME)[0])
    assert "Blad Hoeveel 8 12 16 20 25" in found
    assert "Het blad A4 · slide 1, 3 1 per deelnemer + 2 voor de groep 10 14 18 22 27" in found
    assert "Los blad A4 · slide 2 1 per twee 4 6 8 10 13" in found
    assert "De lijst A4 1 voor de groep 1 1 1 1 1" in found
    assert "Stil blad" not in found
    assert "Van een andere sessie" not in found


def test_what_to_bring_stands_first_and_each_need_once() -> None:
    made, problems = printed(whole(), NAME)
    found = text(made)
    assert problems == ()
    assert "Bel elkaar." not in found
    assert found.count("stiften") == 1
    wanted = ("een koffer", "plakband", "stiften slide 1, 2", "een klok slide 1", "Af te drukken")
    assert [found.index(each) for each in wanted] == sorted(found.index(each) for each in wanted)


def test_a_session_that_asks_nothing_has_no_empty_lists() -> None:
    data = document(evening(samples.part(talk("Een", 0, "1"))), NAME).papers[0].data
    assert (data["bring"], data["needs"]) == ([], [])
    assert "Mee te brengen" not in text(printed(evening(samples.part(talk("Een", 0, "1"))), NAME)[0])


def test_for_one_evening_the_page_to_begin_with_counts_the_papers() -> None:
    found = text(printed(replace(whole(), evening=TONIGHT), NAME)[0])
    assert "Aantal deelnemers: 14" in found
    assert "Los blad" not in found
    assert "staat in het bestand ‘01-begin-hier’ van het pakket" in found


@pytest.mark.parametrize("when", [None, TONIGHT])
def test_it_is_accessible_and_on_a4(when: Evening | None) -> None:
    made, _ = printed(replace(whole(), evening=when), NAME)
    assert sizes(made) == [(210, 297)]
    report = page.validate_pdf_bytes(made, profile="ua1")
    assert report.is_compliant, [(each.rule_id, each.message) for each in report.failures]


def test_the_same_number_for_two_slides_is_said_once() -> None:
    assert rule((EACH, Copies(2, 0, "2 reserve"), Copies(2, 0, "2 reserve"))) == "1 per deelnemer + 2 reserve (2×)"
