"""Whether an evening can last no longer than its author asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lok.check.timing import amount
from lok.model.course import Course, Evening
from lok.problems import Code, Problem, error, warning
from lok.session.checkpoints import Drop
from lok.session.shorten import Plan, plan


def check_evenings(course: Course, evenings: Iterable[Evening]) -> Iterator[Problem]:
    """An error for each evening that cannot be that short, a warning where its session is shorter already."""
    for evening in evenings:
        if evening.minutes is None:
            continue
        span, made = evening.minutes_span or evening.span, plan(course, evening.minutes)
        if made.shortfall:
            tip = f"vraag {amount(made.total)}, of laat in de sessie meer slides korter worden met `als het uitloopt:`"
            yield error(span, Code.EVENING_TOO_SHORT, too_short(made), tip)
        elif made.planned < made.asked:
            message = f"de sessie duurt {amount(made.planned)}: in {amount(made.asked)} is er niets in te korten"
            yield warning(span, Code.EVENING_LONGER, message, "haal de duur weg, of vraag minder minuten")


def too_short(made: Plan) -> str:
    """How short the evening can be, and what that takes."""
    if not made.drops:
        return f"in {amount(made.asked)} kan deze sessie niet: geen enkele slide mag weg of korter"
    asked = (("weg", made.left_out), ("korter", made.shortened))
    told = " en ".join(f"{_numbers(drops)} {how}" for how, drops in asked if drops)
    return f"in {amount(made.asked)} kan deze sessie niet: je kunt tot {amount(made.total)} inkorten; daarvoor {told}"


def _numbers(drops: tuple[Drop, ...]) -> str:
    """`moet slide 4`, `moeten slides 4, 6 en 11`."""
    *most, last = (str(drop.slide.number) for drop in drops)
    return f"moeten slides {', '.join(most)} en {last}" if most else f"moet slide {last}"
