"""The script of one role: its own slides with all notes, those of others on a line with what to do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from lok.model.course import Break, Course, Role, Slide
from lok.model.text import ListBlock, Paragraph, Plain
from lok.render.paper import nodes
from lok.render.paper.document import ANY_NUMBER, WHOLE, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, Owner, SessionPaper
from lok.session import clock
from lok.session.lookup import Lookup, lookup, may_go
from lok.session.notes import Notes, Told
from lok.words import format_number, words


def document(course: Course, made: Generated) -> Document:
    """The script of the role that `made` names, on its size of page."""
    title = made.download.title
    data: Node = {
        "label": clock.occasion(course),
        "title": title,
        "rows": [*rows(course, made.owner)],
    }
    records = (course.agenda, course.cases, course.exercises)
    paper = Paper(made.paper.template, data, {WHOLE: course.span}, ANY_NUMBER, records)
    return Document(title, course.title, made.download.size, (paper,))


def rows(course: Course, reader: str) -> Iterator[Node]:
    """Each part, break and slide in order; a row says so where the floor changes."""
    known = lookup(course)
    speaker: Role | None = None
    for row in clock.rows(course):
        if isinstance(row.item, Break):
            name, time = row.item.name.capitalize(), clock.span(course.start, row.start, row.end)
            yield {"kind": "break", "title": name, "minutes": clock.format_minutes(row.minutes), "time": time}
            continue
        yield {"kind": "part", "title": row.item.title}
        for item, _ in clock.told(row):
            if item.left_out:
                yield {"kind": "left_out", "number": item.number, "title": item.title}
                continue
            name = clock.first_name(course, item.role)
            yield {**slide(known, item, reader), "first_name": name, "changes": item.role != speaker}
            speaker = item.role


def slide(known: Lookup, item: Slide, reader: str) -> Node:
    """A slide for `reader`: all notes where that role speaks, else what it does meanwhile and when it takes over."""
    notes = Notes(known, item, reader)
    told = (*notes.meanwhile(), *notes.take_over()) if notes.listens else (*on_screen(known, item), *notes.speaking())
    start = known.starts[item.id]
    return {
        "kind": "slide",
        "number": item.number,
        "title": item.title,
        "mine": not notes.listens,
        "who": nodes.who(item.role),
        "minutes": format_number(item.minutes),
        "time": clock.span(known.opening, start, start + item.minutes),
        "may_go": may_go(item),
        "notes": [note(each, known) for each in told if each.blocks],
    }


def on_screen(known: Lookup, item: Slide) -> Iterator[Told]:
    """What the room sees and the speaker has to put into words."""
    spoken = words("site")
    yield Told(spoken["question"], item.question)
    exercise = known.exercises.get(item.exercise.id) if item.exercise else None
    if exercise and exercise.content.judged:
        texts = tuple((Paragraph((Plain(each.text),)),) for each in exercise.content.judged)
        yield Told(words("paper")["statements"], (ListBlock(True, texts),))
    yield Told(spoken["reveal"], item.reveal)


def note(each: Told, known: Lookup) -> Node:
    """A note with its label and how it is set: aloud, cue, aside or plain."""
    blocks = nodes.blocks(each.blocks, known.facts)
    style = "aloud" if each.aloud else "cue" if each.cue else "aside" if each.aside else "plain"
    return {"label": each.label, "blocks": blocks, "style": style}


def each_role(course: Course) -> tuple[Owner, ...]:
    """A script for each role."""
    return tuple((role.id, role.name) for role in course.roles)


PAPER = SessionPaper("script", template="script", make=document, owners=each_role, dated=True, endless=True)
