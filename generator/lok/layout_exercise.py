"""Exercises on a slide: a gauge with what gives and what takes, and statements with their verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lok.canvas import Box, Group, Item, Par
from lok.flow import paragraphs
from lok.frames import BOTTOM, BULLET, GAUGE, GAUGE_GAP, STYLES, TOP, Layout
from lok.layout_table import around
from lok.metrics import Run, text_width
from lok.model import Balance, Blocks, Entry, ListBlock, Section, Statement, Statements
from lok.place import fill, fit, free, set_text
from lok.words import words

CELLS, FILLED = 4, 2
ROW_GAP, ROW_HIGH = 3.0, 26.0
"""Between statements, and the highest that one becomes, in mm."""
ORDINAL = 15.0


def balance(
    layout: Layout, content: Balance, body: Sequence[Par], reveal: Sequence[Par], facts: Mapping[str, Entry]
) -> tuple[Item, ...]:
    """Beside the author's text a gauge that fills from above; without text, the suggestions on both sides of it."""
    alt = words("deck")["alt_balance"].format(plus=content.plus.title, minus=content.minus.title)
    if body:
        return _balance_beside(layout, content, (*body, *reveal), alt)
    _, below, top, bottom = around(layout, (), reveal)
    items: list[Item] = []
    for side, title, section in (("gives", "plus", content.plus), ("takes", "minus", content.minus)):
        frame = layout.frame(side)
        pars = _some(section, frame.style, frame.w, bottom - frame.y, facts)
        items.append(fill(layout.frame(title), (Par(0, (Run(section.title),)),)))
        items.append(fill(frame, pars, h=bottom - frame.y))
    left = layout.frame("gives").x + layout.frame("gives").w + GAUGE_GAP
    high = min(bottom - top - 10, 100.0)
    middle = (top + bottom) / 2
    arrows = (
        _arrow("arrow", left - GAUGE_GAP + 1, middle - 6, "green"),
        _arrow("arrow", left + GAUGE + 1, middle - 6, "red"),
    )
    items.append(Group(words("deck")["name_gauge"], (*_gauge(left, middle - high / 2, high), *arrows), alt))
    return (*items, *below)


def _balance_beside(layout: Layout, content: Balance, pars: Sequence[Par], alt: str) -> tuple[Item, ...]:
    plus, minus = layout.frame("plus"), layout.frame("minus")
    right = minus.x + minus.w
    cluster = max(GAUGE, *(text_width(s.title, 26, bold=True) + 12 for s in (content.plus, content.minus)))
    left = right - cluster
    text = fill(layout.frame("text"), pars, w=left - layout.frame("text").x - 12, h=BOTTOM - TOP)
    heads = [
        replace(fill(frame, (Par(BULLET, (Run(section.title),)),), y=y, w=cluster), x=left)
        for frame, section, y in ((plus, content.plus, TOP), (minus, content.minus, BOTTOM - plus.h))
    ]
    shapes = (
        _arrow("down", left + GAUGE / 2 - 6, TOP + 14, "green"),
        *_gauge(left, TOP + 28, 64),
        _arrow("down", left + GAUGE / 2 - 6, TOP + 94, "red"),
    )
    return (text, heads[0], Group(words("deck")["name_gauge"], shapes, alt), heads[1])


def _gauge(x: float, y: float, high: float) -> tuple[Box, ...]:
    """A vessel of `high` mm with cells, the lower ones filled."""
    cap, edge = 6.0, 4.0
    cell = (high - cap - 2 * edge - (CELLS - 1) * 2) / CELLS
    cells = (
        Box("", x + edge, y + cap + edge + n * (cell + 2), GAUGE - 2 * edge, cell, fill=_filled(n), shape="round")
        for n in range(CELLS)
    )
    return (
        Box("", x + GAUGE / 2 - 9, y, 18, cap + 2, fill="petrol", shape="round"),
        Box("", x, y + cap, GAUGE, high - cap, fill="white", line="petrol", stroke=1.6, shape="round"),
        *cells,
    )


def _filled(n: int) -> str:
    return "green" if n >= CELLS - FILLED else "paper"


def _arrow(shape: str, x: float, y: float, fill_colour: str) -> Box:
    return Box("", x, y, 12, 12, fill=fill_colour, shape=shape)


