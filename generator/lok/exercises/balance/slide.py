"""What gives against what takes, on a slide: a gauge between the suggestions, or beside the author's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lok.exercises.balance.record import Balance
from lok.model.course import Entry
from lok.model.text import Blocks, ListBlock, Section
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import BOTTOM, GAUGE, GAUGE_GAP, TOP, Layout
from lok.slides.line_breaking import text_width
from lok.slides.paragraphs import paragraphs
from lok.slides.shapes.table import around
from lok.slides.type_styles import BULLET, STYLES
from lok.slides.typeset import fill, fit, one_line_box, plain_par, set_text
from lok.words import words

CELLS, FILLED = 4, 2
CELL_GAP = 2.0
CAP, EDGE = 6.0, 4.0
"""Height of the cap on the gauge, and room between its wall and its cells, in mm."""
ARROW = 13.0
HIGHEST = 104.0
"""The gauge is not higher than this, in mm."""


def balance(
    layout: Layout, content: Balance, body: Sequence[Par], reveal: Sequence[Par], facts: Mapping[str, Entry]
) -> tuple[Item, ...]:
    """Beside the author's text a gauge that fills from above; without text, the suggestions on both sides of it."""
    alt = words("deck")["alt_balance"].format(plus=content.plus.title, minus=content.minus.title)
    if body:
        return _beside(layout, content, (*body, *reveal), alt)
    _, below, top, bottom = around(layout, (), reveal)
    gives, takes = layout.frame("gives"), layout.frame("takes")
    room = bottom - gives.y
    shown = [_some(section, gives.style, gives.w, room, facts) for section in (content.plus, content.minus)]
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
        _arrow("arrow", left + GAUGE + aside, middle, "red"),
    )
    gauge = Group(words("deck")["name_gauge"], shapes, alt)
    heads = [one_line_box(layout.frame(key), s.title) for key, s in (("plus", content.plus), ("minus", content.minus))]
    return (heads[0], lists[0], gauge, heads[1], lists[1], *below)


def _beside(layout: Layout, content: Balance, pars: Sequence[Par], alt: str) -> tuple[Item, ...]:
    """What gives comes in from above, what takes leaves below."""
    plus, minus = layout.frame("plus"), layout.frame("minus")
    size = STYLES[plus.style].sizes[0]
    cluster = max(GAUGE, *(text_width(s.title, size, bold=True) + 14 for s in (content.plus, content.minus)))
    left = minus.x + minus.w - cluster
    text = fill(layout.frame("text"), pars, w=left - layout.frame("text").x - 12, h=BOTTOM - TOP)
    heads = [
        replace(fill(frame, (plain_par(section.title, BULLET),), y=y, w=cluster), x=left)
        for frame, section, y in ((plus, content.plus, TOP), (minus, content.minus, BOTTOM - minus.h))
    ]
    middle = left + GAUGE / 2 - ARROW / 2
    shapes = (
        _arrow("down", middle, TOP + 21, "green"),
        *_gauge(left, TOP + 30, 60),
        _arrow("down", middle, BOTTOM - 21, "red"),
    )
    return (text, heads[0], Group(words("deck")["name_gauge"], shapes, alt), heads[1])


def _gauge(x: float, y: float, high: float) -> tuple[Box, ...]:
    """A vessel of `high` mm with cells, the lower ones filled."""
    cell = (high - CAP - 2 * EDGE - (CELLS - 1) * CELL_GAP) / CELLS
    first = y + CAP + EDGE
    cells = (
        Box("", x + EDGE, first + n * (cell + CELL_GAP), GAUGE - 2 * EDGE, cell, fill=_filled(n), shape="round")
        for n in range(CELLS)
    )
    return (
        Box("", x + GAUGE / 2 - 9, y, 18, CAP + 3, fill="petrol", shape="round"),
        Box("", x, y + CAP, GAUGE, high - CAP, fill="white", line="petrol", stroke=1.6, shape="round"),
        *cells,
    )


def _filled(n: int) -> str:
    return "green" if n >= CELLS - FILLED else "paper"


def _arrow(shape: str, x: float, middle: float, colour: str) -> Box:
    """An arrow whose middle stands at the height `middle`."""
    return Box("", x, middle - ARROW / 2, ARROW, ARROW, fill=colour, shape=shape)


def _some(section: Section, style: str, width: float, height: float, facts: Mapping[str, Entry]) -> tuple[Par, ...]:
    """As many suggestions as fit, taken in turn from each group: the whole list stands on the sheet."""
    groups = [_items(section.blocks, facts), *(_items(child.blocks, facts) for child in section.children)]
    longest = max(map(len, groups), default=0)
    turns = [group[n] for n in range(longest) for group in groups if n < len(group)]
    size = STYLES[style].sizes[2]
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
