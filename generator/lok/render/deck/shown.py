"""The words that a slide and its notes page show: a canvas or XML in, lines of text in reading order out.

What is drawn and what is read back from its XML is the same (a test asks for it), so that only what a trainer changed
differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
TYPED = re.compile(r"\s*(?:\d{1,3}\.|[-•])[ \t\u00a0]+(?=\S)")
"""What is typed before an item of a list: the numbers that notes have, or what a trainer types."""


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
                title = clean(" ".join(tidy(runs_text(par.runs)) for par in words.pars))
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
    return tuple(line for par in text.pars if (line := paragraph(runs_text(par.runs))))


def slide_shown(slide: Element) -> Shown:
    """The words of a slide, as XML, without its notes."""
    bodies = [(kind, body) for body in _bodies(slide) if (kind := _kind(body)) not in SILENT]
    title = clean(" ".join(tidy(words) for kind, body in bodies if kind in TITLES for words in _paragraphs(body)))
    return Shown(title, _lines(body for kind, body in bodies if kind not in TITLES))


def notes_shown(page: Element) -> tuple[str, ...]:
    """The paragraphs of a notes page, as XML."""
    return _lines(body for body in _bodies(page) if _kind(body) not in SILENT)


def tidy(words: str) -> str:
    """Words without signs that nobody sees, with plain single spaces; line breaks stay."""
    return "\n".join(filter(None, map(clean, UNSEEN.sub("", words).split("\n"))))


def paragraph(words: str) -> str:
    """The words of a paragraph, tidied, without a number or stroke that is typed before it."""
    typed = TYPED.match(words)
    return tidy(words[typed.end() :] if typed else words)


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


def _lines(bodies: Iterable[Element]) -> tuple[str, ...]:
    """The paragraphs that say something."""
    return tuple(line for body in bodies for words in _paragraphs(body) if (line := paragraph(words)))


def _paragraphs(body: Element) -> Iterator[str]:
    return ("".join(map(_words, each)) for each in body.iterchildren(f"{{{A}}}p"))


def _words(piece: Element) -> str:
    return "\n" if piece.tag == f"{{{A}}}br" else piece.findtext(f"{{{A}}}t") or ""
