"""The kinds of exercise: mechanisms of the generator, each holding the author's words. Frozen records, data only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.model.audience import Open, Trainer
from lok.model.place import Span
from lok.model.text import Blocks, Section


@dataclass(frozen=True)
class Columns:
    """Kind `kolommen`: columns to fill in; the text of each column guides."""

    columns: Open[tuple[Section, ...]]


@dataclass(frozen=True)
class Balance:
    """Kind `balans`: what gives against what takes; groups are the children, suggestions their list items."""

    plus: Open[Section]
    minus: Open[Section]


@dataclass(frozen=True)
class Statement:
    """A sentence to vote on. `verdict` is one of the choices, `nuance` what the author added in brackets."""

    text: Open[str]
    verdict: Open[str]
    nuance: Open[str]
    span: Open[Span]
    explanation: Open[Blocks]
    trainer: Trainer[tuple[Section, ...]] = ()

    @property
    def judged(self) -> str:
        """The verdict, with the nuance in brackets where there is one."""
        return f"{self.verdict} ({self.nuance})" if self.nuance else self.verdict


@dataclass(frozen=True)
class Statements:
    """Kind `uitspraken`."""

    choices: Open[tuple[str, ...]]
    statements: Open[tuple[Statement, ...]]


@dataclass(frozen=True)
class Spaces:
    """Kind `velden`: fields to write in, `across` of them side by side; the text of each guides.

    `dates` are the titles of fields that ask for a day.
    """

    fields: Open[tuple[Section, ...]]
    across: Open[int]
    dates: Open[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Steps:
    """Kind `stappen`: what to do one after the other."""

    steps: Open[tuple[Section, ...]]


@dataclass(frozen=True)
class Matrix:
    """Kind `matrix`: in each cell of rows and columns one of the marks; a row's `answer` is a possible filling."""

    columns: Open[tuple[str, ...]]
    marks: Open[tuple[str, ...]]
    rows: Open[tuple[Section, ...]]


@dataclass(frozen=True)
class Plan:
    """Kind `plan`: blocks with prompts to fill in; the block with id `weekly` has a line for each of `weeks` weeks."""

    blocks: Open[tuple[Section, ...]]
    weekly: Open[str]
    weeks: Open[int]


@dataclass(frozen=True)
class Cutoff:
    """From which mean, rounded half up to two decimals, a score has this name."""

    name: Open[str]
    least: Open[Decimal]


@dataclass(frozen=True)
class ScaleVersion:
    """One form of a scale: its name, how many items it counts, and its cut-offs from low to high."""

    version: Open[str]
    items: Open[int]
    cutoffs: Open[tuple[Cutoff, ...]]


@dataclass(frozen=True)
class Scale:
    section: Open[Section]
    versions: Open[tuple[ScaleVersion, ...]]


@dataclass(frozen=True)
class Scores:
    """Kind `schaalscore`: sums of the scales of an official form, turned into means and names. Holds no items."""

    versions: Open[tuple[str, ...]]
    scales: Open[tuple[Scale, ...]]
    answers: Open[tuple[int, ...]] = ()
    """The lowest and the highest answer to a question, where the author says so."""
    below: Open[str] = ""
    """The name of a score under its first cut-off, or ""."""


@dataclass(frozen=True)
class Option:
    """One thing to choose; `properties` are name and text, in the author's order of the names."""

    section: Open[Section]
    properties: Open[tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class OptionGroup:
    section: Open[Section]
    options: Open[tuple[Option, ...]]


@dataclass(frozen=True)
class Period:
    """How long to wait: `count` times a `unit`, which is "dag", "week" or "maand"; `text` is what the author wrote."""

    count: Open[int]
    unit: Open[str]
    text: Open[str]


@dataclass(frozen=True)
class Choice:
    """Kind `kiezen`: at most `most` of the options, and for each chosen one what is agreed, under these titles.

    `dates` are the agreements that ask for a day. `review` holds questions to look back with, `after` a period.
    """

    most: Open[int]
    groups: Open[tuple[OptionGroup, ...]]
    agreements: Open[tuple[str, ...]] = ()
    dates: Open[tuple[str, ...]] = ()
    review: Open[Section | None] = None
    after: Open[Period | None] = None


@dataclass(frozen=True)
class Question:
    """`code` is that of its theme and a number: S1."""

    code: Open[str]
    blocks: Open[Blocks]


@dataclass(frozen=True)
class Theme:
    """Questions to talk about; the section holds what introduces them."""

    section: Open[Section]
    code: Open[str]
    questions: Open[tuple[Question, ...]]


@dataclass(frozen=True)
class Conversation:
    """Kind `gesprek`: each of two sides chooses questions in advance, and together they agree on something.

    `dates` are the agreements that ask for a day.
    """

    sides: Open[tuple[str, ...]]
    themes: Open[tuple[Theme, ...]]
    agreements: Open[tuple[str, ...]] = ()
    dates: Open[tuple[str, ...]] = ()


ExerciseContent = Columns | Balance | Statements | Spaces | Steps | Matrix | Plan | Scores | Choice | Conversation
