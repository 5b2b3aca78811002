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
TOP, BOTTOM = 54.0, 172.0
"""Between these stands the body."""
PANEL = 224.0
"""Left edge of the panel with the question for the group."""
WIDE = WIDTH - 2 * MARGIN
NARROW = PANEL - MARGIN - 12
STRIP = 3.0
"""Width of the strip at the side of a card."""


@dataclass(frozen=True)
class Placeholder:
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
class Decoration:
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
    frames: tuple[Placeholder, ...]
    marks: tuple[Decoration, ...] = ()

    def frame(self, key: str) -> Placeholder:
        """Raises StopIteration where this layout has no such place."""
        return next(frame for frame in self.frames if frame.key == key)


BADGE_WIDTH, TURN_WIDTH, HEAD_GAP = 64.0, 26.0, 4.0
"""The tab of who speaks, from the edge of the slide, the sign that somebody else does, and the room between them."""
OUTLINE_LEFT, OUTLINE_TOP, OUTLINE_WIDTH = 206.0, 62.0, WIDTH - MARGIN - 206.0
"""Where the parts of the session stand beside the title of one of them."""
GAUGE, GAUGE_GAP = 44.0, 17.0
"""Width of the gauge between what gives and what takes, and the room for an arrow on each side of it."""
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A notes page: A4 upright."""
PAGE_IMAGE = (15.0, 12.0, 70.0, 70.0 * HEIGHT / WIDTH)
PAGE_TEXT = (15.0, 55.0, 180.0, 228.0)
"""The small image of the slide, and the room for notes below it: left, top, width and height in mm."""
GUTTER, HEAD_HIGH = 14.0, 14.0
"""Between two columns of text, and the height of their heads."""
FOOT = BOTTOM - 40
"""In the field of an exercise: where its minutes and its sheet begin."""
Own = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]
"""Places and marks that only one kind of layout has."""


def _head(width: float) -> tuple[Placeholder, ...]:
    """Title first: it is what a screen reader reads first."""
    return (
        Placeholder("title", 0, MARGIN, 23, width, 26.5, "title"),
        Placeholder("role", 20, 0, 10, BADGE_WIDTH, 9, "badge", fill="role-duo"),
        Placeholder("turn", 34, BADGE_WIDTH + HEAD_GAP, 10, TURN_WIDTH, 9, "turn", line="ink"),
        Placeholder("part", 21, BADGE_WIDTH + HEAD_GAP, 10, MARGIN + width - BADGE_WIDTH - HEAD_GAP, 9, "part"),
    )


def _foot(colour: str = "", number: str = "") -> tuple[Placeholder, ...]:
    return (
        Placeholder("footer", 11, MARGIN, 177, 180, 8, "footer", colour=colour),
        Placeholder("number", 12, WIDTH - MARGIN - 24, 177, 24, 8, "number", colour=number or colour),
    )


def _panel(label: str = "ask") -> tuple[Decoration, ...]:
    """The orange field on the right, with its label, a word of the locale."""
    x = PANEL + 12
    return (
        Decoration(PANEL, 0, WIDTH - PANEL, HEIGHT, fill="orange"),
        Decoration(x, 34, 22, 1.4, fill="ink"),
        Decoration(x, 38, WIDTH - x - 12, 8, word=label, style="label"),
    )


def _circles(x: float, y: float, radius: float) -> tuple[Decoration, ...]:
    """Two circles that overlap: two speakers, one session."""
    step = radius * 0.62
    return (
        Decoration(x - step - radius, y - radius, 2 * radius, 2 * radius, fill="role-1", shape="ellipse"),
        Decoration(x + step - radius, y - radius, 2 * radius, 2 * radius, fill="role-2", shape="ellipse", alpha=0.72),
    )


def _card(width: float) -> tuple[Decoration, ...]:
    """White paper with a strip at its side."""
    return (
        Decoration(MARGIN, TOP, width, BOTTOM - TOP, fill="white", line="line"),
        Decoration(MARGIN, TOP, STRIP, BOTTOM - TOP, fill="petrol"),
    )


def _content(width: float) -> Own:
    return (Placeholder("text", 23, MARGIN, TOP, width, BOTTOM - TOP, "body"),), _card(width)


def _case(width: float) -> Own:
    """A white card with the name large and, at its foot, who reads what."""
    x, w = MARGIN + 10, width - 20
    frames = (
        Placeholder("name", 25, x, TOP + 5, w, 20, "name"),
        Placeholder("summary", 26, x, TOP + 27, w, 26, "summary"),
        Placeholder("quote", 33, x, TOP + 27, w, 63, "quote"),
        Placeholder("text", 23, x, TOP + 54, w, 36, "told"),
        Placeholder("reading", 27, MARGIN, BOTTOM - 22, width, 22, "reading", fill="role-duo"),
    )
    return frames, (Decoration(MARGIN, TOP, width, BOTTOM - TOP, fill="white", line="line"),)


def _table(width: float) -> Own:
    """Text above and below are optional; `layout` gives the table the room that is left."""
    frames = (
        Placeholder("text", 23, MARGIN, TOP, width, 20, "aside"),
        Placeholder("table", 28, MARGIN, TOP + 26, width, 68, "cell"),
        Placeholder("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _balance(width: float) -> Own:
    side = (width - GAUGE - 2 * GAUGE_GAP) / 2
    right = MARGIN + width - side
    frames = (
        Placeholder("plus", 29, MARGIN, TOP, side, 12, "plus"),
        Placeholder("gives", 30, MARGIN, TOP + 15, side, 105, "gives"),
        Placeholder("minus", 31, right, TOP, side, 12, "minus"),
        Placeholder("takes", 32, right, TOP + 15, side, 105, "takes"),
        Placeholder("text", 23, MARGIN, TOP, side, 50, "beside"),
        Placeholder("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _drawn(width: float) -> Own:
    """Room for shapes between what introduces them and what closes."""
    frames = (
        Placeholder("text", 23, MARGIN, TOP, width, 20, "intro"),
        Placeholder("below", 37, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _pair_of_lists(width: float) -> Own:
    """Two heads on a rule, each with its list."""
    side = (width - GUTTER) / 2
    right = MARGIN + side + GUTTER
    frames = (
        Placeholder("left-head", 38, MARGIN, TOP, side, HEAD_HIGH, "column-head"),
        Placeholder("left", 39, MARGIN, TOP + HEAD_HIGH + 7, side, BOTTOM - TOP - HEAD_HIGH - 7, "column"),
        Placeholder("right-head", 40, right, TOP, side, HEAD_HIGH, "column-head"),
        Placeholder("right", 41, right, TOP + HEAD_HIGH + 7, side, BOTTOM - TOP - HEAD_HIGH - 7, "column"),
        Placeholder("below", 37, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    rules = tuple(Decoration(x, TOP + HEAD_HIGH + 2, side, 1.4, fill="petrol") for x in (MARGIN, right))
    return frames, rules


def _sources(width: float) -> Own:
    return (Placeholder("text", 23, MARGIN, TOP, width, BOTTOM - TOP, "sources"),), _card(width)


def _exercise() -> Layout:
    """What to do, and beside it in the field of the group: the question, how long, and on which sheet."""
    x, w = PANEL + 12, WIDTH - PANEL - 26
    frames = (
        *_head(NARROW),
        Placeholder("text", 23, MARGIN, TOP, NARROW, BOTTOM - TOP, "lead"),
        Placeholder("below", 37, MARGIN, BOTTOM - 20, NARROW, 20, "aside"),
        Placeholder("question", 22, x, TOP, w, FOOT - TOP - 6, "question"),
        Placeholder("minutes", 35, x, FOOT, w, 16, "minutes"),
        Placeholder("sheet", 36, x, FOOT + 17, w, BOTTOM - FOOT - 17, "sheet"),
        *_foot(number="ink"),
    )
    return Layout("exercise", "paper", frames, (*_panel("work"), Decoration(x, FOOT - 3, w, 0.5, fill="ink")))


def _statements(width: float) -> Own:
    frames = (
        Placeholder("text", 23, MARGIN, TOP, width, 20, "aside"),
        Placeholder("reveal", 24, MARGIN, BOTTOM - 20, width, 20, "aside"),
    )
    return frames, ()


def _pair(key: str, own: Callable[[float], Own]) -> tuple[Layout, Layout]:
    """The same layout without and with the panel for the group."""
    question = Placeholder("question", 22, PANEL + 12, TOP, WIDTH - PANEL - 26, BOTTOM - TOP, "question")
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


def _dark(
    key: str, title: Placeholder, text: Placeholder, marks: tuple[Decoration, ...], more: tuple[Placeholder, ...] = ()
) -> Layout:
    """A slide that opens something: white on petrol."""
    role = Placeholder("role", 20, 0, 18, BADGE_WIDTH, 9, "badge", fill="role-duo", line="paper")
    beside = BADGE_WIDTH + HEAD_GAP
    turn = Placeholder("turn", 34, beside, 18, TURN_WIDTH, 9, "turn", line="paper", colour="paper")
    part = Placeholder("part", 21, beside, 18, 142, 9, "part", colour="paper")
    return Layout(key, "petrol", (title, role, turn, part, text, *more, *_foot("paper")), marks)


def _question() -> Layout:
    """Nothing but a question: the field of the group over the whole width."""
    frames = (*_head(WIDE), Placeholder("question", 22, MARGIN, 80, WIDE, BOTTOM - 80, "question-large"), *_foot("ink"))
    marks = (
        Decoration(0, TOP, WIDTH, HEIGHT - TOP, fill="orange"),
        Decoration(MARGIN, 61, 22, 1.4, fill="ink"),
        Decoration(MARGIN, 65, 120, 8, word="ask", style="label"),
    )
    return Layout("question", "paper", frames, marks)


def _all() -> Iterator[Layout]:
    yield _dark(
        "title",
        Placeholder("title", 0, MARGIN, 70, 262, 62, "opening"),
        Placeholder("text", 23, MARGIN, 138, 220, 34, "lead", colour="paper"),
        _circles(268, 50, 34),
        (Placeholder("evening", 40, MARGIN, 34, 172, 26, "evening", colour="paper"),),
    )
    yield _dark(
        "divider",
        Placeholder("title", 0, MARGIN, 62, OUTLINE_LEFT - MARGIN - 16, 70, "section"),
        Placeholder("text", 23, MARGIN, 138, OUTLINE_LEFT - MARGIN - 16, 34, "lead", colour="paper"),
        _circles(290, 36, 19),
    )
    yield from _pair("content", _content)
    yield from _pair("case", _case)
    yield _question()
    yield from _pair("columns", _table)
    yield from _pair("balance", _balance)
    yield from _pair("statements", _statements)
    yield from _pair("table", _table)
    yield from _pair("steps", _drawn)
    yield from _pair("cards", _drawn)
    yield from _pair("dialogue", _drawn)
    yield from _pair("pair", _pair_of_lists)
    yield from _pair("sources", _sources)
    yield _exercise()


LAYOUTS: Mapping[str, Layout] = MappingProxyType({layout.key: layout for layout in _all()})
