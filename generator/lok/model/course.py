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
from lok.model.face import Face
from lok.model.library import Case, Change, Copies, Entry, Exercise, Media, Sheet
from lok.model.place import Span
from lok.model.ref import Ref
from lok.model.text import Blocks, Section
from lok.model.vocabulary import DUO, TOGETHER

# --- people and time ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Role:
    """A speaker, or all of them `together`: `order` counts those of the session from 0; theirs follows the last."""

    id: Open[str]
    name: Open[str]
    order: Open[int]
    together: Open[bool] = False


def together(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """All speakers of a session in, the role of all at once out: none where one speaks alone."""
    if len(roles) == 1:
        return ()
    word = DUO if len(roles) == 2 else TOGETHER
    return (Role(word, word, len(roles), together=True),)


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

    `role` is that id where the note is for one of the speakers, else "".
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
class Occasion:
    """When people use some pages, as the author orders them: `when` is "vanavond", "morgen" or "achteraf"."""

    when: Open[str]
    pages: Open[tuple[Ref, ...]]


@dataclass(frozen=True)
class Step:
    """Where a slide stands in a series that its author counts: step `number` of `count`, and what that step is."""

    number: Open[int]
    count: Open[int]
    name: Open[str]


@dataclass(frozen=True)
class Slide:
    """One slide; `number` counts from 1 through the session, `minutes` is its time. Pictograms are names in the set."""

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
    pictogram: Open[str] = ""
    pictograms: Open[tuple[str, ...]] = ()
    """One for each item of the list in the body, in order; or none."""
    kind_span: Open[Span | None] = None
    """Where the author chose the kind; None where nobody did."""
    overlap: Open[str] = ""
    """The item that stands where two circles overlap, as the author wrote it."""
    source: Open[str] = ""
    """Where what it shows comes from, in the author's words."""
    step: Open[Step | None] = None
    """What the author counts above the text ("Stap 3 van 8: motiveren"): it leads the evening, and is no text."""
    made: Open[bool] = False
    """Whether no author wrote it: it opens or closes the evening or a part, takes no time and has nothing to say."""
    highlight: Open[int] = 0
    """The row of the chart in the body that stands out, from 1; 0 where the author names none."""
    cut: Open[Decimal] = Decimal(0)
    """The minutes that a shorter evening takes off what the author gave it; `minutes` is what is left."""
    left_out: Open[bool] = False
    """Whether a shorter evening does not show it: it keeps its number and its place, and takes no time."""

    @property
    def bare(self) -> bool:
        """Whether it shows nothing but its title, and a step that it may count."""
        return not (self.body or self.question or self.reveal or self.case or self.exercise)


@dataclass(frozen=True)
class Part:
    """A stretch of the session with a title of its own, and its slides in order.

    `pictogram` is the name of one in the set, or "".
    """

    id: Open[str]
    title: Open[str]
    span: Open[Span]
    slides: Open[tuple[Slide, ...]]
    pictogram: Open[str] = ""

    @property
    def step(self) -> Step | None:
        """The step that this part is, where one of its slides counts."""
        return next((slide.step for slide in self.slides if slide.step), None)

    @property
    def written(self) -> tuple[Slide, ...]:
        """The slides that an author wrote and the evening shows."""
        return tuple(slide for slide in self.slides if not (slide.made or slide.left_out))


@dataclass(frozen=True)
class Break:
    """Time without slides between parts, such as `pauze` or `marge`; `minutes` is how long."""

    name: Open[str]
    minutes: Open[Decimal]
    span: Open[Span]


@dataclass(frozen=True)
class Evening:
    """One time that a session is given: where, for which group, by whom (first names in the order of the roles, or "").

    `participants` is how many people the papers are printed for; 0 where that is not known.
    """

    date: Open[date]
    start: Open[time]
    place: Open[str]
    group: Open[str]
    names: Open[tuple[str, ...]]
    participants: Open[int]
    span: Open[Span]
    minutes: Open[Decimal | None] = None
    """How long it may last, breaks included; None where it lasts as long as its session."""
    minutes_span: Open[Span | None] = None


@dataclass(frozen=True)
class Course:
    """One session with all it refers to; `minutes` is how long it lasts, breaks included.

    `address` is the public base address or "", `updated` its only date, `start` the time of day at which it begins.
    """

    id: Open[str]
    title: Open[str]
    minutes: Open[Decimal]
    roles: Open[tuple[Role, ...]]
    """Who speaks: one to four."""
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
    made_by: Open[str] = ""
    """Who wrote it, in words of the author."""
    occasions: Open[tuple[Occasion, ...]] = ()
    """In the order of the evening; empty where the author leaves it to what things are."""
    help: Open[tuple[Ref, ...]] = ()
    """The facts with numbers to call, most urgent first."""
    read_before: Open[tuple[Ref, ...]] = ()
    """The papers that participants read before they come, in order."""
    take_along: Open[tuple[str, ...]] = ()
    """What participants take along, in words of the author."""
    evening: Open[Evening | None] = None
    trainer: Trainer[tuple[Section, ...]] = ()
    minutes_span: Open[Span | None] = None
    """Where the author says how long it lasts."""
    changes: Trainer[tuple[Change, ...]] = ()
    """In the order of the author's file."""
    face: Open[Face | None] = None
    """Of the organisation that publishes it; None where it has our own."""

    @property
    def own_terms(self) -> tuple[tuple[str, str], ...]:
        """The words of the organisation that take the place of ours; none where it has none."""
        return self.face.terms if self.face else ()

    @property
    def together(self) -> tuple[Role, ...]:
        """The role of all speakers at once; none where one speaks alone."""
        return together(self.roles)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the agenda, in order, without its breaks."""
        return tuple(item for item in self.agenda if isinstance(item, Part))

    @property
    def slides(self) -> tuple[Slide, ...]:
        """The slides of all parts, in order."""
        return tuple(slide for part in self.parts for slide in part.slides)

    @property
    def written(self) -> tuple[Slide, ...]:
        """The slides that an author wrote and the evening shows."""
        return tuple(slide for part in self.parts for slide in part.written)
