"""A disc with a pictogram, and the portrait of a case, on a slide."""

from __future__ import annotations

from dataclasses import replace

from lok.design import pictograms
from lok.model.library import Case
from lok.slides.canvas import Box, Group
from lok.slides.layouts import Rect
from lok.slides.shapes.figure import figure_boxes
from lok.slides.typeset import free_text_box
from lok.words import words

SHARE = 0.56
"""How wide a pictogram is in its disc, as part of that disc."""


def disc(name: str, x: float, y: float, radius: float, *, ground: str, ink: str, alt: str = "") -> Group:
    """A pictogram in a colour on a disc of `radius` mm, its top left at `x`, `y`; ornament where a word says the same.

    Raises KeyError where there is no pictogram of that name.
    """
    side = 2 * radius * SHARE
    at = radius - side / 2
    circle = Box("", x, y, 2 * radius, 2 * radius, fill=ground, shape="ellipse")
    drawn = figure_boxes(pictograms.pictogram(name), x + at, y + at, side, ink)
    return Group(words("deck")["name_pictogram"], (circle, *drawn), alt)


def pictogram(name: str, x: float, y: float, side: float, ink: str) -> Group:
    """A pictogram `side` mm wide beside a word that says the same. Raises KeyError where there is none of that name."""
    return Group(words("deck")["name_pictogram"], figure_boxes(pictograms.pictogram(name), x, y, side, ink), "")


def sign(name: str, x: float, y: float, radius: float) -> Group:
    """What the group does, beside the words that ask it: orange on a dark disc of `radius` mm."""
    return disc(name, x, y, radius, ground="ink", ink="orange")


def portrait(case: Case, x: float, y: float, width: float) -> Group:
    """The face of an invented person, `width` mm wide; without one, the initial of the name on a disc."""
    figure = pictograms.portrait(case.portrait)
    face = figure_boxes(figure, x, y, width, "petrol") if figure else initial(case.name, x, y, width, "role-1-tint")
    return Group(words("deck")["name_portrait"], face, words("common")["portrait_of"].format(name=case.name))


def initial(name: str, x: float, y: float, width: float, ground: str, ink: str = "") -> tuple[Box, Box]:
    """The first letter of a name on a disc `width` mm wide; without an ink, in that of its style."""
    circle = Box("", x, y, width, width, fill=ground, shape="ellipse")
    letter = free_text_box(words("deck")["name_initial"], "letter", name[:1].upper(), Rect(x, y, width, width))
    return circle, replace(letter, colour=ink)
