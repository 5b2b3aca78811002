"""What the first course must hold, counted: nothing may go missing in an edit."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from lok.derive.votes import held
from lok.exercises.statements.record import Statements
from lok.model.course import Break, Course, Late
from lok.model.library import Fragment
from lok.model.plain import plain
from lok.model.text import ListBlock, Paragraph
from lok.model.walk import walk
from lok.session.lookup import lookup
from lok.session.materials import prints
from own.test_content import own

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
    "zelfdoding",
)
FOR_TRAINERS = ("aanwezigheidslijst", "afspraken", "flipchart", "lastige-vragen", "turfblad", "veiligheid-duo")


@pytest.fixture
def course() -> Course:
    return own("burn-out")


def test_slides_and_parts(course: Course) -> None:
    assert len(course.parts) == 13
    assert [slide.number for slide in course.slides] == list(range(1, 63))


def test_roles_of_the_manual_and_the_closing_slide(course: Course) -> None:
    roles = [slide.role.id for slide in course.slides]
    assert Counter(roles[:61]) == {"arts": 22, "psycholoog": 37, "duo": 2}
    assert roles[61] == "duo"


def test_minutes_add_up(course: Course) -> None:
    assert sum((slide.minutes for slide in course.slides), Decimal(0)) == 113
    breaks = [(item.name, item.minutes) for item in course.agenda if isinstance(item, Break)]
    assert breaks == [("pauze", 5), ("marge", 2)]
    assert course.minutes == 120


def test_what_may_never_be_shortened(course: Course) -> None:
    never = [s.number for s in course.slides if s.shortening and s.shortening.how is Late.NEVER]
    assert never == [10, 22, 26, 39, 54, 56]


def test_three_cases_with_five_fragments_and_four_reactions(course: Course) -> None:
    assert [case.id for case in course.cases] == ["dagmar", "jeroen", "manoelle"]
    assert all(case.fictional and case.goals and case.trainer for case in course.cases)
    found = [item for item in walk(course.cases) if isinstance(item, Fragment)]
    assert Counter(item.kind for item in found) == {"deel": 5, "reactie": 4}
    lengths = {item.id: len(plain(item.blocks).split()) for item in found if item.kind == "deel"}
    assert all(length in FRAGMENT_WORDS for length in lengths.values())


def test_the_packet_is_handed_out_once_and_the_sheet_on_suicide_to_everybody(course: Course) -> None:
    """The packet comes after the votes; the sheet comes where the question about suicide is taught."""
    given = {each.item.id: each for each in prints(course, lookup(course))}
    assert course.bundle
    assert {tuple(slide.number for slide in given[ref.id].slides) for ref in course.bundle.papers} == {(16,)}
    sheet = given["zelfdoding"]
    assert ([slide.number for slide in sheet.slides], sheet.count(people=14)) == ([10], 14)


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


FINGERS = re.compile(r"\b(één|twee|drie|vier)(?: vingers?)? is ‘?([a-z-]+)", re.IGNORECASE)
"""How a note says which answer so many fingers are."""
COUNTED = ("één", "twee", "drie", "vier")


def test_a_vote_with_fingers_follows_the_order_of_the_cards() -> None:
    course = own("burn-out")
    cards = [word.casefold() for word in held(course)[0]]
    texts = {plain(each) for each in walk(course) if isinstance(each, Paragraph)}
    texts |= {plain(item) for each in walk(course) if isinstance(each, ListBlock) for item in each.items}
    said = [found for text in texts if "vinger" in text for found in FINGERS.findall(text)]
    assert len(said) >= 7
    assert {word for _, word in said} == {"overspanning", "burn-out", "depressie"}
    for fingers, word in said:
        assert cards.index(word) == COUNTED.index(fingers.casefold()), (fingers, word)
