"""Which exercises and cases have answers to print, and which exercises a marker can draw."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from lok.derive import worth_printing
from lok.model.course import Course, Slide
from lok.model.exercises import ExerciseContent
from lok.model.library import Exercise
from lok.model.ref import Ref, RefKind

ANSWER = samples.say("Zo kan het ook.")


def course(*items: Exercise, slides: tuple[Slide, ...] = (), **changes: object) -> Course:
    return samples.course(*items, agenda=(samples.part(*slides),), **changes)


def answered(exercise: Exercise, *slides: Slide) -> bool:
    return worth_printing.answered_exercises(course(exercise, slides=slides)) == (exercise,)


def test_statements_have_answers_and_empty_forms_have_none() -> None:
    assert answered(samples.exercise(samples.statements("De maan is rond.")))
    assert not answered(samples.exercise(samples.statements()))
    assert not answered(samples.exercise(samples.columns("Links", "Rechts")))


def test_a_possible_answer_is_found_wherever_it_stands() -> None:
    deep = samples.section("A", children=(replace(samples.section("B"), answer=ANSWER),))
    assert answered(samples.exercise(samples.columns("Links"), deep))
    assert answered(replace(samples.exercise(samples.columns("Links")), answer=ANSWER))


def test_what_a_slide_shows_after_a_click_is_an_answer_to_its_exercise() -> None:
    exercise = samples.exercise(samples.columns("Links"))
    about = samples.slide(exercise=Ref(RefKind.EXERCISE, "oefening", samples.span()))
    assert not answered(exercise, about)
    assert answered(exercise, replace(about, reveal=ANSWER))
    assert not answered(exercise, samples.slide(reveal=ANSWER))


def test_a_slide_about_both_answers_the_exercise_and_not_the_case() -> None:
    exercise, case = samples.exercise(samples.columns("Links")), samples.case(samples.fragment())
    here = Ref(RefKind.CASE, "iemand", samples.span(), "deel-1")
    alone = samples.slide(case=here, reveal=ANSWER)
    both = replace(alone, exercise=Ref(RefKind.EXERCISE, "oefening", samples.span()))
    assert worth_printing.answered_cases(course(exercise, slides=(alone,), cases=(case,))) == (case,)
    assert worth_printing.answered_cases(course(exercise, slides=(both,), cases=(case,))) == ()
    assert answered(exercise, both)


def test_trainer_text_below_a_heading_that_says_possible_is_an_answer() -> None:
    case = samples.case(samples.fragment())
    model = samples.section("Mogelijke indeling", *ANSWER)
    inside = samples.section("Trainer", children=(samples.section("Achtergrond"), model))
    assert worth_printing.answered_cases(course(cases=(case,))) == ()
    assert worth_printing.possible((inside,)) == (model,)
    with_model = replace(case, trainer=(inside,))
    assert worth_printing.answered_cases(course(cases=(with_model,))) == (with_model,)


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        (samples.columns("A", "B"), True),
        (samples.balance(), True),
        (samples.matrix(), True),
        (samples.spaces("A", "B"), True),
        (samples.steps("A"), False),
        (samples.plan(), False),
        (samples.statements("A"), False),
        (samples.scores(), False),
    ],
    ids=lambda each: type(each).__name__,
)
def test_a_fitting_form_is_drawn_where_it_hangs_on_the_wall_or_stands_on_a_slide(
    content: ExerciseContent, fits: bool
) -> None:
    small = samples.exercise(content)
    shown = samples.slide(exercise=Ref(RefKind.EXERCISE, "oefening", samples.span()))
    assert worth_printing.drawn(course(small)) == ()
    assert bool(worth_printing.drawn(course(small, slides=(shown,)))) is fits
    assert bool(worth_printing.drawn(course(replace(small, paper=("a4", "a1"))))) is fits
