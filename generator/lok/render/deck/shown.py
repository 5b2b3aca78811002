"""The words that a slide and its notes page show: a canvas or XML in, lines of text in reading order out.

What is drawn and what is read back from its XML is the same (a test asks for it), so that only what a trainer changed
differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lok.model.names import clean
from lok.read.invisible import UNSEEN
from lok.render.deck.xml import A, P, placeholder_type
from lok.slides.canvas import Box, Canvas, Grid, Group, Text
from lok.slides.line_breaking import runs_text

Element = etree._Element
SILENT = frozenset({"sldNum", "ftr", "dt", "hdr", "sldImg"})
"""Places that say nothing of their own."""
TITLES = frozenset({"title", "ctrTitle"})
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What an older program shows in place of something that stands there too."""
TYPED = re.compile(r"\d{1,3}\.\t")
"""A number that is typed before an item of a list, as notes have it."""


@dataclass(frozen=True)
class Shown:
    """What stands on one slide: its title, every other paragraph in reading order, and the paragraphs of its notes.

    Spaces are plain and single; "\\n" is a line break inside a paragraph.
    """

    title: str
    text: tuple[str, ...]
    notes: tuple[str, ...] = ()


def drawn(canvas: Canvas) -> Shown:
    """The words of a canvas, as its slide will show them."""
    title, text = "", list[str]()
    for item in canvas.items:
        match item:
            case Box(text=Text() as words, frame="title"):
                title = clean(" ".join(told(words)))
            case Box(text=Text() as words) if placeholder_type(item.frame) not in SILENT:
                text += told(words)
            case Group():
                text += [line for box in item.boxes if box.text for line in told(box.text)]
            case Grid():
                text += [line for row in item.rows for cell in row for line in told(cell)]
            case _:
                pass
    return Shown(title, tuple(text))


def told(text: Text) -> tuple[str, ...]:
    """The paragraphs of a text; one without words is none."""
    return tuple(line for par in text.pars if (line := tidy(runs_text(par.runs))))


def slide_shown(slide: Element) -> Shown:
    """The words of a slide, as XML, without its notes."""
    bodies = [(kind, body) for body in _bodies(slide) if (kind := _kind(body)) not in SILENT]
    title = clean(" ".join(line for kind, body in bodies if kind in TITLES for line in _paragraphs(body)))
    return Shown(title, tuple(line for kind, body in bodies if kind not in TITLES for line in _paragraphs(body)))


def notes_shown(page: Element) -> tuple[str, ...]:
    """The paragraphs of a notes page, as XML; numbers before them left out."""
    return tuple(line for body in _bodies(page) if _kind(body) not in SILENT for line in _paragraphs(body))


def tidy(words: str) -> str:
    """Words without signs that nobody sees, with plain single spaces; line breaks stay."""
    return "\n".join(filter(None, map(clean, UNSEEN.sub("", words).split("\n"))))


def _bodies(tree: Element) -> Iterator[Element]:
    """Every text of shapes, of shapes in groups and of cells."""
    for body in tree.iter(f"{{{P}}}txBody", f"{{{A}}}txBody"):
        if next(body.iterancestors(FALLBACK), None) is None:
            yield body


def _kind(body: Element) -> str:
    """The type of the place that a text fills, or ""."""
    shape = body.getparent()
    place = None if shape is None else shape.find(f"{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph")
    return "" if place is None else place.get("type", "")


def _paragraphs(body: Element) -> Iterator[str]:
    for paragraph in body.iterchildren(f"{{{A}}}p"):
        if line := tidy(TYPED.sub("", "".join(map(_words, paragraph)), count=1)):
            yield line


def _words(piece: Element) -> str:
    return "\n" if piece.tag == f"{{{A}}}br" else piece.findtext(f"{{{A}}}t") or ""
