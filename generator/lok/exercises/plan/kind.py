"""Kind `plan`: blocks with prompts, and a line for each week."""

from __future__ import annotations

from dataclasses import dataclass

from lok.exercises.flow import Data, blank, bold, space, table, task
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
from lok.words import words


@dataclass(frozen=True)
class Plan(ExerciseContent):
    """Blocks with prompts to fill in; the block with id `weekly` has a line for each of `weeks` weeks."""

    editable = True

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


def flow(data: Data) -> list[Node]:
    """The day, the task, and each block: its prompts with a box below each, or a table with a row for each week."""
    parts = [weekly(each, data["weeks"]) if each["weekly"] else prompted(each) for each in data["blocks"]]
    return [blank(words("paper")["date"]), *task(data), *parts]


def prompted(block: Data) -> Node:
    """A block as a section: each prompt with a box below it, one box where it has none."""
    answers = [node for each in block["items"] for node in (*each, space(2))]
    room = answers or ([] if block["children"] else [space()])
    return told(block, room, *map(prompted, block["children"]))


def weekly(block: Data, weeks: int) -> Node:
    """A block as a section: its prompts as a list, and a table with a row for each week."""
    w = words("paper")
    rows = [[bold(str(n)), [], []] for n in range(1, weeks + 1)]
    below = table([w["week"], w["week_work"], w["week_how"]], rows)
    return told(block, listed(block), *(told(each, listed(each)) for each in block["children"]), below)


def listed(block: Data) -> list[Node]:
    """Its prompts as a list."""
    return [{"kind": "list", "ordered": False, "items": block["items"]}] if block["items"] else []


def told(block: Data, below: list[Node], *children: Node) -> Node:
    """A block as a section, with what stands below its own text."""
    return {"kind": "section", "title": block["title"], "blocks": [*block["blocks"], *below], "children": children}


PLAN = Kind(
    name="plan",
    word="plan",
    record=Plan,
    read=read,
    keys=FileFormat("", ("opbouw", "weken")),
    boxes=lambda content: content.blocks,
    paper=paper,
    flow=flow,
)
