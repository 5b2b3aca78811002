"""What a sheet looks like as a whole: pages that hold next to nothing, numbers torn apart, words between the cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lok.words import words

from .document import Document, Finding
from .drawn import Page, Run
from .sheets import MM, is_cut

FULL = 1 / 3
"""How far down a page of a sheet must reach at least, as a share of what lies between its margins."""
MARGINS = 14 * MM, 17 * MM
"""Free above and below, in points of an A4."""
GROUND = 0.6
"""What is higher than this share of a page is its ground, not something on it."""
TORN = re.compile(
    r"\b0\d{1,3}(?:[ \u00a0]*\n[ \u00a0]*\d{2,3}[ \u00a0]+\d{2,3}|[ \u00a0]+\d{2,3}[ \u00a0]*\n[ \u00a0]*\d{2,3})\b"
)
"""A number to dial with the end of a line in it."""


def findings(document: Document) -> list[Finding]:
    """Of any paper: numbers torn apart, and on cards what does not belong to one."""
    torn = (found for page in document.pages for found in _torn(page))
    trim = (found for page in document.pages if is_cut(page) for found in _trim(page))
    return [*torn, *trim]


def thin(document: Document) -> list[Finding]:
    """Pages of a sheet that hold next to nothing; the lines to write on count."""
    return [
        Finding("thin", page.number, f"reaches {share:.0%} down: paper for little")
        for page in document.pages
        if (share := _reach(page)) < FULL
    ]


def _reach(page: Page) -> float:
    """How far down a page is used, as a share of its height between the margins."""
    scale = min(page.width, page.height) / (210 * MM)
    top, bottom = page.height - MARGINS[0] * scale, MARGINS[1] * scale
    lows = (each.box[1] for each in page.items if each.box[3] - each.box[1] < GROUND * page.height)
    lowest = min((low for low in lows if low >= bottom - 1), default=top)
    return (top - lowest) / (top - bottom)


def _torn(page: Page) -> Iterator[Finding]:
    for found in TORN.finditer(_lines(page.runs)):
        yield Finding("torn", page.number, f"{' / '.join(found[0].split(chr(10)))} is one number on two lines")


def _lines(runs: list[Run]) -> str:
    """The words in the order in which they are drawn, with the ends of lines."""
    said = ""
    for before, run in zip([None, *runs], runs, strict=False):
        lower = before is not None and before.box[1] - run.box[1] > run.size * 0.6
        said += ("\n" if lower else "") + run.text
    return said


def _trim(page: Page) -> Iterator[Finding]:
    pattern = re.compile(words("paper")["page_of"].format(page=r"\d+", pages=r"\d+"))
    for run in page.runs:
        if pattern.search(run.text):
            yield Finding("trim", page.number, f"{run.quoted} is cut out with a card")
