"""Takes the names of glyphs, which no browser reads, out of the fonts of the pages: `python tests/lean_fonts.py`.

Every reader fetches two of them. Writing them needs the package brotli. A font that has no names stays as it is.
"""

from __future__ import annotations

from fontTools.ttLib import TTFont

from lok.design import palette

NAMELESS = 3.0
"""The version of the table "post" that names no glyph."""


def main() -> None:
    for path in sorted(palette.FONTS.glob("*.woff2")):
        font = TTFont(path, recalcTimestamp=False)
        if font["post"].formatType != NAMELESS:
            font["post"].formatType = NAMELESS
            font.save(path)


if __name__ == "__main__":
    main()
