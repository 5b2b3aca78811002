"""How to draw each exercise on a flipchart: a sketch and steps, from the form of the exercise alone."""

from __future__ import annotations

from math import ceil

from lok.derive import worth_printing
from lok.model.course import Course, Exercise
from lok.model.exercises import Balance, Columns, Matrix, Spaces
from lok.model.text import Section
from lok.render.paper.document import ANY_NUMBER, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, Owner, SessionPaper, one
from lok.words import words


def document(course: Course, made: Generated) -> Document:
    drawn = worth_printing.drawn(course)
    data: Node = {
        "label": course.title,
        "title": made.download.title,
        "sketches": [sketch(each) for each in drawn],
    }
    paper = Paper(made.paper.template, data, {}, ANY_NUMBER, drawn)
    return Document(made.download.title, course.title, made.download.size, (paper,))


def sketch(exercise: Exercise) -> Node:
    """A sheet to draw: `form` is how, `heads` are the words on it, `steps` what to do, one after the other."""
    title = exercise.title
    match exercise.content:
        case Columns(columns):
            form = grid(names(columns), len(columns), 1)
            steps = [say("wide"), *cross(len(columns) - 1, 0), say("heads", names=listed(names(columns)))]
        case Spaces(fields, across):
            rows = ceil(len(fields) / across)
            form = grid(names(fields), across, rows)
            steps = [*cross(across - 1, rows - 1), say("boxes", names=listed(names(fields)))]
        case Matrix() as content:
            form = matrix(content)
            steps = matrix_steps(content)
        case Balance() as content:
            form = {"form": "balance", "heads": names((content.plus, content.minus))}
            steps = [say("gauge"), say("gives", name=content.plus.title), say("takes", name=content.minus.title)]
        case _:
            raise ValueError(f"no sketch of {type(exercise.content).__name__}")
    last = say("empty" if not isinstance(exercise.content, Balance) else "fill")
    alt = words("sketch")["alt"].format(title=title)
    lying = isinstance(exercise.content, Columns | Matrix)
    return {"title": title, "alt": alt, "lying": lying, **form, "steps": [say("title", name=title), *steps, last]}


def grid(heads: list[str], across: int, rows: int) -> Node:
    return {"form": "grid", "heads": heads, "across": across, "rows": rows}


def matrix(content: Matrix) -> Node:
    columns = list(content.columns)
    return {"form": "matrix", "heads": columns, "sides": names(content.rows)}


def matrix_steps(content: Matrix) -> list[str]:
    """The first line each way leaves room for the names."""
    return [
        say("wide"),
        *cross(len(content.columns), len(content.rows)),
        say("top", names=listed(list(content.columns))),
        say("side", names=listed(names(content.rows))),
        say("marks", names=listed(list(content.marks))),
    ]


def cross(down: int, along: int) -> list[str]:
    """The lines both ways, as far as there are any."""
    return [say(key, count) for key, count in (("lines_down", down), ("lines_along", along)) if count]


def say(key: str, count: int = 0, **filling: str) -> str:
    """A step in words: `count` lines, and names of the exercise."""
    spoken = words("sketch")
    lines = spoken["one_line"] if count == 1 else spoken["more_lines"].format(number=number(count))
    return spoken[key].format(lines=lines, **filling)


def number(count: int) -> str:
    """A small number in words."""
    spelled = words("sketch")["numbers"].split()
    return spelled[count] if count < len(spelled) else str(count)


def names(sections: tuple[Section, ...]) -> list[str]:
    return [each.title for each in sections]


def listed(plain: list[str]) -> str:
    """`“a”, “b” en “c”`."""
    each = [words("sketch")["quoted"].format(name=name) for name in plain]
    return words("sketch")["and"].join(filter(None, (", ".join(each[:-1]), *each[-1:])))


def where_drawn(course: Course) -> tuple[Owner, ...]:
    """One paper, where there is something to draw."""
    return one(course) if worth_printing.drawn(course) else ()


PAPER = SessionPaper("sketches", template="sketches", make=document, owners=where_drawn, bundled=True)
