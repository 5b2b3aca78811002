"""What gives against what takes, on paper."""

from __future__ import annotations

from lok.exercises.balance.record import Balance
from lok.exercises.printing import Body, items
from lok.model.text import ListBlock, Section
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node


def paper(content: Balance, sections: tuple[Section, ...], known: Facts) -> Body:
    """A page to work on; a section that is one list asks questions there, any other gets a page of its own."""
    asking = [each for each in sections if is_list(each)]
    pages = [each for each in sections if not is_list(each)]
    data: Node = {
        "plus": {**side(content.plus, known), "where": "plus"},
        "minus": {**side(content.minus, known), "where": "minus"},
        "questions": [questions(each, known) for each in asking],
        "pages": [handed_on(each, known) for each in pages],
    }
    places = {"plus": content.plus.span, "minus": content.minus.span}
    return Body(data, 1 + len(pages), places)


def is_list(section: Section) -> bool:
    """Whether a section is one list and nothing else."""
    return not section.children and len(section.blocks) == 1 and isinstance(section.blocks[0], ListBlock)


def side(section: Section, known: Facts) -> Node:
    """One side with its groups; suggestions without a group make a group without a name."""
    loose, rest = items(section.blocks, known)
    own = [{"title": "", "blocks": [], "items": loose}] if loose or not section.children else []
    return {
        "title": section.title,
        "blocks": rest,
        "groups": own + [each for child in section.children for each in groups(child, known)],
    }


def groups(section: Section, known: Facts) -> list[Node]:
    """A group and, as groups after it, those below it."""
    suggestions, rest = items(section.blocks, known)
    here: Node = {"title": section.title, "blocks": rest, "items": suggestions}
    return [here, *(each for child in section.children for each in groups(child, known))]


def questions(section: Section, known: Facts) -> Node:
    """The list of such a section as questions, each an item of its own."""
    found, _ = items(section.blocks, known)
    return {"title": section.title, "items": found}


def handed_on(section: Section, known: Facts) -> Node:
    """A page to give away: its text above the balance, the facts below it."""
    drawn = nodes.section(section, known)
    found = nodes.blocks(section.blocks, known)
    return {
        **drawn,
        "text": [node for node in found if node["kind"] != "fact"],
        "facts": [node for node in found if node["kind"] == "fact"],
    }
