"""What a kind of exercise is to the rest: its name, and what reads, shows, prints and draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from lok.design import palette
from lok.exercises.flow import Data
from lok.exercises.printing import Body, Card
from lok.exercises.reading import Read
from lok.exercises.sketching import Sketch
from lok.model.exercises import ExerciseContent
from lok.model.text import Section
from lok.problems import Problem
from lok.read.format import FileFormat
from lok.read.keys import Fields
from lok.read.scan import Heading
from lok.render.paper.nodes import Facts, Node
from lok.slides.mechanism import Mechanism

Content = TypeVar("Content", bound=ExerciseContent)
NO_KEYS = FileFormat("", ())
"""Of a kind that adds no keys."""


@dataclass(frozen=True)
class Kind(Generic[Content]):
    """One kind of exercise. The folder of its name may hold `page.md.j2`, `page.css.j2`, `page.js` and `paper.typ`."""

    name: str
    """In addresses, in pages and as its folder."""
    word: str
    """What an author writes under `vorm`."""
    record: type[Content]
    read: Callable[[Sequence[Heading], Fields, list[Problem]], Read]
    """The headings of a file and its keys in, the record and what is left out; tells problems."""
    keys: FileFormat = NO_KEYS
    """The keys that it adds to those of every exercise."""
    naming: str = ""
    """The key that names which keys its headings take, or ""."""
    boxes: Callable[[Content], tuple[Section, ...]] = lambda content: ()
    """What it is made of: its columns, sides, fields, steps, rows ..., each with its answer."""
    wide: bool = False
    """Whether its page takes the whole width."""
    scripts: tuple[str, ...] = ()
    """What its script needs besides what all exercises share: files in assets/site, without their ending."""
    keeps: bool = True
    """Whether its page may keep what a reader writes."""
    beside: bool = False
    """Whether its questions need the free sections, so that its page shows these itself."""
    scenes: bool = False
    """Whether one practises on the reactions that the task links to."""
    short_answers: bool = False
    """Whether its possible answers are a few words each."""
    helpers: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    """Functions that its page calls, by name."""
    paper: Callable[[Content, tuple[Section, ...], Facts], Body] | None = None
    """What its `paper.typ` lays out, of the content and the sections beside it; None prints the boxes to be read."""
    cards: Callable[[Content, tuple[Section, ...], Facts], tuple[Card, ...]] | None = None
    """The cards that it can be printed as too: of the content, the sections beside it and the facts."""
    flow: Callable[[Data], list[Node]] | None = None
    """The data of its paper as one flow below the title, for a word processor; every editable record has one."""
    sketch: Callable[[Content], Sketch] | None = None
    """How a marker draws it; every drawable record has one."""
    slide: Mechanism | None = None
    """What draws it on a slide, which no other kind has; None shows the author's text, else the task."""

    @property
    def script(self) -> Path | None:
        """The script of its page, where it has one."""
        path = palette.KINDS / self.name / "page.js"
        return path if path.is_file() else None


AnyKind = Kind[Any]
"""A kind, whatever its record is."""
