"""What has an order: a few short steps beside each other on a way, others as numbered circles on a rail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.model.text import Block
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par, Text
from lok.slides.layouts import Layout, Rect, drawn, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.around import items_drawn
from lok.slides.shapes.rows import rows
from lok.slides.shapes.step import numbered, step
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN
from lok.slides.typeset import balanced_width, needed, same_size, set_text
from lok.words import words

WORD, MOST_STEPS = "stappen", 8
NEAR = 6.0
"""Between the words of two phases, in mm."""
MOST_PHASES, LEAST_WIDTH, MOST_LINES = 5, 280.0, 4
"""Phases stand in a row over the whole slide only, and with a few lines each."""
DISC, BAND, BELOW = 12.2, 6.9, 5.0
"""Radius of the disc of a phase, thickness of the way to it, and the room below it, in mm."""
ABOVE = 0.4
"""Part of the spare room above the phases: a little less than below them."""
CIRCLE, RAIL, BESIDE, GUTTER = 15.0, 4.0, 7.0, 12.0
"""Width of a circle and of the rail, room beside a circle and between two rails, in mm."""
LONG = 5
"""A rail of more steps than this is divided in two, where there is width for it."""
GAP, MOST = 3.0, 34.0
"""Between two steps on a rail, and the most that one takes, in mm."""


def applies(content: SlideContent) -> bool:
    """Whether there is a list: any where the author wants its items as steps, else a numbered one, not too long."""
    if content.slide.kind == WORD:
        return 0 < len(text_form.listed(content.blocks)) <= MOST_STEPS
    return content.free and written(content.blocks) and not content.slide.pictograms


def written(blocks: Sequence[Block]) -> bool:
    """Whether there is a numbered list that is not too long."""
    return text_form.ordered(blocks) and 1 < len(text_form.listed(blocks)) <= MOST_STEPS


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The list as steps, between what introduces and what closes it."""
    return items_drawn(layout, content.pars, steps)


def steps(items: Sequence[Par], room: Rect) -> tuple[Group, ...]:
    """One group for each step in a room in mm, which appears when its paragraph does."""
    said = [replace(item, level=PLAIN, number=0, click=0) for item in items]
    return tuple(_phases(items, said, room) or _rails(items, said, room))


def _phases(items: Sequence[Par], said: Sequence[Par], room: Rect) -> list[Group]:
    """On one level way, each with its words below it; nothing where they do not fit: then a rail holds them."""
    count, wide = len(said), room.w / len(said)
    if count > MOST_PHASES or room.w < LEAST_WIDTH:
        return []
    above = 2 * DISC + BELOW
    texts, overflow = same_size("phase", [[par] for par in said], wide - NEAR, room.h - above)
    if overflow > 0 or max(len(text.pars[0].lines) for text in texts) > MOST_LINES:
        return []
    high = max(needed("phase", [par], wide - NEAR, text.size) for par, text in zip(said, texts, strict=True))
    top = room.y + (room.h - above - high) * ABOVE
    return [
        _phase(n, count, item, text, Rect(room.x + n * wide, top, wide, above + high))
        for n, (item, text) in enumerate(zip(items, texts, strict=True))
    ]


def _phase(n: int, count: int, item: Par, text: Text, place: Rect) -> Group:
    """A disc with its number, the last one darker, on the way that leads to it from the one before."""
    x, y, w, h = place
    axis = x + w / 2
    way = (Box("", axis - w + DISC, y + DISC - BAND / 2, w - 2 * DISC, BAND, fill="role-1-tint"),) if n else ()
    number = numbered(n, count, "stop-number", Rect(axis - DISC, y, 2 * DISC, 2 * DISC))
    above = 2 * DISC + BELOW
    wide = balanced_width("phase", text.pars, w - NEAR, text.size)
    text = set_text("phase", text.pars, wide, text.size)
    told = Box(words("deck")["name_step_text"], axis - wide / 2, y + above, wide, h - above, text)
    return step(n, count, item, (*way, number, told))


def _rails(items: Sequence[Par], said: Sequence[Par], room: Rect) -> Iterator[Group]:
    """One rail, or two beside each other, each with its half of the steps."""
    x, y, w, h = room
    halves = 2 if len(said) > LONG and w >= LEAST_WIDTH else 1
    long, width = -(-len(said) // halves), (w - GUTTER * (halves - 1)) / halves
    wide = width - CIRCLE - BESIDE
    parts = [[[par] for par in said[first : first + long]] for first in range(0, len(said), long)]
    size = min(rows("step", part, wide, (y, h), gap=GAP, most=MOST).texts[0].size for part in parts)
    for half, part in enumerate(parts):
        made = rows("step", part, wide, (y, h), gap=GAP, most=MOST, largest=size)
        left, before = x + half * (width + GUTTER), None
        for n, (top, high, text) in enumerate(zip(made.tops, made.heights, made.texts, strict=True), half * long):
            name = words("deck")["name_step_text"]
            beside = Box(name, left + CIRCLE + BESIDE, top, wide, high, text, overflow=made.overflow)
            yield _stop(n, len(items), items[n], beside, left, before)
            before = top + high / 2


def _stop(n: int, count: int, item: Par, text: Box, x: float, before: float | None) -> Group:
    """A circle with the rail that leads to it from the one `before`, in mm from the top."""
    middle = text.y + text.h / 2
    circle = numbered(n, count, "ordinal", Rect(x, middle - CIRCLE / 2, CIRCLE, CIRCLE))
    rail = () if before is None else (_rail(x, before, middle),)
    return step(n, count, item, (*rail, circle, text))


def _rail(x: float, before: float, middle: float) -> Box:
    top = before + CIRCLE / 2
    return Box("", x + (CIRCLE - RAIL) / 2, top, RAIL, middle - CIRCLE / 2 - top, fill="role-1-tint")


STEPS = Mechanism(WORD, Basis.FORM, applies, pair("steps", drawn), draw)
