"""An exercise in columns, on a slide: a table to fill in together."""

from __future__ import annotations

from lok.exercises.columns.record import Columns
from lok.slides.canvas import Item, Par
from lok.slides.layouts import Layout, pair, tabled
from lok.slides.line_breaking import Run
from lok.slides.mechanism import of_exercise
from lok.slides.paragraphs import paragraphs
from lok.slides.shapes.grid import Wanted, between
from lok.slides.slide_content import SlideContent
from lok.words import words


def draw(content: SlideContent, layout: Layout, exercise: Columns) -> tuple[Item, ...]:
    """A header and one high row: what guides stands at the top of each column, the rest is for the group."""
    columns = exercise.columns
    head = tuple((Par(0, (Run(column.title),)),) for column in columns)
    guide = tuple(paragraphs(column.blocks[:1], content.on.facts) for column in columns)
    alt = words("deck")["alt_columns"].format(columns=", ".join(column.title for column in columns))
    return between(layout, Wanted((head, guide), "guide", alt), content.body, content.reveal)


SLIDE = of_exercise("kolommen", Columns, pair("columns", tabled), draw)
