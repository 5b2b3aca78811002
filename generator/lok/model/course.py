"""The whole session in memory: frozen records made by `load`, narrowed by `view`, read by everything in `render`.

Times are minutes (Decimal, halves allowed). Paths are posix and relative to the project. Every record knows the place
in the author's file that it came from. Records hold data only, and each field says who may read it (`audience`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum

from lok.model.audience import Open, Trainer
from lok.model.exercises import ExerciseContent
from lok.model.place import Span
from lok.model.ref import Ref
from lok.model.text import Blocks, Recording, Section
from lok.model.vocabulary import STATUS_CONFIRM

# --- people and time ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Role:
    """A speaker: `order` 0 and 1 are the two of the session in order, 2 is both together."""

    id: Open[str]
    name: Open[str]
    order: Open[int]


@dataclass(frozen=True)
class Copies:
    """How many of a sheet to print: `count` per `people` participants; `people` 0 means for the whole group.

    `text` is what the author wrote.
    """

    count: Open[int]
    people: Open[int]
    text: Open[str]


@dataclass(frozen=True)
class Handout:
    """A sheet or exercise that is given out; `copies` is None where the sheet itself says how many."""

    paper: Open[Ref]
    copies: Open[Copies | None] = None


class Late(Enum):
    """What may happen to a slide when the evening runs late."""

    DROP = "mag weg"
    SHORTEN = "korter"
    NEVER = "nooit inkorten"


@dataclass(frozen=True)
class Shortening:
    """`minutes` is what remains (0 when the slide may go); `loss` says what falls out."""

    how: Open[Late]
    minutes: Open[Decimal]
    loss: Open[str] = ""


# --- slides -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Note:
    """Trainer text of one kind: `kind` is the author's heading in lower case (doe, zeg, ...) or a role's id.

    `role` is that id where the note is for one of the two, else "".
    """

    kind: Open[str]
    role: Open[str]
    blocks: Open[Blocks]
    span: Open[Span]


@dataclass(frozen=True)
class Bundle:
    """Sheets, exercises and cards to print as one, in this order; `span` is the place of the key."""

    span: Open[Span]
    papers: Open[tuple[Ref, ...]]


@dataclass(frozen=True)
class Slide:
    """One slide; `number` counts from 1 through the session, `minutes` is its time."""

    id: Open[str]
    number: Open[int]
    title: Open[str]
    span: Open[Span]
    kind: Open[str]
    """The author's word under `soort`; else, once the course is read, that of the layout that it was found to have."""
    role: Open[Role]
    minutes: Open[Decimal]
    body: Open[Blocks] = ()
    question: Open[Blocks] = ()
    case: Open[Ref | None] = None
    """Its anchor is the fragment, or "" where the whole case is meant."""
    exercise: Open[Ref | None] = None
    handouts: Open[tuple[Handout, ...]] = ()
    reveal: Trainer[Blocks] = ()
    """Shown in the room after a click, never published."""
    needs: Trainer[tuple[str, ...]] = ()
    shortening: Trainer[Shortening | None] = None
    notes: Trainer[tuple[Note, ...]] = ()
    cue: Trainer[Blocks] = ()
    """The sentence that gives the floor to the next speaker."""


@dataclass(frozen=True)
class Part:
    id: Open[str]
    title: Open[str]
    span: Open[Span]
    slides: Open[tuple[Slide, ...]]


@dataclass(frozen=True)
class Break:
    """Time without slides between parts, such as `pauze` or `marge`."""

    name: Open[str]
    minutes: Open[Decimal]
    span: Open[Span]


# --- what slides and pages refer to ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fragment:
    """A part of a case (`kind` "deel") or a reaction ("reactie"); `title` is the quote of a reaction, else ""."""

    id: Open[str]
    kind: Open[str]
    number: Open[int]
    title: Open[str]
    span: Open[Span]
    reader: Open[Ref | None]
    """The role that reads aloud."""
    audio: Open[Recording | None]
    blocks: Open[Blocks]
    answer: Open[Blocks] = ()
    trainer: Trainer[tuple[Section, ...]] = ()


@dataclass(frozen=True)
class Case:
    id: Open[str]
    name: Open[str]
    summary: Open[str]
    fictional: Open[bool]
    goals: Open[tuple[str, ...]]
    span: Open[Span]
    fragments: Open[tuple[Fragment, ...]]
    trainer: Trainer[tuple[Section, ...]] = ()


