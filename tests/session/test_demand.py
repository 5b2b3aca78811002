"""What a slide asks of the clock, and what two who read aloud together find in the notes of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

import samples
from lok.model.course import Course, Handout, Note, Slide
from lok.model.library import Copies
from lok.model.plain import plain
from lok.model.ref import Ref, RefKind
from lok.model.text import Paragraph, Plain, Strong
from lok.session.demand import demands
from lok.session.lookup import lookup
from lok.session.notes import Notes
from lok.session.speech import has_words, spoken_words

HERE = Ref(RefKind.EXERCISE, "oefening", samples.span())
TALK = tuple(
    Paragraph((Strong((Plain(f"{who}:"),)), Plain(f" {said}")))
    for who, said in (("Zij", "Hoe gaat het?"), ("Hij", "Druk."), ("Zij", "Hoe druk?"))
)


def asked(slide: Slide, **records: object) -> dict[str, Decimal]:
    course = course_of(slide, **records)
    return {each.what: each.seconds for each in demands(course, lookup(course), slide)}


def course_of(slide: Slide, **records: object) -> Course:
    return replace(samples.course(), agenda=(samples.part(slide),), **records)  # type: ignore[arg-type]


def said(words: int) -> Note:
    return Note("zeg", "", samples.say(" ".join(["woord"] * words)), samples.span())


def test_words_take_their_time() -> None:
    assert asked(samples.slide(notes=(said(130),))) == {"130 woorden spreken of voorlezen": 60}
    assert asked(samples.slide()) == {}


@pytest.mark.parametrize(("copies", "seconds"), [(None, 30), (Copies(1, 1, ""), 30), (Copies(2, 0, ""), None)])
def test_handing_out_takes_half_a_minute_unless_one_lies_ready(copies: Copies | None, seconds: int | None) -> None:
    given = Handout(Ref(RefKind.PAPER, "blad", samples.span()), copies)
    assert asked(samples.slide(handouts=(given,))).get("uitdelen") == seconds


def test_each_statement_takes_twenty_seconds() -> None:
    exercise = samples.exercise(samples.statements("Een", "Twee", "Drie"))
    assert asked(samples.slide(exercise=HERE), exercises=(exercise,))["3 uitspraken"] == 60


@pytest.mark.parametrize(("minutes", "counted"), [("3", True), ("9", False)])
def test_an_exercise_takes_its_own_minutes_unless_it_is_done_elsewhere(minutes: str, counted: bool) -> None:
    exercise = replace(samples.exercise(samples.steps("Zoek")), minutes=Decimal(minutes))
    slide = replace(samples.slide(exercise=HERE), minutes=Decimal(4))
    assert ("de oefening" in asked(slide, exercises=(exercise,))) is counted


def test_who_reads_together_has_the_lines_whoever_leads_the_slide() -> None:
    slide = replace(samples.slide(kind="gesprek", body=TALK), role=samples.course().roles[0])
    course = course_of(slide)
    known = lookup(course)
    for role in course.roles:
        notes = Notes(known, slide, role.id)
        told = tuple(notes.listening() if notes.listens else notes.speaking())
        assert [plain(each.blocks) for each in told if each.aloud] == [plain(TALK)]
    assert spoken_words(course, slide) == 9
    assert has_words(slide)


def test_a_slide_with_text_alone_gives_nobody_words() -> None:
    assert not has_words(samples.slide(body=samples.say("Kijk.")))
    assert has_words(samples.slide(body=samples.say("Kijk."), notes=(said(1),)))
    assert has_words(samples.slide(kind="tussentitel"))
