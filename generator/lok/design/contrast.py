"""How well one colour stands out on another, and the nearest of the same hue that stands out enough. Colours: RRGGBB.

Hue and saturation stay those of HSL; only the lightness moves.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable

TEXT, MARK = 4.5, 3.0
"""The least contrast of words, and of what is no word but says something (WCAG 2.2, 1.4.3 and 1.4.11)."""
STEPS = 1000
"""So many lightnesses are tried between black and white."""


def luminance(colour: str) -> float:
    """How light a colour is to the eye, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2 between two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def as_light_as(colour: str, other: str) -> str:
    """The colour of the same hue that is as light to the eye as another: it has the contrasts that the other has."""
    wanted = luminance(other)
    return min(_shades(colour), key=lambda shade: abs(luminance(shade) - wanted))


def nearest(colour: str, passes: Callable[[str], bool]) -> str:
    """The colour of the same hue that passes and differs least in lightness; the colour itself where none does."""
    lightness = _hls(colour)[1]
    passing = [shade for shade in _shades(colour) if passes(shade)]
    return min(passing, key=lambda shade: abs(_hls(shade)[1] - lightness), default=colour)


def _shades(colour: str) -> list[str]:
    hue, _, saturation = _hls(colour)
    return [_written(colorsys.hls_to_rgb(hue, step / STEPS, saturation)) for step in range(STEPS + 1)]


def _hls(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*_parts(colour))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour)
    return red / 255, green / 255, blue / 255


def _written(parts: tuple[float, float, float]) -> str:
    return "".join(f"{round(part * 255):02X}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
