"""Where something stands in an author's file."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open


@dataclass(frozen=True, order=True)
class Span:
    """A place in an author's file: path relative to the project (posix), line and column in characters from 1."""

    path: Open[str]
    line: Open[int] = 1
    column: Open[int] = 1
