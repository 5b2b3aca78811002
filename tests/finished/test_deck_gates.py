"""Finished decks, of our own course and of the tiny one, go through four gates before anybody opens them.

Our own checker and the Open XML audit find nothing, LibreOffice shows the words that belong on each page and as many
clicks as the course asks for, and python-pptx reads back what the course holds.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from deck_checks import findings
from lok.exercises.statements.record import Statements
from lok.model.course import Course, Slide
from lok.model.ref import Ref
from lok.model.text import Block, Chart, ListBlock, Paragraph, Picture, Plain, Quote
from lok.model.walk import walk
from lok.render.deck.shapes import texts
from lok.slides.canvas import Canvas, Group
from lok.slides.compose import canvases
from lok.words import words
from projects import COURSE_ROOTS, COURSES

OUTLINE = COURSES / "handhygiene.expected" / "deck.txt"
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Made:
    """A deck with its course."""

    course: Course
    path: Path

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()


@dataclass(frozen=True)
class Shown:
    """A course, and what LibreOffice makes of its deck: the words of each page, and the file it would save."""

    course: Course
    pages: tuple[str, ...]
    content: str


@pytest.fixture(params=COURSE_ROOTS)
def made(request: pytest.FixtureRequest, trainers: dict[str, Course], decks: Path) -> Made:
    return Made(trainers[request.param], decks / f"{request.param}.pptx")


@pytest.fixture(params=COURSE_ROOTS)
def seen(request: pytest.FixtureRequest, trainers: dict[str, Course], office: Path) -> Shown:
    document = pypdfium2.PdfDocument(office / f"{request.param}.pdf")
    pages = tuple(page.get_textpage().get_text_range() for page in document)
    with ZipFile(office / f"{request.param}.odp") as archive:
        content = archive.read("content.xml").decode("utf-8")
    return Shown(trainers[request.param], pages, content)


def test_our_own_checker_finds_nothing(made: Made) -> None:
    assert findings(made.data) == []


def test_the_open_xml_audit_finds_nothing(made: Made) -> None:
    assert validate_pptx(made.path).errors == []


# --- LibreOffice --------------------------------------------------------------------------------------------------


def test_libreoffice_makes_a_page_of_every_slide(seen: Shown) -> None:
    assert len(seen.pages) == len(seen.course.slides)


def letters(text: str) -> str:
    return "".join(LETTER.findall(text))


def shown(canvas: Canvas) -> list[str]:
    """Every text that the layout puts on a slide."""
    return ["".join(run.text for run in par.runs) for text in texts(canvas) for par in text.pars]


def drawn(canvas: Canvas) -> str:
    """Names of who speaks in a dialogue: a face or pictogram on the slide, a word in the description of the line."""
    lines = (item for item in canvas.items if isinstance(item, Group) and canvas.layout.key.startswith("dialogue"))
    return "".join(line.alt.partition(":")[0] for line in lines)


def test_each_page_has_the_words_of_its_slide_and_no_others(seen: Shown) -> None:
    for page, (_, slide, canvas) in zip(seen.pages, canvases(seen.course), strict=True):
        expected = shown(canvas)
        found = letters(page)
        apart = found.replace(letters(words("deck")["invented"]), "")  # it stands beside other lines
        assert [text for text in expected if letters(text) not in found and letters(text) not in apart] == []
        assert Counter(found) == Counter(letters("".join(expected))), slide.title


def test_each_page_has_every_word_that_the_author_wrote_for_it(seen: Shown) -> None:
    for page, (_, slide, canvas) in zip(seen.pages, canvases(seen.course), strict=True):
        found = letters(page + drawn(canvas)).replace(letters(words("deck")["invented"]), "")  # beside other lines
        written = [slide.title, *said((*slide.body, *slide.question, *slide.reveal))]
        assert [text for text in written if letters(text) not in found] == [], slide.title


def said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of plain text; a fact's are another file's, and a bar does not say what its column is called."""
    charts = [node for node in walk((blocks,)) if isinstance(node, Chart)]
    silent = {id(node) for chart in charts for node in walk(chart.table.header)}
    for node in walk((blocks,)):
        if isinstance(node, Plain) and id(node) not in silent:
            yield node.text


