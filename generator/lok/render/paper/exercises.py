"""What an exercise puts on its paper: a record in, plain data and the places of its boxes out.

Neither answers nor trainer text come along; what a reader fills in stays empty.
"""

from __future__ import annotations

from decimal import Decimal

from lok.derive.task_cases import cases
from lok.design.pictograms import portrait
from lok.exercises import kind_of
from lok.exercises.printing import LEAF
from lok.model.course import Course
from lok.model.library import Exercise
from lok.render.paper import heads, nodes
from lok.render.paper.document import Paper
from lok.render.paper.nodes import Facts, Node
from lok.words import format_number, words


def exercise(course: Course, item: Exercise, known: Facts) -> Paper:
    """The paper of its kind; where that has none, what the exercise is made of is printed to be read."""
    kind = kind_of(item.content)
    start: Node = {**about(course, item), "task": nodes.blocks(item.task, known)}
    start["sections"] = [nodes.section(each, known) for each in item.sections]
    if kind.paper is None:
        read = (*kind.boxes(item.content), *item.sections)
        return Paper("sheet", {**start, "sections": [nodes.section(each, known) for each in read]}, {}, LEAF)
    body = kind.paper(item.content, item.sections, known)
    return Paper(f"/exercises/{kind.name}/paper", {**start, **body.data}, body.places, body.pages)


def about(course: Course, item: Exercise) -> Node:
    """What the head of the sheet tells beside its title: how long, with whom, and who or what it is about."""
    told = cases(course, item.task)
    face = portrait(told[0].portrait) if told and not item.pictogram else None
    return {
        "tags": [*heads.kind("exercise", "schrijven"), *lasts(item.minutes), *heads.shared(item.copies)],
        "drawing": nodes.figure(face) if face else nodes.drawing(item.pictogram),
        "case": bool(told),
    }


def lasts(minutes: Decimal | None) -> list[Node]:
    """How long it takes, where the author says so."""
    if minutes is None:
        return []
    said = words("paper")["minutes_one" if minutes == 1 else "minutes_more"]
    return [heads.mark("klok", said.format(minutes=format_number(minutes)))]