@dataclass(frozen=True)
class Exercise:
    """One task, from which page, paper and slide are made. `paper` lists its sizes ("a4", "a3", "a1")."""

    id: Open[str]
    title: Open[str]
    summary: Open[str]
    minutes: Open[Decimal | None]
    copies: Open[Copies | None]
    paper: Open[tuple[str, ...]]
    span: Open[Span]
    task: Open[Blocks]
    content: Open[ExerciseContent]
    sections: Open[tuple[Section, ...]] = ()
    answer: Open[Blocks] = ()
    trainer: Trainer[tuple[Section, ...]] = ()


@dataclass(frozen=True)
class Sheet:
    """A page to read or print (`blad`), or a set of cards: there each section is one, the section below it its back."""

    id: Open[str]
    title: Open[str]
    summary: Open[str]
    copies: Open[Copies | None]
    paper: Open[tuple[str, ...]]
    span: Open[Span]
    intro: Open[Blocks]
    sections: Open[tuple[Section, ...]] = ()
    trainer: Trainer[tuple[Section, ...]] = ()
    cards: Open[bool] = False

    @property
    def for_trainers(self) -> bool:
        """Whether it holds trainer text only."""
        return bool(self.trainer) and not self.intro and not self.sections

    @property
    def printed(self) -> tuple[Section, ...]:
        """The sections (or cards) on its paper: trainer text only where that stands alone."""
        return tuple(child for each in self.trainer for child in each.children) if self.for_trainers else self.sections


@dataclass(frozen=True)
class Entry:
    """A fact, term or source: a short form, text, and how sure it is. `status` is "zeker" or "te bevestigen"."""

    id: Open[str]
    title: Open[str]
    short: Open[str]
    source: Open[str]
    checked: Open[date | None]
    expires: Open[date | None]
    status: Open[str]
    confirm_by: Open[str]
    span: Open[Span]
    blocks: Open[Blocks]

    @property
    def unsure(self) -> bool:
        """Whether somebody must still confirm it: it is never shown without saying so."""
        return self.status == STATUS_CONFIRM


@dataclass(frozen=True)
class Change:
    """What became different in a version, and when."""

    version: Open[str]
    day: Open[date]
    span: Open[Span]
    blocks: Open[Blocks]


@dataclass(frozen=True)
class Media:
    """A picture or recording an author placed beside the text."""

    path: Open[str]
    data: Open[bytes]


@dataclass(frozen=True)
class Evening:
    """One time that a session is given: where, for which group, by whom (first names in the order of the roles, or "").

    `participants` is how many people the papers are printed for; 0 where that is not known.
    """

    date: Open[date]
    start: Open[time]
    place: Open[str]
    group: Open[str]
    names: Open[tuple[str, str]]
    participants: Open[int]
    span: Open[Span]


@dataclass(frozen=True)
class Course:
    """One session with all it refers to.

    `address` is the public base address or "", `updated` its only date, `start` the time of day at which it begins.
    """

    id: Open[str]
    title: Open[str]
    minutes: Open[Decimal]
    roles: Open[tuple[Role, Role]]
    version: Open[str]
    updated: Open[date]
    address: Open[str]
    span: Open[Span]
    intro: Open[Blocks]
    sections: Open[tuple[Section, ...]]
    agenda: Open[tuple[Part | Break, ...]]
    cases: Open[tuple[Case, ...]] = ()
    exercises: Open[tuple[Exercise, ...]] = ()
    sheets: Open[tuple[Sheet, ...]] = ()
    facts: Open[tuple[Entry, ...]] = ()
    terms: Open[tuple[Entry, ...]] = ()
    references: Open[tuple[Entry, ...]] = ()
    media: Open[tuple[Media, ...]] = ()
    start: Open[time | None] = None
    bundle: Open[Bundle | None] = None
    """What every participant gets on paper."""
    duo_bundle: Trainer[Bundle | None] = None
    evening: Open[Evening | None] = None
    trainer: Trainer[tuple[Section, ...]] = ()
    changes: Trainer[tuple[Change, ...]] = ()
    """In the order of the author's file."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(item for item in self.agenda if isinstance(item, Part))

    @property
    def slides(self) -> tuple[Slide, ...]:
        return tuple(slide for part in self.parts for slide in part.slides)
