"""Headings in a row in, nested sections out; here a place decides its audience.

What stands under `Trainer` goes to the `trainer` field of what encloses it, what stands under `Mogelijk antwoord` to
its `answer`; a free heading that looks like one of these words is refused, so that a typo never publishes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lok.model.names import fold, slug
from lok.model.text import Blocks, Section
from lok.model.vocabulary import ANSWER, TRAINER, TRAINER_WORDS
from lok.problems import Code, Problem, closest, did_you_mean, error
from lok.read import markdown
from lok.read.scan import Heading, Text, Value

DEEPEST = 4


@dataclass(frozen=True)
class Outline:
    """The sections of a page at one level, with the answer and the trainer text that belong to that level."""

    sections: tuple[Section, ...]
    answer: Blocks
    trainer: tuple[Section, ...]


def outline(headings: Sequence[Heading], problems: list[Problem], level: int = 2, hidden: bool = False) -> Outline:
    """Nest headings that start at `level`; `hidden` says that all of them are below `Trainer` already."""
    sections: list[Section] = []
    answer: Blocks = ()
    trainer: list[Section] = []
    for heading, below in grouped(headings, level, problems):
        name = word(heading.title)
        if not hidden and name == TRAINER:
            trainer.append(_section(heading, below, problems, hidden=True))
        elif not hidden and name == ANSWER:
            answer += blocks(heading.text, problems)
            refuse_below(below, problems, ANSWER)
        else:
            if not hidden:
                refuse_lookalike(heading, problems)
            sections.append(_section(heading, below, problems, hidden))
    return Outline(tuple(unique(sections)), answer, tuple(trainer))


def grouped(headings: Sequence[Heading], level: int, problems: list[Problem]) -> list[tuple[Heading, list[Heading]]]:
    """Each heading of `level` with the deeper ones below it; a heading at a wrong level is a problem."""
    groups: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level < 2 or level > DEEPEST or (not groups and heading.level > level):
            problems.append(_wrong_level(heading, min(level, DEEPEST)))
        if heading.level <= level or not groups:
            groups.append((heading, []))
            if not heading.title:
                problems.append(error(heading.span, Code.NO_TITLE, "hier ontbreekt een titel", "schrijf woorden na #"))
        else:
            groups[-1][1].append(heading)
    return groups


def blocks(text: Text, problems: list[Problem]) -> Blocks:
    """The blocks of a text; what is wrong goes to `problems`."""
    found, wrong = markdown.parse(text)
    problems.extend(wrong)
    return found


def word(title: str) -> str:
    """A heading as it is compared with the fixed names: as a reader sees it, without marks around it."""
    return fold(title).strip(" *_`:.")


def refuse_lookalike(heading: Heading, problems: list[Problem]) -> bool:
    """A heading that would be published may not look like one that hides; tells whether it does."""
    name = word(heading.title)
    near = closest(name, TRAINER_WORDS) or (TRAINER if any(map(_names_trainer, re.findall(r"\w+", name))) else None)
    if near:
        alike = "staat hier verkeerd en" if near == name else f'lijkt op "{near.capitalize()}", maar'
        marks = "#" * min(heading.level, DEEPEST)
        tip = f"zet trainerstekst onder `{marks} {TRAINER.capitalize()}`, of kies een andere titel"
        message = f'"{heading.title}" {alike} zou voor iedereen verschijnen'
        problems.append(error(heading.span, Code.TRAINER_LOOKALIKE, message, tip))
    return near is not None


def _names_trainer(name: str) -> bool:
    """Trainers, trainersdeel, trianer: too near to be chance in a longer title."""
    return name.startswith(TRAINER) or sorted(name) == sorted(TRAINER)


def refuse_answer(headings: Sequence[Heading], level: int, problems: list[Problem], place: str) -> None:
    """Where nobody makes an attempt of their own, there is no place for an answer."""
    for heading in headings:
        if heading.level == level and word(heading.title) == ANSWER:
            message = f'"{heading.title}" kan niet {place}'
            problems.append(
                error(heading.span, Code.UNKNOWN_HEADING, message, "kies een andere titel, of zet het in een oefening")
            )


def titled(found: Outline, title: Value, problems: list[Problem]) -> Section:
    """The section with this title; an empty one with that title where it does not stand below."""
    for section in found.sections:
        if slug(section.title) == slug(title.text):
            return section
    hint = did_you_mean(title.text, [section.title for section in found.sections])
    problems.append(error(title.span, Code.NO_HEADING, f'de kop "{title.text}" staat niet in deze oefening', hint))
    return Section(slug(title.text), title.text, title.span)


def refuse_below(below: Sequence[Heading], problems: list[Problem], name: str) -> None:
    """A problem for each heading below one that takes none; `name` is that one."""
    for heading in below:
        problems.append(
            error(
                heading.span,
                Code.HEADING_LEVEL,
                f"onder {name} staan geen koppen meer",
                "gebruik een lijst of vette tekst",
            )
        )


def _section(heading: Heading, below: Sequence[Heading], problems: list[Problem], hidden: bool) -> Section:
    inner = outline(below, problems, heading.level + 1, hidden)
    return section_of(heading, blocks(heading.text, problems), inner)


def section_of(heading: Heading, text: Blocks, inner: Outline) -> Section:
    """The section of a heading: its text, and what stands below it."""
    id = slug(heading.title) or "kop"
    return Section(id, heading.title, heading.span, text, inner.sections, inner.answer, inner.trainer)


def unique(sections: Sequence[Section]) -> list[Section]:
    """Number ids that stand twice among neighbours: `thuis`, `thuis-2`."""
    seen: dict[str, int] = {}
    found = []
    for section in sections:
        seen[section.id] = seen.get(section.id, 0) + 1
        count = seen[section.id]
        found.append(section if count == 1 else replace(section, id=f"{section.id}-{count}"))
    return found


def _wrong_level(heading: Heading, level: int) -> Problem:
    marks = "#" * level
    return error(
        heading.span,
        Code.HEADING_LEVEL,
        f'"{heading.title}" heeft het verkeerde kopniveau ({"#" * heading.level})',
        f"schrijf hier `{marks} {heading.title}`",
    )
