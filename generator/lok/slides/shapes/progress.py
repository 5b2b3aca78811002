"""Where a slide stands in a series that the author counts aloud ("Stap 3 van 8"): dots on a rail, in the head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import HEAD_GAP, Layout
from lok.slides.line_breaking import runs_text, runs_width
from lok.words import words

STEP, DOT, HERE, RAIL = 7.6, 3.4, 5.6, 0.7
"""From dot to dot, width of a dot and of the one where we are, and of the rail, in mm."""
LONGEST = 12


def with_progress(layout: Layout, part: Box, pars: Sequence[Par]) -> tuple[Item, ...]:
    """The place that names the part, and beside it the dots, if the text counts and there is room for them."""
    counted = _counted(pars)
    if counted is None:
        return (part,)
    here, count = counted
    left = part.x + part.w - (count - 1) * STEP - HERE
    room = left - HEAD_GAP - part.x
    if not part.text or any(runs_width(line, part.text.size) > room for par in part.text.pars for line in par.lines):
        return (part,)
    ink = "paper" if layout.ground == "petrol" else "petrol"
    dots = _dots(here, count, left + HERE / 2, part.y + part.h / 2, ink)
    said = words("deck")["series"].format(number=here, count=count)
    return replace(part, w=room), Group(words("deck")["name_series"], dots, said)


def _counted(pars: Sequence[Par]) -> tuple[int, int] | None:
    """Which of how many, where the first paragraph begins by counting."""
    pattern = words("deck")["series"].format(number=r"(\d+)", count=r"(\d+)")
    first = runs_text(pars[0].runs) if pars else ""
    match = re.match(pattern, first, re.IGNORECASE)
    here, count = (int(match[1]), int(match[2])) if match else (0, 0)
    return (here, count) if 1 <= here <= count <= LONGEST and count > 1 else None


def _dots(here: int, count: int, x: float, y: float, ink: str) -> tuple[Box, ...]:
    """Full up to where we are, which is larger, then open."""
    rail = Box("", x, y - RAIL / 2, (count - 1) * STEP, RAIL, fill=ink)
    ground = "petrol" if ink == "paper" else "paper"
    dots = []
    for n in range(1, count + 1):
        side = HERE if n == here else DOT
        middle = x + (n - 1) * STEP
        fill = ink if n <= here else ground
        dots.append(Box("", middle - side / 2, y - side / 2, side, side, fill=fill, line=ink, shape="ellipse"))
    return (rail, *dots)
