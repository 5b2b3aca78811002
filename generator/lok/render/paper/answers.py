"""Answers on a sheet of their own: verdicts with why, possible answers, and what slides show after a click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lok.derive import worth_printing
from lok.exercises import kind_of
from lok.model.course import Course
from lok.model.exercises import Statement
from lok.model.library import Case, Exercise
from lok.model.text import Section
from lok.render.paper import nodes
from lok.render.paper.document import ANY_NUMBER, Document, Paper
from lok.render.paper.nodes import Facts, Node
from lok.render.paper.records import fragment_title
from lok.render.paper.session_paper import Generated, Owner, SessionPaper
from lok.render.paper.slides import name
from lok.words import words


def for_exercise(course: Course, made: Generated) -> Document:
    """The answers of the exercise that `made` names. Raises StopIteration where the course has no such exercise."""
    exercise = next(each for each in course.exercises if each.id == made.owner)
    known, content = nodes.facts(course), exercise.content
    nested = (*answered(kind_of(content).boxes(content), known), *answered(exercise.sections, known))
    whole = [titled("", nodes.blocks(exercise.answer, known))] if exercise.answer else []
    sections = [*nested, *whole, *revealed(course, exercise, known)]
    return document(made, exercise.title, [verdict(each, known) for each in content.judged], sections, exercise)


def for_case(course: Course, made: Generated) -> Document:
    """The answers of the case that `made` names. Raises StopIteration where the course has no such case."""
    case = next(each for each in course.cases if each.id == made.owner)
    known = nodes.facts(course)
    told = [titled(fragment_title(each), nodes.blocks(each.answer, known)) for each in case.fragments if each.answer]
    models = [nodes.section(each, known) for each in worth_printing.possible(case.trainer)]
    return document(made, case.name, [], [*models, *told, *revealed(course, case, known)], case)


def document(
    made: Generated, title: str, verdicts: list[Node], sections: list[Node], item: Exercise | Case
) -> Document:
    """One paper of answers: verdicts first, then sections."""
    data: Node = {
        "label": words("paper")["answers_label"],
        "title": title,
        "verdicts": verdicts,
        "short": isinstance(item, Exercise) and kind_of(item.content).short_answers,
        "sections": sections,
    }
    paper = Paper(made.paper.template, data, {}, ANY_NUMBER, (item,))
    return Document(made.download.title, "", made.download.size, (paper,))


def verdict(source: Statement, known: Facts) -> Node:
    """A statement with its verdict and why."""
    return {
        "text": source.text,
        "verdict": source.verdict,
        "nuance": source.nuance,
        "why": nodes.blocks(source.explanation, known),
    }


def answered(sections: Iterable[Section], known: Facts) -> Iterator[Node]:
    """The sections with a possible answer, and those around them."""
    for each in sections:
        children = list(answered(each.children, known))
        if each.answer or children:
            yield titled(each.title, nodes.blocks(each.answer, known), children)


def revealed(course: Course, item: Exercise | Case, known: Facts) -> Iterator[Node]:
    """What slides about it show after a click, under the name of the slide."""
    for slide in worth_printing.revealing(course, item):
        yield titled(name(slide), nodes.blocks(slide.reveal, known))


def titled(title: str, blocks: list[Node], children: list[Node] | None = None) -> Node:
    """Blocks under a title, as a template lays out a section."""
    return {"kind": "section", "title": title, "blocks": blocks, "children": children or []}


def with_answers(course: Course) -> tuple[Owner, ...]:
    """Each exercise that has a paper of answers."""
    return tuple((each.id, each.title) for each in worth_printing.answered_exercises(course))


def cases_with_answers(course: Course) -> tuple[Owner, ...]:
    """Each case that has one."""
    return tuple((each.id, each.name) for each in worth_printing.answered_cases(course))


OF_EXERCISES = SessionPaper("answers", template="answers", make=for_exercise, owners=with_answers, endless=True)
OF_CASES = SessionPaper("case_answers", template="answers", make=for_case, owners=cases_with_answers, endless=True)
