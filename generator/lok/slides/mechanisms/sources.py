"""A list of which most items lead out of the course: where to read on."""

from __future__ import annotations

from lok.slides import text_form
from lok.slides.layouts import Own, Placeholder, Rect, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.content import text
from lok.slides.slide_content import SlideContent

WORD = "bronnen"


def applies(content: SlideContent) -> bool:
    """Whether there is a list: any where the author chose so, else one of which most items lead out of the course."""
    items = text_form.listed(content.blocks)
    if content.slide.kind == WORD:
        return bool(items)
    return content.free and text_form.mostly_links(content.blocks)


def places(room: Rect) -> Own:
    """A list over the whole room."""
    return (Placeholder("text", 23, *room, "sources"),), ()


SOURCES = Mechanism(WORD, Basis.FORM, applies, pair("sources", places), text)
