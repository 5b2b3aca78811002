"""What stands on one paper: a record in, the plain data its template lays out and the places of its boxes out.

Papers go to participants, so no trainer text and no answer is ever in this data, whoever the build is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lok import look
from lok.model import (
    Balance,
    Block,
    Columns,
    Course,
    Exercise,
    ListBlock,
    Media,
    Picture,
    Section,
    Sheet,
    Statements,
    walk,
)
from lok.render import tree
from lok.render.tree import Facts, Node
from lok.source import Span
from lok.words import LANGUAGE, LOCALE, words

WHOLE = "paper"
"""The place that stands for the whole paper."""
SHAPES = {"svg": "svg", "png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif", "webp": "webp"}
"""Picture formats by file name ending."""


@dataclass(frozen=True)
class Paper:
    """One paper before layout. `places` are the author's lines of the boxes, `pages` is how many it may take."""

    template: str
    data: Node
    places: Mapping[str, Span]
    pages: int


def paper(course: Course, item: Exercise | Sheet, size: str) -> Paper:
    """What `item` prints on paper of `size` ("a4", "a3", "a1")."""
    known = tree.facts(course)
    content = sheet(course, item, known) if isinstance(item, Sheet) else exercise(item, known)
    data = {**common(course, item, size), **content.data}
    return Paper(content.template, data, {WHOLE: item.span, **content.places}, content.pages)


def common(course: Course, item: Exercise | Sheet, size: str) -> Node:
    """What every paper has: the look, the words, the page, title and foot."""
    return {
        "size": size,
        "language": LANGUAGE,
        "region": LOCALE.partition("-")[2],
        "fonts": [look.TEXT_FONT, look.FALLBACK_FONT],
        "colours": dict(look.LIGHT),
        "words": {**words("paper"), "to_confirm": words("common")["to_confirm"]},
        "title": tree.one_line(item.title),
        "summary": tree.one_line(item.summary),
        "footer": footer(course),
        "media": media(course, item),
    }


def footer(course: Course) -> str:
    version, updated = tree.one_line(course.version), f"{course.updated:%d/%m/%Y}"
    return words("paper")["footer"].format(title=tree.one_line(course.title), version=version, updated=updated)


def media(course: Course, item: Exercise | Sheet) -> Node:
    """The pictures on a paper by path; bytes as numbers, because JSON is all that templates read."""
    used = {record.path for record in walk(item) if isinstance(record, Picture)}
    return {each.path: {"format": shape(each), "data": list(each.data)} for each in course.media if each.path in used}


def shape(picture: Media) -> str:
    return SHAPES.get(picture.path.rpartition(".")[2].lower(), "png")


# --- sheets and exercises -------------------------------------------------------------------------------------------


def sheet(course: Course, item: Sheet, known: Facts) -> Paper:
    """A page to read. Trainer text is printed only on a sheet that holds nothing else; participants never have one."""
    intro, sections = item.intro, item.sections
    if item.for_trainers:
        intro = tuple(block for each in item.trainer for block in each.blocks)
        sections = tuple(child for each in item.trainer for child in each.children)
    data: Node = {
        "label": tree.one_line(course.title),
        "task": tree.blocks(intro, known),
        "sections": [tree.section(each, known) for each in sections],
    }
    return Paper("sheet", data, {}, 1)


def exercise(item: Exercise, known: Facts) -> Paper:
    start = {"label": label(item.minutes), "task": tree.blocks(item.task, known)}
    match item.content:
        case Columns() as content:
            body = columns(content, item.sections, known)
        case Balance() as content:
            body = balance(content, item.sections, known)
        case Statements() as content:
            body = statements(content, item.sections, known)
    return Paper(body.template, {**start, **body.data}, body.places, body.pages)


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
    nodes = [{**tree.section(each, known), "where": name} for each, name in zip(content.columns, names, strict=True)]
    places = {name: each.span for each, name in zip(content.columns, names, strict=True)}
    data: Node = {"columns": nodes, "sections": [tree.section(each, known) for each in sections]}
    return Paper("columns", data, places, 2 if sections else 1)


def statements(content: Statements, sections: tuple[Section, ...], known: Facts) -> Paper:
    """One leaf, both sides; the verdicts stay away."""
    data: Node = {
        "choices": [tree.one_line(choice) for choice in content.choices],
        "statements": [tree.one_line(each.text) for each in content.statements],
        "sections": [tree.section(each, known) for each in sections],
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
        "title": tree.one_line(section.title),
        "blocks": rest,
        "groups": own + [each for child in section.children for each in groups(child, known)],
    }


def groups(section: Section, known: Facts) -> list[Node]:
    """A group and, as groups after it, those below it."""
    suggestions, rest = items(section.blocks, known)
    here: Node = {"title": tree.one_line(section.title), "blocks": rest, "items": suggestions}
    return [here, *(each for child in section.children for each in groups(child, known))]


def items(source: tuple[Block, ...], known: Facts) -> tuple[list[list[Node]], list[Node]]:
    """The list items, each as blocks, and what stands besides the lists."""
    lists = [block for block in source if isinstance(block, ListBlock)]
    others = tuple(block for block in source if not isinstance(block, ListBlock))
    return [tree.blocks(item, known) for each in lists for item in each.items], tree.blocks(others, known)


def questions(section: Section, known: Facts) -> Node:
    found, _ = items(section.blocks, known)
    return {"title": tree.one_line(section.title), "items": found}


def handed_on(section: Section, known: Facts) -> Node:
    """A page to give away: its text above the balance, the facts below it."""
    nodes = tree.section(section, known)
    found = tree.blocks(section.blocks, known)
    return {
        **nodes,
        "text": [node for node in found if node["kind"] != "fact"],
        "facts": [node for node in found if node["kind"] == "fact"],
    }
