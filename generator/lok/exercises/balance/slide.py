"""What gives against what takes, on a slide: a gauge between the suggestions, or beside the author's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lok.exercises.balance.record import Balance
from lok.model.library import Entry
from lok.model.text import Blocks, ListBlock, Section
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.line_breaking import text_width
from lok.slides.mechanism import of_exercise
from lok.slides.mechanisms.content import balanced
from lok.slides.paragraphs import paragraphs
from lok.slides.shapes.around import around
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import BULLET, STYLES
from lok.slides.typeset import fill, fit, one_line_box, plain_par, set_text
from lok.words import words

GAUGE, GAUGE_GAP = 44.0, 17.0
"""Width of the gauge between what gives and what takes, and the room for an arrow on each side of it, in mm."""
CELLS, FILLED = 4, 2
"""How many cells the gauge has, and how many are full."""
CELL_GAP = 2.0
"""Between two cells, in mm."""
CAP, CAP_WIDE, EDGE = 6.0, 14.0, 4.0
"""Height and width of the cap on the gauge, and room between its wall and its cells, in mm."""
UPRIGHT = 0.75
"""The most of its height that a gauge is wide."""
ARROW = 13.0
"""Width and height of an arrow, in mm."""
BESIDE = 14.0
"""Between text and the gauge beside it, in mm."""
HIGHEST = 104.0
"""The gauge is not higher than this, in mm."""


def places(room: Rect) -> Own:
    """Two heads with their lists, a gauge between them, and text that may take the place of the lists."""
    side = (room.w - GAUGE - 2 * GAUGE_GAP) / 2
    left, top, right = room.x, room.y, room.right - side
    made = (
        Placeholder("plus", 29, left, top, side, 12, "plus"),
        Placeholder("gives", 30, left, top + 15, side, room.h - 15, "gives"),
        Placeholder("minus", 31, right, top, side, 12, "minus"),
        Placeholder("takes", 32, right, top + 15, side, room.h - 15, "takes"),
        Placeholder("text", 23, left, top, side, 50, "aside"),
        Placeholder("reveal", 24, left, room.bottom - 20, room.w, 20, "aside"),
    )
    return made, ()


def draw(content: SlideContent, layout: Layout, balance: Balance) -> tuple[Item, ...]:
    """Beside the author's text a gauge that fills from above; without text, the suggestions on both sides of it."""
    alt = words("deck")["alt_balance"].format(plus=balance.plus.title, minus=balance.minus.title)
    if content.body:
        return _beside(layout, balance, content.pars, alt)
    return _between(layout, balance, content, alt)


def _between(layout: Layout, balance: Balance, content: SlideContent, alt: str) -> tuple[Item, ...]:
    """As many suggestions as fit on both sides of the gauge."""
    _, below, top, bottom = around(layout, (), content.reveal)
    gives, takes = layout.placeholder("gives"), layout.placeholder("takes")
    room = bottom - gives.y
    shown = [_some(section, gives.style, gives.w, room, content.on.facts) for section in (balance.plus, balance.minus)]
    size = min(fit(gives.style, pars, gives.w, room)[0].size for pars in shown)
    lists = [
        _at_size(fill(frame, pars, h=room), frame.style, pars, size)
        for frame, pars in zip((gives, takes), shown, strict=True)
    ]
    left = gives.x + gives.w + GAUGE_GAP
    high = min(bottom - top, HIGHEST)
    middle, aside = (top + bottom) / 2, (GAUGE_GAP - ARROW) / 2
    shapes = (
        *_gauge(left, middle - high / 2, high),
        _arrow("arrow", left - GAUGE_GAP + aside, middle, "green"),
        _arrow("arrow", left + GAUGE + aside, middle, "role-2"),
    )
    gauge = Group(words("deck")["name_gauge"], shapes, alt)
    heads = [
        one_line_box(layout.placeholder(key), s.title) for key, s in (("plus", balance.plus), ("minus", balance.minus))
    ]
    return (heads[0], lists[0], gauge, heads[1], lists[1], *below)


