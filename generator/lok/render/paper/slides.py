"""Slides on paper: each canvas as data to draw at any width, with words for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lok.derive.look import look
from lok.design import artwork
from lok.model.course import Course, Slide
from lok.model.library import Media
from lok.model.remembered import remembered
from lok.render.paper.nodes import Node, settable
from lok.slides import compose
from lok.slides.canvas import Box, Canvas, Grid, Group, Item, Photo, Text
from lok.slides.drawing import FONTS, items, shown
from lok.slides.layouts import HEIGHT, WIDTH
from lok.slides.line_breaking import runs_text
from lok.words import words


@dataclass(frozen=True)
class Pictures:
    """The pictures of a course: by slide id what draws one, and the images they use."""

    by_slide: Mapping[str, Node]
    images: tuple[Media, ...]


STAGE: Node = {"width": WIDTH, "height": HEIGHT, "fonts": list(FONTS)}
"""The size in mm of a slide at its full size, and its fonts."""


@remembered
def pictures(course: Course, *, answers: bool) -> Pictures:
    """Every slide of a course, as it may be set; without `answers` as participants take it home."""
    drawn = [(slide, canvas) for _, slide, canvas in compose.canvases(course)]
    media = {each.path: each for each in course.media}
    used = sorted({photo.path for _, canvas in drawn for photo in canvas.photos})
    made: dict[str, Node] = {
        slide.id: settable(
            {
                "alt": alt(slide, canvas, answers=answers),
                "items": list(items(canvas, answers=answers, small=True, look=look(course.face))),
            }
        )
        for slide, canvas in drawn
    }
    return Pictures(made, tuple(Media(path, artwork.image(media, path)) for path in used))


def name(slide: Slide) -> str:
    """A slide by its number and title."""
    return words("site")["picture_alt"].format(number=slide.number, title=slide.title)


def alt(slide: Slide, canvas: Canvas, *, answers: bool) -> str:
    """Which slide it is and every word that its picture shows, in reading order."""
    told = (text for item in shown(canvas, answers=answers, small=True) for text in texts(item))
    return " / ".join((name(slide), *filter(None, map(str.strip, told))))


def texts(item: Item) -> Iterator[str]:
    """Every word that an item shows, but for the title; the description of what shows none."""
    match item:
        case Box():
            if item.text and item.frame != "title":
                yield from lines(item.text)
        case Group():
            written = [line for box in item.boxes for line in texts(box)]
            yield from written or (item.alt,)
        case Grid():
            for row in item.rows:
                yield "; ".join(" ".join(lines(cell)) for cell in row)
        case Photo():
            yield item.alt


def lines(text: Text) -> Iterator[str]:
    """Each paragraph, with its number in a numbered list."""
    for par in text.pars:
        yield (f"{par.number}. " if par.number else "") + runs_text(par.runs)
