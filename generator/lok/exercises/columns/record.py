"""Kind `kolommen` in memory."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.exercises import ExerciseContent
from lok.model.text import Section


@dataclass(frozen=True)
class Columns(ExerciseContent):
    """Columns to fill in; the text of each column guides."""

    drawable = True
    editable = True

    columns: Open[tuple[Section, ...]]
