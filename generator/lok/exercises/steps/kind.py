"""Kind `stappen`: what to do one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from lok.exercises.flow import Data, asked, task
from lok.exercises.kind import Kind
from lok.exercises.printing import LEAF, Body, placed
from lok.exercises.reading import Headings, Read, free_sections, rest
from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section
from lok.problems import Problem
from lok.read.keys import Fields
from lok.render.paper.nodes import Facts, Node


@dataclass(frozen=True)
class Steps(ExerciseContent):
    """What to do one after the other."""

    editable = True

    steps: Open[tuple[Section, ...]]


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Every free section is a step."""
    found = free_sections(headings, fields, problems, "elke stap", "stappen")
    return Steps(found.sections), rest(found)


def paper(content: Steps, sections: tuple[Section, ...], known: Facts) -> Body:
    """One leaf, both sides where the steps need them."""
    drawn, places = placed(content.steps, known)
    return Body({"steps": drawn}, LEAF, places)


def flow(data: Data) -> list[Node]:
    """The task and the steps, numbered by their titles."""
    numbered = [{**each, "title": f"{n}. {each['title']}"} for n, each in enumerate(data["steps"], start=1)]
    return [*task(data), *asked(numbered)]


STEPS = Kind(
    name="steps",
    word="stappen",
    record=Steps,
    read=read,
    boxes=lambda content: content.steps,
    scenes=True,
    paper=paper,
    flow=flow,
)
