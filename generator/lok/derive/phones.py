"""Numbers to call: the facts of a course in, where they stand in a text out.

Which numbers those are, an author says: nothing here knows one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lok.model.library import Entry
from lok.model.links import followed

SHORT = 3
"""So many figures are as often an amount: they count only where no word follows ("bel 112.", not "112 patiënten")."""


def address(fact: Entry) -> str:
    """Where a telephone calls the number of a fact: `tel:1813`; "" where it has none."""
    return (fact.phone and followed(f"tel:{fact.phone}")) or ""


def called(text: str, fact: Entry) -> str:
    """The same, where the words of a link name that number; "" where they do not."""
    return address(fact) if fact.phone and _figures(fact.phone) == _figures(text) else ""


class Phones:
    """The numbers of some facts. Finds them in loose text, never inside another number, amount, date or address."""

    def __init__(self, facts: Iterable[Entry]) -> None:
        found = {" ".join(fact.phone.split()): address(fact) for fact in facts if fact.phone}
        self._addresses = found
        whole = "|".join(_pattern(number) for number in sorted(found, key=lambda each: (-len(each), each)))
        before, after = r"(?<![\w€§#@])(?<!\d[ \u00a0.,/:–-])", r"(?![\w%€])(?![.,/:–-]\w)(?![ \u00a0]\d)"
        self._number = re.compile(f"{before}(?:{whole}){after}") if found else None

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """A text cut where a number begins and ends: each piece with its `tel:` address, or ""."""
        end = 0
        for match in self._number.finditer(text) if self._number else ():
            yield text[end : match.start()], ""
            yield match[0], self._addresses[" ".join(match[0].split())]
            end = match.end()
        yield text[end:], ""


def _pattern(number: str) -> str:
    """A number with its spaces of either kind; a short one takes no word behind it."""
    alone = r"(?![ \u00a0]+[\w%€])" if len(_figures(number)) <= SHORT else ""
    return r"[ \u00a0]".join(map(re.escape, number.split())) + alone


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)
