"""Where each letter that is shown stands in what the author wrote: Markdown and its words in, places out."""

from __future__ import annotations

import re
from itertools import pairwise

from lok.read.invisible import UNSEEN

SPACE = re.compile(r"(?:\\(?=[ \t]*[\r\n])|\s|(?<=\n)>|(?<=\r)>)+")
"""One shown space or line break: any number of spaces, and the end of a line with what opens the next one."""
LINK_END = re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
HIDDEN = re.compile(rf"{LINK_END.pattern}|[*_`\[\]\\<>]|\s+|{UNSEEN.pattern}")
"""What the author writes and nobody sees: marks, and the address of a link."""
Places = tuple[tuple[int, int] | None, ...]
"""For each letter where it begins and ends; None where it does not stand in the text."""


def places(written: str, shown: str, remark: str = "") -> Places | None:
    """The place of each letter of `shown`; None where these are not the words of what is written.

    `remark` is what our own hand puts behind a link.
    """
    found: list[tuple[int, int] | None] = []
    here = 0
    while len(found) < len(shown):
        if remark and shown.startswith(remark, len(found)) and not _follows(written, here, remark):
            found += [None] * len(remark)
            continue
        end = _end(written, here, shown[len(found)])
        if end > here:
            found.append((here, end))
        else:
            hidden = HIDDEN.match(written, here)
            if hidden is None:
                return None
            end = hidden.end()
        here = end
    rest = HIDDEN.sub("", written[here:])
    return None if rest else tuple(found)


def _end(written: str, here: int, letter: str) -> int:
    """Where this letter ends, if it is what stands here; else `here`."""
    if letter in " \n":
        space = SPACE.match(written, here)
        return space.end() if space else here
    return here + written.startswith(letter, here)


def _follows(written: str, here: int, remark: str) -> bool:
    """Whether the author wrote the same words."""
    return remark.strip() in written[here : here + 3 * len(remark)]


def stretch(written: str, where: Places, first: int, end: int) -> tuple[int, int] | None:
    """Where letters `first` to `end` stand, as one piece without marks in it; None where they do not."""
    pieces = where[first:end]
    start, last = pieces[0], pieces[-1]
    if start is None or last is None or None in pieces:
        return None
    gaps = "".join(written[one[1] : two[0]] for one, two in pairwise(pieces) if one and two)
    return None if UNSEEN.sub("", gaps) else (start[0], last[1])


def gap(written: str, where: Places, number: int, words: str) -> int | None:
    """Where to put words before letter `number`: right behind the letter before it; None where that stands nowhere.

    A new word behind the words of a link is no part of these.
    """
    beside = where[number - 1] if number else where[0]
    if beside is None:
        return None
    place = beside[1] if number else beside[0]
    closed = LINK_END.match(written, place) if words[:1].isspace() else None
    return closed.end() if closed else place
