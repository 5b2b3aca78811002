"""At the foot of every slide: who speaks, as a mark with its word, in which part, and where that is in the evening."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from lok.design import palette
from lok.model.course import Course, Slide
from lok.slides.canvas import Box, Group, Item
from lok.slides.layouts import MARK, NUMBER_WIDTH, Layout
from lok.slides.line_breaking import runs_width
from lok.slides.typeset import one_line_box
from lok.words import words

RADIUS, APART, STROKE = 2.4, 3.0, 0.5
"""Of the circles of the mark: radius, room between their middles and width of a ring, in mm."""
MIDDLE = 181.0
"""Height of the middle of the foot, in mm."""
STEP, DONE, HERE, RAIL = 4.2, 1.1, 2.0, 0.3
"""From dot to dot on the path, radius of a dot and of the one where we are, and height of its rail, in mm."""
END = 16.4
"""From the last dot to the right margin, in mm."""
LONGEST = 20
"""A path of more dots than this says nothing at a glance."""
WORD_GAP = 2.0
"""Between the word of who speaks and the name of the part, in mm."""


def foot(layout: Layout, slide: Slide, course: Course, here: int) -> tuple[Item, ...]:
    """What stands in the foot of a layout, as far as that has places for it; `here` is the part, from 0."""
    parts, speakers = course.parts, len(course.roles)
    told = _speaks(layout, slide, speakers, parts[here].title if parts else "")
    return tuple(chain(told, _path(layout, here, len(parts))))


def _speaks(layout: Layout, slide: Slide, speakers: int, part: str) -> tuple[Item, ...]:
    if not layout.has("role"):
        return ()
    frame, footer = layout.placeholder("role"), layout.placeholder("footer")
    role = one_line_box(frame, slide.role.name)
    width = max((runs_width(par.runs, role.text.size) for par in role.text.pars), default=0.0) if role.text else 0.0
    more = APART * max(speakers - 2, 0)
    role = replace(role, x=role.x + more, w=min(width * 1.1 + WORD_GAP, frame.w - more))
    told = one_line_box(replace(footer, x=role.x + role.w, w=footer.x + footer.w - role.x - role.w), f"· {part}")
    return (_mark(frame.x - MARK, slide.role.order, speakers, layout), role, told)


def _mark(x: float, order: int, speakers: int, layout: Layout) -> Group:
    """A circle for each speaker, that overlap: who speaks is full and in front, the others are rings."""
    circles = []
    for n, colour in enumerate(palette.SPEAKERS[:speakers]):
        ink = "ink" if layout.ground == "orange" else colour
        side = 2 * RADIUS
        full = order in (n, speakers)
        left = x + n * APART
        circles.append(
            Box("", left, MIDDLE - RADIUS, side, side, fill=ink if full else "", line=ink, stroke=STROKE,
                shape="ellipse")
        )  # fmt: skip
    leading = circles.pop(order % speakers)
    return Group(words("deck")["name_mark"], (*circles, leading), "")


def _path(layout: Layout, here: int, count: int) -> tuple[Item, ...]:
    """One dot for each part: full until where we are, which is larger, then open."""
    if not layout.has("role") or not 1 < count <= LONGEST:
        return ()
    last = layout.placeholder("number").x + NUMBER_WIDTH - END
    first = last - (count - 1) * STEP
    ink = "ink" if layout.ground == "orange" else "role-1"
    rail = Box("", first, MIDDLE - RAIL / 2, last - first, RAIL, fill=ink)
    dots = (_dot(n, here, first + n * STEP, ink, layout.ground) for n in range(count))
    said = words("deck")["alt_path"].format(number=here + 1, count=count)
    return (Group(words("deck")["name_path"], (rail, *dots), said),)


def _dot(n: int, here: int, x: float, ink: str, ground: str) -> Box:
    radius = HERE if n == here else DONE
    fill = ink if n <= here else ground
    return Box("", x - radius, MIDDLE - radius, 2 * radius, 2 * radius, fill=fill, line=ink, shape="ellipse")
