"""A QR code from an exercise on a slide to its page: in the field of the group, else beside the title."""

from __future__ import annotations

from lok.design import artwork
from lok.slides.canvas import Item, Photo
from lok.slides.layouts import MARGIN, PANEL, WIDTH, Layout, Rect
from lok.slides.typeset import free_text_box
from lok.words import words

SIDE, GAP = 40.0, 6.0
"""Width of the code with its white edge, and room around it, in mm: large, for the last row."""
PANEL_TOP = 124.0
"""Where the code begins in the field of the group, in mm."""


def has_place(layout: Layout) -> bool:
    """Whether a code may stand on this layout: slides that open something are left alone."""
    return layout.has("role")


def with_room(layout: Layout) -> Layout:
    """The same layout with less room where the code will stand."""
    if layout.panelled:
        return layout
    return layout.within(layout.room._replace(w=layout.room.w - SIDE - GAP))


def code(layout: Layout, address: str) -> tuple[Item, ...]:
    """The code that leads to `address`, in the field of the group or right of the body; `layout` has room for it."""
    spoken = words("deck")
    if not layout.panelled:
        return (picture_of_code(Rect(WIDTH - MARGIN - SIDE, layout.room.bottom - SIDE, SIDE, SIDE), address),)
    beside = Rect(MARGIN + SIDE + GAP / 2, PANEL_TOP, PANEL - MARGIN - SIDE - GAP, SIDE)
    return picture_of_code(Rect(MARGIN, PANEL_TOP, SIDE, SIDE), address), free_text_box(
        spoken["name_code_text"], "label", spoken["code_text"], beside
    )


def picture_of_code(place: Rect, address: str) -> Photo:
    """The code that leads to `address`, in a square in mm."""
    spoken = words("deck")
    alt = spoken["alt_code"].format(address=address)
    return Photo(spoken["name_code"], *place, f"{artwork.CODE}{address}", alt)
