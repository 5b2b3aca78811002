"""A pair of scales for two bold heads, each with its list: always level, because the group is the one to weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lok.slides import layouts, text_form
from lok.slides.canvas import Box, Group, Item, Par, Text
from lok.slides.layouts import Layout, Own, Placeholder, Rect
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms import pair
from lok.slides.mechanisms.cards import spoken_of
from lok.slides.shapes.around import around
from lok.slides.shapes.figure import path_box
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN
from lok.slides.typeset import fit, inside, same_size
from lok.words import words

WORD, MOST = "weegschaal", 4
PAN, PAN_HIGH = 121.7, 19.6
"""Width and height of a pan, in mm."""
WEIGHT, WEIGHT_HIGH, GAP = 105.8, 21.2, 2.1
"""Width and the most height of a weight, and the room below it, in mm."""
BETWEEN = 42.3
"""Between the two pans, in mm."""
BAR, POST = 3.7, 7.9
"""Thickness of the beam and of the posts, and height of a post, in mm."""
REACH = 12.0
"""How far the beam ends from the outer end of a pan, in mm."""
FOOT, FOOT_LOW, FOOT_WIDE = 25.4, 16.0, 36.0
"""Height of what carries it, where there is room and where there is not, and its width, in mm."""
LOW = 120.0
"""Height in mm of a room in which that has to be low."""
ABOVE = 0.6
"""Part of the spare room above the whole: a little more than below it, for something that stands."""
BOWL = "M0 0H121.7C118 13 111.5 19.6 97 19.6H24.7C10.2 19.6 3.7 13 0 0Z"
LOOKS = (("role-1", "role-1-tint"), ("role-2", "role-2-tint"))
"""Colour of a pan and of its weights."""


def places(room: Rect) -> Own:
    """What closes, or where it comes from, below the scales."""
    return (Placeholder("below", 37, room.x, room.bottom - 20, room.w, 20, "aside"),), ()


def applies(content: SlideContent) -> bool:
    """Whether the author wants them, and two bold lines each have a list of one to four items."""
    lists = text_form.headed_lists(content.blocks)
    return (
        content.slide.kind == WORD and bool(lists) and all(0 < len(text_form.listed([each])) <= MOST for each in lists)
    )


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The beam, then each pan with its weights, the first item on top, and the text that closes."""
    (first, second), rest = pair.halves(content.pars)
    _, below, top, bottom = around(layout, (), rest, "below")
    form = _form(Rect(layout.room.x, top, layout.room.w, bottom - top), max(len(first), len(second)) - 1)
    said = [(replace(par, level=PLAIN, number=0, click=0),) for par in (*first[1:], *second[1:])]
    texts, overflow = same_size("weight", said, *inside("weight", WEIGHT, form.high))
    groups = [_beam(form)]
    for n, pars in enumerate((first, second)):
        mine = texts[: len(first) - 1] if n == 0 else texts[len(first) - 1 :]
        groups += [_pan(n, pars[0], form), *_weights(n, pars[1:], mine, overflow, form)]
    return (*groups, *below)


@dataclass(frozen=True)
class _Form:
    """The scales of a slide in mm: left edge, top of the pans, height of a weight and of what carries the beam."""

    left: float
    pan: float
    high: float
    foot: float

    def of(self, side: int) -> float:
        """The left edge of a pan."""
        return self.left + side * (PAN + BETWEEN)


def _form(room: Rect, most: int) -> _Form:
    """Where it stands in a room, with at most so many weights on a pan."""
    foot = FOOT_LOW if room.h < LOW else FOOT
    spare = room.h - PAN_HIGH - POST - foot
    high = min(spare / most - GAP, WEIGHT_HIGH)
    stacked = most * (high + GAP)
    return _Form(room.x + (room.w - 2 * PAN - BETWEEN) / 2, room.y + (spare - stacked) * ABOVE + stacked, high, foot)


def _beam(form: _Form) -> Group:
    """What carries the pans: a beam on two posts and on its foot."""
    top = form.pan + PAN_HIGH
    axis = form.left + PAN + BETWEEN / 2
    end = form.left + REACH
    posts = (Box("", form.of(n) + (PAN - BAR) / 2, top, BAR, POST + BAR / 2, fill="petrol") for n in (0, 1))
    beam = Box("", end, top + POST, 2 * (axis - end), BAR, fill="petrol", shape="round")
    foot = path_box(
        axis - FOOT_WIDE / 2, top + POST, FOOT_WIDE, form.foot,
        f"M{FOOT_WIDE / 2 - 2} 0H{FOOT_WIDE / 2 + 2}L{FOOT_WIDE} {form.foot}H0Z", (FOOT_WIDE, form.foot), "petrol",
    )  # fmt: skip
    return Group(words("deck")["name_beam"], (*posts, beam, foot), "")


def _pan(side: int, head: Par, form: _Form) -> Group:
    text, overflow = fit("pan", (replace(head, click=0),), *inside("pan", PAN, PAN_HIGH))
    bowl = path_box(form.of(side), form.pan, PAN, PAN_HIGH, BOWL, (PAN, PAN_HIGH), LOOKS[side][0])
    spoken = words("deck")
    said = Box(spoken["name_card_head"], form.of(side), form.pan, PAN, PAN_HIGH, text, overflow=overflow)
    return Group(spoken["name_pan"].format(number=side + 1), (bowl, said), spoken_of(head), head.click)


def _weights(side: int, items: Sequence[Par], texts: Sequence[Text], overflow: float, form: _Form) -> Iterator[Group]:
    """The first on top, and the last on the pan."""
    x = form.of(side) + (PAN - WEIGHT) / 2
    for n, (item, text) in enumerate(zip(items, texts, strict=True)):
        y = form.pan - (len(items) - n) * (form.high + GAP)
        name = words("deck")["name_weight"].format(number=n + 1)
        box = Box(
            name, x, y, WEIGHT, form.high, text, fill=LOOKS[side][1], shape="round", overflow=overflow
        )  # fmt: skip
        yield Group(name, (box,), spoken_of(item), item.click)


SCALES = Mechanism(WORD, Basis.FORM, applies, layouts.pair("scales", places), draw)
