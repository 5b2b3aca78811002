"""Type on slides and notes pages: sizes to try, list levels, weight and colour (in `palette.LIGHT`) by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from types import MappingProxyType

PLAIN, BULLET, NESTED, DEEP, QUOTE = range(5)
"""List levels of every text style."""


@dataclass(frozen=True)
class Level:
    """One list level: `indent` is mm from the left to the text, `hang` mm from the marker to the text.

    `space` is the room above a paragraph in em.
    """

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


def _airy(space: float) -> tuple[Level, ...]:
    """The usual levels with `space` em above each paragraph and item: few words fill their place."""
    return tuple(replace(level, space=space) if n < NESTED else level for n, level in enumerate(_LEVELS))


_LINKS = (_LEVELS[0], replace(_LEVELS[1], marker="→", space=0.7), *_LEVELS[2:])


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

    `inset` is left, top, right, bottom in mm; at `alone` points or larger, text that can stay on one line does so
    rather than be larger. The caps of a label are typed, not styled.
    """

    sizes: tuple[float, ...]
    bold: bool = False
    colour: str = "ink"
    marker: str = "ink"
    align: str = "left"
    anchor: str = "top"
    inset: tuple[float, float, float, float] = (0, 0, 0, 0)
    levels: tuple[Level, ...] = _LEVELS
    alone: float = inf


def _card(sizes: tuple[float, ...], levels: tuple[Level, ...]) -> Style:
    """Text in the middle of a card with a strip at its side."""
    return Style(sizes, marker="petrol", anchor="middle", inset=(15, 6, 10, 8), levels=levels)


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "badge": Style((14, 12, 10), bold=True, colour="white", anchor="middle", inset=(18, 0, 4, 0)),
        "turn": Style((14, 12), bold=True, align="center", anchor="middle"),
        "part": Style((14,), colour="grey", anchor="middle"),
        "title": Style((34, 32, 30, 28, 26, 24), bold=True, colour="petrol", alone=28),
        "opening": Style((54, 48, 40, 34), bold=True, colour="white", anchor="bottom"),
        "section": Style((44, 38, 32), bold=True, colour="white", anchor="bottom"),
        "outline": Style((18,), colour="paper", anchor="middle", inset=(5, 0, 4, 0)),
        "outline-here": Style((18,), bold=True, colour="petrol", anchor="middle", inset=(5, 0, 4, 0)),
        "lead": Style((32, 28, 26, 24, 22, 20)),
        "body": _card((32, 28, 26, 24, 22, 20), _LEVELS),
        "body-open": _card((36, 32), _airy(0.8)),
        "body-airy": _card((36,), _airy(1.1)),
        "beside": Style((32, 28, 26, 24, 22, 20), marker="petrol", anchor="middle"),
        "intro": Style((28, 26, 24, 22, 20, 18)),
        "aside": Style((24, 22, 20, 18)),
        "question": Style((32, 30, 26, 24, 22), bold=True),
        "question-large": Style((60, 54, 48, 44, 40, 34, 28), bold=True, alone=48),
        "minutes": Style((36, 32, 28), bold=True, anchor="middle"),
        "sheet": Style((20, 18)),
        "step": Style((32, 28, 26, 24, 22, 20, 18), anchor="middle"),
        "step-number": Style((22,), bold=True, colour="white", align="center", anchor="middle"),
        "phase": Style((32, 28, 26, 24), colour="white"),
        "phase-number": Style((36,), bold=True, colour="white", anchor="middle"),
        "card": Style((40, 36, 32, 28), anchor="middle", inset=(7, 4, 6, 6)),
        "card-head": Style(
            (32, 28, 26, 24, 22, 20), bold=True, colour="white", anchor="middle", inset=(7, 3, 6, 3), alone=20
        ),
        "row": Style((30, 28, 26, 24, 22, 20, 18), anchor="middle", inset=(4, 1, 5, 1), alone=24),
        "row-head": Style((26, 24, 22, 20, 18), bold=True, colour="petrol", anchor="middle", inset=(7, 1, 3, 1)),
        "speaker": Style((22, 20, 18), bold=True, colour="white", anchor="middle", inset=(5, 1, 3, 1)),
        "spoken": Style((28, 26, 24, 22, 20, 18), anchor="middle", inset=(6, 1, 6, 1)),
        "column": Style((36, 32, 30, 28, 26, 24, 22, 20, 18), marker="petrol", levels=_airy(0.55)),
        "column-head": Style((30, 28, 26, 24, 22), bold=True, colour="petrol", anchor="bottom"),
        "sources": _card((32, 28, 26, 24, 22, 20, 18), _LINKS),
        "label": Style((16,), bold=True, anchor="middle"),
        "name": Style((44, 36, 30), bold=True, colour="petrol", anchor="middle"),
        "summary": Style((36, 32, 28, 26, 24, 22, 20, 18), colour="grey"),
        "quote": Style((48, 44, 40, 36, 32, 28, 24), bold=True, colour="petrol", anchor="middle"),
        "told": Style((32, 28, 26, 24, 22, 20, 18)),
        "reading": Style((24, 22, 20), bold=True, colour="white", anchor="middle", inset=(10, 0, 10, 0)),
        "plus": Style((26, 24, 22), bold=True, colour="green", marker="green", levels=_signed("+")),
        "minus": Style((26, 24, 22), bold=True, colour="red", marker="red", levels=_signed("–")),
        "gives": Style((24, 22, 20, 18), marker="green", levels=_signed("+")[1:]),
        "takes": Style((24, 22, 20, 18), marker="red", levels=_signed("–")[1:]),
        "statement": Style((26, 24, 22, 20, 18), anchor="middle", inset=(6, 1, 4, 1)),
        "ordinal": Style((22, 20, 18), bold=True, align="center", anchor="middle"),
        "verdict": Style((18, 16), bold=True, colour="white", align="center", anchor="middle", inset=(2, 0, 2, 0)),
        "head": Style((26, 24, 22, 20, 18), bold=True, colour="white", anchor="middle", inset=(5, 3, 4, 3)),
        "cell": Style((26, 24, 22, 20, 18), anchor="middle", inset=(5, 3, 4, 3)),
        "bar": Style((18,), bold=True, align="center", anchor="middle"),
        "guide": Style((22, 20, 18), inset=(5, 4, 4, 3)),
        "footer": Style((12,), colour="grey", anchor="middle"),
        "number": Style((12,), colour="grey", align="right", anchor="middle"),
        "evening": Style((20, 18)),
        "notes": Style((12, 11), levels=_NOTES),
    }
)
"""Every style by its name."""
AIRY: Mapping[str, tuple[str, ...]] = MappingProxyType({"body": ("body-airy", "body-open")})
"""Styles to try before a style, for few words; they stand in their box as it does."""
