"""A conversation as cards: each question on one of its own, and what lies beside it on cards to read."""

from __future__ import annotations

from collections.abc import Iterator

from lok.exercises.conversation.record import Conversation, Theme
from lok.exercises.printing import Card
from lok.model.plain import plain
from lok.model.text import Section
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node


def cards(content: Conversation, sections: tuple[Section, ...], known: Facts) -> tuple[Card, ...]:
    """Every question, then what stands beside the conversation."""
    asked = [each for place, theme in enumerate(content.themes) for each in questions(theme, place, known)]
    return (*asked, *(card for section in sections for card in beside(section, known)))


def questions(theme: Theme, place: int, known: Facts) -> Iterator[Card]:
    """The questions of a theme, each with what introduces the theme; `place` decides the colour."""
    own = theme.section
    shared: Node = {
        "title": own.title,
        "intro": nodes.blocks(own.blocks, known),
        "place": place,
        "drawing": nodes.drawing(theme.pictogram or "praten"),
    }
    for each in theme.questions:
        asked: Node = {"code": each.code, "question": nodes.blocks(each.blocks, known), "plain": plain(each.blocks)}
        yield Card("question", {**shared, **asked}, own.span)


def beside(source: Section, known: Facts) -> Iterator[Card]:
    """One card to read, or one for each section below under the name of what it belongs to."""
    if source.blocks and not source.children:
        yield _read(source, "", known)
    for each in source.children:
        yield _read(each, source.title, known)


def _read(source: Section, of: str, known: Facts) -> Card:
    data: Node = {"of": of, "title": source.title, "front": nodes.blocks(source.blocks, known), "back": []}
    return Card("text", data, source.span)
