"""What our own courses must hold, counted on the loaded course: nothing may go missing in an edit."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from lok.build import load_and_check
from lok.kinds import Statements
from lok.model import Break, Course, Exercise, Fragment, Late, walk
from lok.prose import plain
from lok.speech import spoken_words
from lok.text import Link
from projects import ROOT

WRITTEN = date(2026, 11, 23)
"""The day of the content; later days may find expired facts, which is not a fault of the text."""
FRAGMENT_WORDS = range(150, 221)
EXERCISES = (
    "bat",
    "batterij",
    "batterij-patient",
    "burn-out-of-depressie",
    "hervattingsplan",
    "kop",
    "korte-lange-termijn",
    "overspanning-of-burn-out",
    "taakverdeling",
    "verwijzen",
    "weerstand",
)
SHEETS = (
    "aanwezigheidslijst",
    "afspraken",
    "deelnamebewijs",
    "differentiaaltabel",
    "evaluatie",
    "flipchart",
    "herstel",
    "herstel-patient",
    "jeroen-bat",
    "kenmerken",
    "kop-kaart",
    "lastige-vragen",
    "metaforen",
    "netwerk",
    "rolkaarten-verwijzen",
    "samenvatting",
    "samenwerking",
    "stemkaarten",
    "turfblad",
    "veiligheid-duo",
    "veiligheidskaart",
    "vooraf-lezen",
    "weerstandskaart",
)
FOR_TRAINERS = ("aanwezigheidslijst", "afspraken", "flipchart", "lastige-vragen", "turfblad", "veiligheid-duo")


@pytest.fixture(scope="module")
def course() -> Course:
    loaded = load_and_check(ROOT, ["burn-out"], WRITTEN)
    assert loaded.problems == ()
    return loaded.courses[0]


def test_slides_and_parts(course: Course) -> None:
    assert len(course.parts) == 13
    assert [slide.number for slide in course.slides] == list(range(1, 63))


def test_roles_of_the_manual_and_the_closing_slide(course: Course) -> None:
    roles = [slide.role.id for slide in course.slides]
    assert Counter(roles[:61]) == {"arts": 22, "psycholoog": 37, "duo": 2}
    assert roles[61] == "duo"


def test_minutes_add_up(course: Course) -> None:
    assert sum((slide.minutes for slide in course.slides), Decimal(0)) == 115
    assert [(item.name, item.minutes) for item in course.agenda if isinstance(item, Break)] == [("marge", 5)]
    assert course.minutes == 120


def test_what_may_never_be_shortened(course: Course) -> None:
    never = [s.number for s in course.slides if s.shortening and s.shortening.how is Late.NEVER]
    assert never == [10, 22, 26, 39, 54, 56]


def test_shortenings_win_ten_minutes_or_more(course: Course) -> None:
    """A late evening must be able to end on time."""
    won = [
        s.minutes - s.shortening.minutes for s in course.slides if s.shortening and s.shortening.how is not Late.NEVER
    ]
    assert sum(won, Decimal(0)) >= 10


def test_every_change_of_speaker_has_a_cue(course: Course) -> None:
    assert [one.number for one, other in pairwise(course.slides) if one.role != other.role and not one.cue] == []


def test_every_slide_can_be_spoken_from(course: Course) -> None:
    """Something to say or do on each, within its minutes."""
    for slide in course.slides:
        assert slide.notes
        assert spoken_words(course, slide) <= 130 * slide.minutes


def test_three_cases_with_five_fragments_and_four_reactions(course: Course) -> None:
    assert [case.id for case in course.cases] == ["dagmar", "jeroen", "manoelle"]
    assert all(case.fictional and case.goals and case.trainer for case in course.cases)
    found = [item for item in walk(course.cases) if isinstance(item, Fragment)]
    assert Counter(item.kind for item in found) == {"deel": 5, "reactie": 4}
    lengths = {item.id: len(plain(item.blocks).split()) for item in found if item.kind == "deel"}
    assert all(length in FRAGMENT_WORDS for length in lengths.values())


def test_statements_with_verdict_and_explanation(course: Course) -> None:
    rounds = {e.id: e.content.statements for e in course.exercises if isinstance(e.content, Statements)}
    assert {name: len(found) for name, found in rounds.items()} == {
        "overspanning-of-burn-out": 7,
        "burn-out-of-depressie": 7,
    }
    every = [statement for found in rounds.values() for statement in found]
    assert all(statement.verdict and statement.explanation for statement in every)
    assert [s.nuance for s in every if s.nuance == "onze lezing"] == ["onze lezing"]


def test_exercises_and_sheets(course: Course) -> None:
    assert tuple(sorted(exercise.id for exercise in course.exercises)) == EXERCISES
    assert tuple(sorted(sheet.id for sheet in course.sheets)) == SHEETS
    assert tuple(sorted(sheet.id for sheet in course.sheets if sheet.for_trainers)) == FOR_TRAINERS


def test_the_packet_of_the_evening_comes_in_the_order_of_use(course: Course) -> None:
    """Every exercise or sheet in it is used at a slide; a later one never lies above an earlier one."""
    assert course.bundle
    used = [handout.id for slide in course.slides for handout in slide.handouts]
    places = [used.index(each.id) for each in course.bundle.papers]
    assert places == sorted(places)


def test_the_helpline_stands_where_death_is_spoken_of(course: Course) -> None:
    """A slide, case, exercise or sheet that asks about suicide names 1813 too."""
    asks = re.compile(r"doodsgedacht|zelfdoding|aan de dood", re.IGNORECASE)
    records = (*course.slides, *course.cases, *course.exercises, *course.sheets)
    for record in records:
        texts = " ".join(item for item in walk(record) if isinstance(item, str))
        linked = any(isinstance(item, Link) and item.target == "feit:zelfmoordlijn" for item in walk(record))
        if asks.search(texts):
            assert linked or "zelfmoordlijn" in texts, record.id


def test_facts_that_are_not_sure_name_who_confirms(course: Course) -> None:
    for entry in (*course.facts, *course.terms, *course.references):
        assert entry.status == "zeker" or entry.confirm_by


def test_exercises_have_their_time_and_number(course: Course) -> None:
    handed_out = {handout.id for slide in course.slides for handout in slide.handouts}
    for exercise in course.exercises:
        assert isinstance(exercise, Exercise)
        assert exercise.minutes
        assert bool(exercise.copies) == (exercise.id in handed_out), exercise.id
