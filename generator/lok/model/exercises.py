"""The kinds of exercise: mechanisms of the generator, each holding the author's words. Frozen records, data only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lok.model.place import Span
from lok.model.text import Blocks, Section


@dataclass(frozen=True)
class Columns:
    """Kind `kolommen`: columns to fill in; the text of each column guides."""

    columns: tuple[Section, ...]


@dataclass(frozen=True)
class Balance:
    """Kind `balans`: what gives against what takes; groups are the children, suggestions their list items."""

    plus: Section
    minus: Section


@dataclass(frozen=True)
class Statement:
    """A sentence to vote on. `verdict` is one of the choices, `nuance` what the author added in brackets."""

    text: str
    verdict: str
    nuance: str
    span: Span
    explanation: Blocks
    trainer: tuple[Section, ...] = ()
    """*trainer*"""

    @property
    def judged(self) -> str:
        """The verdict, with the nuance in brackets where there is one."""
        return f"{self.verdict} ({self.nuance})" if self.nuance else self.verdict


@dataclass(frozen=True)
class Statements:
    """Kind `uitspraken`."""

    choices: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Spaces:
    """Kind `velden`: fields to write in, `across` of them side by side; the text of each guides.

    `dates` are the titles of fields that ask for a day.
    """

    fields: tuple[Section, ...]
    across: int
    dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Steps:
    """Kind `stappen`: what to do one after the other."""

    steps: tuple[Section, ...]


@dataclass(frozen=True)
class Matrix:
    """Kind `matrix`: in each cell of rows and columns one of the marks; a row's `answer` is a possible filling."""

    columns: tuple[str, ...]
    marks: tuple[str, ...]
    rows: tuple[Section, ...]


@dataclass(frozen=True)
class Plan:
    """Kind `plan`: blocks with prompts to fill in; the block with id `weekly` has a line for each of `weeks` weeks."""

    blocks: tuple[Section, ...]
    weekly: str
    weeks: int


@dataclass(frozen=True)
class Cutoff:
    """From which mean, rounded half up to two decimals, a score has this name."""

    name: str
    least: Decimal


@dataclass(frozen=True)
class ScaleVersion:
    """One form of a scale: its name, how many items it counts, and its cut-offs from low to high."""

    version: str
    items: int
    cutoffs: tuple[Cutoff, ...]


@dataclass(frozen=True)
class Scale:
    section: Section
    versions: tuple[ScaleVersion, ...]


@dataclass(frozen=True)
class Scores:
    """Kind `schaalscore`: sums of the scales of an official form, turned into means and names. Holds no items."""

    versions: tuple[str, ...]
    scales: tuple[Scale, ...]
    answers: tuple[int, ...] = ()
    """The lowest and the highest answer to a question, where the author says so."""
    below: str = ""
    """The name of a score under its first cut-off, or ""."""


@dataclass(frozen=True)
class Option:
    """One thing to choose; `properties` are name and text, in the author's order of the names."""

    section: Section
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OptionGroup:
    section: Section
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Period:
    """How long to wait: `count` times a `unit`, which is "dag", "week" or "maand"; `text` is what the author wrote."""

    count: int
    unit: str
    text: str


@dataclass(frozen=True)
class Choice:
    """Kind `kiezen`: at most `most` of the options, and for each chosen one what is agreed, under these titles.

    `dates` are the agreements that ask for a day. `review` holds questions to look back with, `after` a period.
    """

    most: int
    groups: tuple[OptionGroup, ...]
    agreements: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    review: Section | None = None
    after: Period | None = None


@dataclass(frozen=True)
class Question:
    """`code` is that of its theme and a number: S1."""

    code: str
    blocks: Blocks


@dataclass(frozen=True)
class Theme:
    """Questions to talk about; the section holds what introduces them."""

    section: Section
    code: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Conversation:
    """Kind `gesprek`: each of two sides chooses questions in advance, and together they agree on something.

    `dates` are the agreements that ask for a day.
    """

    sides: tuple[str, ...]
    themes: tuple[Theme, ...]
    agreements: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


ExerciseContent = Columns | Balance | Statements | Spaces | Steps | Matrix | Plan | Scores | Choice | Conversation
