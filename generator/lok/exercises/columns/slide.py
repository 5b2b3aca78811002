"""Columns to fill in together, on a slide: a table with one high row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lok.exercises.columns.record import Columns
from lok.model.course import Entry
from lok.slides.canvas import Item, Par
from lok.slides.layouts import Layout
from lok.slides.line_breaking import Run
from lok.slides.paragraphs import paragraphs
from lok.slides.shapes.table import Wanted, between
from lok.words import words


def columns(
    layout: Layout, content: Columns, body: Sequence[Par], reveal: Sequence[Par], facts: Mapping[str, Entry]
) -> tuple[Item, ...]:
    """A header and one high row: what guides stands at the top of each column, the rest is for the group."""
    head = tuple((Par(0, (Run(column.title),)),) for column in content.columns)
    guide = tuple(paragraphs(column.blocks[:1], facts) for column in content.columns)
    alt = words("deck")["alt_columns"].format(columns=", ".join(column.title for column in content.columns))
    return between(layout, Wanted((head, guide), "guide", alt), body, reveal)
