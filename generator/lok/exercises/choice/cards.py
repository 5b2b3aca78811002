"""Options as cards to choose from: a band in the colour of the group, what it is and how, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lok.derive.card_sheets import CELLS
from lok.exercises.choice import options
from lok.exercises.choice.record import Choice, Option, OptionGroup
from lok.exercises.printing import Card
from lok.model.text import Plain, Section
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node
from lok.words import capitalised, words

SIGNS: Mapping[str, str] = MappingProxyType({"tijd": "klok", "duur": "klok", "hoe vaak": "agenda", "wie": "groep"})
"""The pictogram that stands beside a short property of this name."""
AIM = ("doel", "waarom")
"""Names of the property that says what it is good for."""


def cards(content: Choice, sections: tuple[Section, ...], known: Facts) -> tuple[Card, ...]:
    """An option on each, numbered through all groups; a place that is left on the last sheet is for one's own."""
    pairs = [(place, one) for place, each in enumerate(content.groups) for one in each.options]
    made = tuple(
        Card("action", {**group(content, place), **option(one, known), "number": number}, one.section.span)
        for number, (place, one) in enumerate(pairs, start=1)
    )
    own = Card("own", {"title": words("paper")["own_idea"]}, made[-1].span) if made and len(made) % CELLS else None
    return (*made, own) if own else made


def group(content: Choice, place: int) -> Node:
    """What all cards of a group share: its name, its place among the groups, and its pictogram or None."""
    own: OptionGroup = content.groups[place]
    drawn = nodes.drawing(own.pictogram)
    return {"group": own.section.title, "place": place, "groups": len(content.groups), "drawing": drawn}


def option(source: Option, known: Facts) -> Node:
    """An option in the pieces that a card shows: what, how, short facts and the aim."""
    others = source.properties[1:]
    aims = [text for name, text in others if name in AIM]
    facts = [item for item in others if item[0] in SIGNS or (item in options.short(source) and item[0] not in AIM)]
    said = [item for item in others if item not in facts and item[0] not in AIM]
    return {
        "title": source.section.title,
        "lead": options.lead(source),
        "body": [*_said(said, known), *nodes.blocks(source.section.blocks, known)],
        "facts": [fact(*item) for item in facts],
        "aim": aims[0] if aims else "",
        "aim_drawing": nodes.drawing("idee"),
    }


def _said(properties: list[tuple[str, str]], known: Facts) -> Iterator[Node]:
    """Long properties: the first follows what it is without its name, others have theirs."""
    for place, (name, text) in enumerate(properties):
        inlines = options.named(name, text) if place else (Plain(text),)
        yield {"kind": "paragraph", "inlines": nodes.inlines(inlines, known)}


def fact(name: str, text: str) -> Node:
    """A short property: with a pictogram where its name has one, else with its name."""
    drawn = nodes.drawing(SIGNS.get(name, ""))
    return {"text": text if drawn else f"{capitalised(name)}: {text}", "name": name, "drawing": drawn}
