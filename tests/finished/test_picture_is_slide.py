"""The picture in the handbook is the slide: what LibreOffice draws of the deck stands where the layout says.

The pictures are drawn from the layout's lines and boxes (test_picture); here the deck is held against the same lines
and boxes, as another program measures and breaks them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.svgLib.path import parse_path

from lok.model.course import Course
from lok.slides.canvas import Box, Canvas, Grid, Group, Item, Par, Photo, Text
from lok.slides.compose import canvases
from lok.slides.line_breaking import POINT, line_height
from lok.slides.type_styles import STYLES
from lok.slides.typeset import level_of

ALIKE = 0.95
"""Least part of the paragraphs whose lines break in the same places."""
SHAPE, CELL = (1.0, 1.2), (0.75, 1.0)
"""LibreOffice's own first baseline and line height in em, in shapes and in cells: both differ from PowerPoint's 1.22,
and no setting changes that in cells. Places are compared as it would draw them."""
NEAR = 1.0
"""Farthest in mm that a corner or the first letter of a text may stand from where the layout puts it."""


@dataclass(frozen=True)
class Letter:
    """A letter on a page, at the left end of its baseline, in mm from the top left."""

    sign: str
    x: float
    y: float


@dataclass(frozen=True)
class Shown:
    """A page as LibreOffice drew it: its letters in order, and the places of what is filled, in mm."""

    letters: tuple[Letter, ...]
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class Words:
    """A paragraph of the layout: where its first line begins, as far as that is known, and its lines."""

    par: Par
    box: tuple[float, float, float, float]
    x: float | None
    baseline: float
    size: float

    @property
    def lines(self) -> list[str]:
        made = ("".join(sign for run in line for sign in run.text if sign.isalpha()) for line in self.par.lines)
        return [line for line in made if line]


@pytest.fixture(scope="module")
def pages(trainers: dict[str, Course], office: Path) -> list[tuple[str, Canvas, Shown]]:
    """Of the real courses, and of the tiny one, which has a chart."""
    return [drawn for name, course in trainers.items() for drawn in together(course, office / f"{name}.pdf")]


def together(course: Course, pdf: Path) -> list[tuple[str, Canvas, Shown]]:
    """Each slide of a deck: its name, what the layout says, and what LibreOffice drew."""
    return [
        (f"{slide.number} {slide.title}", canvas, page)
        for (_, slide, canvas), page in zip(canvases(course), read_pages(pdf), strict=True)
    ]


def read_pages(path: Path) -> list[Shown]:
    document = pypdfium2.PdfDocument(path)
    return [Shown(tuple(letters(page)), tuple(places(page))) for page in document]


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text, high = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, n))
        if sign.isalpha():
            pdfium.FPDFText_GetCharOrigin(text, n, x, y)
            yield Letter(sign, x.value * POINT, (high - y.value) * POINT)


def places(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    high = page.get_height()
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = item.get_bounds()
        yield left * POINT, (high - top) * POINT, right * POINT, (high - bottom) * POINT


def words(item: Item) -> Iterator[Words]:
    """The paragraphs of an item with where they begin."""
    match item:
        case Box(text=Text() as text):
            yield from placed(text, (item.x, item.y, item.w, item.h), SHAPE)
        case Group():
            for box in item.boxes:
                yield from words(box)
        case Grid():
            top = item.y
            for row, high in zip(item.rows, item.heights, strict=True):
                left = item.x
                for text, wide in zip(row, item.widths, strict=True):
                    yield from placed(text, (left, top, wide, high), CELL)
                    left += wide
                top += high
        case _:
            pass


def placed(text: Text, box: tuple[float, float, float, float], em: tuple[float, float]) -> Iterator[Words]:
    style, point = STYLES[text.style], text.size * POINT
    left, top, _, bottom = style.inset
    x, y, _, h = box
    spaces = [level_of(style, par).space * point if n else 0.0 for n, par in enumerate(text.pars)]
    spare = h - top - bottom - sum(len(par.lines) for par in text.pars) * em[1] * point - sum(spaces)
    down = y + top + {"top": 0.0, "middle": spare / 2, "bottom": spare}[style.anchor]
    for par, space in zip(text.pars, spaces, strict=True):
        start = x + left + level_of(style, par).indent if style.align == "left" else None
        yield Words(par, box, start, down + space + em[0] * point, text.size)
        down += space + len(par.lines) * em[1] * point


def found(par: Words, page: Shown) -> list[Letter]:
    """The letters of a paragraph on its page, nearest to where it must begin; none where they are not there at all."""
    wanted, (left, _, wide, _) = "".join(par.lines), par.box
    own = [each for each in page.letters if left - NEAR <= each.x <= left + wide + NEAR]  # others may be on its lines
    text = "".join(each.sign for each in own)
    starts = [n for n in range(len(text)) if text.startswith(wanted, n)]
    start = min(starts, key=lambda n: abs(own[n].y - par.baseline), default=None)
    return [] if start is None else own[start : start + len(wanted)]


def broken(shown: list[Letter], size: float) -> list[str]:
    """Letters as lines: a new one wherever the baseline goes down."""
    lines = [""]
    for before, letter in zip([shown[0], *shown], shown, strict=False):
        if letter.y - before.y > line_height(size) / 2:
            lines.append("")
        lines[-1] += letter.sign
    return lines


def test_lines_break_alike(pages: list[tuple[str, Canvas, Shown]]) -> None:
    total, other, several = 0, [], 0
    for title, canvas, page in pages:
        for par in (par for item in canvas.items for par in words(item) if par.lines):
            total += 1
            several += len(par.lines) > 1
            shown = found(par, page)
            assert shown, (title, par.lines)
            if broken(shown, par.size) != par.lines:
                other.append(f"{title}: {par.lines} <> {broken(shown, par.size)}")
    assert several > 40
    assert len(other) <= (1 - ALIKE) * several, "\n".join(other)


def test_texts_begin_where_the_layout_says(pages: list[tuple[str, Canvas, Shown]]) -> None:
    far = []
    for title, canvas, page in pages:
        for par in (par for item in canvas.items for par in words(item) if par.lines):
            first = next(iter(found(par, page)))
            sign = next(sign for run in par.par.lines[0] for sign in run.text)
            across = abs(first.x - par.x) if par.x is not None and sign.isalpha() else 0.0
            if max(across, abs(first.y - par.baseline)) > NEAR:
                far.append(f"{title}: {par.lines[0]} {across:.1f} {first.y - par.baseline:+.1f}")
    assert far == [], "\n".join(far)


def test_corners_stand_where_the_layout_says(pages: list[tuple[str, Canvas, Shown]]) -> None:
    missed, total = [], 0
    for title, canvas, page in pages:
        for box in (box for item in canvas.items for box in filled(item)):
            total += 1
            corners = edges(box)
            if not any(max(abs(a - b) for a, b in zip(corners, place, strict=True)) <= NEAR for place in page.boxes):
                missed.append(f"{title}: {box.name} {corners}")
    assert total > 60
    assert missed == [], "\n".join(missed)


def edges(box: Box | Photo) -> tuple[float, float, float, float]:
    """From left and top to right and bottom, in mm; of a drawing with the handles of its curves, as PDFium does."""
    if isinstance(box, Photo) or box.shape != "path":
        return box.x, box.y, box.x + box.w, box.y + box.h
    pen = ControlBoundsPen(None)
    parse_path(box.path, pen)
    left, top, right, bottom = pen.bounds
    across, down = box.w / box.view[0], box.h / box.view[1]
    return box.x + left * across, box.y + top * down, box.x + right * across, box.y + bottom * down


def test_a_drawing_is_as_large_as_what_it_fills() -> None:
    half = Box("", 10, 20, 40, 40, shape="path", fill="ink", path="M5 5H10V10A2.5 2.5 0 0 1 5 10Z", view=(20, 20))
    assert edges(half) == pytest.approx((20, 30, 30, 45))


def filled(item: Item) -> Iterator[Box | Photo]:
    match item:
        case Box(fill=fill) if fill:
            yield item
        case Photo():
            yield item
        case Group():
            for box in item.boxes:
                yield from filled(box)
        case _:
            pass
