"""Two circles that overlap, for three items that begin with a lead: one in each circle, one where they meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from lok.model.course import Slide
from lok.model.names import slug
from lok.model.text import Block
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.line_breaking import CAUTION, POINT, line_height
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.cards import split, spoken_of
from lok.slides.shapes.lens import two_circles
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN, STYLES
from lok.slides.typeset import balanced_width, fill, needed, plain_par, set_text, too_wide
from lok.words import words

WORD, COUNT = "twee cirkels", 3
RADIUS, APART, MIDDLE = 66.1, 79.4, 67.7
"""Radius of a circle, from middle to middle, and from the top of the room to them, in mm where nothing stands below."""
HIGH = 137.0
"""Height in mm of the room for which that is; in a lower one all is smaller."""
PAD = 3.0
"""Between words and the edge of where they stand, in mm."""
LIFT, DEEP = 0.24, 0.27
"""How far the whole stands above the middle, because a letter has white above it, and what lies below the last
baseline, as parts of the size of the letters."""
LEAST = 24.0
"""Width in mm at which words are set that do not fit."""
MOST_LINES = 7
"""Below more lines than this no circle is wide enough."""
LABEL, SAID = "figure-label", "figure-text"
WORDS = 22.0
"""Size in points of all but the letters."""
NOTHING = 0.01
"""Overflow in mm that comes from reckoning."""
TINTS = ("role-1-tint", "role-2-tint")
"""Of the left and the right circle."""
LOOKS = (("role-1", "ink"), ("role-2", "ink"), ("white", "white"))
"""Colours of the lead and of the text: in the left and the right circle, and where they overlap."""


def places(room: Rect) -> Own:
    """At the bottom right, what the three make together."""
    return (Placeholder("below", 37, room.right - 100, room.bottom - 34, 100, 26, "figure-closing"),), ()


def applies(content: SlideContent) -> bool:
    """Whether the author wants them, and three items begin with a lead."""
    return content.slide.kind == WORD and written(content.blocks)


def written(blocks: Sequence[Block]) -> bool:
    """Whether there are three items that all begin with a lead."""
    return len(found := leads(blocks)) == COUNT and all(found)


def leads(blocks: Sequence[Block]) -> list[str]:
    """The bold words that each item begins with, or ""."""
    return [text_form.lead(item) for item in text_form.listed(blocks)]


def named(lead: str) -> tuple[str, str]:
    """The letter and the word of a lead such as `K, klachten:`; without a letter only the word."""
    letter, comma, word = lead.rstrip(" :?!").partition(",")
    return (letter, word.strip()) if comma and len(letter) == 1 and word.strip() else ("", lead.rstrip(" :"))


def overlapping(blocks: Sequence[Block], name: str) -> int | None:
    """Which item stands where the circles overlap, from 0; None where none has that letter, word or lead."""
    ways = ({slug(each) for each in (lead, *named(lead))} for lead in leads(blocks))
    return next((n for n, known in enumerate(ways) if slug(name) in known - {""}), None)


@dataclass(frozen=True)
class _Form:
    """The circles of a slide: middles, height of those and radius in mm."""

    left: float
    right: float
    y: float
    radius: float

    def inside(self, place: int, top: float, bottom: float) -> Rect:
        """The room for words between two heights, in the left circle, the right one or (2) in both."""
        off = max(abs(top - self.y), abs(bottom - self.y))
        half = sqrt(max(self.radius**2 - off**2, 0.0))
        lens = half - (self.right - self.left) / 2
        axis = (self.left + self.right) / 2
        if place < 2:
            outer, inner = self.left - half, self.right - sqrt(self.radius**2 - self._nearest(top, bottom) ** 2)
            middle = (self.left - 2 * self.radius + self.right) / 2
            wide = 2 * min(middle - outer, inner - middle)
            axis = middle if place == 0 else 2 * axis - middle
        else:
            wide = 2 * lens
        wide = max(wide - 2 * PAD, 1.0)
        return Rect(axis - wide / 2, top, wide, bottom - top)

    def _nearest(self, top: float, bottom: float) -> float:
        """How far from the middle of the circles the part of a stretch lies that is the nearest to it."""
        return 0.0 if top <= self.y <= bottom else min(abs(top - self.y), abs(bottom - self.y))


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The circles, the items in their order and, at the bottom right, what stands beside the list."""
    pars = content.pars
    items = [par for par in pars if par.level > PLAIN]
    others = tuple(par for par in pars if par.level == PLAIN)
    form = _form(layout.room)
    closing = (fill(layout.placeholder("below"), others),) if others else ()
    left, right, lens = two_circles((form.left, form.right), form.y, form.radius, TINTS, "petrol")
    order = _order(content.slide, content.blocks)
    return (Group(words("deck")["name_circles"], (left, right), ""), *_items(items, order, form, lens), *closing)


