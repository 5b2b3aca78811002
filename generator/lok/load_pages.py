"""Cases, exercises, sheets, facts, terms and sources: one scanned file in, its records out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from lok.fields import Fields
from lok.format import (
    ANSWER,
    CASE,
    COLUMNS,
    EXERCISE,
    EXERCISE_EXTRA,
    EXERCISE_KINDS,
    SHEET,
    STATEMENTS,
    STATUS_CONFIRM,
    STATUS_SURE,
    STATUSES,
    TRAINER,
    FileFormat,
    slug,
)
from lok.model import (
    Balance,
    Case,
    Columns,
    Entry,
    Exercise,
    ExerciseContent,
    Fragment,
    Section,
    Sheet,
    Statement,
    Statements,
)
from lok.outline import Outline, blocks, grouped, outline, word
from lok.problem import Problem, did_you_mean, error
from lok.source import Heading, Page

PART = re.compile(r"deel (\d+)$")
REACTION = re.compile(r"reactie (\d+)\s*:\s*(.+)$", re.IGNORECASE)
VERDICT = re.compile(r"([^()]+?)\s*(?:\(([^()]*)\))?$")


def load_case(page: Page, case_id: str, problems: list[Problem]) -> Case:
    fields = Fields(page.keys, CASE.keys, page.span, problems, "in een casus")
    fields.require(CASE.required)
    no_loose_text(page, problems)
    fragments: list[Fragment] = []
    trainer: list[Section] = []
    for heading, below in grouped(page.headings, 2, problems):
        name = word(heading.title)
        reaction = REACTION.match(heading.title)
        if name == TRAINER:
            trainer += outline([heading, *below], problems).trainer
        elif match := PART.match(name):
            fragments.append(_fragment(heading, below, "deel", int(match.group(1)), "", problems))
        elif reaction:
            number, title = int(reaction.group(1)), reaction.group(2)
            fragments.append(_fragment(heading, below, "reactie", number, title, problems))
        else:
            problems.append(
                error(
                    heading.span,
                    "kop-onbekend",
                    f'onbekende kop "{heading.title}" in een casus',
                    did_you_mean(heading.title, ("Deel 1", "Trainer")) or "kies uit: Deel 1, Reactie 1: “…”, Trainer",
                )
            )
    return Case(
        case_id,
        fields.text("naam"),
        fields.text("in het kort"),
        fields.yes("verzonnen", True),
        tuple(value.text for value in fields.items("leerdoelen")),
        page.span,
        tuple(fragments),
        tuple(trainer),
    )


def _fragment(
    heading: Heading, below: Sequence[Heading], kind: str, number: int, title: str, problems: list[Problem]
) -> Fragment:
    fields = Fields(heading.keys, frozenset(CASE.heading_keys), heading.span, problems, "in een casus")
    inner = outline(below, problems, 3)
    for section in inner.sections:
        hint = did_you_mean(section.title, (ANSWER.capitalize(), TRAINER.capitalize()))
        problems.append(error(section.span, "kop-onbekend", f'onbekende kop "{section.title}" in een casus', hint))
    return Fragment(
        slug(fields.text("id")) or f"{kind}-{number}",
        kind,
        number,
        title,
        heading.span,
        slug(fields.text("voorlezer")),
        posixpath.join(posixpath.dirname(heading.span.path), audio) if (audio := fields.text("audio")) else "",
        blocks(heading.text, problems),
        inner.answer,
        inner.trainer,
    )


def exercise_format(keys: Page) -> FileFormat:
    """The extra keys of the kind that a file names under `vorm`; none where that kind does not exist."""
    kind = next((key.value.text.lower() for key in keys.keys if key.name == "vorm"), "")
    return EXERCISE_EXTRA.get(kind, EXERCISE_EXTRA[COLUMNS])


def load_exercise(page: Page, exercise_id: str, problems: list[Problem]) -> Exercise:
    extra = exercise_format(page)
    fields = Fields(page.keys, EXERCISE.keys | extra.keys, page.span, problems, "in een oefening")
    fields.require((*EXERCISE.required, *extra.required))
    kind = fields.choice("vorm", EXERCISE_KINDS)
    headings = page.headings
    content: ExerciseContent = Columns(())
    rest = Outline((), (), ())
    if kind == STATEMENTS:
        content, rest = _statements(headings, fields, problems)
    elif kind:
        rest = outline(headings, problems)
        content, rest = _columns(rest, page, problems) if kind == COLUMNS else _balance(rest, fields, problems)
    return Exercise(
        exercise_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.minutes("duur"),
        fields.copies("uitdelen"),
        fields.paper("papier"),
        page.span,
        blocks(page.intro, problems),
        content,
        rest.sections,
        rest.answer,
        rest.trainer,
    )


def _columns(found: Outline, page: Page, problems: list[Problem]) -> tuple[Columns, Outline]:
    if not found.sections:
        problems.append(
            error(page.span, "kolommen-ontbreken", "deze oefening heeft geen kolommen", "geef elke kolom een kop met ##")
        )
    return Columns(found.sections), Outline((), found.answer, found.trainer)


def _balance(found: Outline, fields: Fields, problems: list[Problem]) -> tuple[Balance, Outline]:
    sides = [_side(found, fields, name, problems) for name in ("plus", "min")]
    rest = tuple(section for section in found.sections if section not in sides)
    return Balance(*sides), Outline(rest, found.answer, found.trainer)


def _side(found: Outline, fields: Fields, name: str, problems: list[Problem]) -> Section:
    """The section that the key `plus` or `min` names; an empty one with that title where it does not stand below."""
    title = fields.text(name)
    for section in found.sections:
        if slug(section.title) == slug(title):
            return section
    span = fields.span_of(name)
    if title:
        hint = did_you_mean(title, [section.title for section in found.sections])
        problems.append(error(span, "kop-ontbreekt", f'de kop "{title}" staat niet in deze oefening', hint))
    return Section(slug(title), title, span)


def _statements(
    headings: Sequence[Heading], fields: Fields, problems: list[Problem]
) -> tuple[Statements, Outline]:
    choices = tuple(value.text for value in fields.split("kies uit"))
    trainer: list[Section] = []
    statements: list[Statement] = []
    for heading, below in grouped(headings, 2, problems):
        if word(heading.title) == TRAINER:
            trainer += outline([heading, *below], problems).trainer
        else:
            statements.append(_statement(heading, below, choices, problems))
    return Statements(choices, tuple(statements)), Outline((), (), tuple(trainer))


def _statement(
    heading: Heading, below: Sequence[Heading], choices: tuple[str, ...], problems: list[Problem]
) -> Statement:
    extra = EXERCISE_EXTRA[STATEMENTS]
    fields = Fields(heading.keys, frozenset(extra.heading_keys), heading.span, problems, "bij een uitspraak")
    fields.require(extra.required_heading_keys)
    value = fields.value("oordeel")
    match = VERDICT.match(value.text) if value else None
    verdict, nuance = (match.group(1), match.group(2) or "") if match else ("", "")
    if value and verdict.lower() not in [choice.lower() for choice in choices]:
        problems.append(
            error(value.span, "waarde-onbekend", f'"{verdict}" staat niet bij "kies uit"', did_you_mean(verdict, choices))
        )
    inner = outline(below, problems, 3)
    for section in inner.sections:
        problems.append(
            error(section.span, "kop-onbekend", f'onbekende kop "{section.title}" bij een uitspraak', "kies uit: Trainer")
        )
    return Statement(
        heading.title, verdict, nuance, heading.span, blocks(heading.text, problems), inner.trainer
    )


def load_sheet(page: Page, sheet_id: str, problems: list[Problem]) -> Sheet:
    fields = Fields(page.keys, SHEET.keys, page.span, problems, "op een blad")
    fields.require(SHEET.required)
    found = outline(page.headings, problems)
    return Sheet(
        sheet_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.copies("uitdelen"),
        fields.paper("papier"),
        page.span,
        blocks(page.intro, problems),
        found.sections,
        found.trainer,
    )


def load_entries(page: Page, kind: FileFormat, problems: list[Problem]) -> tuple[Entry, ...]:
    """The headings of feiten.md, begrippen.md or bronnen.md, each with its keys and text."""
    found: list[Entry] = []
    for heading, below in grouped(page.headings, 2, problems):
        for extra in below:
            problems.append(
                error(extra.span, "kop-niveau", f'"{extra.title}" staat te diep', f"schrijf hier `## {extra.title}`")
            )
        fields = Fields(heading.keys, frozenset(kind.heading_keys), heading.span, problems, f"in {kind.folder}")
        fields.require(kind.required_heading_keys)
        found.append(
            Entry(
                slug(heading.title),
                heading.title,
                fields.text("kort"),
                fields.text("bron"),
                fields.date("nagekeken"),
                fields.date("geldig tot"),
                fields.choice("status", STATUSES) or (STATUS_CONFIRM if fields.text("bevestigen door") else STATUS_SURE),
                fields.text("bevestigen door"),
                heading.span,
                blocks(heading.text, problems),
            )
        )
    return tuple(found)


def no_loose_text(page: Page, problems: list[Problem]) -> None:
    if not page.intro.empty:
        problems.append(
            error(page.intro.span, "tekst-zonder-kop", "deze tekst staat boven de eerste kop", "zet ze onder een kop")
        )

