"""Sets of cards: sheets of them in, fronts and backs as plain data out."""

from __future__ import annotations

from collections.abc import Sequence

from lok.model.course import Course
from lok.model.library import Sheet
from lok.model.text import Section
from lok.render.paper import nodes
from lok.render.paper.document import ANY_NUMBER, WHOLE, Paper
from lok.render.paper.doubts import lines
from lok.render.paper.nodes import Facts, Node
from lok.words import words


def cards(course: Course, sets: Sequence[Sheet], known: Facts) -> Paper:
    """What sets print together: cards of A6, each on half of an A4 at most."""
    found = [(item, number, card) for item in sets for number, card in enumerate(item.printed, start=1)]
    version, updated = course.version, f"{course.updated:%d/%m/%Y}"
    data: Node = {
        "title": ", ".join(item.title for item in sets),
        "foot": words("paper")["card_foot"].format(version=version, updated=updated),
        "cards": [_card(item, number, card, known) for item, number, card in found],
    }
    places = {_place(item, number): card.span for item, number, card in found}
    return Paper("cards", data, {WHOLE: sets[0].span, **places}, ANY_NUMBER, tuple(sets))


def _card(item: Sheet, number: int, card: Section, known: Facts) -> Node:
    front = nodes.blocks(card.blocks, known)
    back = [node for child in card.children for node in nodes.blocks(child.blocks, known)]
    return {
        "where": _place(item, number),
        "set": item.title,
        "number": number,
        "title": card.title,
        "front": front,
        "front_doubts": lines(front, known),
        "back_title": " · ".join(each.title for each in (card, *card.children)),
        "back": back,
        "back_doubts": lines(back, known),
    }


def _place(item: Sheet, number: int) -> str:
    return f"{item.id}-{number}"
