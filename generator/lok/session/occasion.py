"""Who gives the session, for whom, where and when, as it stands on the title page."""

from __future__ import annotations

from lok.model.course import Evening
from lok.words import long_date, words


def lines(evening: Evening) -> tuple[str, ...]:
    """The first names on a line of their own, where they are known; then group, place, day and hour."""
    names = words("deck")["and"].join(name for name in evening.names if name)
    moment = f"{long_date(evening.date)}, {evening.start:%H:%M}"
    where = " · ".join(part for part in (evening.group, evening.place, moment) if part)
    return (names, where) if names else (where,)
