"""What every course of ours must hold, on the loaded course as its audiences reach it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

import samples
from lok.load import load_and_check
from lok.model.course import Course, Late, Slide
from lok.model.library import Exercise
from lok.model.plain import plain
from lok.model.text import Link, Table
from lok.model.vocabulary import DIVIDER
from lok.model.walk import everything, walk
from lok.render.deck.shapes import texts
from lok.session.shorten import plan, shorter
from lok.session.speech import spoken_words
from lok.slides.canvas import Canvas, Group
from lok.slides.compose import canvases
from lok.slides.line_breaking import runs_text
from lok.view import reachable
from projects import ROOT

WRITTEN = date(2026, 11, 25)
"""The day of the content; later days may find expired facts, which is not a fault of the text."""
COURSES = ("burn-out", "werkdruk")


@cache
def own(name: str) -> Course:
    """A course of ours with what it refers to; nothing may be wrong with it."""
    loaded = load_and_check(ROOT, [name], WRITTEN)
    assert loaded.problems == ()
    return reachable(loaded.courses[0])


@pytest.fixture(params=COURSES)
def course(request: pytest.FixtureRequest) -> Course:
    return own(request.param)


def test_both_are_read_at_once() -> None:
    loaded = load_and_check(ROOT, [], WRITTEN)
    assert loaded.problems == ()
    assert tuple(course.id for course in loaded.courses) == COURSES


def test_minutes_fill_the_evening(course: Course) -> None:
    assert (
        sum((item.minutes for item in course.agenda if not hasattr(item, "slides")), Decimal(0))
        + sum((slide.minutes for slide in course.slides), Decimal(0))
        == 120
    )
    assert course.minutes == 120


def test_ninety_minutes_are_enough_and_what_counts_most_stays(course: Course) -> None:
    made = plan(course, Decimal(90))
    assert made.shortfall == 0
    changed = {drop.slide.id for drop in made.drops}
    assert changed.isdisjoint(slide.id for slide in course.slides if slide.shortening is None or kept(slide))
    assert course.slides[-1].kind == "slot"
    assert course.slides[-1].id not in changed
    lasting = shorter(course, Decimal(90))
    assert all(any(not slide.left_out for slide in part.written) for part in lasting.parts if part.written)
    assert course.bundle
    assert {ref.id for ref in course.bundle.papers} <= handed_out(lasting)
    assert "zelfdoding" in handed_out(lasting)


def kept(slide: Slide) -> bool:
    return slide.shortening is not None and slide.shortening.how is Late.NEVER


def handed_out(course: Course) -> set[str]:
    return {handout.paper.id for slide in course.slides if not slide.left_out for handout in slide.handouts}


def test_every_change_of_speaker_has_a_cue(course: Course) -> None:
    assert [one.number for one, other in pairwise(course.slides) if one.role != other.role and not one.cue] == []


def test_every_slide_can_be_spoken_from(course: Course) -> None:
    """Something to say or do on each, within its minutes."""
    for slide in course.written:
        assert slide.notes
        assert spoken_words(course, slide) <= 130 * slide.minutes


def test_the_packet_of_the_evening_comes_in_the_order_of_use(course: Course) -> None:
    """Every exercise or sheet in it is used at a slide; a later one never lies above an earlier one."""
    assert course.bundle
    used = [handout.paper.id for slide in course.slides for handout in slide.handouts]
    places = [used.index(each.id) for each in course.bundle.papers]
    assert places == sorted(places)


def test_help_is_near_where_death_is_spoken_of(course: Course) -> None:
    """A slide, case, exercise or sheet that asks about suicide names 1813, or leads to the sheet that does."""
    leads = {"feit:zelfmoordlijn", "blad:zelfdoding"}
    asks = re.compile(r"doodsgedacht|zelfdoding|aan de dood", re.IGNORECASE)
    records = (*course.slides, *course.cases, *course.exercises, *course.sheets)
    for record in records:
        texts = " ".join(item for item in everything(record) if isinstance(item, str))
        linked = any(isinstance(item, Link) and str(item.target) in leads for item in walk(record))
        if asks.search(texts):
            assert linked or "zelfmoordlijn" in texts, record.id


def test_the_sheet_on_suicide_leads_to_help_and_to_action(course: Course) -> None:
    """The sheet that every question about suicide leads to is for everyone, and has what a doctor needs today."""
    [sheet] = [each for each in course.sheets if each.id == "zelfdoding"]
    assert not sheet.for_trainers
    public = (sheet.intro, sheet.sections)
    targets = {str(item.target) for item in walk(public) if isinstance(item, Link)}
    shown = " ".join(item for item in everything(public) if isinstance(item, str))
    for fact in ("zelfmoordlijn", "noodnummer", "advieslijn-suicidepreventie", "arts-in-nood", "crisisteam"):
        assert f"feit:{fact}" in targets or fact in shown, fact
    for word in ("plan", "middelen", "poging", "alcohol", "hoeveelheden", "naaste", "enkele dagen", "psychiater"):
        assert word in shown.lower(), word


def test_every_sign_of_danger_leads_to_what_to_do_today(course: Course) -> None:
    """Each row of what makes it urgent comes back in what to do today, and the five things hold in each of those."""
    [sheet] = [each for each in course.sheets if each.id == "zelfdoding"]
    signs, today = [item for item in walk(sheet.sections) if isinstance(item, Table)]
    assert len(signs.rows) == 7
    self_care, consult, stay = (" ".join(plain(cell) for cell in row) for row in today.rows)
    for sign in ("terugkomen", "een plan", "middelen", "eerdere poging", "drank of pillen", "uitweg", "houvast"):
        assert sign in consult, sign
    for sign in ("ook zonder datum", "uitgewerkt", "binnenkort", "klaarliggen", "geen antwoord", "vertrouwt het niet"):
        assert sign in stay, sign
    assert all("vijf dingen" in row for row in (self_care, consult, stay))
    assert "feit:zelfmoordlijn" in {str(item.target) for item in walk(sheet.intro) if isinstance(item, Link)}


def test_facts_that_are_not_sure_name_who_confirms(course: Course) -> None:
    for entry in (*course.facts, *course.terms, *course.references):
        assert entry.status == "zeker" or entry.confirm_by


def test_exercises_have_their_time_and_number(course: Course) -> None:
    handed = {handout.paper.id: handout for slide in course.slides for handout in slide.handouts}
    for exercise in course.exercises:
        assert isinstance(exercise, Exercise)
        assert exercise.minutes
        counted = exercise.copies or (exercise.id in handed and handed[exercise.id].copies)
        assert bool(counted) == (exercise.id in handed), exercise.id


UNCONFIRMED = re.compile(r"bevestig", re.IGNORECASE)
DIRECTIONS = re.compile(r"^→|\bleest (deel|reactie) \d+ voor\b", re.IGNORECASE)
"""What speakers tell each other: who takes over, and who reads what aloud."""


def projected(canvas: Canvas, wrong: re.Pattern[str]) -> list[str]:
    """Texts of a slide, as the room sees it, that hold what is none of its business."""
    shown = (runs_text(par.runs).replace("\u00a0", " ") for text in texts(canvas) for par in text.pars)
    return [text for text in shown if wrong.search(text)]


def test_no_slide_says_what_is_unconfirmed(course: Course) -> None:
    assert [(slide.number, projected(canvas, UNCONFIRMED)) for _, slide, canvas in canvases(course)] == [
        (slide.number, []) for slide in course.slides
    ]


def test_no_slide_shows_a_stage_direction(course: Course) -> None:
    assert [(slide.number, projected(canvas, DIRECTIONS)) for _, slide, canvas in canvases(course)] == [
        (slide.number, []) for slide in course.slides
    ]


@pytest.mark.parametrize(
    ("sown", "wrong"),
    [
        ("1813 (te bevestigen)", UNCONFIRMED),
        ("→ wissel", DIRECTIONS),
        ("ARTS leest deel 1 voor", DIRECTIONS),
        ("PSYCHOLOOG leest reactie 3 voor", DIRECTIONS),
    ],
)
def test_what_does_not_belong_on_a_slide_is_found_there(sown: str, wrong: re.Pattern[str]) -> None:
    part = samples.part(samples.slide("Kijk", body=samples.say(sown)))
    [(_, _, canvas)] = canvases(samples.course(agenda=(part,)))
    assert projected(canvas, wrong) == [sown]


PICTURES = {"Grafiek", "Meter"}
"""Groups of shapes without a freeform that are pictures too: bars, and the battery."""


def drawn(canvas: Canvas) -> bool:
    """Whether a slide shows what it is about: a diagram, a chart, a face, a photo, or a pictogram of its own.

    Neither the sign beside a question nor those of verdicts count, nor the clock of an exercise.
    """
    if canvas.layout.key.partition("-")[0] in ("exercise", "statements"):
        return False
    groups = [item for item in canvas.items if isinstance(item, Group)]
    freeforms = sum(any(box.shape == "path" for box in group.boxes) for group in groups) - canvas.layout.has("question")
    return freeforms > 0 or bool(canvas.photos) or any(group.name in PICTURES for group in groups)


def test_every_second_slide_shows_what_it_is_about(course: Course) -> None:
    content = [canvas for _, slide, canvas in canvases(course) if not slide.made and slide.kind != DIVIDER]
    assert 2 * sum(map(drawn, content)) >= len(content)
