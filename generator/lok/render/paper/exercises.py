"""What each kind of exercise puts on its paper: a record in, plain data and the places of its boxes out.

Neither answers nor trainer text come along; what a reader fills in stays empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lok.derive import options
from lok.derive import scores as arithmetic
from lok.model.course import Exercise
from lok.model.exercises import (
    Balance,
    Choice,
    Columns,
    Conversation,
    Matrix,
    OptionGroup,
    Plan,
    Scores,
    Spaces,
    Statements,
    Steps,
    Theme,
)
from lok.model.place import Span
from lok.model.text import Block, ListBlock, Section
from lok.render.paper import nodes
from lok.render.paper.document import Paper
from lok.render.paper.nodes import Facts, Node
from lok.words import words

LEAF = 2
"""The pages of one leaf, printed on both sides."""


def exercise(item: Exercise, known: Facts) -> Paper:
    start = {"label": label(item.minutes), "task": nodes.blocks(item.task, known)}
    match item.content:
        case Columns() as content:
            body = columns(content, item.sections, known)
        case Balance() as content:
            body = balance(content, item.sections, known)
        case Statements() as content:
            body = statements(content, item.sections, known)
        case Spaces() as content:
            body = spaces(content, known)
        case Steps() as content:
            body = steps(content, known)
        case Matrix() as content:
            body = matrix(content, known)
        case Plan() as content:
            body = plan(content, known)
        case Scores() as content:
            body = scores(content, known)
        case Choice() as content:
            body = choice(content, known)
        case Conversation() as content:
            body = conversation(content, item.sections, known)
    rest: Node = {"sections": [nodes.section(each, known) for each in item.sections]}
    return Paper(body.template, {**start, **rest, **body.data}, body.places, body.pages)


def label(minutes: Decimal | None) -> str:
    """What stands above the title of an exercise: that it is one, and how long it takes."""
    names = words("paper")
    if minutes is None:
        return names["exercise"]
    number = f"{minutes.normalize():f}".replace(".", ",")
    return names["exercise_one" if minutes == 1 else "exercise_timed"].format(minutes=number)


def columns(content: Columns, sections: tuple[Section, ...], known: Facts) -> Paper:
    """One page to fill in; sections besides the columns follow on a second one."""
    names = [f"column-{index}" for index in range(len(content.columns))]
    drawn = [{**nodes.section(each, known), "where": name} for each, name in zip(content.columns, names, strict=True)]
    places = {name: each.span for each, name in zip(content.columns, names, strict=True)}
    data: Node = {"columns": drawn, "sections": [nodes.section(each, known) for each in sections]}
    return Paper("columns", data, places, 2 if sections else 1)


def statements(content: Statements, sections: tuple[Section, ...], known: Facts) -> Paper:
    """One leaf, both sides; the verdicts stay away."""
    data: Node = {
        "choices": [nodes.one_line(choice) for choice in content.choices],
        "statements": [nodes.one_line(each.text) for each in content.statements],
        "sections": [nodes.section(each, known) for each in sections],
    }
    return Paper("statements", data, {}, 2)


# --- balance --------------------------------------------------------------------------------------------------------


def balance(content: Balance, sections: tuple[Section, ...], known: Facts) -> Paper:
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
    return Paper("balance", data, places, 1 + len(pages))


def is_list(section: Section) -> bool:
    return not section.children and len(section.blocks) == 1 and isinstance(section.blocks[0], ListBlock)


def side(section: Section, known: Facts) -> Node:
    """One side with its groups; suggestions without a group make a group without a name."""
    loose, rest = items(section.blocks, known)
    own = [{"title": "", "blocks": [], "items": loose}] if loose or not section.children else []
    return {
        "title": nodes.one_line(section.title),
        "blocks": rest,
        "groups": own + [each for child in section.children for each in groups(child, known)],
    }


def groups(section: Section, known: Facts) -> list[Node]:
    """A group and, as groups after it, those below it."""
    suggestions, rest = items(section.blocks, known)
    here: Node = {"title": nodes.one_line(section.title), "blocks": rest, "items": suggestions}
    return [here, *(each for child in section.children for each in groups(child, known))]


def items(source: tuple[Block, ...], known: Facts) -> tuple[list[list[Node]], list[Node]]:
    """The list items, each as blocks, and what stands besides the lists."""
    lists = [block for block in source if isinstance(block, ListBlock)]
    others = tuple(block for block in source if not isinstance(block, ListBlock))
    return [nodes.blocks(item, known) for each in lists for item in each.items], nodes.blocks(others, known)


def questions(section: Section, known: Facts) -> Node:
    found, _ = items(section.blocks, known)
    return {"title": nodes.one_line(section.title), "items": found}


def handed_on(section: Section, known: Facts) -> Node:
    """A page to give away: its text above the balance, the facts below it."""
    drawn = nodes.section(section, known)
    found = nodes.blocks(section.blocks, known)
    return {
        **drawn,
        "text": [node for node in found if node["kind"] != "fact"],
        "facts": [node for node in found if node["kind"] == "fact"],
    }


# --- fields, steps and tables to fill in ----------------------------------------------------------------------------


def placed(sections: tuple[Section, ...], known: Facts) -> tuple[list[Node], Mapping[str, Span]]:
    """The nodes of some sections, each with the name of its box, and the author's line of each box."""
    names = [f"box-{index}" for index in range(len(sections))]
    drawn = [{**nodes.section(each, known), "where": name} for each, name in zip(sections, names, strict=True)]
    return drawn, {name: each.span for each, name in zip(sections, names, strict=True)}


