"""Kind `kiezen`: a few of the options, and what is agreed about each."""

from __future__ import annotations

from lok.exercises.choice import options
from lok.exercises.choice.cards import cards
from lok.exercises.choice.reader import read
from lok.exercises.choice.record import Choice, OptionGroup
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
    """A list to tick with a plan below it; on larger paper a poster of the groups."""
    data: Node = {
        "groups": [option_group(each, known) for each in content.groups],
        "most": content.most,
        "agreements": list(content.agreements),
        "review": nodes.section(content.review, known) if content.review else None,
        "after": content.after.text if content.after else "",
    }
    return Body(data, 2 * LEAF)


def option_group(source: OptionGroup, known: Facts) -> Node:
    """A group with its options, each in full and in brief."""
    chosen = [
        {**nodes.section(options.option(each), known), "brief": nodes.blocks(options.brief(each), known)}
        for each in source.options
    ]
    return {**nodes.section(source.section, known), "children": chosen}


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
