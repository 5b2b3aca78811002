"""What a screen reader and the window of a PDF reader tell: standard, language, title, bookmarks, tags, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import page as validation
import pikepdf

from .document import Document, Element, Finding

HEADINGS = tuple(f"H{level}" for level in range(1, 7))
FOOT, HEAD = 0.08, 0.95
"""Between these heights, as shares of the page, text is content; only what stands below or above may be left unread,
and what was read before: the head of a table that goes on."""
FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
FILE_NAME = re.compile(r"\.\w{3,4}$")


def findings(document: Document) -> list[Finding]:
    checks = (_declared, _validated, _introduced, _bookmarks, _headings, _figures, _tables, _marked, _ordered, _fonts)
    return [finding for check in checks for finding in check(document)]


def _declared(document: Document) -> Iterator[Finding]:
    with document.pdf.open_metadata() as data:
        if data.get("pdfuaid:part") != "1":
            yield Finding("undeclared", 0, "does not say that it is PDF/UA-1: a library or a city may refuse it")


def _validated(document: Document) -> Iterator[Finding]:
    for failure in validation.validate_pdf_bytes(document.data, profile="ua1").failures:
        yield Finding("pdf-ua", 0, f"{failure.rule_id}: {failure.message}")


def _introduced(document: Document) -> Iterator[Finding]:
    root = document.pdf.Root
    if str(root.get("/Lang", "")) not in ("nl", "nl-BE"):
        yield Finding("language", 0, "is read aloud with the sounds of another language")
    with document.pdf.open_metadata() as data:
        title = str(data.get("dc:title") or "").strip()
    if not title or FILE_NAME.search(title) or str(document.pdf.docinfo.get("/Title", "")) != title:
        yield Finding("title", 0, f"is called {title!r}: a reader with many windows cannot tell which this is")
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield Finding("title-hidden", 0, "shows the name of the file where its title belongs")


def _bookmarks(document: Document) -> Iterator[Finding]:
    pages = {page.obj.objgen for page in document.pdf.pages}
    with document.pdf.open_outline() as outline:
        marks = list(_all(outline.root))
    if (len(pages) > 1 or document.elements(*HEADINGS)) and not marks:
        yield Finding("bookmarks", 0, "has headings and no bookmarks: a long paper must be leafed through")
    for mark in marks:
        target = mark.destination
        if not isinstance(target, pikepdf.Array) or target[0].objgen not in pages or not mark.title.strip():
            yield Finding("bookmark-lost", 0, f"the bookmark {mark.title!r} leads nowhere")


def _all(marks: list[Any]) -> Iterator[Any]:
    for mark in marks:
        yield mark
        yield from _all(mark.children)


def _headings(document: Document) -> Iterator[Finding]:
    levels = [(int(each.role[1]), each.page) for each in document.elements(*HEADINGS)]
    if not levels or levels[0][0] != 1:
        yield Finding("heading", 1, "does not begin with a heading: who jumps by headings does not find the start")
    for (one, _), (other, page) in pairwise(levels):
        if other > one + 1:
            yield Finding("heading", page, f"goes from heading {one} to heading {other}: something seems to be missing")


def _figures(document: Document) -> Iterator[Finding]:
    for figure in document.elements("Figure", "Formula"):
        words = str(figure.entry.get("/Alt", "")).strip()
        if not words or FILE_NAME.search(words):
            yield Finding("alt", figure.page, f"a picture is told as {words!r}: who cannot see it misses it")


def _tables(document: Document) -> Iterator[Finding]:
    for table in document.elements("Table"):
        rows = list(table.all("TR"))
        heads = [cell for row in rows[:1] for cell in row.children]
        if not heads or any(cell.role != "TH" for cell in heads):
            yield Finding("table-head", table.page, "a table without headers: its cells are read as loose words")
        for head in table.all("TH"):
            if not any("/Scope" in each for each in _attributes(head)):
                yield Finding("table-scope", table.page, "a header does not say which cells it speaks of")
        if len({sum(_span(cell) for cell in row.children) for row in rows}) > 1 and not _tall(table):
            yield Finding("table-grid", table.page, "a row has too few cells: a reader counts in the wrong column")


def _span(cell: Element) -> int:
    return max([int(each.get("/ColSpan", 1)) for each in _attributes(cell)], default=1)


def _tall(table: Element) -> bool:
    return any("/RowSpan" in each for cell in table.all("TH", "TD") for each in _attributes(cell))


def _attributes(element: Element) -> list[Any]:
    found = element.entry.get("/A", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _marked(document: Document) -> Iterator[Finding]:
    """Everything is either content, with a place in the structure, or an artifact; never both, never neither."""
    said = {run.text.strip() for page in document.pages for run in page.runs if not run.artifact}
    for page in document.pages:
        loose = [item for item in page.items if not item.artifact and not item.roles]
        if loose:
            yield Finding("unmarked", page.number, f"{len(loose)} things are neither content nor ornament: left unread")
        for run in page.runs:
            inside = run.box[1] > page.height * FOOT and run.box[3] < page.height * HEAD
            if run.artifact and inside and run.text.strip() not in said:
                yield Finding("silent", page.number, f"{run.quoted} is marked as ornament: it is not read aloud")


def _ordered(document: Document) -> Iterator[Finding]:
    """Typst numbers what it draws in the order in which it was written."""
    for (page, one), (next_page, other) in pairwise(document.order()):
        if page == next_page and other < one:
            yield Finding("order", page, "is read aloud in another order than it stands there")


def _fonts(document: Document) -> Iterator[Finding]:
    for item in document.pdf.objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if item.get("/Type") == "/FontDescriptor" and not FONT_FILES & set(item.keys()):
            yield Finding("font", 0, f"{item.FontName} is not embedded: a printer puts other letters")
        if item.get("/Type") == "/Font" and item.get("/Subtype") in ("/Type0", "/Type1", "/TrueType"):
            if "/ToUnicode" not in item:
                yield Finding("font-words", 0, f"text in {item.BaseFont} cannot be searched, copied or read aloud")
            if "/FontDescriptor" not in item and "/DescendantFonts" not in item:
                yield Finding("font", 0, f"{item.BaseFont} is not embedded: a printer puts other letters")
