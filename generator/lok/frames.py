"""What a slide looks like before there is text: layouts with their grounds, marks and places for text, in mm.

Read by the script that makes the deck template, by `layout` and, through it, by the slide pictures; nothing here
depends on a course. Colours are names in `look.LIGHT`. Orange is the ground of what the group works on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

WIDTH, HEIGHT = 12192000 / 36000, 190.5
MARGIN = 18.0
TOP, BOTTOM = 52.0, 172.0
"""Between these stands the body."""
PANEL = 224.0
"""Left edge of the panel with the question for the group."""
WIDE = WIDTH - 2 * MARGIN
NARROW = PANEL - MARGIN - 12
READABLE = 258.0
"""Widest column of running text."""


@dataclass(frozen=True)
class Frame:
    """A placeholder: `key` names it here and, as `place_<key>`, in the locale; `idx` is its number in the deck.

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
class Mark:
    """Decoration of a layout: a rectangle or ellipse, or a word of the locale (`word`) in a style. `alpha` is 0-1."""

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
    """`key` is the name here and, as `layout_<key>`, in the locale."""

    key: str
    ground: str
    frames: tuple[Frame, ...]
    marks: tuple[Mark, ...] = ()

    def frame(self, key: str) -> Frame:
        """Raises StopIteration where this layout has no such place."""
        return next(frame for frame in self.frames if frame.key == key)


