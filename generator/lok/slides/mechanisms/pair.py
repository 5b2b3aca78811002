"""Two bold heads, each with its list, beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok.model.text import Block, ListBlock, Paragraph
from lok.slides import layouts, text_form
from lok.slides.canvas import Box, Par
from lok.slides.layouts import Layout, Own, Placeholder, Rect
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.around import around
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN
from lok.slides.typeset import fill, fit, inside, set_text

WORD = "twee kolommen"
GUTTER, HEAD_HIGH = 14.0, 12.0
"""Between two columns of text, and the height of their heads, in mm."""


def places(room: Rect) -> Own:
    """Two heads on a rule, each with its list."""
    side = (room.w - GUTTER) / 2
    right = room.x + side + GUTTER
    low = room.y + HEAD_HIGH + 4
    made = (
        Placeholder("left-head", 38, room.x, room.y, side, HEAD_HIGH, "column-head"),
        Placeholder("left", 39, room.x, low, side, room.bottom - low, "column"),
        Placeholder("right-head", 40, right, room.y, side, HEAD_HIGH, "column-head"),
        Placeholder("right", 41, right, low, side, room.bottom - low, "column"),
        Placeholder("below", 37, room.x, room.bottom - 20, room.w, 20, "aside"),
    )
    return made, ()


def applies(content: SlideContent) -> bool:
    """Whether there are two bold lines, each with its list; a paragraph may close."""
    return content.open_to(WORD) and _written(content.blocks)


def _written(blocks: Sequence[Block]) -> bool:
    if not 4 <= len(blocks) <= 5 or not all(isinstance(block, Paragraph) for block in blocks[4:]):
        return False
    heads, lists = blocks[0:4:2], blocks[1:4:2]
    return all(isinstance(block, ListBlock) for block in lists) and all(map(text_form.bold, heads))


def draw(content: SlideContent, layout: Layout) -> tuple[Box, ...]:
    """Both lists at the size of the fuller one."""
    pars = content.pars
    first, second = (n for n, par in enumerate(pars) if par.level == PLAIN and _headed(pars, n))
    end = next((n for n in range(second + 1, len(pars)) if pars[n].level == PLAIN), len(pars))
    _, below, _, bottom = around(layout, (), pars[end:], "below")
    sides = (("left", pars[first + 1 : second]), ("right", pars[second + 1 : end]))
    height = bottom - layout.placeholder("left").y
    size = min(
        fit(
            layout.placeholder(key).style,
            said,
            *inside(layout.placeholder(key).style, layout.placeholder(key).w, height),
        )[0].size
        for key, said in sides
    )
    boxes: list[Box] = []
    for (key, said), head in zip(sides, (first, second), strict=True):
        frame = layout.placeholder(key)
        boxes.append(fill(layout.placeholder(f"{key}-head"), (pars[head],)))
        listed = fill(frame, said, h=height)
        boxes.append(replace(listed, text=set_text(frame.style, said, frame.w, size)))
    return (*boxes, *below)


def _headed(pars: Sequence[Par], n: int) -> bool:
    return n + 1 < len(pars) and pars[n + 1].level > PLAIN


PAIR = Mechanism(WORD, Basis.FORM, applies, layouts.pair("pair", places), draw)
