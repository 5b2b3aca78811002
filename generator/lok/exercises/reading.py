"""What readers of several kinds of exercise share: free sections, a section by its title, agreements."""

from __future__ import annotations

from collections.abc import Sequence

from lok.model.exercises import ExerciseContent
from lok.model.text import Section
from lok.problems import Code, Problem, did_you_mean, error
from lok.read.headings import Outline, outline, titled
from lok.read.keys import Fields
from lok.read.scan import Heading

Headings = Sequence[Heading]
Read = tuple[ExerciseContent, Outline]
"""What the kind makes of a file, and the sections, answer and trainer text that are left."""


def free_sections(headings: Headings, fields: Fields, problems: list[Problem], one: str, what: str) -> Outline:
    """The free sections of an exercise that cannot do without; `one` and `what` name them in Dutch."""
    found = outline(headings, problems)
    if not found.sections:
        tip = f"geef {one} een kop met ##"
        problems.append(error(fields.span, Code(f"{what}-ontbreken"), f"deze oefening heeft geen {what}", tip))
    return found


def rest(found: Outline) -> Outline:
    """What is left where a kind takes all sections."""
    return Outline((), found.answer, found.trainer)


def named(found: Outline, fields: Fields, name: str, problems: list[Problem]) -> Section:
    """The section whose title this key gives; an empty one where the key is absent or names none."""
    value = fields.value(name)
    return titled(found, value, problems) if value else Section("", "", fields.span_of(name))


def agreements(fields: Fields, problems: list[Problem]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles of what is agreed, and those of them that ask for a day."""
    titles = tuple(value.text for value in fields.split("afspraken"))
    known = {title.lower(): title for title in titles}
    dates = []
    for value in fields.split("datum"):
        if value.text.lower() in known:
            dates.append(known[value.text.lower()])
        else:
            hint = did_you_mean(value.text, titles)
            problems.append(error(value.span, Code.UNKNOWN_VALUE, f'"{value.text}" staat niet bij "afspraken"', hint))
    return titles, tuple(dates)
