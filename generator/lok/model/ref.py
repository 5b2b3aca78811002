"""Pointers from one record to another: what a link, a slide, a handout or a bundle names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lok.model.audience import Open
from lok.model.place import Span


class RefKind(StrEnum):
    """What can be pointed to; the value is the author's word for it in a link."""

    CASE = "casus"
    EXERCISE = "oefening"
    SHEET = "blad"
    TERM = "begrip"
    SOURCE = "bron"
    FACT = "feit"
    PAPER = "papier"
    """A sheet or an exercise, which share their ids; no word of a link, but of `uitdelen:` and of bundles."""
    PAGE = "pagina"
    """A case, an exercise or a sheet; no word of a link, but of when people use it."""
    ROLE = "rol"
    """A speaker; no word of a link, but of `voorlezer:`."""


LINK_KINDS = (RefKind.CASE, RefKind.EXERCISE, RefKind.SHEET, RefKind.TERM, RefKind.SOURCE, RefKind.FACT)
"""The kinds that an author can write in a link."""


@dataclass(frozen=True)
class Ref:
    """Points to the record of this kind and id; `anchor` is a place in it, or "". `span` is where it is written."""

    kind: Open[RefKind]
    id: Open[str]
    span: Open[Span]
    anchor: Open[str] = ""

    @property
    def record(self) -> str:
        """The record as a link names it: `oefening:kop`."""
        return f"{self.kind}:{self.id}"

    def __str__(self) -> str:
        """As an author writes it in a link: `oefening:kop#deel-1`."""
        return f"{self.record}#{self.anchor}" if self.anchor else self.record
