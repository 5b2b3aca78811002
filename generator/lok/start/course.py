"""A title, speakers and minutes in, the files of a small course out that shows a beginner every kind of file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lok.model.course import Role, together
from lok.model.names import clean, slug
from lok.model.vocabulary import SPEAKERS
from lok.read.format import CARDS, CASE, EXERCISE, SESSION, SHEET, SLIDES
from lok.start.templates import fill

SHORTEST = 25
"""Minutes of the slides of the small course."""
LONGEST_ID = 40
"""Letters of the name that a session gets from its title."""
SHARED = {
    f"{CASE.folder}/sam.md": "sam",
    f"{EXERCISE.folder}/eerste-week.md": "eerste-week",
    f"{SHEET.folder}/eerste-dag.md": "eerste-dag",
    f"{CARDS.folder}/vragen.md": "vragen",
}
"""The templates of what sessions may share, by path."""


@dataclass(frozen=True)
class Answers:
    """What a new session is called, the roles of who speaks, how many minutes it lasts, and the day it is made."""

    title: str
    roles: tuple[str, ...]
    minutes: int
    today: date

    @property
    def id(self) -> str:
        """The name of its files, from its title; "" where no letter is left."""
        return slug(self.title)[:LONGEST_ID].strip("-")


def new_course(answers: Answers) -> Mapping[str, str]:
    """The files of a project by path: a session with two parts, a case, an exercise, a sheet and a set of cards."""
    shared = {path: _filled(f"cursus/{name}.md", answers) for path, name in SHARED.items()}
    return {**_session("cursus", answers, ("01-kijken", "02-doen")), **shared}


def new_session(answers: Answers) -> Mapping[str, str]:
    """The files of one more session by path: its page, and one part."""
    return _session("sessie", answers, ("01-begin",))


def session_file(answers: Answers) -> str:
    """The path of the page of a session."""
    return f"{SESSION.folder}/{answers.id}.md"


def roles_in(text: str) -> tuple[str, ...]:
    """Roles as a person writes them, with commas between: clean and in lower case."""
    return tuple(clean(role).lower() for role in text.split(",") if role.strip())


def _session(folder: str, answers: Answers, parts: Sequence[str]) -> dict[str, str]:
    slides = {
        f"{SLIDES.folder}/{answers.id}/{part}.md": _filled(f"{folder}/{part.partition('-')[2]}.md", answers)
        for part in parts
    }
    return {session_file(answers): _filled(f"{folder}/sessie.md", answers), **slides}


def _filled(template: str, answers: Answers) -> str:
    roles = tuple(Role(slug(name), name, n) for n, name in enumerate(answers.roles))
    first, second = answers.roles[0], answers.roles[min(1, len(answers.roles) - 1)]
    return fill(
        template,
        title=clean(answers.title),
        minutes=answers.minutes,
        spare=answers.minutes - SHORTEST,
        roles=answers.roles,
        first=first,
        second=second,
        together=next((role.name for role in together(roles)), first),
        speakers_key=SPEAKERS,
        today=f"{answers.today:%d/%m/%Y}",
    )
