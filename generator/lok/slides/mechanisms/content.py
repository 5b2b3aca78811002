"""Text, points and a picture: what every slide can be shown as."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from lok.design.images import fitted
from lok.model.text import Picture
from lok.slides.canvas import Item, Photo
from lok.slides.layouts import BOTTOM, TOP, Layout, card, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, fill_airy
from lok.words import words

WORD = "inhoud"
PICTURE_EDGE = 9.0
"""Around a picture in its card, in mm."""
PICTURE_SHARE = 0.46
"""Part of the width that a picture takes beside text."""


def text(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """All paragraphs, and the picture beside them."""
    place, pars = layout.placeholder("text"), content.pars
    if not content.picture:
        return (fill_airy(place, pars),) if pars else ()
    inner = place.w - 2 * PICTURE_EDGE
    width = inner * PICTURE_SHARE if pars else inner
    photo = _photo(content, content.picture, place.x + PICTURE_EDGE + inner - width, width)
    if not pars:
        photo = replace(photo, x=place.x + (place.w - photo.w) / 2)
    told = (fill(place, pars, w=place.w - width - PICTURE_EDGE),) if pars else ()
    return (*told, photo)


def _photo(content: SlideContent, picture: Picture, x: float, width: float) -> Photo:
    """The picture at the right of a column that begins at `x` and is `width` mm wide."""
    w, h = fitted(content.on.media[picture.path], width, BOTTOM - TOP - 2 * PICTURE_EDGE)
    last = max((par.click for par in content.reveal), default=0)
    click = last + 1 if picture in content.slide.reveal else 0
    y = TOP + (BOTTOM - TOP - h) / 2
    return Photo(words("deck")["name_picture"], x + width - w, y, w, h, picture.path, picture.alt, click)


CONTENT = Mechanism(WORD, Basis.ANYTHING, lambda content: True, pair("content", partial(card, style="body")), text)
