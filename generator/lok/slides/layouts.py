"""What a slide looks like before there is text: grounds, decorations and places for text, in mm, and how they are made.

Nothing here depends on a course; the layouts themselves stand in `mechanisms`, beside what draws them. Colours are
names in `palette.LIGHT`. Orange is the ground of what the group works on, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

WIDTH, HEIGHT = 12192000 / 36000, 190.5
MARGIN = 18.0
"""Room at the left and right of a slide, in mm."""
WIDE = WIDTH - 2 * MARGIN
"""Width in mm of what stands between the margins."""
TITLE_TOP, TITLE_LINE = 13.8, 13.8
"""Where a title begins, and how high one line of it is, in mm."""
SECOND_LINE = 12.0
"""By how many mm the body begins lower below a title of two lines."""
TOP, BOTTOM = 35.0, 172.0
"""Between these stands the body, in mm from the top."""
STRIP_TOP, STRIP_HIGH = 145.0, 27.5
"""The strip with the question for the group, over the whole width, in mm."""
STRIPPED = 140.0
"""Where the body ends above that strip, in mm."""
PANEL, PANEL_GAP = 105.8, 14.8
"""Width of the field of the group at the left of an exercise, and the room beside it, in mm."""
SOURCE_HIGH, SOURCE_GAP = 7.0, 3.0
"""Height of the line with the source of what a slide shows, and the room above it, in mm."""
DISC = 9.5
"""Radius in mm of a disc with a pictogram in the strip."""
DARK = ("petrol", "ground-1", "ground-2", "ground-3", "ground-4")
"""Grounds on which words are white."""


class Rect(NamedTuple):
    """A place on a slide or page: left, top, width and height in mm."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """In mm from the left."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """In mm from the top."""
        return self.y + self.h


BODY = Rect(MARGIN, TOP, WIDE, BOTTOM - TOP)
"""What stands below the title, over the whole slide."""
ABOVE_STRIP = Rect(MARGIN, TOP, WIDE, STRIPPED - TOP)
"""The same where a question for the group stands below it."""
BESIDE_PANEL = Rect(PANEL + PANEL_GAP, TOP, WIDTH - MARGIN - PANEL - PANEL_GAP, BOTTOM - TOP)
"""The same beside the field of the group."""


@dataclass(frozen=True)
class Placeholder:
    """A place for text, in mm: `key` names it here and, as `place_<key>`, in the locale; `idx` numbers it in the deck.

    `colour` replaces that of the style where the ground asks for it.
    """

    key: str
    idx: int
    x: float
    y: float
    w: float
    h: float
    style: str
    fill: str = ""
    line: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Decoration:
    """A rectangle or ellipse of a layout, in mm; `alpha` is 0 to 1."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    line: str = ""
    shape: str = "rect"
    alpha: float = 1.0


@dataclass(frozen=True)
class Layout:
    """The places and decorations of a slide on a ground; `key` names it here and, as `layout_<key>`, in the locale.

    `room` is where what a slide is about may stand, in mm. A deck for fewer than so many `speakers` does not have it.
    """

    key: str
    ground: str
    placeholders: tuple[Placeholder, ...]
    decorations: tuple[Decoration, ...] = ()
    room: Rect = BODY
    speakers: int = 1

    def placeholder(self, key: str) -> Placeholder:
        """The place of that name. Raises StopIteration where this layout has none."""
        return next(place for place in self.placeholders if place.key == key)

    def has(self, key: str) -> bool:
        """Whether there is a place of that name."""
        return any(place.key == key for place in self.placeholders)

    @property
    def panelled(self) -> bool:
        """Whether the group has a field of its own at the left."""
        return self.room.x > PANEL

    def lowered(self, by: float) -> Layout:
        """The same layout with `by` mm less room at the top of its body."""
        return self.within(Rect(self.room.x, self.room.y + by, self.room.w, self.room.h - by))

    def within(self, room: Rect) -> Layout:
        """The same layout whose body keeps inside a smaller room in mm."""
        kept = self.room
        places = tuple(_inside(place, room) if _overlaps(place, kept) else place for place in self.placeholders)
        return replace(self, placeholders=places, room=room)


