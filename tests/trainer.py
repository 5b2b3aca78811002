"""A trainer at work in PowerPoint: decks of ours with words changed, slides copied, moved and taken away."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from pptx import Presentation

from lok.model.audience import Audience
from lok.render.deck import deck
from lok.view import view
from projects import only

Opened = Any
"""A presentation of python-pptx, which ships no types."""


def built(root: Path, reader: int = 0) -> bytes:
    """The deck of a project's course: 0 is that of both, then of each role."""
    return deck.render(view(only(root), Audience.TRAINER), Audience.TRAINER, {}).files[reader].data


def opened(data: bytes) -> Opened:
    """A deck as a program opens it."""
    return Presentation(io.BytesIO(data))


def changed(data: bytes, *changes: Callable[[Opened], None]) -> bytes:
    """A deck after these changes, as python-pptx saves it."""
    deck = opened(data)
    for change in changes:
        change(deck)
    return saved(deck)


def saved(deck: Opened) -> bytes:
    """The bytes of a deck."""
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def said(deck: Opened, number: int) -> Iterator[Any]:
    """The paragraphs of a slide, by its number from 1, and of its notes."""
    slide = deck.slides[number - 1]
    for frame in (*frames(slide.shapes), slide.notes_slide.notes_text_frame):
        yield from frame.paragraphs


def frames(shapes: Any) -> Iterator[Any]:
    """Every text on a slide: of shapes, in groups, in cells."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from frames(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame
        elif getattr(shape, "has_table", False):
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def say(number: int, old: str, new: str) -> Callable[[Opened], None]:
    """Type over words of one run on a slide or in its notes."""

    def change(deck: Opened) -> None:
        for paragraph in said(deck, number):
            for run in paragraph.runs:
                if old in run.text:
                    run.text = run.text.replace(old, new)
                    return
        raise AssertionError(f"{old} is not on slide {number}")

    return change


def add_after(number: int, words: str, new: str) -> Callable[[Opened], None]:
    """Press Enter behind a paragraph, and type."""

    def change(deck: Opened) -> None:
        paragraph = _paragraph(deck, number, words)
        again = deepcopy(paragraph)
        texts = again.xpath(".//a:t")
        for text in texts[1:]:
            text.getparent().getparent().remove(text.getparent())
        texts[0].text = new
        paragraph.addnext(again)

    return change


def take(number: int, words: str) -> Callable[[Opened], None]:
    """Take a paragraph away."""

    def change(deck: Opened) -> None:
        paragraph = _paragraph(deck, number, words)
        paragraph.getparent().remove(paragraph)

    return change


def _paragraph(deck: Opened, number: int, words: str) -> Any:
    return next(each._p for each in said(deck, number) if words in each.text)


def move(number: int, to: int) -> Callable[[Opened], None]:
    """Drag a slide to another place."""

    def change(deck: Opened) -> None:
        listed = deck.slides._sldIdLst
        slide = listed[number - 1]
        listed.remove(slide)
        listed.insert(to - 1, slide)

    return change


def delete(number: int) -> Callable[[Opened], None]:
    """Delete a slide."""

    def change(deck: Opened) -> None:
        listed = deck.slides._sldIdLst
        deck.part.drop_rel(listed[number - 1].rId)
        listed.remove(listed[number - 1])

    return change


def duplicate(number: int) -> Callable[[Opened], None]:
    """Ctrl+D: a slide right behind the original, with its tag, without its name and its creation id."""

    def change(deck: Opened) -> None:
        original = deck.slides[number - 1]
        copy = deck.slides.add_slide(original.slide_layout)
        for relation in original.part.rels.values():
            if relation.reltype.endswith("/tags"):
                tags = copy.part.relate_to(relation.target_part, relation.reltype)
        copy.shapes._spTree[:] = deepcopy(original.shapes._spTree)[:]
        marks = deepcopy(original.element.xpath(".//p:custDataLst")[0])
        marks[0].set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", tags)
        copy.shapes._spTree.addnext(marks)
        copy.notes_slide.notes_text_frame.text = original.notes_slide.notes_text_frame.text
        move(len(deck.slides), number + 1)(deck)

    return change


def new_slide(title: str) -> Callable[[Opened], None]:
    """A slide of the trainer's own at the end."""

    def change(deck: Opened) -> None:
        layout = next(each for each in deck.slide_layouts if each.placeholders[0].placeholder_format.type == 1)
        deck.slides.add_slide(layout).shapes.title.text_frame.text = title

    return change


def forget(data: bytes, *names: str) -> bytes:
    """A deck without all that lok keeps in it, but for what has one of these names: tag, name, creation, words."""
    deck = opened(data)
    for slide in deck.slides:
        if "tag" not in names:
            _drop(slide.element, "p:custDataLst")
        if "creation" not in names:
            _drop(slide.element, "p:cSld/p:extLst")
        if "name" not in names:
            slide.element.cSld.attrib.pop("name", None)
    if "words" not in names:
        kept = [key for key, each in deck.part.rels.items() if each.reltype.endswith("/customXml")]
        for key in kept:
            deck.part.rels.pop(key)
    return saved(deck)


def _drop(element: Any, path: str) -> None:
    for each in element.xpath(f".//{path}"):
        each.getparent().remove(each)
