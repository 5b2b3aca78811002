"""One scanned exercise in, its record out; READERS has a reader for each kind (`vorm`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from lok.model import vocabulary as fmt
from lok.model.course import Exercise
from lok.model.exercises import (
    Balance,
    Columns,
    Cutoff,
    Matrix,
    Plan,
    Scale,
    ScaleVersion,
    Scores,
    Spaces,
    Statement,
    Statements,
    Steps,
)
from lok.model.names import slug
from lok.model.text import Section
from lok.problems import Code, Problem, did_you_mean, error
from lok.read.choices import Headings, Read, choice, conversation
from lok.read.format import EXERCISE, EXERCISE_EXTRA, NAMED_KEYS, FileFormat
from lok.read.headings import (
    Outline,
    blocks,
    grouped,
    outline,
    refuse_answer,
    refuse_lookalike,
    section_of,
    titled,
    word,
)
from lok.read.keys import Fields
from lok.read.scan import Heading, Page, Value

VERDICT = re.compile(r"([^()]+?)\s*(?:\(([^()]*)\))?$")
LEAST = r"\d{1,3}(?:,\d{1,2})?"
"""A mean as an author writes it: two decimals at most, because means are rounded to two."""
SCALE = re.compile(rf"([1-9]\d{{0,2}}) vra(?:ag|gen)((?:,(?!\d)\s*[^,]+? vanaf {LEAST})*)$")
CUTOFF = re.compile(rf",\s*([^,]+?) vanaf ({LEAST})")

NOTHING = Outline((), (), ())


def exercise_format(page: Page) -> FileFormat:
    """The extra keys of the kind that a file names under `vorm`; those of all kinds where that one does not exist."""
    values = {key.name: key for key in page.keys}
    kind = values["vorm"].value.text.lower() if "vorm" in values else ""
    naming = values.get(NAMED_KEYS[kind]) if kind in NAMED_KEYS else None
    if naming:
        names = naming.items or (naming.value,)
        keys = tuple(name.strip().lower() for value in names for name in value.text.split(","))
        return replace(EXERCISE_EXTRA[kind], heading_keys=keys)
    every = tuple(key for extra in EXERCISE_EXTRA.values() for key in extra.keys)
    statements = EXERCISE_EXTRA[fmt.STATEMENTS]
    return EXERCISE_EXTRA.get(kind, FileFormat("", (), every, statements.heading_keys))


def load_exercise(page: Page, exercise_id: str, problems: list[Problem]) -> Exercise:
    extra = exercise_format(page)
    fields = Fields(page.keys, EXERCISE.keys | extra.keys, page.span, problems, "in een oefening")
    fields.require((*EXERCISE.required, *extra.required))
    kind = fields.choice("vorm", fmt.EXERCISE_KINDS)
    content, rest = READERS[kind](page.headings, fields, problems) if kind else (Columns(()), NOTHING)
    return Exercise(
        exercise_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.minutes("duur"),
        fields.copies("uitdelen"),
        fields.paper("papier", (*fmt.PAPER_SIZES, fmt.CARD_SIZE) if kind in fmt.CARDED else fmt.PAPER_SIZES),
        page.span,
        blocks(page.intro, problems),
        content,
        rest.sections,
        rest.answer,
        rest.trainer,
    )


def _sections(headings: Headings, fields: Fields, problems: list[Problem], one: str, what: str) -> Outline:
    """The free sections of an exercise that cannot do without; `one` and `what` name them in Dutch."""
    found = outline(headings, problems)
    if not found.sections:
        tip = f"geef {one} een kop met ##"
        problems.append(error(fields.span, Code(f"{what}-ontbreken"), f"deze oefening heeft geen {what}", tip))
    return found


def _columns(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = _sections(headings, fields, problems, "elke kolom", "kolommen")
    return Columns(found.sections), Outline((), found.answer, found.trainer)


def _spaces(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = _sections(headings, fields, problems, "elk veld", "velden")
    across = fields.whole("naast elkaar", 1, 1, 3)
    dates = tuple(titled(found, value, problems).title for value in fields.items("datum"))
    return Spaces(found.sections, across, dates), Outline((), found.answer, found.trainer)


def _steps(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = _sections(headings, fields, problems, "elke stap", "stappen")
    return Steps(found.sections), Outline((), found.answer, found.trainer)


def _matrix(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = _sections(headings, fields, problems, "elke rij", "rijen")
    columns, marks = (tuple(value.text for value in fields.split(name)) for name in ("kolommen", "tekens"))
    return Matrix(columns, marks, found.sections), Outline((), found.answer, found.trainer)


def _plan(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = _sections(headings, fields, problems, "elk blok", "blokken")
    weekly = _named(found, fields, "opbouw", problems)
    return Plan(found.sections, weekly.id, fields.whole("weken", 1, 1, 26)), Outline((), found.answer, found.trainer)


def _balance(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    found = outline(headings, problems)
    sides = [_named(found, fields, name, problems) for name in ("plus", "min")]
    rest = tuple(section for section in found.sections if section not in sides)
    return Balance(*sides), Outline(rest, found.answer, found.trainer)


def _named(found: Outline, fields: Fields, name: str, problems: list[Problem]) -> Section:
    """The section whose title this key gives; an empty one where the key is absent or names none."""
    value = fields.value(name)
    return titled(found, value, problems) if value else Section("", "", fields.span_of(name))


def _statements(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    choices = tuple(value.text for value in fields.split("kies uit"))
    trainer: list[Section] = []
    statements: list[Statement] = []
    for heading, below in grouped(headings, 2, problems):
        if word(heading.title) == fmt.TRAINER:
            trainer += outline([heading, *below], problems).trainer
        elif not refuse_lookalike(heading, problems):
            statements.append(_statement(heading, below, choices, problems))
    if not statements:
        tip = "geef elke uitspraak een kop met ##"
        problems.append(error(fields.span, Code.NO_STATEMENTS, "deze oefening heeft geen uitspraken", tip))
    return Statements(choices if statements else (), tuple(statements)), Outline((), (), tuple(trainer))


def _statement(heading: Heading, below: Headings, choices: tuple[str, ...], problems: list[Problem]) -> Statement:
    extra = EXERCISE_EXTRA[fmt.STATEMENTS]
    fields = Fields(heading.keys, frozenset(extra.heading_keys), heading.span, problems, "bij een uitspraak")
    fields.require(extra.required_heading_keys)
    value = fields.value("oordeel")
    match = VERDICT.match(value.text) if value else None
    verdict, nuance = (match.group(1), match.group(2) or "") if match else ("", "")
    if value and verdict.lower() not in [choice.lower() for choice in choices]:
        message = f'"{verdict}" staat niet bij "kies uit"'
        problems.append(error(value.span, Code.UNKNOWN_VALUE, message, did_you_mean(verdict, choices)))
    refuse_answer(below, 3, problems, "bij een uitspraak")
    inner = outline(below, problems, 3)
    for section in inner.sections:
        message = f'onbekende kop "{section.title}" bij een uitspraak'
        problems.append(error(section.span, Code.UNKNOWN_HEADING, message, "hier kan alleen `### Trainer` staan"))
    return Statement(heading.title, verdict, nuance, heading.span, blocks(heading.text, problems), inner.trainer)


def _scores(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Headings with a key for each version are scales; those that `toelichting` names are plain text."""
    versions = tuple(value.text for value in fields.split("versies"))
    plain = {slug(value.text) for value in fields.split("toelichting")}
    rest: list[Heading] = []
    scales: list[Scale] = []
    for heading, below in grouped(headings, 2, problems):
        free = slug(heading.title) in plain or word(heading.title) in (fmt.TRAINER, fmt.ANSWER)
        if free:
            rest += [heading, *below]
        elif not refuse_lookalike(heading, problems):
            scales.append(_scale(heading, below, versions, problems))
    if not scales:
        tip = "geef elke schaal een kop met ##"
        problems.append(error(fields.span, Code.NO_SCALES, "deze oefening heeft geen schalen", tip))
    content = Scores(versions, tuple(scales), fields.range("antwoorden"), fields.text("onder de grenzen"))
    return content, outline(rest, problems)


