"""Items that begin with a lead: below a pictogram each, beside each other; without pictograms as rows."""

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
from lok.slides.shapes.disc import disc
from lok.slides.shapes.rows import rows
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN, STYLES
from lok.slides.typeset import balanced_width, free_text_box, needed, plain_par, same_size, set_text
from lok.words import words

WORD, MOST_CARDS = "kaarten", 6
BESIDE, LEAST_WIDTH = 4, 280.0
"""At most so many cards beside each other, over the whole slide only, in mm."""
GAP, ROW_GAP, MOST = 6.1, 3.0, 36.0
"""Between cards and between rows, and the most that a row takes, in mm."""
DISC, BELOW, TERM_GAP, SIDE = 24.3, 4.5, 1.0, 3.0
"""Radius of the disc of a card, room below it and below its term, and beside its words, in mm."""
ROW_DISC, BESIDE_DISC = 9.8, 7.9
"""Radius of the disc before a row, and the room right of it, in mm."""
ABOVE, HAIRLINE = 0.4, 0.4
"""Part of the spare room above the whole, a little less than below it; and the height of a hairline in mm."""
LOOKS = (("role-1-tint", "role-1"), ("role-2-tint", "role-2"), ("sand", "petrol"), ("role-1-tint", "role-1"))
"""Ground and ink of the discs in a row; the ink is that of the term too."""
SHARE, LEAST_SHARE, LEAD_GAP, START = 0.4, 0.2, 8.0, 6.0
"""The most and the least of a row's width that leads take, room in mm after them, and before words without one."""
DIVIDERS = " :,–\u00a0"
"""What stands between a lead and the rest, and is not shown."""


def applies(content: SlideContent) -> bool:
    """Whether all items begin with a lead, or the slide names a pictogram for each.

    Where nobody chose so, steps and lists of links do not count.
    """
    if content.slide.kind == WORD:
        return _led(content.blocks) or pictured(content)
    return content.free and (written(content.blocks) or pictured(content))


def pictured(content: SlideContent) -> bool:
    """Whether each item of the list has its pictogram."""
    return 1 < len(text_form.listed(content.blocks)) == len(content.slide.pictograms) <= MOST_CARDS


def written(blocks: Sequence[Block]) -> bool:
    """Whether a few items all begin with a lead, and are no steps and no list of links."""
    return _led(blocks) and not text_form.ordered(blocks) and not text_form.mostly_links(blocks)


