"""An evening in, the invitation for its participants out: one .ics file, for a calendar or to mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

from lok.model.course import Course, Evening
from lok.model.names import slug
from lok.words import enumeration, words

CLOCK = ZoneInfo("Europe/Brussels")
"""On which evenings begin."""
MAKER = "-//lok//NL"
"""Which program made the file, as a calendar wants to know."""
AHEAD = timedelta(days=1)
"""How long before it begins a calendar reminds of it."""


@dataclass(frozen=True)
class Reading:
    """What participants read before they come: its title, and its address on the public site or the file to mail.

    Of `address` and `file` at most one says something; "" is the other.
    """

    title: str
    address: str
    file: str


def invitation(course: Course, evening: Evening, reading: Sequence[Reading]) -> bytes:
    """The invitation, with times in UTC and lines of 75 bytes at most.

    Its id says course, day and group, so that a calendar replaces an invitation with a later one for the same evening.
    """
    start = datetime.combine(evening.date, evening.start, CLOCK).astimezone(UTC)
    event = CalendarEvent()
    event.add("uid", "-".join(filter(None, (course.id, f"{evening.date:%Y%m%d}", slug(evening.group)))) + "@lok")
    event.add("dtstamp", datetime.combine(course.updated, time(), UTC))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=int(course.minutes)))
    event.add("summary", course.title)
    if evening.place:
        event.add("location", evening.place)
    event.add("description", "\n\n".join(_told(course, evening, reading)))
    event.add_component(_reminder(course))
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _reminder(course: Course) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words("invitation")["reminder"].format(title=course.title))
    alarm.add("trigger", -AHEAD)
    return alarm


def _told(course: Course, evening: Evening, reading: Sequence[Reading]) -> Iterator[str]:
    """The paragraphs of the description."""
    w = words("invitation")
    named = zip(evening.names, course.roles, strict=True)
    speakers = [w["speaker"].format(name=name, role=role.name) for name, role in named if name]
    heads = (evening.group, w["speakers"].format(names=enumeration(speakers)) if speakers else "")
    if any(heads):
        yield "\n".join(filter(None, heads))
    if reading:
        yield "\n".join((w["read"], *map(_read, reading)))
    if course.take_along:
        yield "\n".join((w["take"], *(w["item"].format(text=text) for text in course.take_along)))


def _read(each: Reading) -> str:
    w = words("invitation")
    attached = w["attached"].format(title=each.title, file=PurePosixPath(each.file).name)
    linked = w["linked"].format(title=each.title, address=each.address)
    return w["item"].format(text=linked if each.address else attached if each.file else each.title)
