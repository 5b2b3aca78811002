"""Facts, terms, sources and changes: one scanned file in, its records out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lok.model.library import Change, Entry
from lok.model.names import clean, slug
from lok.model.place import Span
from lok.model.ref import Ref
from lok.model.vocabulary import ALSO, ASKS, CHAT, PHONE, STATUS_CONFIRM, STATUS_SURE, STATUSES, TONGUE, TONGUES
from lok.problems import Code, Problem, error
from lok.read.format import CHANGES, FileFormat
from lok.read.headings import blocks, grouped, refuse_lookalike
from lok.read.keys import Fields
from lok.read.scan import Page
from lok.read.sheets import no_loose_text
from lok.read.values import parse_day

LOOSE = re.compile(r"(?<=[^\s>*+.(-] )feit:[ \u00a0]*([\w-]+(?: [\w-]+){0,3})", re.IGNORECASE)
CODE = re.compile(r"`[^`]*`")
DEEPEST_FACT = 5
"""How far a fact may print facts that print facts."""


def load_entries(page: Page, kind: FileFormat, problems: list[Problem]) -> tuple[Entry, ...]:
    """The headings of feiten.md, begrippen.md or bronnen.md, each with its keys and text."""
    found: list[Entry] = []
    Fields(page.keys, kind.keys, page.span, problems, f"in {kind.folder}")
    for heading, below in grouped(page.headings, 2, problems):
        refuse_lookalike(heading, problems)
        for extra in below:
            problems.append(
                error(
                    extra.span, Code.HEADING_LEVEL, f'"{extra.title}" staat te diep', f"schrijf hier `## {extra.title}`"
                )
            )
        fields = Fields(heading.keys, frozenset(kind.heading_keys), heading.span, problems, f"in {kind.folder}")
        fields.require(kind.required_heading_keys)
        entry_id = slug(heading.title)
        if heading.title and not entry_id:
            tip = "gebruik ook letters van a tot z, of cijfers"
            problems.append(error(heading.span, Code.NO_ID, f'uit "{heading.title}" volgt geen id', tip))
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
                fields.telephone(PHONE),
                fields.address(CHAT),
                fields.phrases(ALSO),
                TONGUES.get(fields.choice(TONGUE, tuple(TONGUES)), ""),
                fields.text(ASKS),
            )
        )
    return tuple(found)


def without_cycles(facts: tuple[Entry, ...], problems: list[Problem]) -> tuple[Entry, ...]:
    """The facts; one that prints facts in itself without end, or too many, is an error and loses its text."""
    printed = {fact.id: tuple(block for block in fact.blocks if isinstance(block, Ref)) for fact in facts}
    made = []
    for fact in facts:
        level = {fact.id}
        for _ in range(DEEPEST_FACT):
            level = {ref.id for name in level for ref in printed.get(name, ())}
        if level:
            tip = "haal de regel `feit: …` weg, of maak er een link van: `[woorden](feit:…)`"
            message = f'het feit "{fact.id}" drukt zichzelf af, of een lange reeks andere'
            place = printed[fact.id][0].span
            problems.append(error(place, Code.FACT_CYCLE, message, tip))
        made.append(replace(fact, blocks=()) if level else fact)
    return tuple(made)


def facts_in_sentences(pages: Iterable[Page], facts: Iterable[Entry], problems: list[Problem]) -> None:
    """Tell of `feit: id` amid other words, where the id is a fact's: no fact is printed there."""
    known = {fact.id for fact in facts if fact.id}
    for page in pages:
        for text in (page.intro, *(heading.text for heading in page.headings)):
            for n, line in enumerate(text.lines):
                for match in LOOSE.finditer(CODE.sub(lambda code: " " * len(code.group()), line)):
                    words = match.group(1).lower().split()
                    if any(slug(" ".join(words[:count])) in known for count in range(1, len(words) + 1)):
                        place = Span(page.source.path, text.span.line + n, match.start() + 1)
                        message = f'"{clean(match.group())[:40]}" zou letterlijk verschijnen'
                        tip = "schrijf in een zin `[woorden](feit:…)`; alleen op een regel drukt `feit: …` het feit af"
                        problems.append(error(place, Code.FACT_IN_TEXT, message, tip))


def load_changes(page: Page, problems: list[Problem]) -> tuple[Change, ...]:
    """The headings of wijzigingen.md, each a version and its day, with what became different."""
    found: list[Change] = []
    no_loose_text(page, problems)
    Fields(page.keys, CHANGES.keys, page.span, problems, f"in {CHANGES.folder}")
    for heading, below in grouped(page.headings, 2, problems):
        for extra in below:
            tip = "schrijf de wijzigingen als een lijst onder de versie"
            problems.append(error(extra.span, Code.HEADING_LEVEL, f'"{extra.title}" staat te diep', tip))
        version, _, written = heading.title.partition(",")
        changed = parse_day(written.strip())
        if version.strip() and changed:
            found.append(Change(version.strip(), changed, heading.span, blocks(heading.text, problems)))
        elif heading.title:
            tip = "schrijf een versie en een datum, bijvoorbeeld `## 0.2, 23/11/2026`"
            problems.append(error(heading.span, Code.BAD_CHANGE, f'"{heading.title}" is geen wijziging', tip))
    return tuple(found)
