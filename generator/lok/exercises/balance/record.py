"""Kind `balans` in memory."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section


@dataclass(frozen=True)
class Balance(ExerciseContent):
    """What gives against what takes; groups are the children, suggestions their list items."""

    drawable = True

    plus: Open[Section]
    minus: Open[Section]
