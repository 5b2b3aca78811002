"""The whole session in memory: frozen records made by `load`, narrowed by `view`, read by everything in `render`.

Times are minutes (Decimal, halves allowed). Paths are posix and relative to the project. Every record knows the place
in the author's file that it came from. Records hold data only; fields marked *trainer* are emptied by `view` for
participants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum

from lok.model.exercises import ExerciseContent
from lok.model.place import Span
from lok.model.text import Blocks, Section
from lok.model.vocabulary import STATUS_CONFIRM

# --- people and time ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Role:
    """A speaker: `place` 0 and 1 are the two of the session in order, 2 is both together."""

    id: str
    name: str
    place: int


@dataclass(frozen=True)
class Copies:
    """How many of a sheet to print: `count` per `people` participants; `people` 0 means for the whole group.

    `text` is what the author wrote.
    """

    count: int
    people: int
    text: str


@dataclass(frozen=True)
class Handout:
    """A sheet or exercise that is given out; `copies` is None where the sheet itself says how many."""

    id: str
    copies: Copies | None
    span: Span


class Late(Enum):
    """What may happen to a slide when the evening runs late."""

    DROP = "mag weg"
    SHORTEN = "korter"
    NEVER = "nooit inkorten"


@dataclass(frozen=True)
class Shortening:
    """`minutes` is what remains (0 when the slide may go); `loss` says what falls out."""

    how: Late
    minutes: Decimal
    loss: str = ""


# --- slides -------------------------------------------------------------------------------------------------------


class SlideKind(Enum):
    """A mechanism, not a subject; the value is the author's word for it under `soort`."""

    DIVIDER = "tussentitel"
    CONTENT = "inhoud"
    QUESTION = "vraag"
    CASE = "casus"
    COLUMNS = "kolommen"
    BALANCE = "balans"
    STATEMENTS = "uitspraken"
    TABLE = "tabel"
    EXERCISE = "oefening"
    STEPS = "stappen"
    CARDS = "kaarten"
    PAIR = "twee kolommen"
    DIALOGUE = "gesprek"
    SOURCES = "bronnen"


@dataclass(frozen=True)
class Note:
    """Trainer text of one kind: `kind` is the author's heading in lower case (doe, zeg, ...) or a role's id.

    `role` is that id where the note is for one of the two, else "".
    """

    kind: str
    role: str
    blocks: Blocks
    span: Span


@dataclass(frozen=True)
class CaseRef:
    """`casus: anna, deel 2`; `fragment` is "" where the whole case is meant."""

    id: str
    fragment: str
    span: Span


@dataclass(frozen=True)
class Ref:
    id: str
    span: Span


@dataclass(frozen=True)
class Bundle:
    """Sheets, exercises and cards to print as one, in this order; `span` is the place of the key."""

    span: Span
    papers: tuple[Ref, ...]


@dataclass(frozen=True)
class Slide:
    """One slide; `number` counts from 1 through the session, `minutes` is its time."""

    id: str
    number: int
    title: str
    span: Span
    kind: SlideKind
    role: Role
    minutes: Decimal
    body: Blocks = ()
    question: Blocks = ()
    case: CaseRef | None = None
    exercise: Ref | None = None
    handouts: tuple[Handout, ...] = ()
    reveal: Blocks = ()
    """*trainer*: shown in the room after a click, never published."""
    needs: tuple[str, ...] = ()
    """*trainer*"""
    shortening: Shortening | None = None
    """*trainer*"""
    notes: tuple[Note, ...] = ()
    """*trainer*"""
    cue: Blocks = ()
    """*trainer*: the sentence that gives the floor to the next speaker."""


@dataclass(frozen=True)
class Part:
    id: str
    title: str
    span: Span
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Break:
    """Time without slides between parts, such as `pauze` or `marge`."""

    name: str
    minutes: Decimal
    span: Span


# --- what slides and pages refer to ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fragment:
    """A part of a case (`kind` "deel") or a reaction ("reactie"); `title` is the quote of a reaction, else ""."""

    id: str
    kind: str
    number: int
    title: str
    span: Span
    reader: str
    """Id of the role that reads aloud, or ""."""
    audio: str
    """A path in `Course.media`, or ""."""
    blocks: Blocks
    answer: Blocks = ()
    trainer: tuple[Section, ...] = ()
    """*trainer*"""


@dataclass(frozen=True)
class Case:
    id: str
    name: str
    summary: str
    fictional: bool
    goals: tuple[str, ...]
    span: Span
    fragments: tuple[Fragment, ...]
    trainer: tuple[Section, ...] = ()
    """*trainer*"""


@dataclass(frozen=True)
class Exercise:
    """One task, from which page, paper and slide are made. `paper` lists its sizes ("a4", "a3", "a1")."""

    id: str
    title: str
    summary: str
    minutes: Decimal | None
    copies: Copies | None
    paper: tuple[str, ...]
    span: Span
    task: Blocks
    content: ExerciseContent
    sections: tuple[Section, ...] = ()
    answer: Blocks = ()
    trainer: tuple[Section, ...] = ()
    """*trainer*"""


@dataclass(frozen=True)
class Sheet:
    """A page to read or print (`blad`), or a set of cards: there each section is one, the section below it its back."""

    id: str
    title: str
    summary: str
    copies: Copies | None
    paper: tuple[str, ...]
    span: Span
    intro: Blocks
    sections: tuple[Section, ...] = ()
    trainer: tuple[Section, ...] = ()
    """*trainer*"""
    cards: bool = False

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

    id: str
    title: str
    short: str
    source: str
    checked: date | None
    expires: date | None
    status: str
    confirm_by: str
    span: Span
    blocks: Blocks

    @property
    def unsure(self) -> bool:
        """Whether somebody must still confirm it: it is never shown without saying so."""
        return self.status == STATUS_CONFIRM


@dataclass(frozen=True)
class Change:
    """What became different in a version, and when."""

    version: str
    day: date
    span: Span
    blocks: Blocks


@dataclass(frozen=True)
class Media:
    """A picture or recording an author placed beside the text."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Evening:
    """One time that a session is given: where, for which group, by whom (first names in the order of the roles, or "").

    `participants` is how many people the papers are printed for; 0 where that is not known.
    """

    date: date
    start: time
    place: str
    group: str
    names: tuple[str, str]
    participants: int
    span: Span


@dataclass(frozen=True)
class Course:
    """One session with all it refers to.

    `address` is the public base address or "", `updated` its only date, `start` the time of day at which it begins.
    """

    id: str
    title: str
    minutes: Decimal
    roles: tuple[Role, Role]
    version: str
    updated: date
    address: str
    span: Span
    intro: Blocks
    sections: tuple[Section, ...]
    agenda: tuple[Part | Break, ...]
    cases: tuple[Case, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    facts: tuple[Entry, ...] = ()
    terms: tuple[Entry, ...] = ()
    references: tuple[Entry, ...] = ()
    media: tuple[Media, ...] = ()
    start: time | None = None
    bundle: Bundle | None = None
    """What every participant gets on paper."""
    duo_bundle: Bundle | None = None
    """*trainer*"""
    evening: Evening | None = None
    trainer: tuple[Section, ...] = ()
    """*trainer*"""
    changes: tuple[Change, ...] = ()
    """*trainer*: in the order of the author's file."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(item for item in self.agenda if isinstance(item, Part))

    @property
    def slides(self) -> tuple[Slide, ...]:
        return tuple(slide for part in self.parts for slide in part.slides)
