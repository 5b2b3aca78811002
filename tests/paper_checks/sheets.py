"""What a printer makes of it: sizes of pages and letters, what a printer or a box cuts off, pages lost or empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import raw

from lok.words import words

from .document import Document, Finding
from .drawn import Box, Page, Run

MM = 72 / 25.4
NEAR = 0.05
"""Points that rounding may take."""


@dataclass(frozen=True)
class Paper:
    """Sides of an upright sheet in mm, and the least sizes in points of running text and of what stands beside it.

    `edge` is what must stay free at each side in mm: a printer leaves 5 white.
    """

    width: float
    height: float
    text: float
    beside: float
    edge: float = 5


A4 = Paper(210, 297, 11, 9)
PAPERS = {"a4": A4, "a6": A4, "a3": Paper(297, 420, 12.5, 11), "a1": Paper(594, 841, 30, 24)}
"""By the end of the file's name, A4 where it has none. Cards of A6 are printed four on an A4; an A3 lies on a table for
a group, and an A1 hangs on a wall."""
BESIDE = {"Caption", "Note", "Figure"}
"""Roles whose text may be smaller, like that of footers, which are artifacts: captions, notes, and what a picture
shows. What its alt text says too, as that of a slide does, a picture may show at any size."""
ROOM = 0.25
"""How much of the smaller one of two texts the other may cover: glyphs reach out of their lines."""


def is_cut(page: Page) -> bool:
    """Whether cards are cut from it: at half of its height, a short mark begins at its edge."""
    marks = (each.box for each in page.items if each.kind == raw.FPDF_PAGEOBJ_PATH)
    middle = page.height / 2
    return any(
        left < 1 and right < 8 * MM and abs(low - middle) < 2 and high - low < 2 for left, low, right, high in marks
    )


def paper(name: str) -> Paper:
    return PAPERS.get(name.removesuffix(".pdf").rpartition("-")[2], A4)


def findings(document: Document) -> list[Finding]:
    return [*_numbers(document), *(found for page in document.pages for found in _page(document, page))]


def _page(document: Document, page: Page) -> Iterator[Finding]:
    wanted = paper(document.name)
    sides = sorted((page.width / MM, page.height / MM))
    if any(abs(one - other) > 0.5 for one, other in zip(sides, (wanted.width, wanted.height), strict=True)):
        yield Finding("page-size", page.number, f"is {sides[0]:.0f} x {sides[1]:.0f} mm: a printer scales or cuts it")
    if document.pdf.pages[page.number - 1].obj.get("/Rotate", 0):
        yield Finding("turned", page.number, "is turned: a screen shows it askew")
    pictures = [item for item in page.items if item.kind == raw.FPDF_PAGEOBJ_IMAGE and not item.artifact]
    between = document.name.startswith("bundel") and page.number % 2 == 0  # so that the next sheet begins on the right
    if not pictures and not between and not any(run.roles and not run.artifact for run in page.runs):
        yield Finding("blank", page.number, "says nothing: paper for nothing")
    pictured = "/".join(
        str(each.entry.get("/Alt", "")) for each in document.elements("Figure") if each.page == page.number
    )
    for run in page.runs:
        if "Figure" not in run.roles or _letters(run.text) not in _letters(pictured):
            yield from _small(page, run, wanted)
        yield from _cut(page, run, wanted.edge * MM)
    yield from _piled(page)


def _small(page: Page, run: Run, wanted: Paper) -> Iterator[Finding]:
    least = wanted.beside if run.artifact or BESIDE & set(run.roles) else wanted.text
    if run.size < least - NEAR:
        yield Finding("small", page.number, f"{run.quoted} is {run.size:.1f} pt, must be {least:g}: hard to read")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _cut(page: Page, run: Run, edge: float) -> Iterator[Finding]:
    if not _within(run.box, (edge, edge, page.width - edge, page.height - edge)):
        yield Finding("edge", page.number, f"{run.quoted} stands where a printer does not print")
    if run.clip and not _within(run.box, run.clip):
        yield Finding("cut", page.number, f"{run.quoted} is cut off by its box")


def _within(inner: Box, outer: Box) -> bool:
    left, bottom, right, top = inner
    return left >= outer[0] - 1 and bottom >= outer[1] - 1 and right <= outer[2] + 1 and top <= outer[3] + 1


def _piled(page: Page) -> Iterator[Finding]:
    """Texts over each other; sorted from the left, so that each meets only those that begin before it ends."""
    runs = sorted(page.runs, key=lambda run: run.box)
    for n, one in enumerate(runs):
        for other in runs[n + 1 :]:
            if other.box[0] >= one.box[2]:
                break
            shared = max(0.0, min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]))
            shared *= min(one.box[2], other.box[2]) - other.box[0]
            if shared > ROOM * min(_area(one.box), _area(other.box)):
                yield Finding("piled", page.number, f"{one.quoted} and {other.quoted} stand over each other")


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_back(document: Document, page: Page) -> bool:
    """Whether a page of a bundle only lets the next sheet begin on the right."""
    return (
        document.name.startswith("bundel") and page.number % 2 == 0 and not any(run.text.strip() for run in page.runs)
    )


def _numbers(document: Document) -> Iterator[Finding]:
    """Footers count from 1 to what they say is the last; a bundle counts on, or again for each of its papers.

    A sheet of cards has none, but counts: what is printed on it is cut out with a card. So does an empty back in a
    bundle, which nobody holds.
    """
    pattern = re.compile(words("paper")["page_of"].format(page=r"(\d+)", pages=r"(\d+)"))
    expected, last = 1, 0
    for page in document.pages:
        found = next((each for run in page.runs if run.artifact and (each := pattern.search(run.text))), None)
        if not found and (is_cut(page) or _is_back(document, page)):
            expected = 1 if expected == last else expected + 1
            continue
        if not found:
            yield Finding("page-number", page.number, "has no number: a dropped pile cannot be put in order")
            continue
        number, last = int(found[1]), int(found[2])
        if number != expected:
            yield Finding("page-lost", page.number, f"says {number} where {expected} belongs: a page is lost or moved")
        expected = 1 if number == last else number + 1
    if expected != 1 and last:
        yield Finding("page-lost", 0, f"ends before page {last}")
