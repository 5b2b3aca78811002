"""Cases: one scanned file in, its record out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from lok.model.library import Case, Fragment
from lok.model.names import slug
from lok.model.ref import Ref, RefKind
from lok.model.text import Recording, Section
from lok.model.vocabulary import ALSO, ANSWER, TRAINER
from lok.problems import Code, Problem, closest, did_you_mean, error
from lok.read import drawings
from lok.read.format import CASE, CONSENT
from lok.read.headings import blocks, grouped, outline, word
from lok.read.keys import Fields
from lok.read.scan import Heading, Page, Value
from lok.read.sheets import no_loose_text
from lok.read.values import parse_day

PART = re.compile(r"deel (\d{1,3})$")


REACTION = re.compile(r"reactie (\d{1,3})\s*:\s*(.+)$", re.IGNORECASE)


def load_case(page: Page, case_id: str, problems: list[Problem]) -> Case:
    """A page of a case in, its record out; what is wrong goes to `problems`."""
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
            problems.append(
                error(heading.span, Code.UNKNOWN_HEADING, f'onbekende kop "{heading.title}" in een casus', tip)
            )
    if not fragments and page.keys:
        tip = "geef elk stuk van het verhaal een kop `## Deel 1`, `## Deel 2` …"
        problems.append(error(page.span, Code.NO_PARTS, "deze casus heeft geen enkel deel", tip))
    _refuse_doubles(fragments, problems)
    return Case(
        case_id,
        fields.text("naam"),
        fields.text("in het kort"),
        _fictional(fields, problems),
        tuple(value.text for value in fields.items("leerdoelen")),
        page.span,
        tuple(fragments),
        tuple(trainer),
        drawings.portrait(fields, case_id),
        fields.phrases(ALSO),
    )


def _fictional(fields: Fields, problems: list[Problem]) -> bool:
    """Whether nobody in it exists; who does must have agreed, in writing and on a day."""
    said, agreed = fields.yes("verzonnen", True), fields.value(CONSENT)
    day = parse_day(agreed.text.rpartition(",")[2].strip()) if agreed else None
    if not said and agreed is None:
        message = "dit verhaal gaat over iemand die bestaat, en alle deelnemers lezen het"
        tip = (
            f"vraag het schriftelijk, en schrijf `{CONSENT}: schriftelijk, 12/10/2026`; "
            "of verander wie het is, en schrijf `verzonnen: ja`"
        )
        problems.append(error(fields.span_of("verzonnen"), Code.REAL_CASE, message, tip))
    elif agreed and day is None:
        tip = f"schrijf bijvoorbeeld `{CONSENT}: schriftelijk, 12/10/2026`"
        problems.append(error(agreed.span, Code.BAD_DATE, f'"{agreed.text}" zegt niet van wanneer', tip))
    return said


def _fragment(
    heading: Heading, below: Sequence[Heading], kind: str, number: int, title: str, problems: list[Problem]
) -> Fragment:
    fields = Fields(heading.keys, frozenset(CASE.heading_keys), heading.span, problems, "in een casus")
    inner = outline(below, problems, 3)
    for section in inner.sections:
        hint = did_you_mean(section.title, (ANSWER.capitalize(), TRAINER.capitalize()))
        problems.append(
            error(section.span, Code.UNKNOWN_HEADING, f'onbekende kop "{section.title}" in een casus', hint)
        )
    text = blocks(heading.text, problems)
    return Fragment(
        slug(fields.text("id")) or f"{kind}-{number}",
        kind,
        number,
        title,
        heading.span,
        Ref(RefKind.ROLE, slug(reader.text), reader.span) if (reader := fields.value("voorlezer")) else None,
        Recording(beside(audio), audio.span) if (audio := fields.value("audio")) else None,
        text,
        inner.answer,
        inner.trainer,
        drawings.quote(fields, text, heading.title),
    )


def _refuse_doubles(fragments: Sequence[Fragment], problems: list[Problem]) -> None:
    seen: set[str] = set()
    for fragment in fragments:
        if fragment.id in seen:
            tip = "nummer de delen en de reacties elk door vanaf 1"
            problems.append(error(fragment.span, Code.SAME_ID, f'"{fragment.id}" staat twee keer in deze casus', tip))
        seen.add(fragment.id)


def beside(value: Value) -> str:
    """The path, from the project's folder, of a file that stands beside the one that names it."""
    return posixpath.join(posixpath.dirname(value.span.path), value.text)