def _led(blocks: Sequence[Block]) -> bool:
    items = text_form.listed(blocks)
    return 1 < len(items) <= MOST_CARDS and all(map(text_form.lead, items))


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The list below its pictograms or as rows, between what introduces and what closes it."""
    signs = content.slide.pictograms if pictured(content) else ()
    return items_drawn(layout, content.pars, lambda items, room: _drawn(items, signs, room))


def cards(items: Sequence[Par], room: Rect) -> tuple[Group, ...]:
    """Items with a lead, in rows in a room in mm."""
    return _drawn(items, (), room)


def _drawn(items: Sequence[Par], signs: Sequence[str], room: Rect) -> tuple[Group, ...]:
    """Below pictograms, as far as the words fit there; else rows, with the pictograms before them."""
    beside = _below_discs(items, signs, room) if 1 < len(signs) <= BESIDE and room.w >= LEAST_WIDTH else ()
    return beside or _in_rows(items, [split(item) for item in items], room, signs)


def points(items: Sequence[Par], room: Rect) -> tuple[Group, ...]:
    """Items without a lead, in rows in a room in mm."""
    return _in_rows(items, [(Par(PLAIN, ()), replace(item, level=PLAIN, number=0, click=0)) for item in items], room)


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


def _below_discs(items: Sequence[Par], signs: Sequence[str], room: Rect) -> tuple[Group, ...]:
    """Pictograms beside each other, each with its term and text below it; nothing where the words do not fit."""
    parts = [split(item) for item in items]
    wide = (room.w - GAP * (len(items) - 1)) / len(items)
    led = any(spoken_of(head) for head, _ in parts)
    above = 2 * DISC + BELOW
    heads, too_much = same_size("term", [[head] for head, _ in parts], wide - 2 * SIDE, room.h / 3)
    high = max(text.height for text in heads) + TERM_GAP if led else 0.0
    texts, overflow = same_size("said-of-term", [[rest] for _, rest in parts], wide - 2 * SIDE, room.h - above - high)
    if too_much or overflow:
        return ()
    low = max(needed("said-of-term", [rest], wide - 2 * SIDE, texts[0].size) for _, rest in parts)
    top = room.y + (room.h - above - high - low) * ABOVE
    spoken, groups = words("deck"), []
    for n, item in enumerate(items):
        x, (ground, ink) = room.x + n * (wide + GAP), LOOKS[n]
        drawn = disc(signs[n], x + wide / 2 - DISC, top, DISC, ground=ground, ink=ink)
        term = Box(spoken["name_card_head"], x + SIDE, top + above, wide - 2 * SIDE, high, heads[n], colour=ink)
        said = _centred(parts[n][1], texts[n].size, Rect(x + SIDE, top + above + high, wide - 2 * SIDE, low))
        groups.append(_group(n, item, (*drawn.boxes, *((term,) if led else ()), said)))
    return tuple(groups)


def _centred(par: Par, size: float, place: Rect) -> Box:
    """Words below a disc, in lines as long as each other."""
    style = "said-of-term"
    wide = balanced_width(style, (par,), place.w, size)
    x = place.x + (place.w - wide) / 2
    return Box(words("deck")["name_card_text"], x, place.y, wide, place.h, set_text(style, (par,), wide, size))


def _in_rows(
    items: Sequence[Par], parts: Sequence[tuple[Par, Par]], room: Rect, signs: Sequence[str] = ()
) -> tuple[Group, ...]:
    """A disc, where there is a pictogram or a number; leads, where there are any, in a column of their own."""
    x, y, w, h = room
    discs = 2 * ROW_DISC + BESIDE_DISC if signs or any(item.number for item in items) else 0.0
    led = any(spoken_of(head) for head, _ in parts)
    aside = _lead_width([_bold(head) for head, _ in parts], w - discs) if led else 0.0 if discs else START
    left, wide = x + discs + aside, w - discs - aside
    made = rows("row", [[rest] for _, rest in parts], wide, (y, h), gap=ROW_GAP, most=MOST)
    heads, too_much = same_size("row-head", [[head] for head, _ in parts], aside - LEAD_GAP, min(made.heights))
    down = max(y + h - made.tops[-1] - made.heights[-1], 0.0) * ABOVE
    tops = [top + down for top in made.tops]
    spoken, groups, radius = words("deck"), [], min(ROW_DISC, min(made.heights) / 2)
    for n, (item, top, high, text) in enumerate(zip(items, tops, made.heights, made.texts, strict=True)):
        rule = () if n == 0 else (Box("", x, top - ROW_GAP / 2 - HAIRLINE / 2, w, HAIRLINE, fill="line"),)
        before = _before(signs[n] if signs else "", item.number, x, top + high / 2, radius) if discs else ()
        head = Box(spoken["name_card_head"], x + discs, top, aside - LEAD_GAP, high, heads[n], overflow=too_much)
        said = Box(spoken["name_card_text"], left, top, wide, high, text, overflow=made.overflow)
        groups.append(_group(n, item, (*rule, *before, *((head,) if led else ()), said)))
    return tuple(groups)


def _before(sign: str, number: int, x: float, middle: float, radius: float) -> tuple[Box, ...]:
    """What stands before a row: its pictogram, else its number, on a disc."""
    if sign:
        return disc(sign, x, middle - radius, radius, ground="role-1-tint", ink="role-1").boxes
    if not number:
        return ()
    place = Rect(x, middle - radius, 2 * radius, 2 * radius)
    made = free_text_box(words("deck")["name_ordinal"], "ordinal", str(number), place)
    return (replace(made, fill="role-1", shape="ellipse"),)


def _lead_width(heads: Sequence[tuple[Run, ...]], width: float) -> float:
    """As wide as the longest lead at the largest size, as far as it may take of the row."""
    style = STYLES["row-head"]
    sides = style.inset[0] + style.inset[2]
    widest = max(runs_width(head, style.sizes[0]) for head in heads) / CAUTION + sides
    return min(max(widest + LEAD_GAP, width * LEAST_SHARE), width * SHARE)


def _bold(head: Par) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in head.runs)


def _group(n: int, item: Par, boxes: tuple[Box, ...]) -> Group:
    return Group(words("deck")["name_card"].format(number=n + 1), boxes, spoken_of(item), item.click)


CARDS = Mechanism(WORD, Basis.FORM, applies, pair("cards", drawn), draw)
