"""The script of one role: its own slides with all notes, those of the other on a line with what to do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from lok.downloads import Generated
from lok.kinds import Statements
from lok.model import Break, Course, Role, Slide
from lok.render import schedule, tree
from lok.render.library import Library, library, may_go
from lok.render.notes import Notes, Told
from lok.render.paper_document import ANY_NUMBER, WHOLE, Document, Paper
from lok.render.tree import Node
from lok.text import ListBlock, Paragraph, Plain
from lok.words import words


def document(course: Course, made: Generated) -> Document:
    """The script of the role that `made` names, on its size of page."""
    title = made.download.title
    data: Node = {
        "label": tree.one_line(schedule.occasion(course)),
        "title": tree.one_line(title),
        "rows": [*rows(course, made.owner)],
    }
    records = (course.agenda, course.cases, course.exercises)
    paper = Paper("script", data, {WHOLE: course.span}, ANY_NUMBER, records)
    return Document(title, tree.one_line(course.title), made.download.size, (paper,))


def rows(course: Course, reader: str) -> Iterator[Node]:
    """Each part, break and slide in order; a row says so where the floor changes."""
    known = library(course)
    speaker: Role | None = None
    for row in schedule.rows(course):
        if isinstance(row.item, Break):
            name, time = tree.one_line(row.item.name.capitalize()), schedule.span(course.start, row.start, row.end)
            yield {"kind": "break", "title": name, "minutes": schedule.minutes(row.minutes), "time": time}
            continue
        yield {"kind": "part", "title": tree.one_line(row.item.title)}
        for item, _ in schedule.starts(row):
            name = tree.one_line(schedule.first_name(course, item.role))
            yield {**slide(known, item, reader), "first_name": name, "changes": item.role != speaker}
            speaker = item.role


def slide(known: Library, item: Slide, reader: str) -> Node:
    notes = Notes(known, item, reader)
    told = (*notes.meanwhile(), *notes.take_over()) if notes.listens else (*on_screen(known, item), *notes.speaking())
    start = known.starts[item.id]
    return {
        "kind": "slide",
        "number": item.number,
        "title": tree.one_line(item.title),
        "mine": not notes.listens,
        "who": {"name": tree.one_line(item.role.name), "place": item.role.place},
        "minutes": schedule.number(item.minutes),
        "time": schedule.span(known.opening, start, start + item.minutes),
        "may_go": may_go(item),
        "notes": [note(each, known) for each in told if each.blocks],
    }


def on_screen(known: Library, item: Slide) -> Iterator[Told]:
    """What the room sees and the speaker has to put into words."""
    spoken = words("site")
    yield Told(spoken["question"], item.question)
    exercise = known.exercises.get(item.exercise.id) if item.exercise else None
    if exercise and isinstance(exercise.content, Statements):
        texts = tuple((Paragraph((Plain(each.text),)),) for each in exercise.content.statements)
        yield Told(words("paper")["statements"], (ListBlock(True, texts),))
    yield Told(spoken["reveal"], item.reveal)


def note(each: Told, known: Library) -> Node:
    blocks = tree.blocks(each.blocks, known.facts)
    style = "aloud" if each.aloud else "cue" if each.cue else "aside" if each.aside else "plain"
    return {"label": tree.one_line(each.label), "blocks": blocks, "style": style}
