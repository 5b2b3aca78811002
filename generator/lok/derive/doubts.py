"""What somebody must still confirm: records in, the facts that they name and a quiet line on them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from lok.model.library import Entry
from lok.model.ref import Ref, RefKind
from lok.model.walk import walk
from lok.words import long_date, words


def named(record: object, known: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """The facts that a record names and nobody confirmed yet, each once, in order; `known` are the facts by id."""
    ids = (each.id for each in walk(record) if isinstance(each, Ref) and each.kind is RefKind.FACT)
    return tuple(known[id] for id in dict.fromkeys(ids) if id in known and known[id].unsure)


def quiet_line(entry: Entry) -> str:
    """The same of one that nobody confirmed, where it stands in a frame of its own; "" where it is sure."""
    told = words("common")
    if not entry.unsure:
        return ""
    if not entry.checked:
        return told["alone_unconfirmed"]
    return told["alone_checked"].format(date=long_date(entry.checked))


def quiet_lines(doubted: Iterable[Entry]) -> Iterator[str]:
    """For the public: when these facts were looked up, and that nobody confirmed them; a line for each day.

    What has no day comes last, without one.
    """

    def day(entry: Entry) -> date:
        return entry.checked or date.max

    told = words("common")
    for checked, entries in groupby(sorted(dict.fromkeys(doubted), key=day), key=day):
        titles = ", ".join(entry.title for entry in entries)
        line = told["unconfirmed"] if checked == date.max else told["checked_unconfirmed"]
        yield line.format(titles=titles, date="" if checked == date.max else long_date(checked))
