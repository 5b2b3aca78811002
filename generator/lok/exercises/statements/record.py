"""Kind `uitspraken` in memory."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent, Statement


@dataclass(frozen=True)
class Statements(ExerciseContent):
    """Statements to vote on, and what one may vote."""

    choices: Open[tuple[str, ...]]
    statements: Open[tuple[Statement, ...]]

    @property
    def judged(self) -> tuple[Statement, ...]:
        """All its statements: each has a verdict."""
        return self.statements

    @property
    def votes(self) -> tuple[str, ...]:
        """Its choices."""
        return self.choices
