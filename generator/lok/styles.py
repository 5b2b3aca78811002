"""Type on slides and notes pages: sizes to try, list levels, weight and colour by name. Colours are in `look.LIGHT`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PLAIN, BULLET, NESTED, DEEP, QUOTE = range(5)
"""List levels of every text style."""


@dataclass(frozen=True)
class Level:
    """One list level: mm from the left to the text and from the marker to the text, space above it in em."""

    space: float = 0.0
    indent: float = 0.0
    hang: float = 0.0
    marker: str = ""
    italic: bool = False


_LEVELS = (
    Level(space=0.6),
    Level(space=0.42, indent=11, hang=11, marker="•"),
    Level(space=0.16, indent=20, hang=8, marker="–"),
    Level(space=0.16, indent=29, hang=8, marker="–"),
    Level(space=0.6, indent=9, italic=True),
)


def _signed(sign: str) -> tuple[Level, ...]:
    """Plain, then with a sign before it: colour alone never says what gives and what takes."""
    return (_LEVELS[0], Level(space=0.42, indent=8, hang=8, marker=sign))


_NOTES = (
    Level(space=0.4),
    *(Level(space=0.12, indent=6.0 * depth, hang=6.0, marker="•") for depth in range(1, 4)),
)


@dataclass(frozen=True)
class Style:
    """Type of a place for text: sizes in points to try from large to small, and how the text stands in its box.

    `inset` is left, top, right, bottom in mm. The caps of a label are typed, not styled.
    """

    sizes: tuple[float, ...]
    bold: bool = False
    colour: str = "ink"
    marker: str = "ink"
    align: str = "left"
    anchor: str = "top"
    inset: tuple[float, float, float, float] = (0, 0, 0, 0)
    levels: tuple[Level, ...] = _LEVELS


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "badge": Style((14, 12, 10), bold=True, colour="white", align="center", anchor="middle"),
        "turn": Style((14, 12), bold=True, align="center", anchor="middle"),
        "part": Style((14,), colour="grey", anchor="middle"),
        "title": Style((30, 26, 24), bold=True, colour="petrol", anchor="top"),
        "opening": Style((54, 48, 40, 34), bold=True, colour="white", anchor="bottom"),
        "section": Style((44, 38, 32), bold=True, colour="white", anchor="bottom"),
        "outline": Style((18,), colour="paper", anchor="middle", inset=(5, 0, 4, 0)),
        "outline-here": Style((18,), bold=True, colour="petrol", anchor="middle", inset=(5, 0, 4, 0)),
        "body": Style((32, 28, 26, 24, 22, 20)),
        "aside": Style((24, 22, 20, 18)),
        "question": Style((30, 26, 24, 22), bold=True),
        "question-large": Style((44, 40, 34, 28), bold=True),
        "label": Style((16,), bold=True, anchor="middle"),
        "name": Style((44, 36, 30), bold=True, colour="petrol", anchor="middle"),
        "summary": Style((24, 22, 20, 18), colour="grey"),
        "quote": Style((36, 32, 28, 24), bold=True, colour="petrol"),
        "reading": Style((24, 22, 20), bold=True, colour="white", anchor="middle", inset=(10, 0, 10, 0)),
        "plus": Style((26, 24, 22), bold=True, colour="green", marker="green", levels=_signed("+")),
        "minus": Style((26, 24, 22), bold=True, colour="red", marker="red", levels=_signed("–")),
        "gives": Style((24, 22, 20, 18), marker="green", levels=_signed("+")[1:]),
        "takes": Style((24, 22, 20, 18), marker="red", levels=_signed("–")[1:]),
        "statement": Style((26, 24, 22, 20, 18), anchor="middle", inset=(6, 1, 4, 1)),
        "ordinal": Style((22, 20, 18), bold=True, align="center", anchor="middle"),
        "verdict": Style((18, 16), bold=True, colour="white", align="center", anchor="middle", inset=(2, 0, 2, 0)),
        "head": Style((22, 20, 18), bold=True, colour="white", anchor="middle", inset=(5, 3, 4, 3)),
        "cell": Style((22, 20, 18), anchor="middle", inset=(5, 3, 4, 3)),
        "guide": Style((22, 20, 18), inset=(5, 4, 4, 3)),
        "footer": Style((12,), colour="grey", anchor="middle"),
        "number": Style((12,), colour="grey", align="right", anchor="middle"),
        "notes": Style((12, 11), levels=_NOTES),
    }
)
