"""How cards share the A4 that they are cut from."""

from __future__ import annotations

from lok.model.library import Sheet

CELLS = 4
"""Cards of A6 on an A4; a card with a back takes two, side by side."""


def on_one_sheet(item: Sheet) -> int:
    """How often a set to give to every participant stands on one sheet: 4, 2, or 1 where it fills more than half."""
    if not item.cards or not item.copies or not item.copies.people:
        return 1
    cells = sum(2 if each.children else 1 for each in item.printed)
    return max(1, CELLS // cells) if cells else 1
