"""Cases, sheets, cards, facts, terms and sources: one scanned file in, its records out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from lok.fields import Fields, day
from lok.format import (
    ANSWER,
    BACK,
    CARD_SIZE,
    CARDS,
    CASE,
    CHANGES,
    SHEET,
    STATUS_CONFIRM,
    STATUS_SURE,
    STATUSES,
    TRAINER,
    FileFormat,
    slug,
)
from lok.model import Case, Change, Entry, Fragment, Sheet
from lok.outline import blocks, grouped, outline, refuse_answer, refuse_lookalike, word
from lok.problem import Problem, closest, did_you_mean, error
from lok.source import Heading, Page
from lok.text import Section

PART = re.compile(r"deel (\d+)$")
REACTION = re.compile(r"reactie (\d+)\s*:\s*(.+)$", re.IGNORECASE)


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
            near = closest(heading.title, (f"Deel {len(fragments) + 1}", TRAINER.capitalize()))
            tip = f'bedoelde je "{near}"?' if near else "kies uit: Deel 1, Reactie 1: “…”, Trainer"
            problems.append(error(heading.span, "kop-onbekend", f'onbekende kop "{heading.title}" in een casus', tip))
    if not fragments and page.keys:
        tip = "geef elk stuk van het verhaal een kop `## Deel 1`, `## Deel 2` …"
        problems.append(error(page.span, "delen-ontbreken", "deze casus heeft geen enkel deel", tip))
    _refuse_doubles(fragments, problems)
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


def _refuse_doubles(fragments: Sequence[Fragment], problems: list[Problem]) -> None:
    seen: set[str] = set()
    for fragment in fragments:
        if fragment.id in seen:
            tip = "nummer de delen en de reacties elk door vanaf 1"
            problems.append(error(fragment.span, "id-dubbel", f'"{fragment.id}" staat twee keer in deze casus', tip))
        seen.add(fragment.id)


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


def load_sheet(page: Page, sheet_id: str, problems: list[Problem]) -> Sheet:
    fields = Fields(page.keys, SHEET.keys, page.span, problems, "op een blad")
    fields.require(SHEET.required)
    refuse_answer(page.headings, 2, problems, "op een blad")
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


def load_cards(page: Page, set_id: str, problems: list[Problem]) -> Sheet:
    """A set of cards: each heading is one, `Achterkant` below it its back. Trainer text alone is a set for trainers."""
    fields = Fields(page.keys, CARDS.keys, page.span, problems, "bij kaarten")
    fields.require(CARDS.required)
    no_loose_text(page, problems)
    for level in (2, 3):
        refuse_answer(page.headings, level, problems, "op een kaart")
    found = outline(page.headings, problems)
    made = Sheet(
        set_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.copies("uitdelen"),
        (CARD_SIZE,),
        page.span,
        (),
        found.sections,
        found.trainer,
        cards=True,
    )
    if not made.printed and page.keys:
        tip = "geef elke kaart een kop `## …`, of `### …` onder `## Trainer`"
        problems.append(error(page.span, "kaarten-ontbreken", "hier staat geen enkele kaart", tip))
    for card in made.printed:
        _refuse_below_card(card, problems)
    return made


def _refuse_below_card(card: Section, problems: list[Problem]) -> None:
    names = (BACK.capitalize(), TRAINER.capitalize())
    for number, child in enumerate(card.children):
        if word(child.title) != BACK:
            message, hint = f'onbekende kop "{child.title}" op een kaart', did_you_mean(child.title, names)
            problems.append(error(child.span, "kop-onbekend", message, hint))
        elif number:
            message = f'"{child.title}" staat twee keer op deze kaart'
            problems.append(error(child.span, "kop-dubbel", message, "voeg ze samen"))


def load_entries(page: Page, kind: FileFormat, problems: list[Problem]) -> tuple[Entry, ...]:
    """The headings of feiten.md, begrippen.md or bronnen.md, each with its keys and text."""
    found: list[Entry] = []
    Fields(page.keys, kind.keys, page.span, problems, f"in {kind.folder}")
    for heading, below in grouped(page.headings, 2, problems):
        refuse_lookalike(heading, problems)
        for extra in below:
            problems.append(
                error(extra.span, "kop-niveau", f'"{extra.title}" staat te diep', f"schrijf hier `## {extra.title}`")
            )
        fields = Fields(heading.keys, frozenset(kind.heading_keys), heading.span, problems, f"in {kind.folder}")
        fields.require(kind.required_heading_keys)
        entry_id = slug(heading.title)
        if heading.title and not entry_id:
            tip = "gebruik ook letters van a tot z, of cijfers"
            problems.append(error(heading.span, "id-ontbreekt", f'uit "{heading.title}" volgt geen id', tip))
        found.append(
            Entry(
                entry_id,
                heading.title,
                fields.text("kort"),
                fields.text("bron"),
                fields.date("nagekeken"),
                fields.date("geldig tot"),
                fields.choice("status", STATUSES)
                or (STATUS_CONFIRM if fields.text("bevestigen door") else STATUS_SURE),
                fields.text("bevestigen door"),
                heading.span,
                blocks(heading.text, problems),
            )
        )
    return tuple(found)


def load_changes(page: Page, problems: list[Problem]) -> tuple[Change, ...]:
    """The headings of wijzigingen.md, each a version and its day, with what became different."""
    found: list[Change] = []
    no_loose_text(page, problems)
    Fields(page.keys, CHANGES.keys, page.span, problems, f"in {CHANGES.folder}")
    for heading, below in grouped(page.headings, 2, problems):
        for extra in below:
            tip = "schrijf de wijzigingen als een lijst onder de versie"
            problems.append(error(extra.span, "kop-niveau", f'"{extra.title}" staat te diep', tip))
        version, _, written = heading.title.partition(",")
        changed = day(written.strip())
        if version.strip() and changed:
            found.append(Change(version.strip(), changed, heading.span, blocks(heading.text, problems)))
        elif heading.title:
            tip = "schrijf een versie en een datum, bijvoorbeeld `## 0.2, 23/11/2026`"
            problems.append(error(heading.span, "wijziging-ongeldig", f'"{heading.title}" is geen wijziging', tip))
    return tuple(found)


def no_loose_text(page: Page, problems: list[Problem]) -> None:
    if not page.intro.empty:
        problems.append(
            error(page.intro.span, "tekst-zonder-kop", "deze tekst staat boven de eerste kop", "zet ze onder een kop")
        )
