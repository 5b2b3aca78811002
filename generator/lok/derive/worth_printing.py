"""What in a course is worth a paper of its own: exercises and cases with answers, exercises that a trainer draws."""

from __future__ import annotations

from collections.abc import Iterable

from lok.model.course import Course, Slide
from lok.model.library import Case, Exercise, Fragment
from lok.model.names import fold
from lok.model.text import Section
from lok.model.vocabulary import ANSWER
from lok.model.walk import walk

POSSIBLE = ANSWER.split()[0]
"""A heading of trainer text that begins so is above a possible answer."""
LARGE = {"a3", "a1"}


def answered_exercises(course: Course) -> tuple[Exercise, ...]:
    """Those with a verdict, a possible answer or something that a slide shows after a click."""
    return tuple(each for each in course.exercises if exercise_answered(each) or any(revealing(course, each)))


def exercise_answered(exercise: Exercise) -> bool:
    answers = any(isinstance(each, Section) and each.answer for each in walk(exercise))
    return bool(exercise.content.judged or exercise.answer or answers)


def answered_cases(course: Course) -> tuple[Case, ...]:
    return tuple(each for each in course.cases if case_answered(each) or any(revealing(course, each)))


def case_answered(case: Case) -> bool:
    told = any(isinstance(each, Fragment) and each.answer for each in case.fragments)
    return told or any(possible(case.trainer))


def possible(trainer: Iterable[Section]) -> tuple[Section, ...]:
    """The sections of trainer text that hold a possible answer, by their heading."""
    children = (child for section in trainer for child in (section, *section.children))
    return tuple(each for each in children if fold(each.title).startswith(POSSIBLE))


def revealing(course: Course, item: Exercise | Case) -> tuple[Slide, ...]:
    """The slides about an exercise, or about a case and no exercise, that show something after a click."""
    return tuple(slide for slide in course.slides if slide.reveal and about(slide, item))


def about(slide: Slide, item: Exercise | Case) -> bool:
    if isinstance(item, Exercise):
        return slide.exercise is not None and slide.exercise.id == item.id
    return slide.exercise is None and slide.case is not None and slide.case.id == item.id


def drawn(course: Course) -> tuple[Exercise, ...]:
    """Exercises that may be drawn on a flipchart: of a fitting form, on large paper or on a slide."""
    on_slides = {slide.exercise.id for slide in course.slides if slide.exercise}
    return tuple(
        each for each in course.exercises if each.content.drawable and (LARGE & set(each.paper) or each.id in on_slides)
    )
