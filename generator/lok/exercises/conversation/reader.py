"""Themes with coded questions in: how a file of the kind `gesprek` is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lok.exercises.conversation.record import Conversation, Question, Theme
from lok.exercises.reading import Headings, Read, agreements
from lok.model.text import ListBlock, Section
from lok.model.vocabulary import PICTOGRAM
from lok.problems import Code, Problem, error
from lok.read import drawings
from lok.read.headings import blocks, grouped, outline, refuse_lookalike, section_of, unique
from lok.read.keys import Fields
from lok.read.scan import Heading, Value

CODE = re.compile(r"[A-Za-z]{1,2}$")
"""The code of a theme: one or two letters."""


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Headings with a code are themes, and the items of their numbered list are questions; all others are free."""
    rest: list[Heading] = []
    themes: list[Theme] = []
    for heading, below in grouped(headings, 2, problems):
        if heading.keys and not refuse_lookalike(heading, problems):
            themes.append(_theme(heading, below, themes, problems))
        elif not heading.keys:
            rest += [heading, *below]
    if not themes:
        tip = "schrijf onder een kop met ## een regel `code: A`, en daaronder genummerde vragen"
        problems.append(error(fields.span, Code.NO_QUESTIONS, "dit gesprek heeft geen thema met vragen", tip))
    sides = _sides(fields, problems)
    agreed, dates = agreements(fields, problems)
    found = outline(rest, problems)
    own, free = _apart(themes, found.sections)
    return Conversation(sides, own, agreed, dates), replace(found, sections=free)


def _sides(fields: Fields, problems: list[Problem]) -> tuple[str, ...]:
    """Who choose, by name: there are two or more, with commas between them."""
    said = fields.split("kiezers")
    if len(said) == 1:
        message, tip = f'"{said[0].text}" telt als één kiezer, en een gesprek heeft er twee', "zet er een komma tussen"
        problems.append(error(said[0].span, Code.UNKNOWN_VALUE, message, f"{tip}: `kiezers: jij, ik`"))
    return tuple(value.text for value in said)


def _apart(themes: Sequence[Theme], free: Sequence[Section]) -> tuple[tuple[Theme, ...], tuple[Section, ...]]:
    """Themes and what stands beside them, with ids that differ: they share a page."""
    sections = unique([*(theme.section for theme in themes), *free])
    numbered = zip(themes, sections, strict=False)
    return tuple(replace(theme, section=one) for theme, one in numbered), tuple(sections[len(themes) :])


def _theme(heading: Heading, below: Headings, earlier: Sequence[Theme], problems: list[Problem]) -> Theme:
    fields = Fields(heading.keys, frozenset(("code", PICTOGRAM)), heading.span, problems, "bij een thema")
    fields.require(("code",))
    code = _code(fields.value("code"), earlier, problems)
    text = blocks(heading.text, problems)
    lists = [block for block in text if isinstance(block, ListBlock) and block.ordered]
    if not lists:
        tip = "begin elke vraag met een nummer: `1. …`"
        problems.append(error(heading.span, Code.NO_QUESTIONS, f'bij "{heading.title}" staan geen vragen', tip))
    inner = outline(below, problems, 3)
    asked = (item for block in lists for item in block.items)
    questions = tuple(Question(f"{code}{number}", item) for number, item in enumerate(asked, start=1))
    rest = tuple(block for block in text if block not in lists)
    return Theme(section_of(heading, rest, inner), code, questions, drawings.pictogram(fields))


def _code(value: Value | None, earlier: Sequence[Theme], problems: list[Problem]) -> str:
    if value is None:
        return ""
    code = value.text.upper()
    if not CODE.match(code):
        tip = "kies één of twee letters, bijvoorbeeld `A`"
        problems.append(error(value.span, Code.BAD_CODE, f'"{value.text}" kan geen code zijn', tip))
    elif other := next((theme for theme in earlier if theme.code == code), None):
        message = f'de code "{code}" staat al bij "{other.section.title}"'
        problems.append(error(value.span, Code.BAD_CODE, message, "geef elk thema een eigen code"))
    return code