def _some(section: Section, style: str, width: float, height: float, facts: Mapping[str, Entry]) -> tuple[Par, ...]:
    """As many suggestions as fit, taken in turn from each group: the whole list stands on the sheet."""
    groups = [_items(section.blocks, facts), *(_items(child.blocks, facts) for child in section.children)]
    turns = [group[n] for n in range(max(map(len, groups), default=0)) for group in groups if n < len(group)]
    while len(turns) > 1 and fit(style, turns, width, height)[1] > 0:
        turns.pop()
    return tuple(turns)


def _items(blocks: Blocks, facts: Mapping[str, Entry]) -> list[Par]:
    """The outermost list items, without what is nested below them."""
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    firsts = [item[:1] for block in lists for item in block.items if item]
    return [replace(par, level=0) for first in firsts for par in paragraphs(first, facts)[:1]]


def statements(
    layout: Layout, content: Statements, body: Sequence[Par], reveal: Sequence[Par]
) -> tuple[Item, ...]:
    """One row per statement; each appears after a click, its verdict after the next."""
    later = [replace(par, click=par.click + 2 * len(content.statements)) for par in reveal]
    above, below, top, bottom = around(layout, body, later)
    rows = _rows(content, layout.frame("text").w, top, bottom, layout.frame("text").x)
    return (*above, *rows, *below)


def _rows(content: Statements, width: float, top: float, bottom: float, x: float) -> Iterator[Item]:
    count = max(len(content.statements), 1)
    high = min((bottom - top - (count - 1) * ROW_GAP) / count, ROW_HIGH)
    labels = [_verdict(statement) for statement in content.statements]
    chip = min(max((text_width(text, 20, bold=True) for text in labels), default=0) + 10, width * 0.34)
    style = STYLES["statement"]
    room = width - ORDINAL - chip - 4 - style.inset[0] - style.inset[2]
    size = min((_size(statement, room, high - 2) for statement in content.statements), default=style.sizes[0])
    for n, statement in enumerate(content.statements):
        place = (x, top + n * (high + ROW_GAP), width, high)
        yield _row(n, statement, place, chip, size)
        yield _chip(n, statement, content.choices, place, chip)


def _size(statement: Statement, width: float, height: float) -> float:
    return fit("statement", (Par(0, (Run(statement.text),)),), width, height)[0].size


def _row(n: int, statement: Statement, place: tuple[float, float, float, float], chip: float, size: float) -> Group:
    x, y, w, h = place
    spoken = words("deck")
    text = free(spoken["name_statement"], "statement", statement.text, (x + ORDINAL, y, w - ORDINAL - chip - 4, h))
    ordinal = free(spoken["name_ordinal"], "ordinal", str(n + 1), (x, y, ORDINAL, h))
    return Group(
        spoken["name_row"].format(number=n + 1),
        (
            Box("", x, y, w, h, fill="white", line="line"),
            replace(ordinal, fill="orange"),
            _resized(text, statement, size),
        ),
        click=2 * n + 1,
    )


def _resized(box: Box, statement: Statement, size: float) -> Box:
    """All statements at the same size."""
    style = STYLES["statement"]
    return replace(
        box,
        text=set_text("statement", (Par(0, (Run(statement.text),)),), box.w - style.inset[0] - style.inset[2], size),
    )


def _chip(
    n: int, statement: Statement, choices: Sequence[str], place: tuple[float, float, float, float], width: float
) -> Group:
    """The verdict; each choice has its own ground, so that they differ in black and white too."""
    x, y, w, h = place
    high = min(h - 4, 14.0)
    spot = (x + w - width - 2, y + (h - high) / 2, width, high)
    box = free(words("deck")["name_verdict"], "verdict", _verdict(statement), spot)
    order = choices.index(statement.verdict) if statement.verdict in choices else len(choices)
    looks = ({"fill": "grey"}, {"fill": "petrol"}, {"fill": "white", "line": "petrol", "colour": "petrol"})
    styled = replace(box, **looks[min(order, 2)], stroke=0.7)
    return Group(words("deck")["name_verdict_of"].format(number=n + 1), (styled,), click=2 * n + 2)


def _verdict(statement: Statement) -> str:
    return f"{statement.verdict} ({statement.nuance})" if statement.nuance else statement.verdict
