"""How to draw each exercise on a flipchart: a sketch and steps, from the form of the exercise alone."""

from __future__ import annotations

from lok.derive import worth_printing
from lok.exercises import kind_of
from lok.exercises.sketching import say
from lok.model.course import Course
from lok.model.library import Exercise
from lok.render.paper.document import ANY_NUMBER, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, Owner, SessionPaper, one
from lok.words import words


def document(course: Course, made: Generated) -> Document:
    """A page for each exercise that may be drawn. Raises ValueError where the kind of one cannot be."""
    drawn = worth_printing.drawn(course)
    data: Node = {
        "label": course.title,
        "title": made.download.title,
        "sketches": [sketch(each) for each in drawn],
    }
    paper = Paper(made.paper.template, data, {}, ANY_NUMBER, drawn)
    return Document(made.download.title, course.title, made.download.size, (paper,))


def sketch(exercise: Exercise) -> Node:
    """A sheet to draw: `form` is how, `heads` are the words on it, `steps` what to do, one after the other.

    Raises ValueError where its kind cannot be drawn.
    """
    kind = kind_of(exercise.content)
    if kind.sketch is None:
        raise ValueError(f"no sketch of {kind.name}")
    title, drawn = exercise.title, kind.sketch(exercise.content)
    alt = words("sketch")["alt"].format(title=title)
    steps = [say("title", name=title), *drawn.steps, say(drawn.last)]
    return {"title": title, "alt": alt, "lying": drawn.lying, **drawn.form, "steps": steps}


def where_drawn(course: Course) -> tuple[Owner, ...]:
    """One paper, where there is something to draw."""
    return one(course) if worth_printing.drawn(course) else ()


PAPER = SessionPaper("sketches", template="sketches", make=document, owners=where_drawn, bundled=True, endless=True)
