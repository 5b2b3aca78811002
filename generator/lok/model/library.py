"""What sessions share: cases, exercises, sheets, facts, terms, sources, pictures and recordings. Data only.

`also` are other words by which somebody may look for a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lok.model.audience import Open, Trainer
from lok.model.exercises import ExerciseContent
from lok.model.place import Span
from lok.model.ref import Ref
from lok.model.text import Blocks, Recording, Section
from lok.model.vocabulary import STATUS_CONFIRM

MOST_ANSWERS, LONGEST_ANSWER = 4, 24
"""The most cards of a set to vote with, and the most letters of an answer."""


@dataclass(frozen=True)
class Copies:
    """How many of a sheet to print: `count` per `people` participants; `people` 0 means for the whole group.

    `text` is how many in the author's words, `why` for whom or for what, "" where that goes without saying.
    """

    count: Open[int]
    people: Open[int]
    text: Open[str]
    why: Open[str] = ""

    @property
    def told(self) -> str:
        """How many and why: `5 voor de groep, voor wie het vraagt`."""
        return ", ".join(filter(None, (self.text, self.why)))


@dataclass(frozen=True)
class Fragment:
    """A part of a case (`kind` "deel") or a reaction ("reactie"); `title` is the quote of a reaction, else "".

    `quote` are words that stand literally in its text, to show beside the person; "" where the author chose none.
    """

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
    quote: Open[str] = ""


@dataclass(frozen=True)
class Case:
    """A person's story in parts and reactions (`fragments`); `fictional` says that nobody in it exists.

    `portrait` is the name of one in the set, "" where there is none of this person.
    """

    id: Open[str]
    name: Open[str]
    summary: Open[str]
    fictional: Open[bool]
    goals: Open[tuple[str, ...]]
    span: Open[Span]
    fragments: Open[tuple[Fragment, ...]]
    trainer: Trainer[tuple[Section, ...]] = ()
    portrait: Open[str] = ""
    also: Open[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Exercise:
    """One task, from which page, paper and slide are made. `paper` lists its sizes ("a4", "a3", "a1").

    `minutes` is how long it takes, None where the author does not say. `pictogram` is a name in the set, or "".
    `for_patient` says that somebody gives it to a patient.
    """

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
    pictogram: Open[str] = ""
    for_patient: Open[bool] = False
    also: Open[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Sheet:
    """A page to read or print (`blad`), or a set of cards: there each section is one, the section below it its back.

    `pictogram` is a name in the set, or "". `for_patient` says that somebody gives it to a patient.
    """

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
    pictogram: Open[str] = ""
    for_patient: Open[bool] = False
    also: Open[tuple[str, ...]] = ()

    @property
    def for_trainers(self) -> bool:
        """Whether it holds trainer text only."""
        return bool(self.trainer) and not self.intro and not self.sections

    @property
    def printed(self) -> tuple[Section, ...]:
        """The sections (or cards) on its paper: trainer text only where that stands alone."""
        return tuple(child for each in self.trainer for child in each.children) if self.for_trainers else self.sections

    @property
    def votes(self) -> bool:
        """Whether it is a set of answers to hold up: a few cards with a few words each, and nothing else on them."""
        few = self.cards and len(self.printed) in range(2, MOST_ANSWERS + 1)
        short = (len(each.title) <= LONGEST_ANSWER and not each.blocks and not each.children for each in self.printed)
        return few and all(short)


@dataclass(frozen=True)
class Entry:
    """A fact, term or source: a short form, text, and how sure it is. `status` is "zeker" or "te bevestigen".

    `phone` is the number of a help line and `chat` the address where one can type to it; "" where there is none.
    `language` is that of the first paragraph ("en"), "" where that is Dutch. `question` is what a fact answers, ""
    where its title says enough.
    """

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
    phone: Open[str] = ""
    chat: Open[str] = ""
    also: Open[tuple[str, ...]] = ()
    language: Open[str] = ""
    question: Open[str] = ""

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
    """A picture or recording an author placed beside the text, without what it told of its maker.

    `width` and `height` are the pixels of a picture; 0 for a recording.
    """

    path: Open[str]
    data: Open[bytes]
    width: Open[int] = 0
    height: Open[int] = 0