def test_clicks_are_those_that_the_course_asks_for(seen: Shown) -> None:
    expected = sum(clicks(seen.course, slide) for slide in seen.course.slides)
    assert expected
    assert seen.content.count('presentation:node-type="on-click"') == expected


def clicks(course: Course, slide: Slide) -> int:
    """Two for each statement, then one for each paragraph, item or picture under `Na de klik`."""
    facts = {fact.id: fact for fact in course.facts}
    exercise = next((item for item in course.exercises if slide.exercise and item.id == slide.exercise.id), None)
    votes = 0
    if exercise and isinstance(exercise.content, Statements) and slide.kind == "uitspraken":
        votes = 2 * len(exercise.content.statements)
    return votes + sum(steps(block, facts) for block in slide.reveal)


def steps(block: Block, facts: dict[str, object]) -> int:
    match block:
        case Paragraph() | Picture():
            return 1
        case ListBlock():
            return len(block.items)
        case Quote():
            return len(block.blocks)
        case Ref():
            return sum(steps(inner, facts) for inner in facts[block.id].blocks)  # type: ignore[attr-defined]
        case _:
            return 0


# --- python-pptx --------------------------------------------------------------------------------------------------


def test_python_pptx_reads_back_titles_ids_and_roles(made: Made) -> None:
    slides = list(Presentation(io.BytesIO(made.data)).slides)
    titles = [slide.shapes.title.text_frame.text.replace("\u00a0", " ") for slide in slides]
    assert titles == [s.title for s in made.course.slides]
    assert [slide.name for slide in slides] == [s.id for s in made.course.slides]
    places = [[place for place in slide.placeholders if place.name == "Wie spreekt"] for slide in slides]
    roles = [each.role.name for each in made.course.slides]
    assert [[place.text_frame.text for place in found] for found in places] == [
        [role] if canvas.layout.has("role") else []
        for role, (_, _, canvas) in zip(roles, canvases(made.course), strict=True)
    ]
    assert [slide.notes_slide.notes_text_frame.text.partition(":")[0] for slide in slides] == [
        role.upper() for role in roles
    ]


def test_the_outline_is_the_one_that_a_person_read(decks: Path, update: bool) -> None:
    found = "\n".join(outline((decks / "handhygiene.pptx").read_bytes())) + "\n"
    if update:
        OUTLINE.write_text(found, encoding="utf-8")
    assert found == OUTLINE.read_text(encoding="utf-8")


def outline(data: bytes) -> Iterator[str]:
    """A deck as text: each slide with its layout, its shapes in reading order, and its notes."""
    for number, slide in enumerate(Presentation(io.BytesIO(data)).slides, 1):
        yield f"{'' if number == 1 else chr(10)}== {number} · {slide.slide_layout.name} · {slide.name}"
        for shape in slide.shapes:
            alt = shape._element.xpath("./*/p:cNvPr/@descr")
            yield f"{shape.name}:{f' [{alt[0]}]' if alt else ''}"
            if shape.has_text_frame:
                yield from paragraphs(shape.text_frame)
            elif shape.has_table:
                yield from (f"    {' | '.join(cell.text for cell in row.cells)}" for row in shape.table.rows)
            elif shape.shape_type == 6:
                yield from (f"    {inner.text_frame.text}" for inner in shape.shapes if inner.text_frame.text)
        yield "Notities:"
        yield from paragraphs(slide.notes_slide.notes_text_frame)


def paragraphs(frame: object) -> Iterator[str]:
    for par in frame.paragraphs:  # type: ignore[attr-defined]
        bold = "".join(f"**{run.text.strip()}** " if run.font.bold else run.text for run in par.runs)
        yield f"    {'- ' * par.level}{(bold or par.text).strip()}"
