"""Kind `plan`: blocks with prompts, and a line for each week."""

from __future__ import annotations

from dataclasses import dataclass

from lok.exercises.kind import Kind
from lok.exercises.printing import LEAF, Body, items
from lok.exercises.reading import Headings, Read, free_sections, named, rest
from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section
from lok.problems import Problem
from lok.read.format import FileFormat
from lok.read.keys import Fields
from lok.render.paper.nodes import Facts, Node


@dataclass(frozen=True)
class Plan(ExerciseContent):
    """Blocks with prompts to fill in; the block with id `weekly` has a line for each of `weeks` weeks."""

    blocks: Open[tuple[Section, ...]]
    weekly: Open[str]
    weeks: Open[int]


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Every free section is a block; a key names the one with a line for each week, of 1 to 26 weeks."""
    found = free_sections(headings, fields, problems, "elk blok", "blokken")
    weekly = named(found, fields, "opbouw", problems)
    return Plan(found.sections, weekly.id, fields.whole("weken", 1, 1, 26)), rest(found)


def paper(content: Plan, sections: tuple[Section, ...], known: Facts) -> Body:
    """One leaf, both sides: prompts with lines below them, and a table with a line for each week."""
    drawn = [{**prompts(each, known), "weekly": each.id == content.weekly} for each in content.blocks]
    return Body({"blocks": drawn, "weeks": content.weeks}, LEAF)


def prompts(section: Section, known: Facts) -> Node:
    """A block with its list items, each to be answered, and the blocks below it."""
    found, rest = items(section.blocks, known)
    return {
        "title": section.title,
        "blocks": rest,
        "items": found,
        "children": [prompts(child, known) for child in section.children],
    }


PLAN = Kind(
    name="plan",
    word="plan",
    record=Plan,
    read=read,
    keys=FileFormat("", ("opbouw", "weken")),
    boxes=lambda content: content.blocks,
    paper=paper,
)
