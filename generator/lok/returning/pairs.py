"""Which slide of a deck is which of ours: pages and what we know of our slides in, pairs and what is left over out.

The strongest mark first: the tag, the name, the creation id; a slide that has lost them all is known by its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from lok.render.deck.shown import Shown
from lok.render.deck.thread import creation_id
from lok.returning.brought import Page

Key = TypeVar("Key")
Other = TypeVar("Other")
ALIKE = 0.6
"""From which likeness on, of 1, words tell that two slides are one."""


@dataclass(frozen=True)
class Pairing:
    """Our slides by id with their page, in the order of the deck, and what became of the others.

    A copy has the id of its original. `moved` stand elsewhere in the order, `gone` are in the deck no more.
    """

    pairs: Mapping[str, Page]
    copies: tuple[tuple[str, Page], ...]
    new: tuple[Page, ...]
    moved: tuple[str, ...]
    gone: tuple[str, ...]


def paired(course: str, pages: Sequence[Page], ours: Mapping[str, Shown]) -> Pairing:
    """Pages of a deck of this course (an id), and our slides by id in order, as they were or else as they are."""
    marked, unmarked = _marked(course, pages, ours)
    found: dict[str, Page] = {}
    copies: list[tuple[str, Page]] = []
    for id, same in marked.items():
        best = max(same, key=lambda page: likeness(page.shown, ours[id]))
        found[id] = best
        copies += [(id, page) for page in same if page is not best]
    left = {page.number: page.shown for page in unmarked}
    known = {number: id for id, number in nearest({id: ours[id] for id in ours if id not in found}, left).items()}
    found |= {known[page.number]: page for page in unmarked if page.number in known}
    pairs = dict(sorted(found.items(), key=lambda pair: pair[1].number))
    new = tuple(page for page in unmarked if page.number not in known)
    gone = tuple(id for id in ours if id not in pairs)
    return Pairing(pairs, tuple(copies), new, _moved([id for id in ours if id in pairs], list(pairs)), gone)


def _marked(
    course: str, pages: Sequence[Page], ours: Mapping[str, Shown]
) -> tuple[dict[str, list[Page]], tuple[Page, ...]]:
    """The pages that a mark names, by the id of our slide, and those without a mark that we know."""
    created = {creation_id(course, id): id for id in ours}
    marked: dict[str, list[Page]] = {}
    unmarked = []
    for page in pages:
        of_course, _, tagged = page.tag.partition("/")
        named = (tagged if of_course == course else "", page.name, created.get(page.creation, ""))
        id = next((name for name in named if name in ours), "")
        if id and of_course in ("", course):
            marked.setdefault(id, []).append(page)
        else:
            unmarked.append(page)
    return marked, tuple(unmarked)


def nearest(ours: Mapping[Key, Shown], others: Mapping[Other, Shown]) -> dict[Key, Other]:
    """Slides that are alike, the most alike first; one that is like none stays alone."""
    rated = [(score, n, m) for n, one in enumerate(ours.values()) for m, score in _scores(one, [*others.values()])]
    keys, names = [*ours], [*others]
    found: dict[Key, Other] = {}
    for _, n, m in sorted(rated, key=lambda each: (-each[0], each[1:])):
        if keys[n] not in found and names[m] not in found.values():
            found[keys[n]] = names[m]
    return found


def _scores(one: Shown, others: Sequence[Shown]) -> Iterator[tuple[int, float]]:
    """By their place, those that are alike, and how much; an equal one needs no counting."""
    if one in others:
        yield from ((n, 2.0) for n, other in enumerate(others) if other == one)
        return
    for n, other in enumerate(others):
        score = likeness(one, other)
        if score >= ALIKE or (one.title and one.title == other.title):
            yield n, score + (one.title == other.title)


def likeness(one: Shown, other: Shown) -> float:
    """How alike the words of two slides are, from 0 to 1."""
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _words(shown: Shown) -> list[str]:
    return " ".join((shown.title, *shown.text, *shown.notes)).split()


def _moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """What stands elsewhere in the order, apart from all that only makes room for it."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {id for block in blocks for id in after[block.b : block.b + block.size]}
    return tuple(id for id in after if id not in stayed)
