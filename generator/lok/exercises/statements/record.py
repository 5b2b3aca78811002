"""Kind `uitspraken` in memory."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent, Statement


@dataclass(frozen=True)
class Statements(ExerciseContent):
    """Statements to vote on, and what one may vote; `held` are the words on the cards for it, where they differ."""

    choices: Open[tuple[str, ...]]
    statements: Open[tuple[Statement, ...]]
    held: Open[tuple[str, ...]] = ()

    @property
    def judged(self) -> tuple[Statement, ...]:
        """All its statements: each has a verdict."""
        return self.statements

    @property
    def votes(self) -> tuple[str, ...]:
        """The words on the cards that one holds up, else its choices."""
        return self.held or self.choices
