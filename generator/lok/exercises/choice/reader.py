"""Groups of options in, with the author's own properties: how a file of the kind `kiezen` is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lok.exercises.choice.record import Choice, Option, OptionGroup, Period
from lok.exercises.reading import Headings, Read, agreements, rest
from lok.model.names import slug
from lok.model.text import ListBlock, Section
from lok.model.vocabulary import ANSWER, PICTOGRAM, TRAINER
from lok.problems import Code, Problem, closest, error
from lok.read import drawings
from lok.read.headings import (
    Outline,
    blocks,
    grouped,
    outline,
    refuse_answer,
    refuse_lookalike,
    section_of,
    titled,
    unique,
    word,
)
from lok.read.keys import Fields
from lok.read.scan import Heading, Value

MOST = 9
"""Of how many things one can make a plan at all."""
PERIOD = re.compile(r"([1-9]\d{0,2})\s+(dag|week|weken|maand)(?:en)?$", re.IGNORECASE)
"""How an author writes a period: `6 weken`."""


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Groups (`##`) of options (`###`), which have the author's own properties; one heading may name the review."""
    names = _names(fields, problems)
    review = fields.value("terugkijken")
    apart: list[Heading] = []
    groups: list[OptionGroup] = []
    for heading, below in grouped(headings, 2, problems):
        names_review = review and slug(heading.title) == slug(review.text)
        if names_review or word(heading.title) in (TRAINER, ANSWER):
            Fields(heading.keys, frozenset(), heading.span, problems, "bij het terugkijken")
            apart += [heading, *below]
        elif not refuse_lookalike(heading, problems):
            groups.append(_group(heading, below, names, problems))
    most = fields.whole("aantal", 1, 1, MOST)
    _enough(most, sum(len(group.options) for group in groups), fields, problems)
    found = outline(apart, problems)
    agreed, dates = agreements(fields, problems)
    content = Choice(
        most,
        tuple(replace(group, section=one) for group, one in zip(groups, _numbered(groups), strict=True)),
        agreed,
        dates,
        _review(found, review, problems),
        _period(fields.value("terugkijken na"), problems),
    )
    return content, rest(found)


def _names(fields: Fields, problems: list[Problem]) -> list[str]:
    """The author's names of properties; what stands in one is for everyone, so none may be called trainer."""
    for value in fields.split("kenmerken"):
        if closest(value.text, [TRAINER]):
            message = f'"{value.text}" kan geen kenmerk zijn: het zou voor iedereen verschijnen'
            tip = "zet trainerstekst onder `#### Trainer`, onder de keuze"
            problems.append(error(value.span, Code.TRAINER_LOOKALIKE, message, tip))
    return list(dict.fromkeys(value.text.lower() for value in fields.split("kenmerken")))


def _enough(most: int, options: int, fields: Fields, problems: list[Problem]) -> None:
    if not options:
        tip = "geef elke groep een kop met ## en elke keuze een kop met ###"
        problems.append(error(fields.span, Code.NO_OPTIONS, "in deze oefening valt niets te kiezen", tip))
    elif options < most:
        message = f'"{most}" past niet bij "aantal": er staan minder keuzes ({options})'
        problems.append(
            error(fields.span_of("aantal"), Code.BAD_NUMBER, message, "schrijf meer keuzes, of kies minder")
        )


def _review(found: Outline, title: Value | None, problems: list[Problem]) -> Section | None:
    named = titled(found, title, problems) if title else None
    if named in found.sections and not any(isinstance(block, ListBlock) for block in named.blocks):
        tip = "schrijf elke vraag als een punt van een lijst: `- …`"
        problems.append(error(named.span, Code.NO_QUESTIONS, f'bij "{named.title}" staan geen vragen', tip))
    return named


def _numbered(items: Sequence[OptionGroup | Option]) -> list[Section]:
    """The sections of groups or options, with ids that differ."""
    return unique([item.section for item in items])


def _group(heading: Heading, below: Headings, names: Sequence[str], problems: list[Problem]) -> OptionGroup:
    refuse_answer(below, 3, problems, "bij een keuze")
    options: list[Option] = []
    trainer: list[Section] = []
    for one, deeper in grouped(below, 3, problems):
        if word(one.title) == TRAINER:
            trainer += outline([one, *deeper], problems, 3).trainer
        elif word(one.title) != ANSWER and not refuse_lookalike(one, problems):
            options.append(_option(one, deeper, names, problems))
    text = blocks(heading.text, problems)
    fields = Fields(heading.keys, frozenset((PICTOGRAM,)), heading.span, problems, "bij een groep")
    own = section_of(heading, text, Outline((), (), tuple(trainer)))
    numbered = (replace(option, section=one) for option, one in zip(options, _numbered(options), strict=True))
    return OptionGroup(own, tuple(numbered), drawings.pictogram(fields))


def _option(heading: Heading, below: Headings, names: Sequence[str], problems: list[Problem]) -> Option:
    fields = Fields(heading.keys, frozenset(names), heading.span, problems, "bij een keuze")
    fields.require(names[:1])
    own = section_of(heading, blocks(heading.text, problems), outline(below, problems, 4))
    return Option(own, tuple((name, fields.text(name)) for name in names if fields.text(name)))


def _period(value: Value | None, problems: list[Problem]) -> Period | None:
    if value is None:
        return None
    match = PERIOD.match(value.text)
    if match is None:
        tip = "schrijf bijvoorbeeld `1 maand`, `4 weken` of `10 dagen`"
        problems.append(error(value.span, Code.BAD_PERIOD, f'"{value.text}" is geen termijn', tip))
        return None
    return Period(int(match.group(1)), match.group(2).lower().replace("weken", "week"), value.text)
