"""Who gives the session, for whom, where and when, as it stands on the title page and above papers."""

from __future__ import annotations

from lok.model.course import Evening
from lok.words import capitalised, enumeration, long_date, weekday


def lines(evening: Evening) -> tuple[str, ...]:
    """The first names on a line of their own, where they are known; then group, place, day and hour."""
    names = enumeration(name for name in evening.names if name)
    day = f"{long_date(evening.date)}, {evening.start:%H:%M}"
    told = " · ".join(part for part in (evening.group, evening.place, day) if part)
    return (names, told) if names else (told,)


def moment(evening: Evening) -> str:
    """Day and hour: `Dinsdag 12 januari 2027, 20:00`."""
    return f"{capitalised(weekday(evening.date))} {long_date(evening.date)}, {evening.start:%H:%M}"


def where(evening: Evening) -> str:
    """The group and the place, as far as they are known."""
    return ", ".join(part for part in (evening.group, evening.place) if part)
