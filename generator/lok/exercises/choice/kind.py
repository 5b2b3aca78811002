"""Kind `kiezen`: a few of the options, and what is agreed about each."""

from __future__ import annotations

from lok.exercises.choice import options
from lok.exercises.choice.cards import cards
from lok.exercises.choice.reader import read
from lok.exercises.choice.record import Choice
from lok.exercises.kind import Kind
from lok.exercises.printing import LEAF, Body
from lok.model.text import Section
from lok.read.format import FileFormat
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node


def boxes(content: Choice) -> tuple[Section, ...]:
    """Its groups with their options, and the questions to look back with."""
    return (*map(options.group, content.groups), *((content.review,) if content.review else ()))


def paper(content: Choice, sections: tuple[Section, ...], known: Facts) -> Body:
    """Options to tick, with places for what is chosen where something is agreed; on larger paper a poster."""
    data: Node = {
        "groups": [option_group(content, place, known) for place in range(len(content.groups))],
        "most": content.most,
        "agreements": list(content.agreements),
        "review": nodes.section(content.review, known) if content.review else None,
        "after": content.after.text if content.after else "",
    }
    return Body(data, 2 * LEAF)


def option_group(content: Choice, place: int, known: Facts) -> Node:
    """A group with its options, each in full and in brief, numbered through all groups."""
    own = content.groups[place]
    first = 1 + sum(len(each.options) for each in content.groups[:place])
    chosen = [
        {**nodes.section(options.option(each), known), "lead": options.lead(each), "number": number, "drawing": drawing}
        for number, each in enumerate(own.options, start=first)
        for drawing in (nodes.drawing(own.pictogram),)
    ]
    return {**nodes.section(own.section, known), "children": chosen}


CHOICE = Kind(
    name="choice",
    word="kiezen",
    record=Choice,
    read=read,
    keys=FileFormat(
        "", ("aantal", "kenmerken"), ("afspraken", "datum", "terugkijken", "terugkijken na"), keyed_level=3
    ),
    naming="kenmerken",
    boxes=boxes,
    scripts=("calendar",),
    helpers={"as_section": options.option},
    paper=paper,
    cards=cards,
)