BADGE_WIDTH, TURN_WIDTH, HEAD_GAP = 46.0, 26.0, 4.0
"""The badge of who speaks, the sign that somebody else does, and the room between them."""
OUTLINE_LEFT, OUTLINE_TOP, OUTLINE_WIDTH = 206.0, 62.0, WIDTH - MARGIN - 206.0
"""Where the parts of the session stand beside the title of one of them."""
GAUGE, GAUGE_GAP = 44.0, 17.0
"""Width of the gauge between what gives and what takes, and the room for an arrow on each side of it."""
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A notes page: A4 upright."""
PAGE_IMAGE = (15.0, 12.0, 70.0, 70.0 * HEIGHT / WIDTH)
PAGE_TEXT = (15.0, 55.0, 180.0, 228.0)
"""The small image of the slide, and the room for notes below it: left, top, width and height in mm."""
Own = tuple[tuple[Frame, ...], tuple[Mark, ...]]
"""Places and marks that only one kind of layout has."""


def _head(width: float) -> tuple[Frame, ...]:
    """Title first: it is what a screen reader reads first."""
    return (
        Frame("title", 0, MARGIN, 22, width, 27, "title"),
        Frame("role", 20, MARGIN, 10, BADGE_WIDTH, 9, "badge", fill="role-duo"),
        Frame("turn", 34, MARGIN + BADGE_WIDTH + HEAD_GAP, 10, TURN_WIDTH, 9, "turn", line="ink"),
        Frame("part", 21, MARGIN + BADGE_WIDTH + HEAD_GAP, 10, width - BADGE_WIDTH - HEAD_GAP, 9, "part"),
    )


def _foot(colour: str = "", number: str = "") -> tuple[Frame, ...]:
    return (
        Frame("footer", 11, MARGIN, 177, 180, 8, "footer", colour=colour),
        Frame("number", 12, WIDTH - MARGIN - 24, 177, 24, 8, "number", colour=number or colour),
    )


def _panel() -> tuple[Mark, ...]:
    """The orange field on the right, with its label."""
    x = PANEL + 12
    return (
        Mark(PANEL, 0, WIDTH - PANEL, HEIGHT, fill="orange"),
        Mark(x, 34, 22, 1.4, fill="ink"),
        Mark(x, 38, WIDTH - x - 12, 8, word="ask", style="label"),
    )


def _circles(x: float, y: float, radius: float) -> tuple[Mark, ...]:
    """Two circles that overlap: two speakers, one session."""
    step = radius * 0.62
    return (
        Mark(x - step - radius, y - radius, 2 * radius, 2 * radius, fill="role-1", shape="ellipse"),
        Mark(x + step - radius, y - radius, 2 * radius, 2 * radius, fill="role-2", shape="ellipse", alpha=0.72),
    )


def _content(width: float) -> Own:
    return (Frame("text", 23, MARGIN, TOP, min(width, READABLE), BOTTOM - TOP, "body"),), ()


def _case(width: float) -> Own:
    """A white card with the name large and, at its foot, who reads what."""
    x, w = MARGIN + 10, width - 20
    frames = (
        Frame("name", 25, x, TOP + 5, w, 20, "name"),
        Frame("summary", 26, x, TOP + 27, w, 22, "summary"),
        Frame("quote", 33, x, TOP + 27, w, 34, "quote"),
        Frame("text", 23, x, TOP + 54, w, 38, "aside"),
        Frame("reading", 27, MARGIN, BOTTOM - 22, width, 22, "reading", fill="role-duo"),
    )
    return frames, (Mark(MARGIN, TOP, width, BOTTOM - TOP, fill="white", line="line"),)


def _table(width: float) -> Own:
    """Text above and below are optional; `layout` gives the table the room that is left."""
    frames = (
        Frame("text", 23, MARGIN, TOP, width, 20, "aside"),
        Frame("table", 28, MARGIN, TOP + 26, width, 68, "cell"),
        Frame("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _balance(width: float) -> Own:
    side = (width - GAUGE - 2 * GAUGE_GAP) / 2
    right = MARGIN + width - side
    frames = (
        Frame("plus", 29, MARGIN, TOP, side, 12, "plus"),
        Frame("gives", 30, MARGIN, TOP + 15, side, 105, "gives"),
        Frame("minus", 31, right, TOP, side, 12, "minus"),
        Frame("takes", 32, right, TOP + 15, side, 105, "takes"),
        Frame("text", 23, MARGIN, TOP, side, 50, "body"),
        Frame("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _statements(width: float) -> Own:
    frames = (
        Frame("text", 23, MARGIN, TOP, width, 20, "aside"),
        Frame("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _pair(key: str, own: Callable[[float], Own]) -> tuple[Layout, Layout]:
    """The same layout without and with the panel for the group."""
    question = Frame("question", 22, PANEL + 12, TOP, WIDTH - PANEL - 26, BOTTOM - TOP, "question")
    frames, marks = own(WIDE)
    beside, beside_marks = own(NARROW)
    return (
        Layout(key, "paper", (*_head(WIDE), *frames, *_foot()), marks),
        Layout(
            f"{key}-question",
            "paper",
            (*_head(NARROW), *beside, question, *_foot(number="ink")),
            (*beside_marks, *_panel()),
        ),
    )


def _dark(key: str, title: Frame, text: Frame, marks: tuple[Mark, ...]) -> Layout:
    """A slide that opens something: white on petrol."""
    role = Frame("role", 20, MARGIN, 18, BADGE_WIDTH, 9, "badge", fill="role-duo", line="paper")
    beside = MARGIN + BADGE_WIDTH + HEAD_GAP
    turn = Frame("turn", 34, beside, 18, TURN_WIDTH, 9, "turn", line="paper", colour="paper")
    part = Frame("part", 21, beside, 18, 130, 9, "part", colour="paper")
    return Layout(key, "petrol", (title, role, turn, part, text, *_foot("paper")), marks)


def _question() -> Layout:
    """Nothing but a question: the field of the group over the whole width."""
    frames = (*_head(WIDE), Frame("question", 22, MARGIN, 80, 286, BOTTOM - 80, "question-large"), *_foot("ink"))
    marks = (
        Mark(0, TOP, WIDTH, HEIGHT - TOP, fill="orange"),
        Mark(MARGIN, 61, 22, 1.4, fill="ink"),
        Mark(MARGIN, 65, 120, 8, word="ask", style="label"),
    )
    return Layout("question", "paper", frames, marks)


def _all() -> Iterator[Layout]:
    yield _dark(
        "title",
        Frame("title", 0, MARGIN, 70, 262, 62, "opening"),
        Frame("text", 23, MARGIN, 138, 220, 34, "body", colour="paper"),
        _circles(268, 50, 34),
    )
    yield _dark(
        "divider",
        Frame("title", 0, MARGIN, 62, OUTLINE_LEFT - MARGIN - 16, 70, "section"),
        Frame("text", 23, MARGIN, 138, OUTLINE_LEFT - MARGIN - 16, 34, "body", colour="paper"),
        _circles(290, 36, 19),
    )
    yield from _pair("content", _content)
    yield from _pair("case", _case)
    yield _question()
    yield from _pair("columns", _table)
    yield from _pair("balance", _balance)
    yield from _pair("statements", _statements)
    yield from _pair("table", _table)


LAYOUTS: Mapping[str, Layout] = MappingProxyType({layout.key: layout for layout in _all()})
