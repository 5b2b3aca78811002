"""What a slide looks like before there is text: grounds, decorations and places for text, in mm, and how they are made.

Nothing here depends on a course; the layouts themselves stand in `mechanisms`, beside what draws them. Colours are
names in `palette.LIGHT`. Orange is the ground of what the group works on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

WIDTH, HEIGHT = 12192000 / 36000, 190.5
MARGIN = 18.0
"""Room at the left and right of a slide, in mm."""
TOP, BOTTOM = 54.0, 172.0
"""Between these stands the body, in mm from the top."""
PANEL = 224.0
"""Left edge of the panel with the question for the group, in mm."""
WIDE = WIDTH - 2 * MARGIN
"""Width in mm of the body on a slide without that panel."""
NARROW = PANEL - MARGIN - 12
"""The same beside the panel."""
STRIP = 3.0
"""Width of the strip at the side of a card, in mm."""


class Rect(NamedTuple):
    """A place on a slide or page: left, top, width and height in mm."""

    x: float
    y: float
    w: float
    h: float


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
    """A rectangle or ellipse of a layout, or a word of the locale (`word`) in a style, in mm; `alpha` is 0 to 1."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    line: str = ""
    shape: str = "rect"
    alpha: float = 1.0
    word: str = ""
    style: str = ""


@dataclass(frozen=True)
class Layout:
    """The places and decorations of a slide on a ground; `key` names it here and, as `layout_<key>`, in the locale."""

    key: str
    ground: str
    placeholders: tuple[Placeholder, ...]
    decorations: tuple[Decoration, ...] = ()

    def placeholder(self, key: str) -> Placeholder:
        """The place of that name. Raises StopIteration where this layout has none."""
        return next(place for place in self.placeholders if place.key == key)

    def has(self, key: str) -> bool:
        """Whether there is a place of that name."""
        return any(place.key == key for place in self.placeholders)

    @property
    def panelled(self) -> bool:
        """Whether the question for the group stands in a field of its own beside the rest."""
        return self.has("question") and self.placeholder("question").x > PANEL


BADGE_WIDTH, TURN_WIDTH, HEAD_GAP = 64.0, 26.0, 4.0
"""In mm: the tab of who speaks, from the edge of the slide, the sign that another does, and the room between them."""
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A notes page in mm: A4 upright."""
PAGE_IMAGE = Rect(15.0, 12.0, 70.0, 70.0 * HEIGHT / WIDTH)
PAGE_TEXT = Rect(15.0, 55.0, 180.0, 228.0)
"""The small image of the slide, and the room for notes below it."""
Own = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]
"""Places and decorations that only one kind of layout has."""


def head(width: float) -> tuple[Placeholder, ...]:
    """The places above the body, `width` mm wide; title first: it is what a screen reader reads first."""
    return (
        Placeholder("title", 0, MARGIN, 23, width, 26.5, "title"),
        Placeholder("role", 20, 0, 10, BADGE_WIDTH, 9, "badge", fill="role-duo"),
        Placeholder("turn", 34, BADGE_WIDTH + HEAD_GAP, 10, TURN_WIDTH, 9, "turn", line="ink"),
        Placeholder("part", 21, BADGE_WIDTH + HEAD_GAP, 10, MARGIN + width - BADGE_WIDTH - HEAD_GAP, 9, "part"),
    )


def foot(colour: str = "", number: str = "") -> tuple[Placeholder, ...]:
    """The places below the body, with another colour where the ground asks for it."""
    return (
        Placeholder("footer", 11, MARGIN, 177, 180, 8, "footer", colour=colour),
        Placeholder("number", 12, WIDTH - MARGIN - 24, 177, 24, 8, "number", colour=number or colour),
    )


def panel(label: str = "ask") -> tuple[Decoration, ...]:
    """The orange field on the right, with its label, a word of the locale."""
    x = PANEL + 12
    return (
        Decoration(PANEL, 0, WIDTH - PANEL, HEIGHT, fill="orange"),
        Decoration(x, 34, 22, 1.4, fill="ink"),
        Decoration(x, 38, WIDTH - x - 12, 8, word=label, style="label"),
    )


def circles(x: float, y: float, radius: float) -> tuple[Decoration, ...]:
    """Two circles of `radius` mm that overlap around a middle: two speakers, one session."""
    step = radius * 0.62
    return (
        Decoration(x - step - radius, y - radius, 2 * radius, 2 * radius, fill="role-1", shape="ellipse"),
        Decoration(x + step - radius, y - radius, 2 * radius, 2 * radius, fill="role-2", shape="ellipse", alpha=0.72),
    )


def card(width: float, style: str) -> Own:
    """Text in a style on white paper, `width` mm wide, with a strip at its side."""
    return (Placeholder("text", 23, MARGIN, TOP, width, BOTTOM - TOP, style),), (
        Decoration(MARGIN, TOP, width, BOTTOM - TOP, fill="white", line="line"),
        Decoration(MARGIN, TOP, STRIP, BOTTOM - TOP, fill="petrol"),
    )


def tabled(width: float) -> Own:
    """A table `width` mm wide with text above and below, both optional; what draws it takes the room that is left."""
    places = (
        Placeholder("text", 23, MARGIN, TOP, width, 20, "aside"),
        Placeholder("table", 28, MARGIN, TOP + 26, width, 68, "cell"),
        Placeholder("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return places, ()


def drawn(width: float) -> Own:
    """Room `width` mm wide for shapes between what introduces them and what closes."""
    places = (
        Placeholder("text", 23, MARGIN, TOP, width, 20, "intro"),
        Placeholder("below", 37, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return places, ()


def pair(key: str, own: Callable[[float], Own]) -> tuple[Layout, Layout]:
    """The same layout without and with the panel for the group; `own` makes its places of their width in mm."""
    question = Placeholder("question", 22, PANEL + 12, TOP, WIDTH - PANEL - 26, BOTTOM - TOP, "question")
    places, decorations = own(WIDE)
    beside, beside_decorations = own(NARROW)
    return (
        Layout(key, "paper", (*head(WIDE), *places, *foot()), decorations),
        Layout(
            f"{key}-question",
            "paper",
            (*head(NARROW), *beside, question, *foot(number="ink")),
            (*beside_decorations, *panel()),
        ),
    )


def dark(key: str, title: Placeholder, places: tuple[Placeholder, ...], decorations: tuple[Decoration, ...]) -> Layout:
    """A slide that opens something: white on petrol."""
    role = Placeholder("role", 20, 0, 18, BADGE_WIDTH, 9, "badge", fill="role-duo", line="paper")
    beside = BADGE_WIDTH + HEAD_GAP
    turn = Placeholder("turn", 34, beside, 18, TURN_WIDTH, 9, "turn", line="paper", colour="paper")
    part = Placeholder("part", 21, beside, 18, 142, 9, "part", colour="paper")
    return Layout(key, "petrol", (title, role, turn, part, *places, *foot("paper")), decorations)
