"""Faults sown in a real paper of ours: each must be seen by our own checker, for the reason that it was sown for.

Every fault is one small edit, named by what a user would suffer. The checker does not know where it stands.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from pikepdf import Name, String

import samples
from finished.test_paper_gates import letters, pieces
from lok.model.audience import Audience
from lok.render.paper import nodes
from lok.render.paper.document import press
from lok.render.paper.paper import single
from paper_checks import findings
from paper_checks.document import Document
from paper_checks.layout import thin
from paper_edits import (
    Edit,
    blank_page,
    both,
    box,
    drawn,
    edited,
    entry,
    faded,
    fonts,
    lost_page,
    metadata,
    ornament,
    orphan,
    over,
    reversed_pages,
    root,
    swapped,
    under,
)
from projects import ROOT, read

PAPER = "batterij-a4.pdf"
"""A picture, tables, headings and footers; with `LATER`, which gets a page of its own and a fact, two pages."""
LATER = samples.section("Voor later", *samples.say("Hou dit blad bij."), samples.fact_here("zelfmoordlijn"))
COLOUR = r"[\d.]+ [\d.]+ [\d.]+ scn(?=\s*BT)"
GROUND = "40 690 515 60 re f"
"""Lies under the task."""

HEARD: dict[str, tuple[str, Edit]] = {
    "a library refuses it: it does not say that it is accessible": (
        "undeclared", metadata(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "it says so and is not: no structure at all": ("pdf-ua", root("StructTreeRoot", None)),
    "it is read aloud as English": ("language", root("Lang", String("en-US"))),
    "it is read aloud in any language": ("language", root("Lang", None)),
    "the window shows the name of the file": ("title-hidden", root("ViewerPreferences/DisplayDocTitle", False)),
    "it is called as its file": (
        "title", both(
            metadata(b"Hoe staat je batterij?", b"batterij-a4.pdf"),
            lambda pdf: pdf.docinfo.__setitem__("/Title", String("batterij-a4.pdf")))),
    "it cannot be leafed through by bookmarks": ("bookmarks", root("Outlines", None)),
    "a bookmark leads nowhere": ("bookmark-lost", lost_page(1)),
    "who jumps by headings does not find the start": ("heading", entry("H1", "/S", Name.P)),
    "a heading seems to be missing": ("heading", entry("H2", "/S", Name.H4)),
    "a picture is not told to who cannot see it": ("alt", entry("Figure", "/Alt", None)),
    "a picture is told as the name of a file": ("alt", entry("Figure", "/Alt", String("meter-2.png"))),
    "cells are read as loose words": ("table-head", entry("TH", "/S", Name.TD)),
    "a header does not say which cells it speaks of": ("table-scope", entry("TH", "/A", None)),
    "who counts cells is in the wrong column": ("table-grid", orphan("TD")),
    "a sentence is never read aloud": ("unmarked", orphan("P")),
    "a sentence is passed over as an ornament": ("silent", drawn(r"/Span<</MCID 3>>BDC", "/Artifact BMC")),
    "a line is read as content without meaning": ("unmarked", over("q 0 g 60 300 100 1 re f Q")),
    "it is read aloud in the wrong order": ("order", swapped("H2")),
    "a printer puts other letters": ("font", fonts("/FontDescriptor", "/FontFile2", "/FontFile3")),
    "its words cannot be searched or copied": ("font-words", fonts("/Font", "/ToUnicode")),
}  # fmt: skip
PRINTED: dict[str, tuple[str, Edit]] = {
    "words too small to read": ("small", drawn(r"/f1 11.5 Tf", "/f1 8 Tf")),
    "words made too small by a scale": ("small", drawn(r"1 0 0 -1 0 0 Tm", ".7 0 0 -.7 0 0 Tm", after="/f1 11.5 Tf")),
    "a footer too small to read": ("small", drawn(r"/f1 9 Tf", "/f1 7 Tf")),
    "a printer scales it to another paper": ("page-size", box("/MediaBox", 0, 0, 612, 792)),
    "a part of it is not shown": ("page-size", box("/CropBox", 0, 0, 595.28, 700)),
    "it stands upside down": ("turned", lambda pdf: pdf.pages[0].obj.__setitem__("/Rotate", 180)),
    "words stand where a printer does not print": ("edge", drawn(r"1 0 0 -1 65\.\d+", "1 0 0 -1 3", after="BDC")),
    "words run off the paper": ("edge", drawn(r"1 0 0 -1 65\.\d+", "1 0 0 -1 560", after="BDC")),
    "words are cut off by their box": ("cut", drawn(r"BT", "0 -20 60 40 re W n BT", after="MCID 3")),
    "two lines stand over each other": ("piled", drawn(r"56\.69\d+ 709\.05\d+ cm", "56.69 723.8 cm", after="MCID 5")),
    "paper for nothing": ("blank", blank_page),
    "the last page is not there": ("page-lost", lost_page(1)),
    "the first page is not there": ("page-lost", lost_page(0)),
    "pages in the wrong order": ("page-lost", reversed_pages),
    "a page without a number": ("page-number", drawn(r"\[[^\]]*\]TJ(?=\s*ET\s*Q\s*EMC\s*$)", "")),
}
SEEN: dict[str, tuple[str, Edit]] = {
    "grey words on white": ("contrast", drawn(COLOUR, "0.6 0.6 0.6 scn")),
    "white words on white": ("hidden", drawn(COLOUR, "1 1 1 scn")),
    "dark words on a dark ground": ("contrast", under(ornament(f"0.1 0.2 0.25 rg {GROUND}"))),
    "words on a ground half of which is dark": ("contrast", under(ornament("0.2 0.3 0.3 rg 40 690 250 60 re f"))),
    "words as thin as glass": ("contrast", faded),
    "words behind a white box": ("hidden", over(ornament(f"1 g {GROUND}"))),
    "words drawn without ink": ("hidden", drawn(r"0 Tr", "3 Tr")),
    "red words that a black printer turns grey on black": (
        "grey", both(drawn(COLOUR, "1 0 0 scn", after="MCID 4"), under(ornament(f"0 g {GROUND}")))),
}  # fmt: skip
UNSEEN: dict[str, tuple[Edit, str]] = {
    "a description that says something else": (
        entry("Figure", "/Alt", String("Een huis met een rood dak.")), "only a person sees what a picture shows"),
    "a colour that means something else": (
        drawn(r"0\.9607843 0\.60784316 0\.20784314 scn", "0.2 0.6 0.3 scn"), "only a person knows what orange means"),
    "no line to write on": (
        drawn(r"90\.708664 10\.05 m.*?f\n", ""), "test_paper counts the room to write, by kind of paper"),
}  # fmt: skip
"""What no gate can see, and who does."""


@pytest.fixture(scope="module")
def clean() -> bytes:
    """The finished paper of one exercise, with a second page."""
    courses, _ = read(ROOT)
    id = PAPER.partition("-")[0]
    course, item = next((course, each) for course in courses for each in course.exercises if each.id == id)
    return press(single(course, replace(item, sections=(*item.sections, LATER)), "a4"), course).pdf


def codes(data: bytes, name: str = PAPER) -> set[str]:
    return {finding.code for finding in findings(name, data)}


def test_the_paper_is_clean_before_it_is_spoilt(clean: bytes) -> None:
    assert findings(PAPER, clean) == []
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize("fault", HEARD)
def test_a_fault_that_is_heard(clean: bytes, fault: str) -> None:
    code, edit = HEARD[fault]
    assert code in codes(edited(clean, edit))


@pytest.mark.parametrize("fault", PRINTED)
def test_a_fault_that_a_printer_meets(clean: bytes, fault: str) -> None:
    code, edit = PRINTED[fault]
    assert code in codes(edited(clean, edit))


@pytest.mark.parametrize("fault", SEEN)
def test_a_fault_that_an_eye_meets(clean: bytes, fault: str) -> None:
    code, edit = SEEN[fault]
    assert code in codes(edited(clean, edit))


def test_grey_is_a_fault_of_its_own(clean: bytes) -> None:
    """Red on black is seen in colour."""
    _, edit = SEEN["red words that a black printer turns grey on black"]
    reds = [finding for finding in findings(PAPER, edited(clean, edit)) if "Kijk terug" in finding.message]
    assert [finding.code for finding in reds] == ["grey"]


def test_a_wall_needs_larger_letters_than_a_desk(clean: bytes) -> None:
    assert {"small", "page-size"} <= codes(clean, "batterij-a3.pdf")
    assert {"small", "page-size"} <= codes(clean, "batterij-a1.pdf")


def test_cards_are_printed_on_a_sheet(clean: bytes) -> None:
    assert codes(clean, "batterij-a6.pdf") == set()


def test_a_page_with_next_to_nothing_on_it_is_told() -> None:
    """What stands beside the columns has a page of its own, with a line on it; lines to write on fill the first."""
    beside = samples.section("Voor later", *samples.say("Hou dit blad bij."))
    item = samples.exercise(samples.columns("Links", "Rechts"), beside)
    data = press(single(samples.course(item), item, "a4"), samples.course(item)).pdf
    with Document("kolommen-a4.pdf", data) as document:
        assert [(each.code, each.page) for each in thin(document)] == [("thin", 2)]


def lines_of(number: str) -> bytes:
    """A sheet with the number after ever more words, so that some line would end in it."""
    said = (block for count in range(20) for block in samples.say(f"{'Bel dan ' * 8}{'o' * count} {number}."))
    item = samples.sheet(samples.section("Hulp", *said))
    return press(single(samples.course(item), item, "a4"), samples.course(item)).pdf


def test_a_number_on_two_lines_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "torn" not in codes(lines_of("0800 23 460"))
    monkeypatch.setattr(nodes, "UNBROKEN", re.compile("(?!)"))
    assert "torn" in codes(lines_of("0800 23 461"))


def test_the_number_of_a_page_on_a_sheet_of_cards_is_told(clean: bytes) -> None:
    marked = edited(clean, over(ornament("0 0 0 rg 0 421 14 1 re f")))
    assert "trim" in codes(marked)
    assert "trim" not in codes(clean)


@pytest.mark.parametrize("fault", UNSEEN)
def test_what_no_gate_sees_is_on_the_list_for_a_reason(clean: bytes, fault: str) -> None:
    edit, reason = UNSEEN[fault]
    assert reason
    assert codes(edited(clean, edit)) == set()


# --- faults that the comparison of paper and site meets -----------------------------------------------------------


def untold(built: Path, data: bytes) -> list[str]:
    """What the page of the exercise asks and the paper does not."""
    [page] = built.glob(f"{Audience.PARTICIPANT.value}/*/oefeningen/{PAPER.partition('-')[0]}.html")
    [task] = html.fromstring(page.read_bytes()).find_class("task")
    task.find_class("label")[0].drop_tree()
    with Document(PAPER, data) as document:
        said = letters(document.said())
    return [piece for piece in pieces(task) if letters(piece) not in said]


def test_a_line_of_the_task_that_is_not_on_paper_is_told(built: Path, clean: bytes) -> None:
    assert untold(built, clean) == []
    assert untold(built, edited(clean, drawn(r"\[[^\]]*\]TJ", "", after="MCID 4")))
