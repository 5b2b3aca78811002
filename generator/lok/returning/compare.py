"""Three readings of one slide in, what the trainer changed out: at the build, in the deck, and at the author now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from lok.render.deck.shown import Shown

RESEMBLES = 0.4
"""From which likeness on, of 1, a paragraph is another one that was changed."""


class Place(Enum):
    """Where words stand; the value is what people call it."""

    TITLE = "titel"
    TEXT = "tekst"
    NOTES = "notities"


@dataclass(frozen=True)
class Line:
    """A paragraph as it is shown now, and where it stands among those that say the same: `nth` from 0, of `count`."""

    words: str
    nth: int = 0
    count: int = 1


@dataclass(frozen=True)
class Change:
    """What was `old` is `new` in the deck, and `now` at the author; "" is nothing: not there yet, or no more.

    `at` is the paragraph at the author that it changes, or that a new one follows; None where there is none.
    """

    place: Place
    old: str
    new: str
    now: str
    at: Line | None

    @property
    def done(self) -> bool:
        """Whether the author has the same already."""
        return self.now == self.new

    @property
    def both(self) -> bool:
        """Whether the author changed it too, to something else."""
        return not self.done and self.now != self.old


def changes(built: Shown, deck: Shown, now: Shown) -> tuple[Change, ...]:
    """What differs between the build and the deck, in reading order."""
    found = [*_changes(Place.TITLE, (built.title,), (deck.title,), (now.title,))]
    found += _changes(Place.TEXT, built.text, deck.text, now.text)
    found += _changes(Place.NOTES, built.notes, deck.notes, now.notes)
    return tuple(found)


def _changes(place: Place, built: Sequence[str], deck: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    there, here = Alignment(built, deck), Alignment(built, now)
    shifted = {built[n] for n, to in enumerate(there.to) if to is None} & {deck[n] for _, n in there.added}
    fresh = [(after, deck[m]) for after, m in there.added if deck[m] not in shifted]
    yield from (_addition(place, new, here, now, None) for after, new in fresh if after < 0)
    for n, old in enumerate(built):
        new = there.words(n)
        if new != old and not (not new and old in shifted):
            yield Change(place, old, new, here.words(n), _line(now, here.to[n]))
        yield from (_addition(place, words, here, now, here.to[n]) for after, words in fresh if after == n)


def _addition(place: Place, new: str, here: Alignment, now: Sequence[str], after: int | None) -> Change:
    return Change(place, "", new, new if new in here.fresh else "", _line(now, after))


def _line(lines: Sequence[str], n: int | None) -> Line | None:
    if n is None:
        return None
    return Line(lines[n], lines[:n].count(lines[n]), lines.count(lines[n]))


class Alignment:
    """Which of the `old` paragraphs became which of the `new`, by their place; what was added, and after which."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.new = new
        self.to: list[int | None] = [None] * len(old)
        self.added: list[tuple[int, int]] = []
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal" or b - a == d - c:
                self.to[a:b] = range(c, d)
            else:
                self._pair(old, range(a, b), range(c, d))

    @property
    def fresh(self) -> set[str]:
        """What was added."""
        return {self.new[n] for _, n in self.added}

    def words(self, n: int) -> str:
        """What became of an old paragraph; "" where it is gone."""
        to = self.to[n]
        return "" if to is None else self.new[to]

    def _pair(self, old: Sequence[str], left: range, right: range) -> None:
        """Each old paragraph with the one that resembles it most, in order; the rest is gone, or added."""
        start, before = right.start, left.start - 1
        for n in left:
            rated = [(SequenceMatcher(None, old[n], self.new[m]).ratio(), -m) for m in range(start, right.stop)]
            score, m = max(rated, default=(0.0, 0))
            if score >= RESEMBLES:
                self.added += [(before, k) for k in range(start, -m)]
                self.to[n], start, before = -m, -m + 1, n
        self.added += [(before, k) for k in range(start, right.stop)]
