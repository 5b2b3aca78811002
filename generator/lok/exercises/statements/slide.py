"""Statements on a slide: one row each, with the verdict beside it; every row as high as its text needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.derive.votes import held
from lok.design.signs import Sign, signs
from lok.exercises.statements.record import Statements
from lok.model.course import Course
from lok.model.exercises import Statement
from lok.slides.canvas import Box, Group, Item, Text
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.line_breaking import text_width
from lok.slides.mechanism import of_exercise
from lok.slides.shapes.around import around
from lok.slides.shapes.figure import figure_boxes, pill
from lok.slides.shapes.rows import rows
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import STYLES
from lok.slides.typeset import free_text_box, plain_par, set_text
from lok.words import words

LEAST, MOST, PAD = 11.4, 19.3, 2.0
"""The lowest and highest a row may be, in mm."""
HAIRLINE = 0.4
"""Height of the rule between two rows, in mm."""
ORDINAL = 13.0
"""Width of the number of a row, in mm."""
PILL, PILL_HIGH, AIR = 63.5, 12.4, 1.4
"""Width and height of a verdict, and the least room above and below it together, in mm."""
SIGN, SIGN_LEFT, WORD_LEFT, WORD_RIGHT = 0.62, 3.6, 14.0, 5.0
"""A sign as part of the height of its pill; in mm where it begins, where the word does, and room behind the word."""
BESIDE, SHARE = 4.0, 0.34
"""Room in mm between a statement and its verdict, and the widest verdict as part of a row."""


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
    drawn = _rows(exercise, answer_signs(exercise, content.on.course), Rect(place.x, top, place.w, bottom - top))
    return (*above, *drawn, *below)


def answer_signs(exercise: Statements, course: Course) -> dict[str, Sign]:
    """The sign of each choice, by its word in lower case: that of the cards which the group holds up."""
    made = signs(exercise.votes, held(course))
    return {choice.casefold(): each for choice, each in zip(exercise.choices, made, strict=True)}


def _rows(exercise: Statements, meant: dict[str, Sign], room: Rect) -> Iterator[Item]:
    x, top, width, height = room
    made = exercise.statements
    wide = _pill_width(made, width)
    said = [[plain_par(item.text)] for item in made]
    column = width - ORDINAL - wide - BESIDE
    laid = rows("statement-row", said, column, (top, height), gap=0, most=MOST, least=LEAST, pad=PAD)
    high = min(min(laid.heights, default=LEAST) - AIR, PILL_HIGH)
    for n, (item, text, y, row) in enumerate(zip(made, laid.texts, laid.tops, laid.heights, strict=True)):
        box = Box(words("deck")["name_statement"], x + ORDINAL, y, column, row, text, overflow=laid.overflow)
        yield _row(n, item.text, box, Rect(x, y, width, row))
        sign = meant.get(item.verdict.casefold())
        yield _pill(n, item, sign, Rect(x + width - wide, y + (row - high) / 2, wide, high))


def _pill_width(made: Sequence[Statement], width: float) -> float:
    """As wide as usual, or as the longest verdict needs, in mm."""
    size = STYLES["verdict"].sizes[0]
    widest = max((text_width(item.verdict, size, bold=True) for item in made), default=0.0)
    return min(max(PILL, widest * 1.05 + WORD_LEFT + WORD_RIGHT), width * SHARE)


def _row(n: int, said: str, box: Box, place: Rect) -> Group:
    """A number and what it says, below a hairline where a row goes before."""
    x, y, w, h = place
    spoken, size = words("deck"), box.text.size if box.text else STYLES["row-number"].sizes[0]
    rule = (Box("", x, y - HAIRLINE / 2, w, HAIRLINE, fill="line"),) if n else ()
    ordinal = Box(spoken["name_ordinal"], x, y, ORDINAL, h, _number(n + 1, size))
    return Group(spoken["name_row"].format(number=n + 1), (*rule, ordinal, box), f"{n + 1}. {said}", click=2 * n + 1)


def _number(number: int, size: float) -> Text:
    return set_text("row-number", (plain_par(str(number)),), ORDINAL, size)


def _pill(n: int, item: Statement, sign: Sign | None, place: Rect) -> Group:
    """The sign and the word of the card that was right, on the colour of that card."""
    x, y, w, h = place
    spoken, side = words("deck"), h * SIGN
    ground = pill(place, sign.colour if sign else "grey")
    shape = figure_boxes(sign.figure, x + SIGN_LEFT, y + (h - side) / 2, side, "white") if sign else ()
    left = WORD_LEFT if sign else WORD_RIGHT
    word = free_text_box(
        spoken["name_verdict"], "verdict", item.verdict, Rect(x + left, y, w - left - WORD_RIGHT + 1, h)
    )
    name = spoken["name_verdict_of"].format(number=n + 1)
    return Group(name, (ground, *shape, word), item.judged, click=2 * n + 2, answer=True)


SLIDE = of_exercise("uitspraken", Statements, pair("statements", places), draw)
