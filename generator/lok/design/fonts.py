"""What text needs to know of our fonts: how wide each character is, and which ones can be drawn.

The table was made of the fonts by `tests/font_table.py`, so that nothing has to read a font while it builds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from lok.design import palette

TABLE = palette.FONTS / "table.json"
"""Made from the fonts beside it; a test compares."""


@cache
def widths(font: str) -> Mapping[str, float]:
    """The advance of each character in em, by a font's file name without its ending. Raises KeyError for others."""
    found = _table()["widths"][font]
    runs = ((int(first), advances) for first, advances in found["from"].items())
    return {chr(first + n): advance / found["em"] for first, advances in runs for n, advance in enumerate(advances)}


@cache
def drawn() -> frozenset[int]:
    """Code points that the text font (in all its styles) or the fallback font can show."""
    return frozenset(code for first, last in _table()["drawn"] for code in range(first, last + 1))


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return found
