"""Kind `velden`: fields to write in, side by side or below each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from lok.exercises.flow import Data, asked, blank, task
from lok.exercises.kind import Kind
from lok.exercises.printing import Body, placed
from lok.exercises.reading import Headings, Read, free_sections, rest
from lok.exercises.sketching import Sketch, cross, grid, listed, names, say
from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section
from lok.problems import Problem
from lok.read.format import FileFormat
from lok.read.headings import titled
from lok.read.keys import Fields
from lok.render.paper.nodes import Facts, Node
from lok.words import words


@dataclass(frozen=True)
class WritingFields(ExerciseContent):
    """Fields to write in, `across` of them side by side; the text of each guides.

    `dates` are the titles of fields that ask for a day.
    """

    drawable = True
    editable = True

    fields: Open[tuple[Section, ...]]
    across: Open[int]
    dates: Open[tuple[str, ...]] = ()


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Every free section is a field; keys say how many stand side by side (1 to 3) and which ask for a day."""
    found = free_sections(headings, fields, problems, "elk veld", "velden")
    across = fields.whole("naast elkaar", 1, 1, 3)
    dates = tuple(titled(found, value, problems).title for value in fields.items("datum"))
    return WritingFields(found.sections, across, dates), rest(found)


def paper(content: WritingFields, sections: tuple[Section, ...], known: Facts) -> Body:
    """One page with a box for each field."""
    drawn, places = placed(content.fields, known)
    return Body({"across": content.across, "fields": drawn}, 1, places)


def flow(data: Data) -> list[Node]:
    """The day, the task, and the fields below each other."""
    return [blank(words("paper")["date"]), *task(data), *asked(data["fields"])]


def sketch(content: WritingFields) -> Sketch:
    """The fields in rows, each with its title."""
    heads, rows = names(content.fields), ceil(len(content.fields) / content.across)
    steps = (*cross(content.across - 1, rows - 1), say("boxes", names=listed(heads)))
    return Sketch(grid(heads, content.across, rows), steps)


SPACES = Kind(
    name="spaces",
    word="velden",
    record=WritingFields,
    read=read,
    keys=FileFormat("", (), ("naast elkaar", "datum")),
    boxes=lambda content: content.fields,
    paper=paper,
    flow=flow,
    sketch=sketch,
)
