"""Gives the text font a zero without a stroke, as people write what they dial: `python tests/plain_zero.py`.

The font has no OpenType feature for it. Its licence allows changed versions and reserves no name. Writing the fonts of
the pages needs the package brotli. A font whose zero is plain already stays as it is.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from math import radians, tan

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program

from lok.design import palette

Point = tuple[float, float]
SLASHED = 3
"""Contours of a zero with a stroke: the outer one, and two halves of what it leaves open."""
UPRIGHT = {"BoldItalic": "Bold", "Italic": "Regular", "bolditalic": "bold", "italic": "regular"}
"""The style of which a slanted one is the slant."""


def contours(glyph: Glyph) -> list[list[tuple[Point, int]]]:
    """Its rings of points, each with 1 where the outline goes through it."""
    ends = [-1, *glyph.endPtsOfContours]
    points = list(zip(map(tuple, glyph.coordinates), glyph.flags, strict=True))
    return [points[one + 1 : other + 1] for one, other in pairwise(ends)]


def opened(glyph: Glyph) -> list[list[tuple[Point, int]]]:
    """An upright zero: its outer ring, and its lower left quarter mirrored to the ring inside."""
    outer, half, _ = contours(glyph)
    start = next(n for n, (point, on) in enumerate(half) if on and point[0] == min(x for (x, _), _ in half))
    turned = half[start:] + half[:start]
    stop = next(n for n, (point, on) in enumerate(turned) if on and point[1] == min(y for (_, y), _ in half))
    quarter = turned[: stop + 1]
    (_, middle), (centre, _) = quarter[0][0], quarter[-1][0]

    def mirrored(across: bool, up: bool) -> list[tuple[Point, int]]:
        ring = quarter if across == up else quarter[::-1]
        return [((2 * centre - x if across else x, 2 * middle - y if up else y), on) for (x, y), on in ring[:-1]]

    return [outer, [*mirrored(False, False), *mirrored(True, False), *mirrored(True, True), *mirrored(False, True)]]


def slanted(rings: list[list[tuple[Point, int]]], angle: float, old: Glyph) -> list[list[tuple[Point, int]]]:
    """An upright zero slanted by `angle` degrees, in the middle of where the old one stands."""
    made = [[((x + y * tan(radians(angle)), y), on) for (x, y), on in ring] for ring in rings]
    wide = [x for (x, _), _ in made[0]]
    was = [point[0] for point in old.coordinates]
    shift = (min(was) + max(was) - min(wide) - max(wide)) / 2
    return [[((x + shift, y), on) for (x, y), on in ring] for ring in made]


def put(font: TTFont, rings: list[list[tuple[Point, int]]]) -> None:
    """A zero of these rings into a font, without the hints of the old one."""
    glyph = font["glyf"]["zero"]
    points = [point for ring in rings for point in ring]
    glyph.coordinates = GlyphCoordinates([(round(x), round(y)) for (x, y), _ in points])
    glyph.flags = bytearray(on for _, on in points)
    lengths = [len(ring) for ring in rings]
    glyph.endPtsOfContours = [sum(lengths[: n + 1]) - 1 for n in range(len(lengths))]
    glyph.numberOfContours = len(rings)
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    glyph.recalcBounds(font["glyf"])


def main() -> None:
    paths = [*palette.FONTS.glob("AtkinsonHyperlegibleNext-*.ttf"), *palette.FONTS.glob("atkinson-*.woff2")]
    slashed = {path: TTFont(path, recalcTimestamp=False) for path in sorted(paths)}
    for path, font in slashed.items():
        glyph = font["glyf"]["zero"]
        if glyph.numberOfContours != SLASHED:
            continue
        style = path.stem.rpartition("-")[2]
        upright = TTFont(path.with_stem(path.stem.replace(style, UPRIGHT.get(style, style))))["glyf"]["zero"]
        if upright.numberOfContours != SLASHED:
            sys.exit(f"{path.name}: begin with all fonts as they came")
        rings = opened(upright)
        put(font, slanted(rings, -font["post"].italicAngle, glyph) if style in UPRIGHT else rings)
    for path, font in slashed.items():
        font.save(path)


if __name__ == "__main__":
    main()
