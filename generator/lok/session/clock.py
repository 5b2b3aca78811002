"""The evening in numbers: when each slide and part starts, who speaks, how minutes and dates are written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from lok.model.course import Break, Course, Part, Role, Slide
from lok.session.occasion import lines as evening_lines
from lok.words import format_number, words


@dataclass(frozen=True)
class Row:
    """One line of the evening: a part or a break, the minute it starts and ends, and who speaks in it."""

    item: Part | Break
    start: Decimal
    end: Decimal
    roles: tuple[Role, ...]

    @property
    def minutes(self) -> Decimal:
        """How long it lasts, in minutes."""
        return self.end - self.start


def rows(course: Course) -> tuple[Row, ...]:
    """The lines of the evening in order; each begins where the one before it ends, the first at minute 0."""
    found: list[Row] = []
    now = Decimal(0)
    for item in course.agenda:
        if isinstance(item, Part):
            end = now + sum((slide.minutes for slide in item.slides), Decimal(0))
            found.append(Row(item, now, end, roles(item.slides)))
        else:
            end = now + item.minutes
            found.append(Row(item, now, end, ()))
        now = end
    return tuple(found)


def roles(slides: Iterable[Slide]) -> tuple[Role, ...]:
    """Who speaks in these slides, in order of appearance."""
    return tuple(dict.fromkeys(slide.role for slide in slides))


def starts(row: Row) -> tuple[tuple[Slide, Decimal], ...]:
    """Each slide of a part with the minute of the evening at which it begins."""
    found: list[tuple[Slide, Decimal]] = []
    now = row.start
    for slide in row.item.slides if isinstance(row.item, Part) else ():
        found.append((slide, now))
        now += slide.minutes
    return tuple(found)


def told(row: Row) -> tuple[tuple[Slide, Decimal], ...]:
    """The same of the slides that an author wrote: on the others nobody has anything to say."""
    return tuple((slide, start) for slide, start in starts(row) if not slide.made)


def format_clock(start: time, minute: Decimal) -> str:
    """The time of day at a minute of the evening, on past midnight: `20:05`. Half a minute is not written."""
    of_day = (start.hour * 60 + start.minute + int(minute)) % (24 * 60)
    return f"{of_day // 60}:{of_day % 60:02}"


def span(opening: time | None, start: Decimal, end: Decimal) -> str:
    """`20:06–20:10`, or in minutes of the evening where it has no time to begin at: `minuut 6–10`."""
    if opening is not None:
        return f"{format_clock(opening, start)}–{format_clock(opening, end)}"
    return words("paper")["minute_span"].format(start=format_number(start), end=format_number(end))


def first_name(course: Course, role: Role) -> str:
    """What the evening's speaker in this role is called; "" for all together, or where nobody said."""
    names = course.evening.names if course.evening else ()
    return names[role.order] if role.order < len(names) else ""


def occasion(course: Course) -> str:
    """The course, and with an evening also for whom, where and when: what stands above a paper's title."""
    return " · ".join((course.title, evening_lines(course.evening)[-1])) if course.evening else course.title


def lasts(slide: Slide) -> str:
    """How long a slide takes, or that a shorter evening leaves it out."""
    return words("site")["left_out"] if slide.left_out else format_minutes(slide.minutes)


def format_minutes(value: Decimal) -> str:
    """`1 minuut`, `4 minuten`."""
    word = words("site")["minute" if value == 1 else "minutes"]
    return f"{format_number(value)} {word}"
