"""The kinds of exercise in which one chooses, `kiezen` and `gesprek`: their headings in, what they hold out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lok.model import vocabulary as fmt
from lok.model.exercises import Choice, Conversation, ExerciseContent, Option, OptionGroup, Period, Question, Theme
from lok.model.names import slug
from lok.model.text import ListBlock, Section
from lok.problems import Code, Problem, closest, did_you_mean, error
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

Headings = Sequence[Heading]
Read = tuple[ExerciseContent, Outline]
"""What the kind makes of a file, and the sections, answer and trainer text that are left."""
MOST = 9
"""Of how many things one can make a plan at all."""
PERIOD = re.compile(r"([1-9]\d{0,2})\s+(dag|week|weken|maand)(?:en)?$", re.IGNORECASE)
CODE = re.compile(r"[A-Za-z]{1,2}$")


def choice(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Groups (`##`) of options (`###`), which have the author's own properties; one heading may name the review."""
    names = _names(fields, problems)
    review = fields.value("terugkijken")
    rest: list[Heading] = []
    groups: list[OptionGroup] = []
    for heading, below in grouped(headings, 2, problems):
        names_review = review and slug(heading.title) == slug(review.text)
        if names_review or word(heading.title) in (fmt.TRAINER, fmt.ANSWER):
            rest += [heading, *below]
        elif not refuse_lookalike(heading, problems):
            groups.append(_group(heading, below, names, problems))
    most = fields.whole("aantal", 1, 1, MOST)
    _enough(most, sum(len(group.options) for group in groups), fields, problems)
    found = outline(rest, problems)
    agreements, dates = _agreements(fields, problems)
    content = Choice(
        most,
        tuple(replace(group, section=one) for group, one in zip(groups, _numbered(groups), strict=True)),
        agreements,
        dates,
        _review(found, review, problems),
        _period(fields.value("terugkijken na"), problems),
    )
    return content, Outline((), found.answer, found.trainer)


def _names(fields: Fields, problems: list[Problem]) -> list[str]:
    """The author's names of properties; what stands in one is for everyone, so none may be called trainer."""
    for value in fields.split("kenmerken"):
        if closest(value.text, [fmt.TRAINER]):
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
        if word(one.title) == fmt.TRAINER:
            trainer += outline([one, *deeper], problems, 3).trainer
        elif word(one.title) != fmt.ANSWER and not refuse_lookalike(one, problems):
            options.append(_option(one, deeper, names, problems))
    text = blocks(heading.text, problems)
    own = section_of(heading, text, Outline((), (), tuple(trainer)))
    numbered = (replace(option, section=one) for option, one in zip(options, _numbered(options), strict=True))
    return OptionGroup(own, tuple(numbered))


def _option(heading: Heading, below: Headings, names: Sequence[str], problems: list[Problem]) -> Option:
    fields = Fields(heading.keys, frozenset(names), heading.span, problems, "bij een keuze")
    fields.require(names[:1])
    own = section_of(heading, blocks(heading.text, problems), outline(below, problems, 4))
    return Option(own, tuple((name, fields.text(name)) for name in names if fields.text(name)))


def conversation(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
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
    sides = tuple(value.text for value in fields.split("kiezers"))
    agreements, dates = _agreements(fields, problems)
    found = outline(rest, problems)
    own, free = _apart(themes, found.sections)
    return Conversation(sides, own, agreements, dates), replace(found, sections=free)


def _apart(themes: Sequence[Theme], free: Sequence[Section]) -> tuple[tuple[Theme, ...], tuple[Section, ...]]:
    """Themes and what stands beside them, with ids that differ: they share a page."""
    sections = unique([*(theme.section for theme in themes), *free])
    numbered = zip(themes, sections, strict=False)
    return tuple(replace(theme, section=one) for theme, one in numbered), tuple(sections[len(themes) :])


def _theme(heading: Heading, below: Headings, earlier: Sequence[Theme], problems: list[Problem]) -> Theme:
    fields = Fields(heading.keys, frozenset(("code",)), heading.span, problems, "bij een thema")
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
    return Theme(section_of(heading, rest, inner), code, questions)


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


def _agreements(fields: Fields, problems: list[Problem]) -> tuple[tuple[str, ...], tuple[str, ...]]:
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


def _period(value: Value | None, problems: list[Problem]) -> Period | None:
    if value is None:
        return None
    match = PERIOD.match(value.text)
    if match is None:
        tip = "schrijf bijvoorbeeld `1 maand`, `4 weken` of `10 dagen`"
        problems.append(error(value.span, Code.BAD_PERIOD, f'"{value.text}" is geen termijn', tip))
        return None
    return Period(int(match.group(1)), match.group(2).lower().replace("weken", "week"), value.text)
