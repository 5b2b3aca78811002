"""A chart on a slide: for each row its name, its bar (in pieces where it counts several things) and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from lok.derive.chart import Bar, bars, figure, series, told, zero
from lok.model.plain import plain
from lok.model.text import Chart
from lok.slides.canvas import Box, Group
from lok.slides.layouts import Rect
from lok.slides.line_breaking import CAUTION, line_height, text_width
from lok.slides.type_styles import STYLES
from lok.slides.typeset import fit, free_text_box, inside, plain_par, set_text
from lok.words import words

AXIS, LONGEST = 94.2, 190.5
"""From the left of the room to where bars begin, and the longest bar, in mm."""
PITCH, LEAST, SHARE = 22.2, 16.0, 0.716
"""From one bar to the next at most and at least, in mm, and the part of it that the bar takes."""
LINE, VALUE_GAP = 0.5, 4.5
"""Width of the axis, and room between a bar and its value, in mm."""
KEYS, SWATCH, KEY_GAP = 13.0, 7.0, 12.0
"""Height of the row of keys, width of a swatch in it, and room between two keys, in mm."""
PIECE_GAP = 3.0
"""Room that a number keeps from the ends of its piece, together, in mm."""
LOOKS = (("role-1", "white", ""), ("bar", "ink", ""), ("paper", "ink", "role-1"))
"""Ground, ink and edge of each column of numbers in turn: dark, light and empty, told apart without colour."""


@dataclass(frozen=True)
class _Row:
    """A row of the chart: its name, the pieces of its bar, the text behind it, and whether it stands out."""

    name: str
    pieces: tuple[Bar, ...]
    value: str
    lit: bool

    @property
    def style(self) -> str:
        return "bar-lit" if self.lit else "bar-value"


def chart(room: Rect, content: Chart, highlight: int) -> Group:
    """The rows of a chart in a room in mm; `highlight` is the number of the row that stands out, 0 for the largest.

    In words the group says the conclusion and every number.
    """
    several = len(series(content)) > 1
    keys = tuple(_keys(content, room)) if several else ()
    room = Rect(room.x, room.y + KEYS, room.w, room.h - KEYS) if several else room
    made = _rows(content, 0 if several else highlight or _largest(content), several)
    pitch = min(PITCH, room.h / len(made))
    over = max(LEAST - pitch, 0.0) * len(made)
    widest = max(_width(row) for row in made)
    longest = min(LONGEST, room.w - AXIS - VALUE_GAP - widest)
    origin = zero(content)
    axis = Box("", room.x + AXIS + origin * longest - LINE, room.y, LINE, pitch * len(made), fill="ink")
    boxes = (box for n, row in enumerate(made) for box in _drawn(row, _place(room, n, pitch), longest, origin, several))
    first, *rest = boxes
    return Group(words("deck")["name_chart"], (*keys, axis, replace(first, overflow=over), *rest), told(content))


def _largest(content: Chart) -> int:
    return max(range(len(content.values)), key=lambda n: (content.values[n][0], -n), default=0) + 1


def _rows(content: Chart, lit: int, several: bool) -> list[_Row]:
    pieces: dict[int, list[Bar]] = {}
    for bar in bars(content):
        pieces.setdefault(bar.row, []).append(bar)
    return [
        _Row(plain(row[0]), tuple(pieces.get(n, ())), _value(content, n, several), n + 1 == lit)
        for n, row in enumerate(content.table.rows)
    ]


def _value(content: Chart, n: int, several: bool) -> str:
    """What stands behind a bar: its number as the author wrote it; of several, their sum."""
    return (
        figure(sum(content.values[n], Decimal(0)))
        if several and not _whole(content)
        else plain(content.table.rows[n][1])
    )


def _whole(content: Chart) -> bool:
    """Whether the first number of a row is the whole of which the others are a part."""
    return series(content)[0] != plain(content.table.header[1])


def _width(row: _Row) -> float:
    return text_width(row.value, STYLES[row.style].sizes[0], bold=True) / CAUTION + 1


def _place(room: Rect, n: int, pitch: float) -> Rect:
    return Rect(room.x, room.y + n * pitch, room.w, pitch)


def _drawn(row: _Row, place: Rect, longest: float, origin: float, several: bool) -> Iterator[Box]:
    """Name, pieces and value of a row; a piece tells its own number where that fits. `origin` is where zero stands."""
    spoken = words("deck")
    name = "bar-name-lit" if row.lit else "bar-name"
    yield _text(spoken["name_bar_name"], name, row.name, Rect(place.x, place.y, AXIS, place.h))
    axis, high = place.x + AXIS + origin * longest, place.h * SHARE
    left = axis - sum(piece.length for piece in row.pieces if piece.value < 0) * longest
    for piece in row.pieces:
        at = Rect(left, place.y + (place.h - high) / 2, piece.length * longest, high)
        yield _piece(piece, at, several, row.lit)
        left += at.w
    value = Rect(max(left, axis) + VALUE_GAP, place.y, _width(row), place.h)
    yield _text(spoken["name_value"], row.style, row.value, value)


def _text(name: str, style: str, text: str, place: Rect) -> Box:
    """Words in the middle of the height of a row, which may be lower than its line: the row tells when it is."""
    wide, _ = inside(style, place.w, place.h)
    made, overflow = fit(style, (plain_par(text),), wide, max(place.h, LEAST))
    return Box(name, *place, made, overflow=overflow)


def _piece(piece: Bar, place: Rect, several: bool, lit: bool) -> Box:
    if not several:
        return Box("", *place, fill="role-1" if lit else "bar")
    fill, ink, edge = LOOKS[piece.series]
    said, size = figure(piece.value), STYLES["piece"].sizes[-1]
    box = Box("", *place, fill=fill, line=edge, stroke=0.5)
    if text_width(said, size, bold=True) / CAUTION + PIECE_GAP > place.w:
        return box
    text = set_text("piece", (plain_par(said),), place.w, size)
    return replace(box, name=words("deck")["name_value"], text=text, colour=ink)


def _keys(content: Chart, room: Rect) -> Iterator[Box]:
    """What each piece of a bar counts, beside a swatch of its ground."""
    x, size = room.x + AXIS, STYLES["key"].sizes[0]
    for n, name in enumerate(series(content)):
        fill, _, edge = LOOKS[n]
        yield Box("", x, room.y + 1, SWATCH, SWATCH, fill=fill, line=edge, stroke=0.5)
        wide = text_width(name, size, bold=True) / CAUTION + 1
        place = Rect(x + SWATCH + 3, room.y, wide, max(SWATCH + 2, line_height(size)))
        made = free_text_box(words("deck")["name_key"], "key", name, place)
        yield replace(made, overflow=max(made.overflow, place.right - room.right))
        x += SWATCH + 3 + wide + KEY_GAP
