"""What no author writes and no parser can bear: one file or text in, a problem with its place out.

Python-Markdown needs a time that grows with the square of the brackets in a paragraph, and calls itself for each level.
"""

from __future__ import annotations

import re

from lok.model.place import Span
from lok.problems import Code, Problem, error

LONGEST_FILE = 1_000_000
"""Bytes."""
LONGEST_LINE = 8_000
"""Letters: three pages of text."""
LONGEST_BLOCK = 1_000
"""Lines without an empty one."""
LONGEST_TITLE = 200
"""Letters: a file name of it still fits everywhere."""
DEEPEST = 6
"""Levels of lists and quotes in each other."""
MOST_BRACKETS = 300
"""In one paragraph."""
CONFLICT = ">" * 7 + " "
"""Told elsewhere."""
MARKS = re.compile(r"(?:[ \t]*(?:(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|>))+")


def bounded(path: str, text: str, problems: list[Problem]) -> str:
    """The text without what is too much, in as many lines; the first of each kind is told."""
    made, told = list[str](), set[str]()
    run = brackets = 0
    for n, line in enumerate(text.split("\n"), 1):
        run, brackets = (run + 1, brackets + line.count("[")) if line.strip() else (0, 0)
        wrong = _wrong(line, run, brackets)
        if wrong and wrong[0] not in told:
            told.add(wrong[0])
            problems.append(error(Span(path, n), Code.TOO_MUCH, *wrong))
        made.append("" if wrong else line)
    return "\n".join(made)


def _wrong(line: str, run: int, brackets: int) -> tuple[str, str] | None:
    """What is too much about a line that ends a run of so many, and what to do."""
    if len(line) > LONGEST_LINE:
        return f"deze regel telt meer dan {LONGEST_LINE} letters", "verdeel hem over alinea's"
    if run > LONGEST_BLOCK:
        return f"hier staan meer dan {LONGEST_BLOCK} regels aan elkaar", "zet er lege regels tussen"
    if brackets > MOST_BRACKETS:
        return f"deze alinea telt meer dan {MOST_BRACKETS} keer [", "verdeel haar over meer alinea's"
    if depth(line) > DEEPEST and not line.startswith(CONFLICT):
        return f"hier staan meer dan {DEEPEST} lijsten of citaten in elkaar", "haal er niveaus uit"
    return None


def _rules(line: str) -> bool:
    """Whether a line is one sign over and over, which draws a line: `- - -`."""
    return set(line) in ({"-"}, {"-", " "}, {"*"}, {"*", " "}, {"_"}, {"_", " "}) and "   " not in line


def depth(line: str) -> int:
    """How many lists and quotes this line stands in, by its indent and its marks."""
    line = line.expandtabs(4)
    marks = MARKS.match(line)
    count = len(re.findall(r"[-*+>]|\d+[.)]", marks.group())) if marks and not _rules(line.strip()) else 0
    return (len(line) - len(line.lstrip())) // 4 + count
