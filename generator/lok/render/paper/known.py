"""What is known of the evening, filled in where an author leaves dots after a word: plain data in, the same out.

An author writes `Datum: …………`; which words are known stands in the locale, and each role by its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lok.model.course import Course, Evening
from lok.render.paper.nodes import Node
from lok.session import clock
from lok.session.pace import shares
from lok.words import format_number, long_date, words

DOTS = "…{3,}"
LABELLED = re.compile(rf"(?P<label>[^\W\d_][\w-]*): ?{DOTS}")
FROM_TO = re.compile(rf"(?P<before>\b[Vv]an ){DOTS}(?P<between> tot ){DOTS}(?= uur\b)")
GUESTS = 3
"""Rows of a list of names beyond those who are expected."""


def filled(data: Node, course: Course) -> Node:
    """The data of a sheet with all that `course.evening` tells; as it is without an evening."""
    if course.evening is None:
        return data
    made = _Filler(_known(course, course.evening), _hours(course, course.evening), course.evening.participants)
    return {key: made.each(value) for key, value in data.items()}


class _Filler:
    def __init__(self, known: Mapping[str, str], hours: tuple[str, str], people: int) -> None:
        self.known, self.hours, self.people = known, hours, people

    def each(self, value: object) -> object:
        """Anything in plain data."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            made = {key: self.each(inner) for key, inner in value.items()}
            return {**made, "rows": self.rows(made["rows"])} if value.get("kind") == "table" else made
        return [self.each(inner) for inner in value] if isinstance(value, list | tuple) else value

    def text(self, text: str) -> str:
        """A piece of text; dots after a word that nothing is known of stay."""
        start, end = self.hours
        text = FROM_TO.sub(rf"\g<before>{start}\g<between>{end}", text)
        return LABELLED.sub(lambda found: self._after(found["label"]) or found[0], text)

    def _after(self, label: str) -> str:
        told = self.known.get(label.casefold(), "")
        return f"{label}: {told}" if told else ""

    def rows(self, rows: object) -> object:
        """A numbered list to sign holds as many rows as people come, and a few guests: the fewer, the more room."""
        assert isinstance(rows, list)
        numbered = bool(rows) and all(_number(row) == n and not any(row[1:]) for n, row in enumerate(rows, start=1))
        return rows[: self.people + GUESTS] if numbered and self.people else rows


def _number(row: list[list[Node]]) -> int:
    """What stands in the first cell of a row, where that is a number alone; else 0."""
    told = "".join(str(node.get("text", " ")) for node in row[0])
    return int(told) if told.isdecimal() else 0


def _hours(course: Course, evening: Evening) -> tuple[str, str]:
    return f"{evening.start:%H:%M}", clock.format_clock(evening.start, course.minutes)


def _known(course: Course, evening: Evening) -> dict[str, str]:
    """What is known by the word before it, in lower case; "" where nobody said."""
    w = words("known")
    return {
        w["subject"]: course.title,
        w["date"]: long_date(evening.date),
        w["place"]: evening.place,
        w["group"]: evening.group,
        w["speakers"]: speakers(course),
        **{role.name.casefold(): clock.first_name(course, role) for role in course.roles},
    }


def speakers(course: Course) -> str:
    """Each with the minutes of speaking: `An (kinesist, 50,5 minuten)`; what they say together counts for each."""
    shared = sum(each.minutes for each in shares(course) if each.role not in course.roles)
    told = (
        (clock.first_name(course, each.role), each.role.name, format_number(each.minutes + shared))
        for each in shares(course)
        if each.role in course.roles
    )
    w = words("known")
    return ", ".join(w["speaker"].format(name=name, role=role, minutes=minutes) for name, role, minutes in told if name)
