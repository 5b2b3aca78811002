"""What an exercise puts on its paper: a record in, plain data and the places of its boxes out.

Neither answers nor trainer text come along; what a reader fills in stays empty.
"""

from __future__ import annotations

from decimal import Decimal

from lok.exercises import kind_of
from lok.exercises.printing import LEAF
from lok.model.library import Exercise
from lok.render.paper import nodes
from lok.render.paper.document import Paper
from lok.render.paper.nodes import Facts, Node
from lok.words import words


def exercise(item: Exercise, known: Facts) -> Paper:
    """The paper of its kind; where that has none, what the exercise is made of is printed to be read."""
    kind = kind_of(item.content)
    start: Node = {"label": label(item.minutes), "task": nodes.blocks(item.task, known)}
    start["sections"] = [nodes.section(each, known) for each in item.sections]
    if kind.paper is None:
        read = (*kind.boxes(item.content), *item.sections)
        return Paper("sheet", {**start, "sections": [nodes.section(each, known) for each in read]}, {}, LEAF)
    body = kind.paper(item.content, item.sections, known)
    return Paper(f"/exercises/{kind.name}/paper", {**start, **body.data}, body.places, body.pages)


def label(minutes: Decimal | None) -> str:
    """What stands above the title of an exercise: that it is one, and how long it takes."""
    names = words("paper")
    if minutes is None:
        return names["exercise"]
    number = f"{minutes.normalize():f}".replace(".", ",")
    return names["exercise_one" if minutes == 1 else "exercise_timed"].format(minutes=number)
