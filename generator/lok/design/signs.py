"""The signs that stand beside an answer to vote for: the same on a slide, a vote card, a sheet and a page.

A sign is a shape, so that answers differ without colour too; it never stands without its word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from lok.design.pictograms import Figure, Path

SIDE = 48.0
"""The width and height of every sign, in its own units."""
SHAPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "circle": ("M3 24a21 21 0 1 0 42 0a21 21 0 1 0-42 0Z",),
        "square": ("M5 5h38v38H5Z",),
        "triangle": ("M24 3 47 44H1Z",),
        "diamond": ("M24 1 47 24 24 47 1 24Z",),
        "both": (
            "M0 18.7a14.9 14.9 0 1 0 29.8 0a14.9 14.9 0 1 0-29.8 0Z",
            "M32.7 17H48V44.2H20.7V35.6A17.9 17.9 0 0 0 32.7 17Z",
        ),
        "tick": ("M3 24a21 21 0 1 0 42 0a21 21 0 1 0-42 0ZM13 24.5 16.5 21 21.2 25.7 31.7 15.2 35.2 18.7 21.2 32.7Z",),
        "cross": (
            "M5 5h38v38H5Z"
            "M15 18.5 18.5 15 24 20.5 29.5 15 33 18.5 27.5 24 33 29.5 29.5 33 24 27.5 18.5 33 15 29.5 20.5 24Z",
        ),
        "wave": (
            "M24 1 47 24 24 47 1 24Z"
            "M13.5 24.8C16 16.5 21.5 17.5 25.3 22.2C27.2 24.6 29.2 25.2 30.6 21.8L34.5 23.2"
            "C32 31.5 26.5 30.5 22.7 25.8C20.8 23.4 18.8 22.8 17.4 26.2Z",
        ),
    }
)
"""The areas of each shape as SVG path data, filled even-odd."""
PLACES = ("circle", "square", "triangle", "diamond")
"""The shape of an answer by its place; after the last they begin again."""
COLOURS = ("role-1", "role-2", "ochre", "green")
"""The colour of an answer by its place, which helps those who see it and tells nothing alone."""
FIXED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "beide": ("both", "petrol"),
        "ja": ("tick", "role-1"),
        "feit": ("tick", "role-1"),
        "nee": ("cross", "role-2"),
        "fabel": ("cross", "role-2"),
        "ertussenin": ("wave", "ochre"),
        "weten we niet": ("wave", "ochre"),
    }
)
"""Shape and colour of words that have their own, wherever they stand."""


@dataclass(frozen=True)
class Sign:
    """What stands beside one answer: the name of its shape, and a colour of the palette by its name."""

    shape: str
    colour: str

    @property
    def figure(self) -> Figure:
        """Its areas, in the colour of where it stands."""
        return Figure(SIDE, SIDE, tuple(Path(each, "") for each in SHAPES[self.shape]))


def signs(answers: Sequence[str], held: Sequence[Sequence[str]] = ()) -> tuple[Sign, ...]:
    """The sign of each answer of a vote.

    `held` are the words of the sets of cards that people may hold up: a vote whose answers all stand on one set has
    the signs of its cards, else each answer has that of its place among the others.
    """
    own = {answer.casefold() for answer in answers}
    among = next((each for each in held if own <= {word.casefold() for word in each}), answers)
    places = {word.casefold(): place for place, word in enumerate(among)}
    return tuple(_sign(answer.casefold(), places[answer.casefold()]) for answer in answers)


def _sign(word: str, place: int) -> Sign:
    if word in FIXED:
        return Sign(*FIXED[word])
    return Sign(PLACES[place % len(PLACES)], COLOURS[place % len(COLOURS)])
