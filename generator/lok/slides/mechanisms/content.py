"""Text, points and a picture: what every slide can be shown as."""

from __future__ import annotations

from dataclasses import replace

from lok.design.images import fitted
from lok.model.text import Picture
from lok.slides.canvas import Box, Item, Photo
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.disc import disc, portrait
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill_airy
from lok.words import words

WORD = "inhoud"
GAP = 12.0
"""Between text and what stands beside it, in mm."""
PICTURE_SHARE = 0.42
"""Part of the width that a picture takes beside text."""
PICTOGRAM, FACE = 33.0, 34.0
"""Radius in mm of the disc of a pictogram beside text, and half the width of a portrait there."""
ABOVE = 0.4
"""Part of the spare room above what stands alone: a little less than below it, where the eye sees the middle."""


def places(room: Rect) -> Own:
    """Text over the whole room."""
    return (Placeholder("text", 23, *room, "body"),), ()


def text(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """All paragraphs, and beside them the picture, else the case or the pictogram that the slide names."""
    place, pars = layout.placeholder("text"), content.pars
    aside = _aside(content, layout.room)
    if not aside:
        return (balanced(fill_airy(place, pars), layout.room),) if pars else ()
    if not pars:
        return aside
    width = min(_left(item) for item in aside) - GAP - place.x
    return (balanced(fill_airy(replace(place, w=width), pars), layout.room), *aside)


def balanced(box: Box, room: Rect) -> Box:
    """A text that leaves room, with a little less of it above than below."""
    spare = room.bottom - box.y - box.text.height if box.text else 0.0
    return replace(box, y=box.y + spare * ABOVE, h=box.h - spare * ABOVE) if spare > 0 else box


def _aside(content: SlideContent, room: Rect) -> tuple[Item, ...]:
    if content.picture:
        return (_photo(content, content.picture, room),)
    if content.case:
        return (portrait(content.case, room.right - 2 * FACE, _optical(room, 2 * FACE), 2 * FACE),)
    if content.slide.pictogram:
        x, y = room.right - 2 * PICTOGRAM, _optical(room, 2 * PICTOGRAM)
        return (disc(content.slide.pictogram, x, y, PICTOGRAM, ground="role-1-tint", ink="role-1"),)
    return ()


def _optical(room: Rect, height: float) -> float:
    """Where something of this height begins, in mm from the top."""
    return room.y + (room.h - height) * ABOVE


def _left(item: Item) -> float:
    return min(box.x for box in item.boxes) if hasattr(item, "boxes") else item.x


def _photo(content: SlideContent, picture: Picture, room: Rect) -> Photo:
    """The picture at the right of the room, or in its middle where nothing stands beside it."""
    width = room.w * PICTURE_SHARE if content.pars else room.w
    w, h = fitted(content.on.media[picture.path], width, room.h)
    last = max((par.click for par in content.reveal), default=0)
    click = last + 1 if picture in content.slide.reveal else 0
    x = room.right - w if content.pars else room.x + (room.w - w) / 2
    return Photo(words("deck")["name_picture"], x, _optical(room, h), w, h, picture.path, picture.alt, click)


CONTENT = Mechanism(WORD, Basis.ANYTHING, lambda content: True, pair("content", places), text)
