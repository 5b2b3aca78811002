"""Kind `gesprek`: each of two sides chooses questions in advance, and together they agree on something."""

from __future__ import annotations

from lok.exercises.conversation import questions
from lok.exercises.conversation.cards import cards
from lok.exercises.conversation.reader import read
from lok.exercises.conversation.record import Conversation, Theme
from lok.exercises.kind import Kind
from lok.exercises.printing import LEAF, Body
from lok.model.text import Section
from lok.model.vocabulary import PICTOGRAM
from lok.read.format import FileFormat
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node


def paper(content: Conversation, sections: tuple[Section, ...], known: Facts) -> Body:
    """Questions with a box to tick for each side, what stands beside them, and lines for what is agreed."""
    data: Node = {
        "sides": list(content.sides),
        "themes": [theme(each, known) for each in content.themes],
        "beside": [nodes.section(each, known) for each in sections],
        "agreements": list(content.agreements),
    }
    return Body(data, 2 * LEAF)


def theme(source: Theme, known: Facts) -> Node:
    """A theme with the code and blocks of each question."""
    asked = [{"code": each.code, "blocks": nodes.blocks(each.blocks, known)} for each in source.questions]
    return {**nodes.section(source.section, known), "code": source.code, "questions": asked}


CONVERSATION = Kind(
    name="conversation",
    word="gesprek",
    record=Conversation,
    read=read,
    keys=FileFormat("", ("kiezers",), ("afspraken", "datum"), heading_keys=("code", PICTOGRAM)),
    boxes=lambda content: tuple(map(questions.theme, content.themes)),
    keeps=False,
    beside=True,
    helpers={"coded": questions.coded},
    paper=paper,
    cards=cards,
)
