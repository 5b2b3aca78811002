"""Where something stands in an author's file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """A place in an author's file: path relative to the project (posix), line and column in characters from 1."""

    path: str
    line: int = 1
    column: int = 1
