"""The table of our fonts says what the fonts say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

import font_table
from lok.design import fonts, palette
from lok.slides import line_breaking


def test_the_script_reproduces_the_table() -> None:
    assert font_table.table() == fonts.TABLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Carlito-Regular", "Carlito-Bold", "Carlito-Italic", "Carlito-BoldItalic"])
def test_widths_are_those_of_the_font(name: str) -> None:
    font = TTFont(palette.FONTS / f"{name}.ttf")
    em, advances = font["head"].unitsPerEm, font["hmtx"]
    bold, italic = "Bold" in name, "Italic" in name
    for code, glyph in font.getBestCmap().items():
        found = line_breaking.text_width(chr(code), 1 / line_breaking.POINT, bold, italic)
        assert found == pytest.approx(advances[glyph][0] / em), hex(code)


def test_what_can_be_drawn_is_in_a_font() -> None:
    """Each style of the text font has it, or the fallback font."""
    *styles, fallback = (
        set(TTFont(path).getBestCmap())
        for path in (*sorted(palette.FONTS.glob("Atkinson*.ttf")), palette.FONTS / "DejaVuSans.ttf")
    )
    assert fonts.drawn() == set.intersection(*styles) | fallback


def test_a_build_opens_no_font() -> None:
    code = "import sys, lok.build; from lok.design import glyphs; glyphs.printable('☐'); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "lok.design.fonts" in loaded
    assert "fontTools" not in loaded


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_zero_of_texts_has_no_stroke(style: str) -> None:
    """`plain_zero.py` took it away: an outer ring and one inside, where a stroke would make two halves."""
    zero = TTFont(palette.FONTS / f"AtkinsonHyperlegibleNext-{style}.ttf")["glyf"]["zero"]
    assert zero.numberOfContours == 2
