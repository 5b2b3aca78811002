"""Statements on a slide: one row each, with the verdict beside it; every row as high as its text needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lok.exercises.statements.record import Statements
from lok.model.exercises import Statement
from lok.slides.canvas import Box, Group, Item
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.line_breaking import text_width
from lok.slides.mechanism import of_exercise
from lok.slides.shapes.around import around
from lok.slides.shapes.rows import rows
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import STYLES
from lok.slides.typeset import free_text_box, plain_par
from lok.words import words

GAP, LEAST, MOST = 2.0, 10.5, 26.0
"""Between rows, and the lowest and highest a row may be, in mm."""
ORDINAL, CHIP_GAP, CHIP_HIGH = 14.0, 2.0, 13.0
"""Width of the number, room around a verdict and height of one, in mm."""
CHIP_SHARE = 0.34
"""Widest verdict, as part of a row."""

GROUNDS: tuple[Mapping[str, str], ...] = (
    MappingProxyType({"fill": "grey", "line": "grey", "colour": "white"}),
    MappingProxyType({"fill": "petrol", "line": "petrol", "colour": "white"}),
    MappingProxyType({"fill": "white", "line": "petrol", "colour": "petrol"}),
)
"""Each choice has a ground of its own, so that verdicts differ in black and white too; the last serves all others."""


def places(room: Rect) -> Own:
    """Text above and below; between them stand the rows."""
    made = (
        Placeholder("text", 23, room.x, room.y, room.w, 20, "aside"),
        Placeholder("reveal", 24, room.x, room.bottom - 20, room.w, 20, "aside"),
    )
    return made, ()


def draw(content: SlideContent, layout: Layout, exercise: Statements) -> tuple[Item, ...]:
    """A row appears after a click, its verdict after the next."""
    later = [replace(par, click=par.click + 2 * len(exercise.statements)) for par in content.reveal]
    above, below, top, bottom = around(layout, content.body, later)
    place = layout.placeholder("text")
    return (*above, *_rows(exercise, Rect(place.x, top, place.w, bottom - top)), *below)


def _rows(exercise: Statements, room: Rect) -> Iterator[Item]:
    x, top, width, height = room
    made = exercise.statements
    size = STYLES["verdict"].sizes[0]
    widest = max((text_width(item.judged, size, bold=True) for item in made), default=0.0)
    chip = min(widest + 8, width * CHIP_SHARE)
    wide = width - ORDINAL - chip - 2 * CHIP_GAP
    said = [[plain_par(item.text)] for item in made]
    laid = rows("statement-row", said, wide, (top, height), gap=GAP, least=LEAST, most=MOST)
    chip_high = min(min(laid.heights, default=LEAST) - CHIP_GAP, CHIP_HIGH)
    for n, (item, text, y, high) in enumerate(zip(made, laid.texts, laid.tops, laid.heights, strict=True)):
        box = Box(words("deck")["name_statement"], x + ORDINAL, y, wide, high, text, overflow=laid.overflow)
        yield _row(n, item.text, box, Rect(x, y, width, high))
        place = Rect(x + width - chip - CHIP_GAP, y + (high - chip_high) / 2, chip, chip_high)
        yield _chip(n, item, exercise.choices, place)


def _row(n: int, said: str, text: Box, place: Rect) -> Group:
    """A white card with an orange number: the group votes."""
    x, y, w, h = place
    spoken = words("deck")
    ordinal = replace(
        free_text_box(spoken["name_ordinal"], "ordinal", str(n + 1), Rect(x, y, ORDINAL, h)), fill="orange"
    )
    card = Box("", x, y, w, h, fill="white", line="line")
    return Group(spoken["name_row"].format(number=n + 1), (card, ordinal, text), f"{n + 1}. {said}", click=2 * n + 1)


def _chip(n: int, item: Statement, choices: Sequence[str], room: Rect) -> Group:
    spoken = words("deck")
    box = free_text_box(spoken["name_verdict"], "verdict", item.judged, room)
    order = choices.index(item.verdict) if item.verdict in choices else len(choices)
    ground = GROUNDS[min(order, len(GROUNDS) - 1)]
    styled = replace(box, fill=ground["fill"], line=ground["line"], colour=ground["colour"], stroke=0.7)
    name = spoken["name_verdict_of"].format(number=n + 1)
    return Group(name, (styled,), item.judged, click=2 * n + 2, answer=True)


SLIDE = of_exercise("uitspraken", Statements, pair("statements", places), draw)
