"""Makes the table of our fonts: `python tests/font_table.py`. A test compares what it makes with what is kept."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

from lok.design import fonts, palette

logging.getLogger("fontTools").setLevel(logging.ERROR)  # dates in the fonts that it finds odd


def table() -> str:
    """Advances of the font of slides and of the fallback font, and what papers can show, as JSON."""
    measured = (*files(palette.SLIDE_FONT), *files(palette.FALLBACK_FONT))
    styles = [set(TTFont(path).getBestCmap()) for path in files(palette.TEXT_FONT)]
    fallback = [set(TTFont(path).getBestCmap()) for path in files(palette.FALLBACK_FONT)]
    shown = sorted(set.intersection(*styles).union(*fallback))
    lines = ",\n".join(f'"{path.stem}": {compact(widths(path))}' for path in measured)
    return f'{{"widths": {{\n{lines}\n}},\n"drawn": {compact([(run[0], run[-1]) for run in runs(shown)])}}}\n'


def files(family: str) -> tuple[Path, ...]:
    """The shipped files of a family, sorted."""
    stem = family.replace(" ", "")
    return tuple(path for path in sorted(palette.FONTS.glob("*.ttf")) if path.stem.split("-")[0] == stem)


def widths(path: Path) -> dict[str, object]:
    """Units of an em, and advances by the first of a run of code points."""
    font = TTFont(path)
    letters = font.getBestCmap()
    advances = {code: font["hmtx"][glyph][0] for code, glyph in letters.items()}
    return {
        "em": font["head"].unitsPerEm,
        "from": {str(run[0]): [advances[code] for code in run] for run in runs(sorted(letters))},
    }


def runs(codes: Iterable[int]) -> Iterator[Sequence[int]]:
    """Sorted code points in runs without a gap."""
    run: list[int] = []
    for code in codes:
        if run and code != run[-1] + 1:
            yield run
            run = []
        run.append(code)
    if run:
        yield run


def compact(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))


if __name__ == "__main__":
    fonts.TABLE.write_text(table(), encoding="utf-8")
