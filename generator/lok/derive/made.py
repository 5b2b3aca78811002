"""A course in, sentences for the public on who made it and how far it was checked out."""

from __future__ import annotations

from collections.abc import Iterator

from lok.derive.wording import wording
from lok.model.course import Course
from lok.words import enumeration, long_date


def made(course: Course) -> Iterator[str]:
    """Who wrote it and who gives it, its version and day, when its facts were looked up and how many nobody confirmed.

    What nobody told is not guessed: without names it says that there are none.
    """
    w = wording(course, "site")
    yield w["made_by"].format(name=course.made_by) if course.made_by else w["made_by_nobody"]
    yield w["given_by"].format(speakers=enumeration(w["speaker"].format(role=role.name) for role in course.roles))
    yield w["updated"].format(version=course.version, updated=long_date(course.updated))
    days = sorted(fact.checked for fact in course.facts if fact.checked)
    if days:
        form = w["checked_on" if days[0] == days[-1] else "checked_between"]
        yield form.format(first=long_date(days[0]), last=long_date(days[-1]))
    unsure = sum(fact.unsure for fact in course.facts)
    if unsure:
        form = w["to_confirm_one" if unsure == 1 else "to_confirm_many"]
        yield form.format(count=unsure, of=len(course.facts))
