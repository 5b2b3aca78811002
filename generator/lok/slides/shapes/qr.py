"""A QR code from an exercise on a slide to its page: in the field of the group, else beside the title."""

from __future__ import annotations

from dataclasses import replace

from lok.design import artwork
from lok.slides.canvas import Item, Photo
from lok.slides.layouts import BOTTOM, MARGIN, WIDTH, Layout, Placeholder
from lok.slides.typeset import free_text_box
from lok.words import words

SIDE, GAP = 40.0, 4.0
"""Width of the code with its white edge, and room around it, in mm: large, for the last row."""
UNDER_MINUTES = 17.0
"""In an exercise its minutes stand beside the code, above what the code is for."""
HEAD = 10.0
"""Above a code beside the title."""


def has_place(layout: Layout) -> bool:
    """Slides that open something are left alone."""
    return layout.ground != "petrol"


def with_room(layout: Layout) -> Layout:
    """The same layout with smaller places where the code will stand."""
    return replace(layout, frames=tuple(_smaller(layout, frame) for frame in layout.frames))


def code(layout: Layout, address: str) -> tuple[Item, ...]:
    """The code, and in the narrow field of the group what it is for."""
    spoken = words("deck")
    question = next((frame for frame in layout.frames if frame.key == "question"), None)
    x, y = WIDTH - MARGIN - SIDE, BOTTOM - SIDE if question else HEAD
    if question is None or not _panelled(layout):
        return (_photo(x, y, address),)
    above = UNDER_MINUTES if layout.key == "exercise" else 0.0
    beside = (question.x + SIDE + GAP, y + above, question.w - SIDE - GAP, SIDE - above)
    return _photo(question.x, y, address), free_text_box(spoken["name_code_text"], "label", spoken["code_text"], beside)


def _photo(x: float, y: float, address: str) -> Photo:
    spoken = words("deck")
    alt = spoken["alt_code"].format(address=address)
    return Photo(spoken["name_code"], x, y, SIDE, SIDE, f"{artwork.CODE}{address}", alt)


def _panelled(layout: Layout) -> bool:
    return layout.key.endswith("-question") or layout.key == "exercise"


def _smaller(layout: Layout, frame: Placeholder) -> Placeholder:
    if layout.key == "exercise":
        return frame
    if frame.key == "question" and _panelled(layout):
        return replace(frame, h=frame.h - SIDE - GAP)
    if frame.key == "question":
        return replace(frame, w=WIDTH - MARGIN - SIDE - GAP - frame.x)
    if frame.key in ("title", "part") and layout.key != "question" and not _panelled(layout):
        return replace(frame, w=frame.w - SIDE - GAP)
    return frame
