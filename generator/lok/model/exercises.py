"""What every kind of exercise has in common; each kind has a record of its own in `lok.exercises`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from lok.model.audience import Open, Trainer
from lok.model.place import Span
from lok.model.text import Blocks, Section


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
class ExerciseContent:
    """What an exercise holds: the author's words in the record of its kind, which is a class of its own below this one.

    By itself it is what an exercise holds whose kind could not be read. Frozen records, data only.
    """

    drawable: ClassVar[bool] = False
    """Whether a marker can draw the form on a flipchart."""
    editable: ClassVar[bool] = False
    """Whether it is a form that somebody may want to change or fill in with a word processor."""

    @property
    def judged(self) -> tuple[Statement, ...]:
        """The statements with a verdict, in order; most kinds have none."""
        return ()

    @property
    def votes(self) -> tuple[str, ...]:
        """The word that one holds up for each choice, which has a sign; most kinds have nothing to vote on."""
        return ()
