"""Lines that would run together: pasted without a list, an address, a table of tabs, text under a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lok.problems import Code, Problem, error, warning
from lok.read.lines import GLUED, LIST, OUTLINED, PASTED, Lines
from lok.read.scan import HEADING, KEY
from lok.read.signs import MORE, is_quote

NARROW = 60
"""Letters: a line that could have held the next word within these was ended by hand."""
ENDS = re.compile(r"[.!?…:;,”\"’)»]['”’\"*_]*\s*$|[-–/(]\s*$")
BREAKS = re.compile(r"(  |\\[ \t]*)$")
APART = re.compile(r"\s*(\||>|!\[|#|[-*+]\s|\d{1,3}\.\s|```|~~~|:::|!!!|<<<|>>>|[-=]+\s*$|\[\^)")
TABS = re.compile(r"\S[ ]*\t[ \t]*(?=\S)")
PLUS = re.compile(r"[ \t]*(\+)[ \t]+[€$]?[ \t]*\d")
BREAK_TIP = "zet er een lege regel tussen, maak er een lijst van met `- `, of eindig de regel met een \\"


def runs_on(lines: Lines, n: int) -> Iterator[Problem]:
    """A line that its author ended by hand, and that Markdown joins to the next one."""
    if _loose(lines, n - 1) and _loose(lines, n) and _by_hand(lines[n - 1], lines[n]):
        start = lines.block_start(n)
        if any(LIST.match(lines[k]) or "|" in lines[k] for k in range(start, n)):
            return
        if n - 1 > start and _loose(lines, n - 2) and _by_hand(lines[n - 2], lines[n - 1]):
            return  # told at the first of them
        message = "deze regel loopt door in de regel erboven"
        yield warning(lines.at(n, 1), Code.RUNS_ON, message, BREAK_TIP)


def under_list(lines: Lines, n: int) -> Iterator[Problem]:
    """A line right under a point, neither indented nor a point itself: Markdown makes it part of the point."""
    above = n - 1
    if lines.blank(n) or lines.blank(above) or lines.indent(n) or APART.match(lines[n]) or lines.heading(above):
        return
    if PASTED.match(lines[n]) or GLUED.match(lines[n]):
        return
    if not LIST.match(lines[above]) or (_wrapped(lines[above], lines[n]) and not lines[n][:1].isupper()):
        return
    message, tip = (
        "deze tekst plakt aan het punt erboven",
        "zet er een lege regel boven, of laat ze vier spaties inspringen",
    )
    yield error(lines.at(n, 1), Code.TEXT_UNDER_LIST, message, tip)


def tabbed(lines: Lines, n: int) -> Iterator[Problem]:
    """Cells of a spreadsheet or a word processor: the first line of them is told."""
    if _cells(lines, n) and not (not lines.blank(n - 1) and _cells(lines, n - 1)):
        below = not lines.blank(n + 1) and _cells(lines, n + 1)
        if below or _cells(lines, n) > 1:
            tip = "schrijf een tabel als `| a | b |`, met `|---|---|` onder de eerste rij"
            yield error(lines.at(n, 1), Code.TABLE_FORM, "tabs maken geen tabel", tip)


def plus(lines: Lines, n: int) -> Iterator[Problem]:
    """`+ 5 kg`: a point of a list, and the sign is gone."""
    if match := PLUS.match(lines[n]):
        tip = "schrijf `- + 5` voor een punt met een plusteken, of `- 5` voor een gewoon punt"
        yield error(lines.at(n, match.start(1) + 1), Code.SWALLOWED_SIGN, "dit plusteken zou verdwijnen", tip)


def more_than(lines: Lines, n: int) -> Iterator[Problem]:
    """Lines that all begin with `> 65`: a quote of numbers, or signs."""
    start = lines.block_start(n)
    if n != start or not lines[n].lstrip().startswith(">"):
        return
    block = lines.block(n)
    if is_quote(block) and all(MORE.match(line) for line in block if line.lstrip().startswith(">")):
        tip = "maak er punten van (`- > 65`); is het een citaat, begin dan niet met een getal"
        yield error(lines.at(n, 1), Code.SWALLOWED_SIGN, "dit teken > zou verdwijnen", tip)


def _cells(lines: Lines, n: int) -> int:
    """How many tabs stand between words of a line, apart from the one after the mark of a point."""
    if lines.blank(n) or "|" in lines[n] or "\t" not in lines[n] or PASTED.match(lines[n]):
        return 0
    point = LIST.match(lines[n])
    return len(TABS.findall(lines[n], point.end() - 1 if point else 0))


def _loose(lines: Lines, n: int) -> bool:
    """Whether line n is running text."""
    others = (HEADING, APART, PASTED, GLUED, OUTLINED)
    return not (lines.blank(n) or _cells(lines, n) or lines.heading(n) or any(o.match(lines[n]) for o in others))


def _by_hand(line: str, following: str) -> bool:
    first = following.split(maxsplit=1)[0]
    if BREAKS.search(line) or ENDS.search(line) or KEY.match(line.strip()):
        return False
    return len(line.rstrip()) + 1 + len(first) <= NARROW and not first[:1].islower()


def _wrapped(line: str, following: str) -> bool:
    """Whether a line was full, so that its editor put the next word on a line of its own."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > NARROW
