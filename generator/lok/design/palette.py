"""The visual system, written down once: colours by meaning, type sizes and fonts for deck, paper, picture and site.

Orange means that the group works. A role's colour always comes with the role's word. All text pairs used on their
grounds have a contrast of at least 4.5:1 (a test computes it).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lok.design.contrast import MARK, TEXT, as_light_as

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "ink": "16262E",
        "white": "FFFFFF",
        "petrol": "0B3C4C",
        "paper": "FBF7F0",
        "sand": "F1E8DA",
        "line": "D9CDB8",
        "bar": "BFCDD0",
        "role-1": "0E5F78",
        "role-1-tint": "D8E8EC",
        "role-1-light": "4FA8C4",
        "role-2": "7B3A78",
        "role-2-tint": "EFE0EE",
        "role-2-light": "CF8BCB",
        "role-3": "566015",
        "role-3-tint": "E8EBD2",
        "role-3-light": "B3BF5A",
        "role-4": "3F4AA8",
        "role-4-tint": "E1E4F6",
        "role-4-light": "9DA6F0",
        "role-duo": "0B3C4C",
        "ground-1": "0E5368",
        "ground-2": "6A3268",
        "ground-3": "454D10",
        "ground-4": "343D8C",
        "peach": "F9D9AE",
        "way": "8FAFB8",
        "orange": "F59B35",
        "orange-light": "F8B25F",
        "orange-text": "A84300",
        "orange-tint": "FDEBD3",
        "green": "256E42",
        "green-tint": "DCEBE0",
        "ochre": "7A5200",
        "ochre-tint": "F3E6CB",
        "red": "B5382B",
        "grey": "55646C",
    }
)
"""Colours by meaning, as RRGGBB, on a light ground: everything on paper and on slides, and pages by day."""
DARK: Mapping[str, str] = MappingProxyType(
    {
        "ink": "F1EAE0",
        "white": "1B2A31",
        "petrol": "BFE0E6",
        "paper": "131E24",
        "sand": "1F2C33",
        "line": "3A4A52",
        "bar": "52646D",
        "role-1": "7CCBDD",
        "role-1-tint": "18333C",
        "role-1-light": "4FA8C4",
        "role-2": "E0A9DC",
        "role-2-tint": "352838",
        "role-2-light": "CF8BCB",
        "role-3": "C5D07A",
        "role-3-tint": "2A2E18",
        "role-3-light": "B3BF5A",
        "role-4": "B3BCFF",
        "role-4-tint": "252A45",
        "role-4-light": "9DA6F0",
        "role-duo": "BFE0E6",
        "ground-1": "0E5368",
        "ground-2": "6A3268",
        "ground-3": "454D10",
        "ground-4": "343D8C",
        "peach": "F9D9AE",
        "way": "8FAFB8",
        "orange": "F59B35",
        "orange-light": "F8B25F",
        "orange-text": "FFB866",
        "orange-tint": "3B2A14",
        "green": "7FCF9B",
        "green-tint": "1C3226",
        "ochre": "E3BE6B",
        "ochre-tint": "33290F",
        "red": "FF9D8F",
        "grey": "A9B8BF",
    }
)
"""The same names for pages on a dark ground."""

ON_PAGES = (
    "ink", "white", "petrol", "paper", "sand", "line", "role-1", "role-1-tint", "role-2", "role-3", "role-4",
    "role-duo", "orange", "orange-text", "orange-tint", "green", "red", "grey",
)  # fmt: skip
"""Those that styles of pages name; the others are for slides and papers."""


@dataclass(frozen=True)
class Palette:
    """Colours by meaning, on a light ground and on a dark one."""

    light: Mapping[str, str]
    dark: Mapping[str, str]

    def on_light(self, colour: str) -> str:
        """RRGGBB on a light ground, of a colour by its name; RRGGBB itself stays. Raises KeyError for others."""
        return colour if _HEX.fullmatch(colour) else self.light[colour]


OWN = Palette(LIGHT, DARK)
GROUND, ACCENT = "petrol", "orange"
"""The two that an organisation may choose: of headings and dark grounds, and of what the group works on."""
WITH_GROUND = (GROUND, "role-duo")
WITH_ACCENT = ("orange-light", "orange-text", "orange-tint", "peach")
"""What follows from each of them."""
ON_GROUND: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(("white", "paper", "sand", "role-1-tint", "role-2-tint", "orange-tint", "peach"), TEXT)
    | dict.fromkeys(("way",), MARK)
)
"""What the first of them meets, as text on it or as its ground, and the least contrast between both."""


@cache
def of(colour: str, accent: str) -> Palette:
    """The palette with two colours of an organisation (RRGGBB, or "" where ours stays) in the place of ours.

    What follows from them has their hue and is as light as ours, so that it keeps the contrasts that ours has.
    """
    light, dark = dict(LIGHT), dict(DARK)
    if colour:
        light |= dict.fromkeys(WITH_GROUND, colour)
        dark |= dict.fromkeys(WITH_GROUND, as_light_as(colour, DARK[GROUND]))
    if accent:
        light |= _with_accent(accent, LIGHT)
        dark |= _with_accent(accent, DARK)
    return Palette(MappingProxyType(light), MappingProxyType(dark))


def _with_accent(accent: str, table: Mapping[str, str]) -> Mapping[str, str]:
    return {ACCENT: accent} | {name: as_light_as(accent, table[name]) for name in WITH_ACCENT}


_HEX = re.compile("[0-9A-F]{6}")
SPEAKERS = ("role-1", "role-2", "role-3", "role-4")
"""Colour names of the speakers of an evening, in order."""
TOGETHER = "role-duo"
"""The colour name of all of them at once."""

TEXT_FONT = "Atkinson Hyperlegible Next"
"""Sites and papers."""
SLIDE_FONT = "Carlito"
"""Slide pictures; the deck itself names Calibri, which has the same widths."""
DECK_FONT = "Calibri"
"""What a deck names: every office program has it, or a font of the same widths."""
FALLBACK_FONT = "DejaVu Sans"
"""Signs and scripts that the others lack."""

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
TEMPLATES = Path(__file__).parents[1] / "templates"
ASSETS = Path(__file__).parents[1] / "assets"
KINDS = Path(__file__).parents[1] / "exercises"
"""A folder for each kind of exercise, with its page, script and paper."""


def on_light(colour: str) -> str:
    """RRGGBB on a light ground, of a colour by its name; what is RRGGBB already stays. Raises KeyError for others."""
    return OWN.on_light(colour)
