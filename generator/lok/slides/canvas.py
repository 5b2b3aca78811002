"""A slide as it will be drawn: boxes in mm with their text in lines. Made by `compose`; deck and picture draw it.

Text runs carry the author's words; everything else (colour, size, level) comes from `type_styles` by name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lok.slides.layouts import Layout
from lok.slides.line_breaking import Runs
from lok.slides.type_styles import QUOTE

ROUNDING = 2.5
"""Radius of rounded corners, in mm."""


@dataclass(frozen=True)
class Par:
    """A paragraph at a list level. `number` replaces the level's marker in a numbered list, from 1; 0 is none.

    `click` says after which click it appears; 0 means from the start. `lines` are filled by `typeset`.
    """

    level: int
    runs: Runs
    number: int = 0
    click: int = 0
    lines: tuple[Runs, ...] = ()


@dataclass(frozen=True)
class Text:
    """Paragraphs in a style at one of its sizes (points); `height` is what they need in mm."""

    style: str
    size: float
    pars: tuple[Par, ...]
    height: float


@dataclass(frozen=True)
class Box:
    """In mm: a rectangle, rounded or not, ellipse, arrow or path, with or without text.

    `frame` is the key of its placeholder in the layout, "" for a free shape. `colour` replaces the style's.
    `jump` is the id of the slide that a click on a free shape leads to, or "". `overflow` is by how many mm its text is
    too high or too wide. `fill` and `line` are names in the palette or RRGGBB.

    With the shape "path", `path` is SVG path data (filled even-odd) in units of which `view` fill its width and height.
    """

    name: str
    x: float
    y: float
    w: float
    h: float
    text: Text | None = None
    frame: str = ""
    shape: str = "rect"
    fill: str = ""
    line: str = ""
    stroke: float = 0.26
    colour: str = ""
    alpha: float = 1.0
    jump: str = ""
    overflow: float = 0.0
    path: str = ""
    view: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Group:
    """Shapes that belong together; `alt` says what they show, as a screen reader stops at the group; "" for ornament.

    Without `alt` they are decoration, because what they show stands in words beside them. An `answer` appears after a
    click, and never on a handout.
    """

    name: str
    boxes: tuple[Box, ...]
    alt: str
    click: int = 0
    answer: bool = False


@dataclass(frozen=True)
class Grid:
    """A table in mm with a header row; all rows have as many cells as there are `widths`."""

    name: str
    x: float
    y: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Text, ...], ...]
    alt: str
    row_heads: bool = False
    """Whether the first column names the rows."""
    overflow: float = 0.0


@dataclass(frozen=True)
class Photo:
    """An image by its path in `artwork`; `sound` is the recording in `Course.media` that a click on it plays, or ""."""

    name: str
    x: float
    y: float
    w: float
    h: float
    path: str
    alt: str
    click: int = 0
    sound: str = ""


Item = Box | Group | Grid | Photo


@dataclass(frozen=True)
class Canvas:
    """One slide: its layout and its items in reading order."""

    layout: Layout
    items: tuple[Item, ...]

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The images on this slide, in reading order."""
        return tuple(item for item in self.items if isinstance(item, Photo))

    @property
    def jumps(self) -> tuple[str, ...]:
        """The slides that shapes on this one lead to, by id."""
        grouped = (box for item in self.items if isinstance(item, Group) for box in item.boxes)
        return tuple(dict.fromkeys(box.jump for box in grouped if box.jump))

    @property
    def overflow(self) -> float:
        """The worst overflow on this slide in mm; 0 where everything fits."""
        boxes = [box for item in self.items if isinstance(item, Group) for box in item.boxes]
        return max((item.overflow for item in (*self.items, *boxes) if isinstance(item, (Box, Grid))), default=0.0)


def appearing(pars: tuple[Par, ...], first: int = 1) -> tuple[Par, ...]:
    """Let these paragraphs appear click by click from click `first`; what is nested comes with what it hangs under."""
    shown: list[Par] = []
    outermost = min((par.level for par in pars if par.level), default=0)
    click = first - 1
    for par in pars:
        click += not shown or par.level <= outermost or par.level == QUOTE
        shown.append(replace(par, click=click))
    return tuple(shown)
