"""The palette with the colours of an organisation: it keeps the contrasts that ours has."""

import pytest

from lok.design import palette
from lok.design.contrast import MARK, TEXT, as_light_as, contrast, luminance, nearest
from lok.design.palette import DARK, LIGHT

COLOURS = [("7A1F3D", "8FC1A9"), ("1F4E1F", "F2C14E"), ("2B2B6B", "FF9DB0")]
PAIRS = (("orange-text", "orange-tint"), ("orange-text", "paper"), ("ink", "orange-tint"), ("ink", "orange-light"))
"""Words and their grounds that follow from the accent."""


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_ours_passes_what_is_asked_of_others() -> None:
    ground = LIGHT[palette.GROUND]
    assert all(contrast(ground, LIGHT[name]) >= least for name, least in palette.ON_GROUND.items())
    assert contrast(LIGHT[palette.ACCENT], LIGHT["ink"]) >= TEXT
    assert contrast(LIGHT[palette.ACCENT], ground) >= MARK


@pytest.mark.parametrize(("colour", "accent"), COLOURS)
def test_what_follows_keeps_its_contrast(colour: str, accent: str) -> None:
    made = palette.of(colour, accent)
    for table in (made.light, made.dark):
        assert all(contrast(table[text], table[ground]) >= TEXT - 0.05 for text, ground in PAIRS[:2])
    assert all(contrast(made.light[text], made.light[ground]) >= TEXT for text, ground in PAIRS[2:])
    assert contrast(made.dark["petrol"], made.dark["paper"]) >= TEXT
    assert (made.light["petrol"], made.light["role-duo"], made.dark["orange"]) == (colour, colour, accent)


def test_nothing_else_changes() -> None:
    made = palette.of("7A1F3D", "8FC1A9")
    kept = LIGHT.keys() - {*palette.WITH_GROUND, *palette.WITH_ACCENT, palette.ACCENT}
    assert {name: made.light[name] for name in kept} == {name: LIGHT[name] for name in kept}
    assert palette.of("", "") == palette.OWN
    assert made.light.keys() == LIGHT.keys()
    assert made.dark.keys() == DARK.keys()


def test_a_shade_keeps_its_hue() -> None:
    assert as_light_as("FF0000", "808080").startswith("FF")
    assert luminance(as_light_as("7A1F3D", "BFE0E6")) == pytest.approx(luminance("BFE0E6"), abs=0.01)
    assert nearest("777777", lambda shade: contrast(shade, "FFFFFF") >= TEXT) == "767676"