def spaces(content: Spaces, known: Facts) -> Paper:
    """One page with a box for each field."""
    drawn, places = placed(content.fields, known)
    return Paper("spaces", {"across": content.across, "fields": drawn}, places, 1)


def steps(content: Steps, known: Facts) -> Paper:
    """One leaf, both sides where the steps need them."""
    drawn, places = placed(content.steps, known)
    return Paper("steps", {"steps": drawn}, places, LEAF)


def matrix(content: Matrix, known: Facts) -> Paper:
    """One page; a possible filling of the rows stays away."""
    drawn, places = placed(content.rows, known)
    marks = [nodes.one_line(mark) for mark in content.marks]
    data: Node = {
        "columns": [nodes.one_line(column) for column in content.columns],
        "marks": [{"sign": sign, "name": name} for sign, name in zip(signs(marks), marks, strict=True)],
        "rows": drawn,
    }
    return Paper("matrix", data, places, 1)


def signs(marks: Sequence[str]) -> list[str]:
    """What to write for each mark: as many of its first letters as tell it from the others."""
    return [sign(mark, [other for other in marks if other != mark]) for mark in marks]


def sign(mark: str, others: Sequence[str]) -> str:
    starts = (mark[:length] for length in range(1, len(mark) + 1))
    alone = (start for start in starts if not any(other.lower().startswith(start.lower()) for other in others))
    return next(alone, mark).capitalize()


def plan(content: Plan, known: Facts) -> Paper:
    """One leaf, both sides: prompts with lines below them, and a table with a line for each week."""
    drawn = [{**prompts(each, known), "weekly": each.id == content.weekly} for each in content.blocks]
    return Paper("plan", {"blocks": drawn, "weeks": content.weeks}, {}, LEAF)


def prompts(section: Section, known: Facts) -> Node:
    """A block with its list items, each to be answered, and the blocks below it."""
    found, rest = items(section.blocks, known)
    return {
        "title": nodes.one_line(section.title),
        "blocks": rest,
        "items": found,
        "children": [prompts(child, known) for child in section.children],
    }


# --- choices --------------------------------------------------------------------------------------------------------


def choice(content: Choice, known: Facts) -> Paper:
    """A list to tick with a plan below it; on larger paper a poster of the groups."""
    data: Node = {
        "groups": [option_group(each, known) for each in content.groups],
        "most": content.most,
        "agreements": [nodes.one_line(each) for each in content.agreements],
        "review": nodes.section(content.review, known) if content.review else None,
        "after": nodes.one_line(content.after.text) if content.after else "",
    }
    return Paper("choice", data, {}, 2 * LEAF)


def option_group(source: OptionGroup, known: Facts) -> Node:
    chosen = [
        {**nodes.section(options.option(each), known), "brief": nodes.blocks(options.brief(each), known)}
        for each in source.options
    ]
    return {**nodes.section(source.section, known), "children": chosen}


def conversation(content: Conversation, sections: tuple[Section, ...], known: Facts) -> Paper:
    """Questions with a box to tick for each side, what stands beside them, and lines for what is agreed."""
    data: Node = {
        "sides": [nodes.one_line(each) for each in content.sides],
        "themes": [theme(each, known) for each in content.themes],
        "beside": [nodes.section(each, known) for each in sections],
        "agreements": [nodes.one_line(each) for each in content.agreements],
    }
    return Paper("conversation", data, {}, 2 * LEAF)


def theme(source: Theme, known: Facts) -> Node:
    asked = [{"code": each.code, "blocks": nodes.blocks(each.blocks, known)} for each in source.questions]
    return {**nodes.section(source.section, known), "code": source.code, "questions": asked}


# --- scores ---------------------------------------------------------------------------------------------------------


def scores(content: Scores, known: Facts) -> Paper:
    """One leaf: a table for each version of the form, and what the author explains."""
    return Paper("scores", {"forms": [form(each, known) for each in arithmetic.forms(content)]}, {}, LEAF)


def form(source: arithmetic.ScoreSheet, known: Facts) -> Node:
    """One version: its scales, how many items they count and from which sum and mean each name holds."""
    return {
        "title": nodes.one_line(source.version),
        "names": [nodes.one_line(name) for name in source.names],
        "scales": [
            {
                "title": nodes.one_line(row.scale.title),
                "blocks": nodes.blocks(row.scale.blocks, known),
                "items": str(row.items),
                "bounds": [bound(each) for each in row.bounds],
            }
            for row in source.rows
        ],
    }


def bound(source: arithmetic.Bound) -> Node:
    if source.total is None or source.mean is None:
        return {"total": "", "mean": ""}
    return {"total": str(source.total), "mean": f"{source.mean:.2f}".replace(".", ",")}
