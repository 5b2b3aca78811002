"""Kind `matrix`: one of a few marks in each cell of rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lok.exercises.flow import Data, bold, marked, nodes_of, said, table, task
from lok.exercises.kind import Kind
from lok.exercises.printing import Body, placed
from lok.exercises.reading import Headings, Read, free_sections, rest
from lok.exercises.sketching import Sketch, cross, listed, names, say
from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section
from lok.problems import Problem
from lok.read.format import FileFormat
from lok.read.keys import Fields
from lok.render.paper.nodes import Facts, Node


@dataclass(frozen=True)
class Matrix(ExerciseContent):
    """In each cell of rows and columns one of the marks; a row's `answer` is a possible filling."""

    drawable = True
    editable = True

    columns: Open[tuple[str, ...]]
    marks: Open[tuple[str, ...]]
    rows: Open[tuple[Section, ...]]


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Every free section is a row; keys give the columns and the marks."""
    found = free_sections(headings, fields, problems, "elke rij", "rijen")
    columns, marks = (tuple(value.text for value in fields.split(name)) for name in ("kolommen", "tekens"))
    return Matrix(columns, marks, found.sections), rest(found)


def paper(content: Matrix, sections: tuple[Section, ...], known: Facts) -> Body:
    """One page; a possible filling of the rows stays away."""
    drawn, places = placed(content.rows, known)
    marks = list(content.marks)
    data: Node = {
        "columns": list(content.columns),
        "marks": [{"sign": sign, "name": name} for sign, name in zip(signs(marks), marks, strict=True)],
        "rows": drawn,
    }
    return Body(data, 1, places)


def signs(marks: Sequence[str]) -> list[str]:
    """What to write for each mark: as many of its first letters as tell it from the others."""
    return [sign(mark, [other for other in marks if other != mark]) for mark in marks]


def sign(mark: str, others: Sequence[str]) -> str:
    """The fewest first letters of a mark with which no other mark begins, all of it where there are none."""
    starts = (mark[:length] for length in range(1, len(mark) + 1))
    alone = (start for start in starts if not any(other.lower().startswith(start.lower()) for other in others))
    return next(alone, mark).capitalize()


def flow(data: Data) -> list[Node]:
    """The case and the day, the task, what each mark means, and the table."""
    meant = [" ".join(dict.fromkeys((each["sign"], each["name"]))) for each in data["marks"]]
    rows = [[[*bold(each["title"]), *nodes_of(each)], *([] for _ in data["columns"])] for each in data["rows"]]
    return [*marked(data), *task(data), said(" · ".join(meant)), table(["", *data["columns"]], rows)]


def sketch(content: Matrix) -> Sketch:
    """Rows and columns with their names and the marks; the first line each way leaves room for the names."""
    heads, sides = list(content.columns), names(content.rows)
    steps = (
        say("wide"),
        *cross(len(heads), len(sides)),
        say("top", names=listed(heads)),
        say("side", names=listed(sides)),
        say("marks", names=listed(list(content.marks))),
    )
    return Sketch({"form": "matrix", "heads": heads, "sides": sides}, steps, lying=True)


MATRIX = Kind(
    name="matrix",
    word="matrix",
    record=Matrix,
    read=read,
    keys=FileFormat("", ("kolommen", "tekens")),
    boxes=lambda content: content.rows,
    short_answers=True,
    paper=paper,
    flow=flow,
    sketch=sketch,
)
