"""How an evening becomes shorter, told to whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from lok.check.timing import amount
from lok.session.checkpoints import Drop
from lok.session.shorten import Plan
from lok.words import format_number


def shorter_lines(plan: Plan) -> Iterator[str]:
    """How long the evening lasts, and a line for each slide that goes or shrinks; nothing where none does."""
    if not plan.drops:
        return
    won = amount(plan.planned - plan.total)
    yield f"{amount(plan.total)} in plaats van {format_number(plan.planned)} ({won} gewonnen):"
    yield from (_told(drop, f"gaat weg, wint {amount(drop.won)}") for drop in plan.left_out)
    for drop in plan.shortened:
        yield _told(drop, f"{format_number(drop.keep)} in plaats van {amount(drop.slide.minutes)}")


def _told(drop: Drop, change: str) -> str:
    lost = f"; valt weg: {drop.loss}" if drop.loss else ""
    return f"slide {drop.slide.number}, {drop.slide.title}: {change}{lost}"