def _beside(layout: Layout, balance: Balance, pars: Sequence[Par], alt: str) -> tuple[Item, ...]:
    """What gives comes in from above, what takes leaves below."""
    plus, minus = layout.placeholder("plus"), layout.placeholder("minus")
    size = STYLES[plus.style].sizes[0]
    cluster = max(GAUGE, *(text_width(s.title, size, bold=True) + 14 for s in (balance.plus, balance.minus)))
    left = minus.x + minus.w - cluster
    wide = left - layout.placeholder("text").x - BESIDE
    text = balanced(fill(layout.placeholder("text"), pars, w=wide, h=layout.room.h), layout.room)
    heads = [
        replace(fill(frame, (plain_par(section.title, BULLET),), y=y, w=cluster), x=left)
        for frame, section, y in (
            (plus, balance.plus, layout.room.y),
            (minus, balance.minus, layout.room.bottom - minus.h),
        )
    ]
    high = layout.room.h - 60
    middle = left + _wide(high) / 2 - ARROW / 2
    shapes = (
        _arrow("down", middle, layout.room.y + 21, "green"),
        *_gauge(left, layout.room.y + 30, high),
        _arrow("down", middle, layout.room.bottom - 21, "role-2"),
    )
    return (text, heads[0], Group(words("deck")["name_gauge"], shapes, alt), heads[1])


def _gauge(x: float, y: float, high: float) -> tuple[Box, ...]:
    """A vessel of `high` mm with cells, the lower ones filled."""
    cell = (high - CAP - 2 * EDGE - (CELLS - 1) * CELL_GAP) / CELLS
    first, wide = y + CAP + EDGE, _wide(high)
    cells = (
        Box("", x + EDGE, first + n * (cell + CELL_GAP), wide - 2 * EDGE, cell, fill="petrol", shape="round")
        for n in range(CELLS - FILLED, CELLS)
    )
    return (
        Box("", x + wide / 2 - CAP_WIDE / 2, y, CAP_WIDE, CAP + 3, fill="petrol", shape="round"),
        Box("", x, y + CAP, wide, high - CAP, line="petrol", stroke=1.6, shape="round"),
        *cells,
    )


def _wide(high: float) -> float:
    """Of a gauge `high` mm high: it stands upright."""
    return min(GAUGE, high * UPRIGHT)


def _arrow(shape: str, x: float, middle: float, colour: str) -> Box:
    """An arrow whose middle stands at the height `middle`."""
    return Box("", x, middle - ARROW / 2, ARROW, ARROW, fill=colour, shape=shape)


def _some(section: Section, style: str, width: float, height: float, facts: Mapping[str, Entry]) -> tuple[Par, ...]:
    """As many suggestions as fit, taken in turn from each group: the whole list stands on the sheet."""
    groups = [_items(section.blocks, facts), *(_items(child.blocks, facts) for child in section.children)]
    longest = max(map(len, groups), default=0)
    turns = [group[n] for n in range(longest) for group in groups if n < len(group)]
    size = STYLES[style].sizes[-1]
    while len(turns) > 1 and set_text(style, turns, width, size).height > height:
        turns.pop()
    return tuple(turns)


def _items(blocks: Blocks, facts: Mapping[str, Entry]) -> list[Par]:
    """The outermost list items, without what is nested below them."""
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    firsts = [item[:1] for block in lists for item in block.items if item]
    return [replace(par, level=0) for first in firsts for par in paragraphs(first, facts)[:1]]


def _at_size(box: Box, style: str, pars: Sequence[Par], size: float) -> Box:
    """Both lists at the size of the fuller one."""
    return replace(box, text=set_text(style, pars, box.w, size))


SLIDE = of_exercise("balans", Balance, pair("balance", places), draw)
