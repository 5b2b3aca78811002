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


@dataclass(frozen=True)
class Passage:
    """A piece of an author's text: a paragraph, a point, a cell, a title, a value, an alt text or a file's name.

    `public` tells whether it stands in a place that is for everyone.
    """

    text: str
    span: Span
    public: bool


@dataclass(frozen=True)
class Places:
    """What the author files of one course say, and the sha256 (hex) of media that only trainer places name."""

    passages: tuple[Passage, ...]
    hidden_media: tuple[tuple[str, Span], ...] = ()
