"""Items that begin with a lead: cards beside each other, or, in a narrow place or a long list, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok.model.text import Block
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import Layout, Rect, drawn, pair
from lok.slides.line_breaking import CAUTION, Run, runs_text, runs_width
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.around import items_drawn
from lok.slides.shapes.rows import rows
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN, STYLES
from lok.slides.typeset import inside, plain_par, same_size
from lok.words import words

WORD, MOST_CARDS = "kaarten", 6
BESIDE, LEAST_WIDTH = 4, 280.0
"""At most so many cards beside each other, over the whole slide only, in mm."""
GAP, ROW_GAP, MOST = 8.0, 3.0, 36.0
"""Between cards and between rows, and the most that a row takes, in mm."""
SHARE, START = 0.4, 6.0
"""The most of a row's width that leads take, and room in mm before words without one."""
DIVIDERS = " :,–\u00a0"
"""What stands between a lead and the rest, and is not shown."""


def applies(content: SlideContent) -> bool:
    """Whether all items begin with a lead; where nobody chose so, steps and lists of links do not count."""
    if content.slide.kind == WORD:
        return _led(content.blocks)
    return content.free and written(content.blocks)


def written(blocks: Sequence[Block]) -> bool:
    """Whether a few items all begin with a lead, and are no steps and no list of links."""
    return _led(blocks) and not text_form.ordered(blocks) and not text_form.mostly_links(blocks)


def _led(blocks: Sequence[Block]) -> bool:
    items = text_form.listed(blocks)
    return 1 < len(items) <= MOST_CARDS and all(map(text_form.lead, items))


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The list as cards, between what introduces and what closes it."""
    return items_drawn(layout, content.pars, cards)


def cards(items: Sequence[Par], room: Rect) -> tuple[Group, ...]:
    """One group for each item in a room in mm, which appears when its paragraph does."""
    parts = [split(item) for item in items]
    beside = _beside(items, parts, room) if len(items) <= BESIDE and room[2] >= LEAST_WIDTH else None
    return beside or _in_rows(items, parts, room)


def points(items: Sequence[Par], room: Rect) -> tuple[Group, ...]:
    """Items without a lead, in rows in a room in mm."""
    return _in_rows(items, [(Par(PLAIN, ()), replace(item, level=PLAIN, click=0)) for item in items], room)


def split(item: Par) -> tuple[Par, Par]:
    """The lead of an item, without what divides it from the rest, and the rest."""
    bold = next((n for n, run in enumerate(item.runs) if not run.bold), len(item.runs))
    said = runs_text(item.runs[:bold]).rstrip(DIVIDERS)
    rest = list(item.runs[bold:])
    if rest:
        rest[0] = replace(rest[0], text=rest[0].text.lstrip(DIVIDERS))
    return plain_par(said), Par(PLAIN, tuple(run for run in rest if run.text))


def spoken_of(item: Par) -> str:
    """The words of a paragraph."""
    return runs_text(item.runs)


def _beside(items: Sequence[Par], parts: Sequence[tuple[Par, Par]], room: Rect) -> tuple[Group, ...]:
    """Nothing where the words would be small: then rows hold them."""
    x, y, w, h = room
    width = (w - GAP * (len(items) - 1)) / len(items)
    heads, too_much = same_size("term", [[head] for head, _ in parts], *inside("term", width, h / 3))
    top, bottom = STYLES["term"].inset[1::2]
    head_high = max(text.height for text in heads) + top + bottom + 4
    texts, overflow = same_size(
        "said-of-term", [[rest] for _, rest in parts], *inside("said-of-term", width, h - head_high)
    )
    if too_much or overflow:
        return ()
    spoken, groups = words("deck"), []
    for n, item in enumerate(items):
        left = x + n * (width + GAP)
        boxes = (
            Box(spoken["name_card_head"], left, y, width, head_high, heads[n]),
            Box(spoken["name_card_text"], left, y + head_high, width, h - head_high, texts[n]),
        )
        groups.append(_group(n, item, boxes))
    return tuple(groups)


def _in_rows(items: Sequence[Par], parts: Sequence[tuple[Par, Par]], room: Rect) -> tuple[Group, ...]:
    """Leads, where there are any, in a column of their own."""
    x, y, w, h = room
    led = any(head.runs for head, _ in parts)
    aside = _lead_width([_bold(head) for head, _ in parts], w) if led else START
    left, wide = x + aside, w - aside
    made = rows("row", [[rest] for _, rest in parts], wide, (y, h), gap=ROW_GAP, most=MOST)
    heads, too_much = same_size(
        "row-head", [[head] for head, _ in parts], *inside("row-head", aside, min(made.heights))
    )
    spoken, groups = words("deck"), []
    for n, (item, top, high, text) in enumerate(zip(items, made.tops, made.heights, made.texts, strict=True)):
        rule = () if n == 0 else (Box("", x, top - ROW_GAP / 2, w, 0.4, fill="line"),)
        head = Box(spoken["name_card_head"], x, top, aside, high, heads[n], overflow=too_much)
        said = Box(spoken["name_card_text"], left, top, wide, high, text, overflow=made.overflow)
        groups.append(_group(n, item, (*rule, *((head,) if led else ()), said)))
    return tuple(groups)


def _lead_width(heads: Sequence[tuple[Run, ...]], width: float) -> float:
    """As wide as the longest lead at the largest size, as far as it may take of the row."""
    style = STYLES["row-head"]
    sides = style.inset[0] + style.inset[2]
    return min(max(runs_width(head, style.sizes[0]) for head in heads) / CAUTION + sides + 1, width * SHARE)


def _bold(head: Par) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in head.runs)


def _group(n: int, item: Par, boxes: tuple[Box, ...]) -> Group:
    return Group(words("deck")["name_card"].format(number=n + 1), boxes, spoken_of(item), item.click)


CARDS = Mechanism(WORD, Basis.FORM, applies, pair("cards", drawn), draw)
