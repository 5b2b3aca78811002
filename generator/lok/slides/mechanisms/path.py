"""A path for a numbered list of short items: discs on a wave, each with its words outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import Layout, Rect, drawn, pair
from lok.slides.line_breaking import CAUTION, runs_width
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.around import items_drawn
from lok.slides.shapes.grid import emphasised
from lok.slides.shapes.step import numbered, step
from lok.slides.shapes.wave import Point, band, wave
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN, STYLES
from lok.slides.typeset import balanced_width, needed, set_text, too_wide
from lok.words import words

WORD, LEAST, MOST = "pad", 3, 8
RADIUS, BAND, AMPLITUDE, LOWEST = 12.2, 6.9, 20.6, 8.0
"""Of a disc and of the way: radius, thickness, and how far it goes up and down at most and at least, in mm."""
EDGE = 1.3
"""Width of the words at either end of the path, in steps; the others may have two."""
NEAR, APART = 4.5, 6.0
"""Between a disc and its words, and between words on the same side, in mm."""
SLACK = 0.5
"""More width in mm than words need by reckoning."""
LABEL = "figure-label"
SIZE = STYLES[LABEL].sizes[0]


def applies(content: SlideContent) -> bool:
    """Whether the author wants it, and there is a numbered list of as many items as fit on a wave."""
    items = text_form.listed(content.blocks)
    return content.slide.kind == WORD and text_form.ordered(content.blocks) and LEAST <= len(items) <= MOST


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The list on its path, between what introduces and what closes it."""
    return items_drawn(layout, content.pars, _path)


def _path(items: Sequence[Par], room: Rect) -> tuple[Group, ...]:
    """The way, and on it a group for each item, which appears when its paragraph does."""
    count = len(items)
    said = [replace(item, level=PLAIN, number=0, click=0) for item in items]
    wide = _widths(said, room)
    highest = [max(needed(LABEL, [said[n]], wide[n], SIZE) for n in range(first, count, 2)) for first in (0, 1)]
    spare = (room.h - sum(highest)) / 2 - RADIUS - NEAR
    amplitude = max(min(AMPLITUDE, spare), LOWEST)
    edge = room.w / (count - 1 + EDGE) * EDGE / 2
    middle = room.y + (room.h + highest[0] - highest[1]) / 2
    nodes = wave(room.x + edge, room.right - edge, middle, amplitude, count)
    labels = [
        Box("", x - w / 2, y, w, 0, set_text(LABEL, (par,), w, SIZE),
            overflow=max(too_wide(LABEL, [par], w * CAUTION, SIZE), 2 * (amplitude - spare), 0.0))
        for par, w, (x, y) in zip(said, wide, nodes, strict=True)
    ]  # fmt: skip
    way = Group(words("deck")["name_way"], (band(nodes, "role-1-tint", BAND),), "")
    return (way, *_stops(items, nodes, labels))


def _widths(said: Sequence[Par], room: Rect) -> list[float]:
    """Of the words at each disc: what they need, as far as those on the same side and the edges leave it."""
    count = len(said)
    apart = room.w / (count - 1 + EDGE)
    fair = 2 * apart - APART
    wanted = [runs_width(emphasised(par.runs, True), SIZE) / CAUTION + SLACK for par in said]
    wide = []
    for n, par in enumerate(said):
        near = (min(wanted[other], fair) for other in (n - 2, n + 2) if 0 <= other < count)
        edge = EDGE * apart + 2 * apart * min(n, count - 1 - n)
        most = min([2 * fair - other for other in near], default=edge)
        held = min(wanted[n], most, edge)
        wide.append(held if held == wanted[n] else balanced_width(LABEL, (par,), held, SIZE))
    return wide


def _stops(items: Sequence[Par], nodes: Sequence[Point], labels: Sequence[Box]) -> Iterator[Group]:
    """A disc with its number, the last one darker, and its words above or below it."""
    count, name = len(nodes), words("deck")["name_step_text"]
    for n, (item, (x, y), label) in enumerate(zip(items, nodes, labels, strict=True)):
        number = numbered(n, count, "stop-number", Rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS))
        high = label.text.height if label.text else 0.0
        top = y + RADIUS + NEAR if n % 2 else y - RADIUS - NEAR - high
        yield step(n, count, item, (number, replace(label, name=name, y=top, h=high)))


PATH = Mechanism(WORD, Basis.FORM, applies, pair("path", drawn), draw)
