"""What participants' files may not say: the words of trainer places that no public place says too.

A text of six words or more betrays itself by any six words in a row. A shorter one ("Zwijg hierover nu") is compared
as a whole with whole paragraphs, cells, titles and names, because its words occur everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from lok import words as own
from lok.design.pictograms import PICTOGRAMS
from lok.model.place import Passage, Places, Span

RUN = 6
"""Words in a row that betray a sentence."""
KEY = 12
"""Letters by which a run is looked up; runs with fewer letters than this prove nothing."""
LEAST = 4
"""Letters that a short text needs, its numbers apart: `5 min` is no secret."""
OWN_NAMES = (
    "index search assets media fonts downloads javascripts workers slides bundle calendar exercise site support bron "
    "paginas bladen begrippen bronnen casussen feiten oefeningen kaarten deelnemer handout"
)
"""Names of files and folders that the program chooses; a sheet for trainers may have one of these too."""
WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")

Run = tuple[str, str, Span]
"""All letters of a run of words, its words, and its place."""
Runs = Mapping[str, list[Run]]
"""Runs by their first letters."""


@dataclass(frozen=True)
class Secrets:
    """Runs of six words, short texts by their letters, and media by the sha256 of their bytes."""

    runs: Runs
    short: Mapping[str, Run]
    media: Mapping[str, Span]
    longest: int
    """Letters of the longest short text."""


def secrets(places: Places) -> Secrets:
    """What only trainer places say. What a public place says too, or the generator itself, is no secret."""
    hidden = [passage for passage in places.passages if not passage.public]
    said = [" ".join(WORD.findall(folded(text))) for text in _public(places.passages)]
    every: dict[str, Run] = {}
    short: dict[str, Run] = {}
    for passage in hidden:
        found = list(_runs(passage))
        every.update((run[0], run) for run in found if run[0] not in every)
        if not found:
            short.setdefault(letters(passage.text), (letters(passage.text), passage.text, passage.span))
    allowed = set(matches(" ".join(said), by_key(every.values())))
    known = f" {' / '.join(said)} "
    kept = {key: run for key, run in short.items() if _tells(run[1], known)}
    runs = by_key(run for run in every.values() if run not in allowed)
    return Secrets(runs, kept, dict(places.hidden_media), max(map(len, kept), default=0))


def _public(passages: Iterable[Passage]) -> Iterator[str]:
    yield from (passage.text for passage in passages if passage.public)
    yield from own.every()
    yield OWN_NAMES
    yield " / ".join(PICTOGRAMS)


def _runs(passage: Passage) -> Iterator[Run]:
    words = WORD.findall(passage.text)
    for start in range(len(words) - RUN + 1):
        run = words[start : start + RUN]
        squeezed = letters("".join(run))
        if len(squeezed) >= KEY:
            yield squeezed, " ".join(run), passage.span


def _tells(text: str, known: str) -> bool:
    """Whether a short text says something that public text does not: numbers and what stands there too are nothing."""
    words = [word for word in WORD.findall(folded(text)) if not word.isdigit()]
    return len("".join(words)) >= LEAST and f" {' '.join(words)} " not in known


def by_key(every: Iterable[Run]) -> Runs:
    """Runs by the first KEY letters of their text."""
    found: dict[str, list[Run]] = {}
    for run in every:
        found.setdefault(run[0][:KEY], []).append(run)
    return found


def matches(reading: str, wanted: Runs) -> Iterator[Run]:
    """Each run that stands in a text. It begins and ends where a word does, or where a line cuts one."""
    words = WORD.findall(folded(reading))
    squeezed = "".join(words)
    starts = list(accumulate(map(len, words), initial=0))
    ends = set(starts)
    for start in starts:
        for run in wanted.get(squeezed[start : start + KEY], ()):
            if start + len(run[0]) in ends and squeezed.startswith(run[0], start):
                yield run


def letters(text: str) -> str:
    """Lower-case letters and digits only."""
    return "".join(WORD.findall(folded(text)))


def folded(text: str) -> str:
    """Lower case and composed, without the signs that nobody sees."""
    return text.lower() if text.isascii() else INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