def _overlaps(place: Placeholder, room: Rect) -> bool:
    return (
        place.key not in ("title", "source")
        and room.y - 0.01 <= place.y < room.bottom
        and room.x - 0.01 <= place.x < room.right
    )


def _inside(place: Placeholder, room: Rect) -> Placeholder:
    """As much of a place as lies in a room."""
    x, y = max(place.x, room.x), max(place.y, room.y)
    right, bottom = min(place.x + place.w, room.right), min(place.y + place.h, room.bottom)
    return replace(place, x=x, y=y, w=right - x, h=max(bottom - y, 0.0))


PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A notes page in mm: A4 upright."""
PAGE_IMAGE = Rect(15.0, 12.0, 70.0, 70.0 * HEIGHT / WIDTH)
PAGE_TEXT = Rect(15.0, 55.0, 180.0, 228.0)
"""The small image of the slide, and the room for notes below it."""
MARK = 9.5
"""Room in mm for the mark of who speaks, at the left of the foot."""
NUMBER_WIDTH = 14.0
"""Of the number at the right of the foot, in mm."""
Own = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]
"""Places and decorations that only one kind of layout has."""


def head(x: float = MARGIN, colour: str = "") -> tuple[Placeholder, ...]:
    """The title, from `x` mm to the right margin: first, because it is what a screen reader reads first."""
    return (Placeholder("title", 0, x, TITLE_TOP, WIDTH - MARGIN - x, TITLE_LINE, "title", colour=colour),)


def foot(x: float = MARGIN, colour: str = "") -> tuple[Placeholder, ...]:
    """Below the body, from `x` mm: who speaks, in which part, and the number; in a colour where the ground asks so."""
    return (
        Placeholder("role", 20, x + MARK, 177, 70, 8, "role", colour=colour),
        Placeholder("footer", 11, x + MARK + 70, 177, 94, 8, "footer", colour=colour),
        number(colour),
    )


def number(colour: str = "") -> Placeholder:
    """The place of the slide's number, at the right of the foot."""
    return Placeholder("number", 12, WIDTH - MARGIN - NUMBER_WIDTH, 177, NUMBER_WIDTH, 8, "number", colour=colour)


def strip() -> Own:
    """The orange strip with the question for the group, right of a disc with a pictogram."""
    x = MARGIN + 2 + 2 * DISC + 6.5
    place = Placeholder("question", 22, x, STRIP_TOP, WIDTH - MARGIN - x, STRIP_HIGH, "question")
    return (place,), (Decoration(0, STRIP_TOP, WIDTH, STRIP_HIGH, fill="orange"),)


def sourced(room: Rect) -> Placeholder:
    """The place at the foot of a room where its source stands."""
    return Placeholder("source", 50, room.x, room.bottom - SOURCE_HIGH, room.w, SOURCE_HIGH, "source")


def tabled(room: Rect) -> Own:
    """A table in a room with text above and below, both optional; what draws it takes the room that is left."""
    places = (
        Placeholder("text", 23, room.x, room.y, room.w, 20, "aside"),
        Placeholder("table", 28, room.x, room.y + 26, room.w, room.h - 52, "cell"),
        Placeholder("reveal", 24, room.x, room.bottom - 20, room.w, 20, "aside"),
    )
    return places, ()


def drawn(room: Rect) -> Own:
    """A room for shapes between what introduces them and what closes."""
    places = (
        Placeholder("text", 23, room.x, room.y, room.w, 20, "aside"),
        Placeholder("below", 37, room.x, room.bottom - 20, room.w, 20, "aside"),
    )
    return places, ()


def pair(key: str, own: Callable[[Rect], Own], ground: str = "paper", left: float = MARGIN) -> tuple[Layout, Layout]:
    """The same layout without and with the strip for the group; `own` makes its places in their room in mm.

    The title begins `left` mm from the left.
    """
    (question, orange), both = strip(), []
    for name, room, asked, strips in ((key, BODY, (), ()), (f"{key}-question", ABOVE_STRIP, question, orange)):
        places, decorations = own(room)
        both.append(
            Layout(name, ground, (*head(left), *places, *asked, sourced(room), *foot()), (*decorations, *strips), room)
        )
    return both[0], both[1]
