"""An exercise without a drawing of its own: what to do, how long it takes, and on which sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lok.slides.canvas import Box
from lok.slides.layouts import Layout
from lok.slides.typeset import one_line_box
from lok.words import words

CODE_ROOM = 44.0
"""Taken by a QR code to the left of the minutes, in mm."""


def panel(layout: Layout, minutes: Decimal, sheets: Sequence[str], with_code: bool) -> tuple[Box, ...]:
    """How long and, where no code takes its place, the titles of the sheets that the group works on."""
    spoken = words("deck")
    number = f"{minutes.normalize():f}".replace(".", words("site")["decimal_sign"])
    long = one_line_box(layout.frame("minutes"), spoken["work_minutes"].format(minutes=number))
    if with_code:
        return (replace(long, x=long.x + CODE_ROOM, w=long.w - CODE_ROOM),)
    if not sheets:
        return (long,)
    return long, one_line_box(layout.frame("sheet"), spoken["work_sheet"].format(titles="”, “".join(sheets)))