def _scale(heading: Heading, below: Headings, versions: tuple[str, ...], problems: list[Problem]) -> Scale:
    names = [version.lower() for version in versions]
    fields = Fields(heading.keys, frozenset(names), heading.span, problems, "bij een schaal")
    read = [
        _version(version, value, problems)
        for version, name in zip(versions, names, strict=True)
        if (value := fields.value(name))
    ]
    if not heading.keys:
        tip = f"schrijf onder de titel bijvoorbeeld `{versions[0] if versions else 'versie'}: 8 vragen`"
        problems.append(error(heading.span, Code.BAD_SCALE, f'"{heading.title}" noemt geen versie', tip))
    own = section_of(heading, blocks(heading.text, problems), outline(below, problems, 3))
    return Scale(own, tuple(version for version in read if version))


def _version(version: str, value: Value, problems: list[Problem]) -> ScaleVersion | None:
    match = SCALE.match(value.text)
    if match is None:
        tip = "schrijf bijvoorbeeld `8 vragen, oranje vanaf 3,06, rood vanaf 3,31`"
        problems.append(error(value.span, Code.BAD_SCALE, f'"{value.text}" beschrijft geen schaal', tip))
        return None
    cutoffs = tuple(Cutoff(name, Decimal(least.replace(",", "."))) for name, least in CUTOFF.findall(match.group(2)))
    if list(cutoffs) != sorted(cutoffs, key=lambda cutoff: cutoff.least):
        tip = "zet de laagste grens eerst"
        problems.append(error(value.span, Code.BAD_SCALE, "de grenzen staan niet van laag naar hoog", tip))
    return ScaleVersion(version, int(match.group(1)), cutoffs)


READERS: Mapping[str, Callable[[Headings, Fields, list[Problem]], Read]] = MappingProxyType(
    {
        fmt.COLUMNS: _columns,
        fmt.BALANCE: _balance,
        fmt.STATEMENTS: _statements,
        fmt.SPACES: _spaces,
        fmt.STEPS: _steps,
        fmt.MATRIX: _matrix,
        fmt.PLAN: _plan,
        fmt.SCORES: _scores,
        fmt.CHOICE: choice,
        fmt.CONVERSATION: conversation,
    }
)
