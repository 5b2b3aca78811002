"""Worksheets as participants have them, to fill in or to change with a word processor: a course in, .docx out.

They say the same words as the papers, of whose data they are made, and are the same for both audiences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lok import store
from lok.derive.downloads import papered, worksheets
from lok.exercises import kind_of
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.model.output import Artifact
from lok.render.contract import Made, Rendered
from lok.render.paper import assemble, nodes
from lok.render.paper.document import Document, footer, media, sources
from lok.render.word.document import WordFile
from lok.render.word.flow import Data, Writer, text
from lok.words import words

MOST_STANDING = 3
"""Columns that a standing page has room for."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """A document of each sheet to read and each exercise with places to write in. Tells no problem."""
    items = {item.id: item for item in papered(course)}
    return Rendered(tuple(_worksheet(course, items[each.id], each.path) for each in worksheets(course)))


def _worksheet(course: Course, item: Exercise | Sheet, path: str) -> Artifact:
    paper = assemble.paper(course, item)
    data: Any = nodes.settable(paper.data)
    document = Document(item.title, item.summary, "a4", (paper,))
    kind = item.content.__class__.__name__ if isinstance(item, Exercise) else ""
    about = [item.title, course.title, course.version, course.updated.isoformat(), footer(course), kind]
    told = json.dumps([*about, data, media(document, course)], ensure_ascii=False)
    made = store.made("worksheet", (told,), lambda: _written(course, item, data))
    return Artifact(path, made, sources(document, course))


def _written(course: Course, item: Exercise | Sheet, data: Any) -> bytes:
    flow = kind_of(item.content).flow if isinstance(item, Exercise) else None
    body: list[Data] = [*flow(data), *data["sections"]] if flow else [*data["task"], *data["sections"]]
    file = WordFile(lying=_widest(body) > MOST_STANDING)
    writer = Writer(file, {each.path: each for each in course.media})
    writer.paragraph(text(" · ".join(each["text"] for each in data["tags"])), words("word")["tags"])
    writer.heading(data["title"], 1)
    if data["summary"]:
        writer.paragraph(text(data["summary"]), "Subtitle")
    writer.all(body)
    for line in data.get("doubts", ()):
        writer.paragraph(text(line), words("word")["small"])
    file.foot(footer(course))
    return file.bytes(course, item.title)


def _widest(body: object) -> int:
    """The most columns of a table in some nodes."""
    return max(_columns(body), default=0)


def _columns(body: object) -> Iterator[int]:
    if isinstance(body, dict):
        if body.get("kind") in ("table", "grid"):
            yield len(body["header"])
        body = list(body.values())
    if isinstance(body, list | tuple):
        for each in body:
            yield from _columns(each)
