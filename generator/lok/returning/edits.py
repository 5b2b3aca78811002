"""A change in a deck in, the piece of the author's file that it is about out, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lok.model.names import fold
from lok.model.vocabulary import CUE
from lok.read.headings import word
from lok.read.scan import Heading
from lok.returning.compare import Change, Line, Place
from lok.returning.units import Form, Unit, place

LABEL_END = ": "
"""Between what a note is called and its first words."""


class Why(Enum):
    """Why a change is left to the author; the value says so, and what to do, after the place."""

    OWN = "staat zo niet in je tekst: lok maakt het van een sleutel van de slide, of zet het er zelf bij"
    ELSEWHERE = "komt uit een ander bestand: pas het daar aan"
    MADE = "deze slide maakt lok zelf, uit de sessie en haar delen: pas het daar aan"
    ABSENT = "deze slide staat niet meer in de cursus"
    FACT = "er staat met een feit in: pas het zelf aan, of verander het feit"
    MARKED = "vet, cursief, een link of een feit valt in wat veranderde: pas het zelf aan"
    TWICE = "dezelfde woorden staan er meer dan één keer: pas het zelf aan"
    LOSS = "de tekst zou anders gelezen worden dan hij in de presentatie staat: pas het zelf aan"
    LAST = "daarna zou er niets meer staan: haal het zelf weg als je dat wilt"
    NO_PLACE = "lok weet niet waar het hoort: zet het er zelf bij"
    UNKNOWN = "lok weet niet meer wat er bij de build stond, dus ook niet wie van jullie dit veranderde: kies zelf"


class Kind(Enum):
    """What becomes of a piece."""

    CHANGED = "changed"
    GONE = "gone"
    FOLLOWED = "followed"


@dataclass(frozen=True)
class Edit:
    """Of the piece `unit` (from 0) of the heading `heading` (from 0 in its file): `old`, from letter `at`, to `new`.

    `old` is what it shows there; where it is gone or followed by `new`, all of it.
    """

    kind: Kind
    heading: int
    unit: int
    at: int
    old: str
    new: str

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands in the file, so that the last one can be made first."""
        return self.heading, self.unit, self.at


@dataclass(frozen=True)
class Split:
    """One heading of a slide with its pieces; `number` counts the headings of the file from 0."""

    number: int
    heading: Heading
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class _Found:
    split: Split
    unit: int
    at: int = 0
    label: str = ""
    """What a note is called, before its first words in the deck."""

    @property
    def piece(self) -> Unit:
        return self.split.units[self.unit]


def edit(change: Change, slide: Sequence[Split]) -> Edit | Why:
    """What to do in the author's file for a change, from the headings of that slide."""
    if change.at is None:
        return Why.NO_PLACE
    found = _find(change.place, change.at, slide)
    if isinstance(found, Why):
        return found if change.old else Why.NO_PLACE
    return _changed(found, change) if change.old else _followed(found, change)


def line_of(change: Change, slide: Sequence[Split]) -> int:
    """The line in the file that a change is about; 0 where none is."""
    found = _find(change.place, change.at, slide) if change.at else Why.NO_PLACE
    return 0 if isinstance(found, Why) else found.piece.first


def _changed(found: _Found, change: Change) -> Edit | Why:
    piece, old = found.piece, change.old.removeprefix(found.label)
    if piece.form is Form.FACT:
        return Why.FACT
    if not change.new:
        whole = piece.form in (Form.PARAGRAPH, Form.POINT) and old == piece.shown
        return _edit(Kind.GONE, found, old, "") if whole and len(_text(found.split)) > 1 else Why.LAST
    if not change.new.startswith(found.label):
        return Why.OWN
    new = change.new.removeprefix(found.label)
    return _edit(Kind.CHANGED, found, old, new) if new else Why.LAST


def _followed(found: _Found, change: Change) -> Edit | Why:
    """A paragraph or point behind another one; what follows the last sentence of a slide is no part of it."""
    piece = found.piece
    whole = piece.form in (Form.PARAGRAPH, Form.POINT) and piece.shown == _said(found, change)
    if not whole or word(found.split.heading.title) == CUE:
        return Why.NO_PLACE
    below = found.split.units[found.unit + 1 : found.unit + 2]
    if below and len(_indent(below[0])) > len(_indent(piece)):
        return Why.NO_PLACE
    return _edit(Kind.FOLLOWED, found, piece.shown, change.new)


def _said(found: _Found, change: Change) -> str:
    return change.at.words.removeprefix(found.label) if change.at else ""


def _edit(kind: Kind, found: _Found, old: str, new: str) -> Edit:
    return Edit(kind, found.split.number, found.unit, found.at, old, new)


def _text(split: Split) -> list[Unit]:
    return [unit for unit in split.units if unit.form not in (Form.TITLE, Form.VALUE)]


def _indent(unit: Unit) -> str:
    return unit.lead[: len(unit.lead) - len(unit.lead.lstrip())]


def _find(where: Place, line: Line, slide: Sequence[Split]) -> _Found | Why:
    """The one piece that shows these words: as they are, behind the name of a note, or within a piece of the slide."""
    if where is Place.TITLE:
        return next(_Found(split, n) for split in slide for n, unit in enumerate(split.units) if _titles(unit))
    there = [split for split in slide if place(split.heading) is where]
    exact = [_Found(split, n) for split in there for n, unit in _untitled(split) if unit.shown == line.words]
    if len(exact) == line.count:
        return exact[line.nth]
    found = exact or (_labelled(line, there) if where is Place.NOTES else [*_within(line, there)])
    if not found:
        return Why.OWN
    return found[0] if len(found) == 1 else Why.TWICE


def _titles(unit: Unit) -> bool:
    return unit.form is Form.TITLE


def _untitled(split: Split) -> Iterator[tuple[int, Unit]]:
    return ((n, unit) for n, unit in enumerate(split.units) if not _titles(unit))


def _labelled(line: Line, splits: Sequence[Split]) -> list[_Found]:
    """First pieces of notes behind what the note is called; the one that is called so, where several say the same."""
    found = []
    for split in splits:
        label = line.words.removesuffix(split.units[0].shown) if split.units else ""
        if label != line.words and label.endswith(LABEL_END):
            found.append(_Found(split, 0, label=label))
    named = [each for each in found if fold(each.split.heading.title) == fold(each.label.removesuffix(LABEL_END))]
    return named if len(named) == 1 else found


def _within(line: Line, splits: Sequence[Split]) -> Iterator[_Found]:
    """Halves of pieces: a layout draws what stands before a colon apart from what stands behind it."""
    for split in splits:
        for n, unit in _untitled(split):
            lead, colon, rest = unit.shown.partition(LABEL_END)
            if colon and line.words in (lead, f"{lead}:"):
                yield _Found(split, n)
            elif colon and line.words == rest:
                yield _Found(split, n, len(lead) + len(colon))