def _order(slide: Slide, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Where each item stands: in the left circle, the right one, or (2) in both."""
    chosen = overlapping(blocks, slide.overlap) if slide.overlap else None
    both = COUNT - 1 if chosen is None else chosen
    return tuple(2 if n == both else n - (n > both) for n in range(COUNT))


def _form(room: Rect) -> _Form:
    scale = room.h / HIGH
    axis = room.x + room.w / 2
    half = APART * scale / 2
    return _Form(axis - half, axis + half, room.y + MIDDLE * scale, RADIUS * scale)


def _items(items: Sequence[Par], order: Sequence[int], form: _Form, lens: Box) -> Iterator[Group]:
    """One group for each item; letters, words and texts stand at the same height in all three."""
    parts = [split(item) for item in items]
    leads = [named(spoken_of(head)) for head, _ in parts]
    rows = [
        _Row(words("deck")["name_letter"], "letter", [plain_par(letter) for letter, _ in leads]),
        _Row(words("deck")["name_card_head"], LABEL, [plain_par(word) for _, word in leads]),
        _Row(words("deck")["name_card_text"], SAID, [text for _, text in parts]),
    ]
    set_in = _set([row for row in rows if any(map(spoken_of, row.pars))], order, form)
    for n, (item, place) in enumerate(zip(items, order, strict=True)):
        shape = (lens,) if place == 2 else ()
        boxes = (_box(row, n, place, form) for row in set_in if spoken_of(row.pars[n]))
        yield Group(words("deck")["name_circle"].format(number=n + 1), (*shape, *boxes), _alt(item, place), item.click)


def _alt(item: Par, place: int) -> str:
    said = words("deck")["alt_overlap" if place == 2 else "alt_circle"]
    return said.format(text=spoken_of(item))


@dataclass(frozen=True)
class _Row:
    """What stands at the same height in all three: its style, a paragraph for each item and, once set, where (mm)."""

    name: str
    style: str
    pars: Sequence[Par]
    size: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    overflow: float = 0.0

    def over(self, order: Sequence[int], form: _Form) -> float:
        """By how much the worst of these paragraphs does not fit where it stands, in mm."""
        worst = 0.0
        for par, place in zip(self.pars, order, strict=True):
            wide = self.room(place, form).w
            high = needed(self.style, [par], wide, self.size) - (self.bottom - self.top)
            worst = max(worst, high, too_wide(self.style, [par], wide * CAUTION, self.size))
        return worst if worst > NOTHING else 0.0

    def room(self, place: int, form: _Form) -> Rect:
        """Where one of them may stand; what hangs below its last line may lie nearer to the edge."""
        return form.inside(place, self.top, self.bottom - DEEP * self.size * POINT)


def _set(rows: Sequence[_Row], order: Sequence[int], form: _Form) -> list[_Row]:
    """The rows below each other around the middle: the largest letters and the fewest lines with which all fit."""
    sizes = STYLES[rows[0].style].sizes
    tries = ((size, above, lines) for size in sizes for above in (1, 2) for lines in range(1, MOST_LINES - above))
    made: list[_Row] = []
    for size, above, lines in tries:
        made = _stacked(rows, size, (above, lines), form)
        if not any(row.over(order, form) for row in made):
            return made
    return [replace(row, overflow=row.over(order, form)) for row in made]


def _stacked(rows: Sequence[_Row], size: float, lines: tuple[int, int], form: _Form) -> list[_Row]:
    """Rows with a letter of `size` points where there is one, and so many lines of words and of text."""
    above, below = lines
    each = {"letter": line_height(size), LABEL: above * line_height(WORDS), SAID: below * line_height(WORDS)}
    heights = [each[row.style] for row in rows]
    lift = LIFT * size * POINT if rows[0].style == "letter" else 0.0
    top = form.y - sum(heights) / 2 - lift
    made = []
    for row, high in zip(rows, heights, strict=True):
        points = size if row.style == "letter" else WORDS
        made.append(replace(row, size=points, top=top, bottom=top + high))
        top += high
    return made


def _box(row: _Row, n: int, place: int, form: _Form) -> Box:
    """One text of a row, in lines as long as each other."""
    par, room = row.pars[n], row.room(place, form)
    wide = balanced_width(row.style, (par,), max(room.w, LEAST), row.size)
    ink = LOOKS[place][row.style == SAID]
    return Box(
        row.name, room.x + (room.w - wide) / 2, row.top, wide, row.bottom - row.top,
        set_text(row.style, (par,), wide, row.size), colour=ink, overflow=row.overflow,
    )  # fmt: skip


CIRCLES = Mechanism(WORD, Basis.FORM, applies, pair("circles", places), draw)
