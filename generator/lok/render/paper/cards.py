"""Sets of cards: sheets and exercises in, the sides of each card as plain data out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lok.derive.card_sheets import on_one_sheet
from lok.derive.people import named_in
from lok.design.pictograms import portrait
from lok.design.signs import signs
from lok.exercises import kind_of
from lok.exercises.printing import Card
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.model.plain import plain
from lok.model.text import Block, Blocks, Link, ListBlock, Paragraph
from lok.render.paper import nodes
from lok.render.paper.document import ANY_NUMBER, WHOLE, Paper
from lok.render.paper.doubts import lines
from lok.render.paper.nodes import Facts, Node
from lok.words import words

NUMBER = re.compile(r"\d[\d ]{2,}$")
"""What people dial."""


def cards(course: Course, sets: Sequence[Exercise | Sheet], known: Facts, copied: bool = False) -> Paper:
    """What sets print together: cards of A6, four on an A4. Where they are `copied`, small sets fill a sheet."""
    found = [(item, place, card) for item in sets for place, card in enumerate(of_set(course, item, known), start=1)]
    drawn = [{**_own(item, place, course), **card.data, "look": card.look} for item, place, card in found]
    times = on_one_sheet(sets[0]) if copied and isinstance(sets[0], Sheet) else 1
    data: Node = {"title": ", ".join(item.title for item in sets), "cards": drawn * times}
    places = {_place(item, place): card.span for item, place, card in found}
    return Paper("cards", data, {WHOLE: sets[0].span, **places}, ANY_NUMBER, tuple(sets))


def of_set(course: Course, item: Exercise | Sheet, known: Facts) -> tuple[Card, ...]:
    """The cards of a set; none of an exercise whose kind has none."""
    if isinstance(item, Sheet):
        return tuple(_votes(item)) if item.votes else tuple(_read(course, item, known))
    kind = kind_of(item.content)
    return kind.cards(item.content, item.sections, known) if kind.cards else ()


def _own(item: Exercise | Sheet, place: int, course: Course) -> Node:
    foot = words("paper")["card_foot"].format(version=course.version, updated=f"{course.updated:%d/%m/%Y}")
    foot = f"{foot} · {course.face.name}" if course.face else foot
    return {"where": _place(item, place), "set": item.title, "foot": foot, "nth": place}


def _place(item: Exercise | Sheet, place: int) -> str:
    return f"{item.id}-{place}"


def _votes(item: Sheet) -> Iterator[Card]:
    """Answers to hold up, each with its sign."""
    for card, sign in zip(item.printed, signs([each.title for each in item.printed]), strict=True):
        data: Node = {"title": card.title, "sign": nodes.figure(sign.figure), "colour": sign.colour}
        yield Card("vote", data, card.span)


def _read(course: Course, item: Sheet, known: Facts) -> Iterator[Card]:
    """Cards to read; a title alone is a question. The pictogram of the set stands on each, or whom its title names."""
    for place, card in enumerate(item.printed):
        front = _blocks(card.blocks, known)
        back = [node for each in card.children for node in _blocks(each.blocks, known)]
        backs = " · ".join(each.title for each in (card, *card.children))
        doubts = {"front_doubts": lines(front, known), "back_doubts": lines(back, known)}
        sides: Node = {"front": front, "back": back, "back_title": backs, **doubts}
        person = named_in(card.title, course.cases)
        face = portrait(person.portrait) if person else None
        drawing = nodes.figure(face) if face else nodes.drawing(item.pictogram)
        data: Node = {"of": "", "title": card.title, **sides, "place": place, "drawing": drawing, "face": bool(face)}
        yield Card("text" if front or back else "lone", data, card.span)


def _blocks(source: Blocks, known: Facts) -> list[Node]:
    """Blocks of a card; a list of numbers to dial stands large."""
    found = ((block, nodes.block(block, known)) for block in source)
    return [{**node, "kind": "numbers"} if _dialled(block) else node for block, node in found if node]


def _dialled(block: Block) -> bool:
    """Whether each item begins with a link that is a number to dial."""
    return isinstance(block, ListBlock) and all(map(_begins_with_number, block.items))


def _begins_with_number(item: Blocks) -> bool:
    first = item[0] if item else None
    opening = first.children[0] if isinstance(first, Paragraph) and first.children else None
    return isinstance(opening, Link) and bool(NUMBER.match(plain(opening.children)))
