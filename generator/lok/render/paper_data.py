"""What stands on one paper: a record in, the plain data its template lays out and the places of its boxes out.

Papers go to participants, so no trainer text and no answer is ever in this data, whoever the build is for.
"""

from __future__ import annotations

from lok import look
from lok.model import Course, Exercise, Media, Picture, Sheet, walk
from lok.render import tree
from lok.render.paper_kinds import WHOLE, Paper, exercise
from lok.render.tree import Facts, Node
from lok.words import LANGUAGE, LOCALE, words

SHAPES = {"svg": "svg", "png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif", "webp": "webp"}
"""Picture formats by file name ending."""


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
    return Paper("sheet", data, {}, 2)
