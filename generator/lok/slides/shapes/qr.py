"""A QR code from an exercise on a slide to its page: in the field of the group, else beside the title."""

from __future__ import annotations

from dataclasses import replace

from lok.design import artwork
from lok.slides.canvas import Item, Photo
from lok.slides.layouts import BOTTOM, MARGIN, WIDTH, Layout, Placeholder, Rect
from lok.slides.typeset import free_text_box
from lok.words import words

SIDE, GAP = 40.0, 4.0
"""Width of the code with its white edge, and room around it, in mm: large, for the last row."""
UNDER_MINUTES = 17.0
"""In an exercise its minutes stand beside the code, above what the code is for: so many mm."""
HEAD = 10.0
"""Above a code beside the title, in mm."""


def has_place(layout: Layout) -> bool:
    """Whether a code may stand on this layout: slides that open something are left alone."""
    return layout.ground != "petrol"


def with_room(layout: Layout) -> Layout:
    """The same layout with smaller places where the code will stand."""
    return replace(layout, placeholders=tuple(_smaller(layout, place) for place in layout.placeholders))


def code(layout: Layout, address: str) -> tuple[Item, ...]:
    """The code that leads to `address`, and in the narrow field of the group what it is for."""
    spoken = words("deck")
    if not layout.panelled:
        return (_photo(WIDTH - MARGIN - SIDE, BOTTOM - SIDE if layout.has("question") else HEAD, address),)
    question, above = layout.placeholder("question"), UNDER_MINUTES if layout.has("minutes") else 0.0
    beside = Rect(question.x + SIDE + GAP, BOTTOM - SIDE + above, question.w - SIDE - GAP, SIDE - above)
    return _photo(question.x, BOTTOM - SIDE, address), free_text_box(
        spoken["name_code_text"], "label", spoken["code_text"], beside
    )


def _photo(x: float, y: float, address: str) -> Photo:
    spoken = words("deck")
    alt = spoken["alt_code"].format(address=address)
    return Photo(spoken["name_code"], x, y, SIDE, SIDE, f"{artwork.CODE}{address}", alt)


def _smaller(layout: Layout, place: Placeholder) -> Placeholder:
    if layout.has("minutes"):
        return place
    if place.key == "question" and layout.panelled:
        return replace(place, h=place.h - SIDE - GAP)
    if place.key == "question":
        return replace(place, w=WIDTH - MARGIN - SIDE - GAP - place.x)
    if place.key in ("title", "part") and not layout.has("question"):
        return replace(place, w=place.w - SIDE - GAP)
    return place
