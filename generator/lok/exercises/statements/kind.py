"""Kind `uitspraken`: statements to vote on, each with a verdict that comes after."""

from __future__ import annotations

import re

from lok.exercises.kind import Kind
from lok.exercises.printing import LEAF, Body
from lok.exercises.reading import Headings, Read
from lok.exercises.statements.record import Statements
from lok.exercises.statements.slide import SLIDE
from lok.model.exercises import Statement
from lok.model.text import Section
from lok.model.vocabulary import TRAINER
from lok.problems import Code, Problem, did_you_mean, error
from lok.read.format import FileFormat
from lok.read.headings import Outline, blocks, grouped, outline, refuse_answer, refuse_lookalike, word
from lok.read.keys import Fields
from lok.read.scan import Heading
from lok.render.paper.nodes import Facts, Node

KEYS = FileFormat("", ("kies uit",), ("kaarten",), heading_keys=("oordeel",), required_heading_keys=("oordeel",))
"""The keys of the exercise and of each statement."""
VERDICT = re.compile(r"([^()]+?)\s*(?:\(([^()]*)\))?$")
"""How an author writes a verdict: a choice, and a nuance in brackets."""


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Every heading with `##` is a statement with its verdict, except that for trainers."""
    choices = tuple(value.text for value in fields.split("kies uit"))
    trainer: list[Section] = []
    statements: list[Statement] = []
    for heading, below in grouped(headings, 2, problems):
        if word(heading.title) == TRAINER:
            trainer += outline([heading, *below], problems).trainer
        elif not refuse_lookalike(heading, problems):
            statements.append(_statement(heading, below, choices, problems))
    if not statements:
        tip = "geef elke uitspraak een kop met ##"
        problems.append(error(fields.span, Code.NO_STATEMENTS, "deze oefening heeft geen uitspraken", tip))
    held = _held(fields, choices, problems)
    return Statements(choices if statements else (), tuple(statements), held), Outline((), (), tuple(trainer))


def _held(fields: Fields, choices: tuple[str, ...], problems: list[Problem]) -> tuple[str, ...]:
    """The word on the card that one holds up for each choice; () where the author says nothing."""
    held = fields.split("kaarten")
    if held and len(held) != len(choices):
        message = f'"kaarten" telt {len(held)} woorden, "kies uit" {len(choices)}'
        tip = "noem bij elk woord van `kies uit` de kaart die men opsteekt, in dezelfde volgorde"
        problems.append(error(held[0].span, Code.UNKNOWN_VALUE, message, tip))
        return ()
    return tuple(value.text for value in held)


def _statement(heading: Heading, below: Headings, choices: tuple[str, ...], problems: list[Problem]) -> Statement:
    fields = Fields(heading.keys, frozenset(KEYS.heading_keys), heading.span, problems, "bij een uitspraak")
    fields.require(KEYS.required_heading_keys)
    value = fields.value("oordeel")
    match = VERDICT.match(value.text) if value else None
    verdict, nuance = (match.group(1), match.group(2) or "") if match else ("", "")
    if value and verdict.lower() not in [choice.lower() for choice in choices]:
        message = f'"{verdict}" staat niet bij "kies uit"'
        problems.append(error(value.span, Code.UNKNOWN_VALUE, message, did_you_mean(verdict, choices)))
    refuse_answer(below, 3, problems, "bij een uitspraak")
    inner = outline(below, problems, 3)
    for section in inner.sections:
        message = f'onbekende kop "{section.title}" bij een uitspraak'
        problems.append(error(section.span, Code.UNKNOWN_HEADING, message, "hier kan alleen `### Trainer` staan"))
    return Statement(heading.title, verdict, nuance, heading.span, blocks(heading.text, problems), inner.trainer)


def paper(content: Statements, sections: tuple[Section, ...], known: Facts) -> Body:
    """One leaf, both sides; the verdicts stay away."""
    data: Node = {
        "choices": list(content.choices),
        "statements": [each.text for each in content.statements],
    }
    return Body(data, LEAF)


STATEMENTS = Kind(
    name="statements",
    word="uitspraken",
    record=Statements,
    read=read,
    keys=KEYS,
    paper=paper,
    slide=SLIDE,
)
