"""Kind `balans`: what gives against what takes."""

from __future__ import annotations

from lok.exercises.balance.paper import paper
from lok.exercises.balance.record import Balance
from lok.exercises.balance.slide import SLIDE
from lok.exercises.kind import Kind
from lok.exercises.reading import Headings, Read, named
from lok.exercises.sketching import Sketch, names, say
from lok.problems import Problem
from lok.read.format import FileFormat
from lok.read.headings import Outline, outline
from lok.read.keys import Fields


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = outline(headings, problems)
    sides = [named(found, fields, name, problems) for name in ("plus", "min")]
    rest = tuple(section for section in found.sections if section not in sides)
    return Balance(*sides), Outline(rest, found.answer, found.trainer)


def sketch(content: Balance) -> Sketch:
    steps = (say("gauge"), say("gives", name=content.plus.title), say("takes", name=content.minus.title))
    return Sketch({"form": "balance", "heads": names((content.plus, content.minus))}, steps, last="fill")


BALANCE = Kind(
    name="balance",
    word="balans",
    record=Balance,
    read=read,
    keys=FileFormat("", ("plus", "min")),
    boxes=lambda content: (content.plus, content.minus),
    paper=paper,
    sketch=sketch,
    slide=SLIDE,
)
