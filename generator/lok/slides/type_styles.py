"""Type on slides and notes pages: sizes to try, list levels, weight and colour (in `palette.LIGHT`) by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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


_SAID = (_LEVELS[0],)
_LINKS = (_LEVELS[0], replace(_LEVELS[1], marker="→", space=0.7), *_LEVELS[2:])


def _rows(space: float) -> tuple[Level, ...]:
    """Items without a marker, `space` em apart: a hairline divides them. What is nested keeps its own."""
    return (Level(space=space), Level(space=space), *_LEVELS[2:])


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

    `inset` is left, top, right, bottom in mm. A `balanced` text has lines of about the same length.
    """

    sizes: tuple[float, ...]
    bold: bool = False
    colour: str = "ink"
    marker: str = "ink"
    align: str = "left"
    anchor: str = "top"
    inset: tuple[float, float, float, float] = (0, 0, 0, 0)
    levels: tuple[Level, ...] = _LEVELS
    balanced: bool = False


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        # the frame of every slide
        "title": Style((32, 26), bold=True, colour="petrol", balanced=True),
        "role": Style((14,), bold=True, anchor="middle"),
        "footer": Style((14,), colour="grey", anchor="middle"),
        "number": Style((14,), colour="grey", align="right", anchor="middle"),
        "question": Style((26, 22), bold=True, anchor="middle", balanced=True),
        "source": Style((14,), colour="grey", anchor="bottom"),
        # what opens and closes
        "opening": Style((44, 32), bold=True, colour="white", balanced=True),
        "kicker": Style((22,), bold=True, colour="peach", anchor="bottom"),
        "subtitle": Style((26, 22), colour="white", marker="peach", levels=_airy(0.55)),
        "names": Style((18,), colour="white"),
        "named": Style((18, 14), colour="white", anchor="middle"),
        "moment": Style((18,), colour="white", align="right"),
        "taken": Style((26, 22), colour="white", marker="peach", levels=_airy(0.15)),
        "item": Style((26, 22), colour="white", inset=(6, 0, 2, 0)),
        "help": Style((26, 22), colour="white", anchor="middle"),
        "node": Style((18, 14), bold=True, align="center", anchor="middle"),
        "node-here": Style((26,), bold=True, colour="petrol", align="center", anchor="middle"),
        "run": Style((18, 14), colour="white", align="center"),
        # text
        "body": Style((26, 22), marker="role-1", levels=_airy(0.55)),
        "body-airy": Style((26,), marker="role-1", levels=_airy(0.9)),
        "lead": Style((26, 22)),
        "aside": Style((26, 22)),
        "sources": Style((26, 22), marker="role-1", levels=_LINKS),
        "label": Style((22, 18), bold=True, anchor="middle"),
        # what is said large
        "question-large": Style((60, 44, 32), bold=True, balanced=True),
        "asked": Style((22,), bold=True, anchor="middle"),
        "figure": Style((96, 60), bold=True, colour="role-1"),
        "figure-said": Style((32, 26)),
        "letter": Style((60, 44, 32), bold=True, align="center", anchor="middle"),
        "quote": Style((44, 32), bold=True, colour="petrol", levels=_SAID, balanced=True),
        # shapes with words
        "term": Style((32, 26), bold=True, colour="petrol", align="center"),
        "said-of-term": Style((26, 22), align="center"),
        "ordinal": Style((26, 22), bold=True, colour="white", align="center", anchor="middle"),
        "stop-number": Style((32,), bold=True, colour="white", align="center", anchor="middle"),
        "step": Style((26, 22), anchor="middle"),
        "phase": Style((26, 22), align="center"),
        "row": Style((26, 22), anchor="middle"),
        "row-head": Style((32, 26, 22), bold=True, colour="role-1", anchor="middle"),
        "column": Style((26,), levels=_rows(1.2)),
        "column-close": Style((26, 22), levels=_rows(0.6)),
        "spoken": Style((26, 22), anchor="middle", inset=(8.5, 1, 8.5, 1)),
        "column-head": Style((22,), bold=True, colour="role-1", anchor="middle"),
        "figure-label": Style((22,), bold=True, align="center"),
        "figure-text": Style((22,), align="center"),
        "figure-closing": Style((26, 22), bold=True, colour="petrol", align="right", anchor="bottom"),
        "pan": Style((22, 18), bold=True, colour="white", align="center", anchor="middle", inset=(4, 0, 4, 0)),
        "weight": Style((26, 22), align="center", anchor="middle", inset=(3, 0, 3, 0)),
        # a case
        "name": Style((26,), bold=True),
        "summary": Style((22,), colour="grey", balanced=True),
        "told": Style((26, 22)),
        "balloon": Style((32, 26), bold=True, anchor="middle", inset=(9.5, 6, 9.5, 6), balanced=True),
        "invented": Style((14,), colour="grey", align="center"),
        # exercises
        "minutes": Style((96, 60), bold=True, align="center", anchor="middle"),
        "minutes-word": Style((22,), bold=True, align="center", anchor="middle"),
        "plus": Style((26, 22), bold=True, colour="green", marker="green", levels=_signed("+")),
        "minus": Style((26, 22), bold=True, colour="role-2", marker="role-2", levels=_signed("–")),
        "gives": Style((26, 22), marker="green", levels=_signed("+")[1:]),
        "takes": Style((26, 22), marker="role-2", levels=_signed("–")[1:]),
        "statement": Style((44, 32), bold=True),
        "statement-row": Style((26, 22), anchor="middle"),
        "row-number": Style((26, 22), bold=True, colour="grey", anchor="middle"),
        "verdict": Style((18,), bold=True, colour="white", anchor="middle"),
        "choice": Style((26, 22), bold=True, anchor="middle", inset=(2, 0, 4, 0)),
        # tables and charts
        "head": Style((22,), bold=True, colour="role-1", anchor="middle", inset=(0, 2, 5, 2)),
        "cell": Style((26, 22), anchor="middle", inset=(0, 2, 5, 2)),
        "guide": Style((22,), inset=(0, 4, 5, 3)),
        "conclusion": Style((26, 22), colour="grey"),
        "key": Style((22,), bold=True, anchor="middle"),
        "bar-name": Style((26, 22), align="right", anchor="middle", inset=(0, 0, 7, 0)),
        "bar-name-lit": Style((26, 22), bold=True, align="right", anchor="middle", inset=(0, 0, 7, 0)),
        "bar-value": Style((26,), bold=True, anchor="middle"),
        "point": Style((26, 22), bold=True, align="center", anchor="middle"),
        "point-name": Style((26, 22), align="center", anchor="top"),
        "bar-lit": Style((32,), bold=True, colour="role-1", anchor="middle"),
        "piece": Style((22,), bold=True, align="center", anchor="middle"),
        "notes": Style((12, 11), levels=_NOTES),
    }
)
"""Every style by its name."""
AIRY: Mapping[str, tuple[str, ...]] = MappingProxyType({"body": ("body-airy",)})
"""Styles to try before a style, for few words; they stand in their box as it does."""
