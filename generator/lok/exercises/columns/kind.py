"""Kind `kolommen`: columns to fill in, together or alone."""

from __future__ import annotations

from lok.exercises.columns.record import Columns
from lok.exercises.columns.slide import SLIDE
from lok.exercises.flow import MANY, Data, marked, nodes_of, table, task
from lok.exercises.kind import Kind
from lok.exercises.printing import Body, placed
from lok.exercises.reading import Headings, Read, free_sections, rest
from lok.exercises.sketching import Sketch, cross, grid, listed, names, say
from lok.model.text import Section
from lok.problems import Problem
from lok.read.keys import Fields
from lok.render.paper.nodes import Facts, Node


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Every free section is a column."""
    found = free_sections(headings, fields, problems, "elke kolom", "kolommen")
    return Columns(found.sections), rest(found)


def paper(content: Columns, sections: tuple[Section, ...], known: Facts) -> Body:
    """One page to fill in; sections besides the columns follow on a second one."""
    drawn, places = placed(content.columns, known, "column")
    return Body({"columns": drawn}, 2 if sections else 1, places)


def flow(data: Data) -> list[Node]:
    """The case and the day, the task, and a table with a row of guides and one to write in."""
    guides = [nodes_of(each) for each in data["columns"]]
    rows = [guides] if any(guides) else []
    below = table([each["title"] for each in data["columns"]], [*rows, [[] for _ in guides]], MANY)
    return [*marked(data), *task(data), below]


def sketch(content: Columns) -> Sketch:
    """The columns side by side, each with its title; the sheet lies."""
    heads, count = names(content.columns), len(content.columns)
    steps = (say("wide"), *cross(count - 1, 0), say("heads", names=listed(heads)))
    return Sketch(grid(heads, count, 1), steps, lying=True)


COLUMNS = Kind(
    name="columns",
    word="kolommen",
    record=Columns,
    read=read,
    boxes=lambda content: content.columns,
    wide=True,
    paper=paper,
    flow=flow,
    sketch=sketch,
    slide=SLIDE,
)
