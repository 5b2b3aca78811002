"""The handbook and the handout of the course that comes with lok: what a reader of the finished files finds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date

import page
import pikepdf
import pypdfium2
import pytest

from lok.exercises.statements.record import Statements
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.exercises import Statement
from lok.model.library import Exercise
from lok.model.text import Blocks, Section
from lok.model.walk import walk
from lok.render.paper.catalogue import generated
from lok.render.paper.document import press
from lok.render.paper.session_paper import Generated
from lok.slides.paragraphs import paragraphs
from lok.view import view
from projects import ROOT
from render.paper.test_paper import descriptions, font_size, text

WRITTEN = date(2026, 11, 23)
FOOT = 13 / 25.4 * 72
"""Height of the foot of a page, in points."""
ADDED = re.compile(r"\((blz\.\s\d+|te\s+bevestigen)\)")
MOST_EMPTY = 0.4
"""The part of a page that may stay empty at its foot, so that what belongs together stays together."""
LARGEST_TEXT = 12.0
"""Points; headings are larger."""


@pytest.fixture(scope="module")
def whole() -> Course:
    return load_and_check(ROOT, ["burn-out"], WRITTEN).courses[0]


@pytest.fixture(scope="module")
def course(whole: Course) -> Course:
    return view(whole, Audience.TRAINER)


@pytest.fixture(scope="module")
def handbook(course: Course) -> bytes:
    return made(course, Audience.TRAINER, "handboek")


@pytest.fixture(scope="module")
def handout(course: Course) -> bytes:
    return made(course, Audience.TRAINER, "slides-hand-out")


def made(course: Course, audience: Audience, id: str) -> bytes:
    [wanted] = [each for each in generated(course, audience) if each.download.id == id]
    return printed(course, wanted)


def printed(course: Course, wanted: Generated) -> bytes:
    return press(wanted.document(course), course).pdf


def letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words).lower()


def page_letters(data: bytes) -> list[str]:
    """Letters and digits of each page, without what a paper adds to author text in brackets."""
    texts = (sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(data))
    return [letters(ADDED.sub("", text)) for text in texts]


def said(blocks: Blocks) -> Iterator[str]:
    """Each paragraph of author text, letters only."""
    for par in paragraphs(blocks, {}):
        yield letters("".join(run.text for run in par.runs))


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """The title and page, from 1, of each bookmark of the first two levels."""

    def below(items: list[pikepdf.OutlineItem], levels: int) -> Iterator[tuple[str, int]]:
        for item in items if levels else ():
            assert item.destination is not None
            place = item.destination[0]  # type: ignore[index]
            yield str(item.title), numbers[place.objgen]
            yield from below(item.children, levels - 1)

    with pikepdf.open(io.BytesIO(data)) as opened:
        numbers = {each.obj.objgen: n for n, each in enumerate(opened.pages, 1)}
        with opened.open_outline() as outline:
            return list(below(list(outline.root), 2))


# --- both -----------------------------------------------------------------------------------------------------------


def test_every_paper_of_the_session_passes_an_independent_pdf_ua_check(course: Course) -> None:
    for each in generated(course, Audience.TRAINER):
        report = page.validate_pdf_bytes(printed(course, each), profile="ua1")
        assert report.is_compliant, (each.download.path, [(one.rule_id, one.message) for one in report.failures])


def test_every_slide_title_and_picture_stands_in_both(course: Course, handbook: bytes, handout: bytes) -> None:
    for data in (handbook, handout):
        found, told = letters(text(data)), descriptions(data)
        for slide in course.written:
            assert letters(slide.title) in found
            assert any(each.startswith(f"Slide {slide.number}: {slide.title}") for each in told), slide.title


def test_a_picture_tells_its_words_to_who_cannot_see_it(course: Course, handbook: bytes) -> None:
    told = {letters(each) for each in descriptions(handbook)}
    for slide in course.written:
        for words in said(slide.question):
            assert any(words in each for each in told), words


# --- handbook -------------------------------------------------------------------------------------------------------


def test_contents_name_the_page_on_which_each_heading_stands(handbook: bytes) -> None:
    marks, sheets = bookmarks(handbook), page_letters(handbook)
    titles = [title for title, _ in marks]
    start = titles.index("Inhoud")
    first = next(number for title, number in marks if title == "De avond")
    contents = "".join(sheets[:first])
    assert len(marks) > 100
    for title, number in marks[start + 1 :]:
        assert letters(title) in sheets[number - 1], title
        assert f"{letters(title)}{number}" in contents, (title, number)


def test_no_heading_stands_alone_at_the_foot_of_a_page(handbook: bytes) -> None:
    for number, sheet in enumerate(pypdfium2.PdfDocument(handbook), 1):
        items = list(sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]))
        body = [(item.get_bounds()[1], font_size(item)) for item in items if item.get_bounds()[1] > FOOT]
        assert min(body)[1] < LARGEST_TEXT, number


@pytest.mark.parametrize("name", ["burn-out", "werkdruk"])
def test_no_page_stays_half_empty_between_the_cover_and_the_last(name: str) -> None:
    loaded = view(load_and_check(ROOT, [name], WRITTEN).courses[0], Audience.TRAINER)
    with pypdfium2.PdfDocument(made(loaded, Audience.TRAINER, "handboek")) as opened:
        empty = {number: lowest(sheet) / sheet.get_height() for number, sheet in enumerate(opened, 1)}
        assert {number: part for number, part in empty.items() if part > MOST_EMPTY and 1 < number < len(empty)} == {}


def lowest(sheet: pypdfium2.PdfPage) -> float:
    """Where the text of a page ends, above its foot, in points from below."""
    items = sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    return min(bottom for bottom in (item.get_bounds()[1] for item in items) if bottom > FOOT)


def test_a_slide_its_picture_and_its_first_note_stand_together(course: Course, handbook: bytes) -> None:
    sheets, places = page_letters(handbook), dict(bookmarks(handbook))
    for slide in course.written:
        on_page = sheets[places[f"{slide.number}. {slide.title}"] - 1]
        assert next(said(slide.notes[0].blocks))[:30] in on_page, slide.title
        for words in (*said(slide.question), *(letters(need) for need in slide.needs)):
            assert words in on_page, slide.title


def test_all_that_trainers_need_is_in_the_handbook(course: Course, handbook: bytes) -> None:
    found = "".join(page_letters(handbook))
    sections = [each for each in walk((course.cases, course.exercises, course.trainer)) if isinstance(each, Section)]
    assert sections
    for slide in course.written:
        for note in slide.notes:
            assert all(words[:25] in found for words in said(note.blocks)), (slide.title, note.kind)
    for section in sections:
        assert letters(section.title) in found
    for entry in (*course.terms, *course.references):
        assert letters(entry.title) in found
    for fact in course.facts:
        assert letters(fact.short) in found
        assert fact.checked is None or letters(f"Nagekeken op {fact.checked.day} november") in found


def test_a_record_that_is_named_comes_with_its_page(handbook: bytes) -> None:
    pages = dict(bookmarks(handbook))
    for wanted in ("Tien afspraken", "Lastige vragen"):
        assert re.search(rf"{wanted} \(blz\.\s{pages[wanted]}\)", text(handbook)), wanted


# --- handout --------------------------------------------------------------------------------------------------------


def test_both_audiences_get_the_same_handout(whole: Course, handout: bytes) -> None:
    assert made(view(whole, Audience.PARTICIPANT), Audience.PARTICIPANT, "slides-hand-out") == handout


def test_three_slides_on_a_page(course: Course, handout: bytes) -> None:
    assert len(pypdfium2.PdfDocument(handout)) == -(-len(course.written) // 3)


def test_the_handout_tells_no_verdict_no_answer_and_no_trainer_text(course: Course, handout: bytes) -> None:
    found = "".join(page_letters(handout)) + "".join(letters(each) for each in descriptions(handout))
    public = "".join(shown_words(slide) for slide in course.slides)
    hidden = [words for slide in course.slides for words in secrets(slide)]
    judged = [each for each in walk(course.exercises) if isinstance(each, Statement)]
    hidden += [words for each in judged for words in said(each.explanation)]
    long = [words for words in hidden if len(words) > 24 and words not in public]
    assert len(long) > 500
    assert [words for words in long if words in found] == []


def secrets(slide: Slide) -> Iterator[str]:
    yield from said(slide.reveal)
    yield from said(slide.cue)
    for note in slide.notes:
        yield from said(note.blocks)


def shown_words(slide: Slide) -> str:
    return "".join((*said(slide.body), *said(slide.question)))


def test_statements_stand_on_the_handout_without_their_verdict(course: Course, handout: bytes, handbook: bytes) -> None:
    rounds = {each.id: each for each in course.exercises if isinstance(each.content, Statements)}
    slides = [slide for slide in course.slides if slide.exercise and slide.exercise.id in rounds]
    assert slides
    for slide in slides:
        assert slide.exercise
        exercise = rounds[slide.exercise.id]
        shown, full = picture_words(handout, slide), picture_words(handbook, slide)
        for statement in statements(exercise):
            assert letters(statement.text) in shown
            verdict = letters(statement.verdict + statement.nuance)
            assert letters(statement.text) + verdict in full
            assert letters(statement.text) + verdict not in shown


def statements(exercise: Exercise) -> tuple[Statement, ...]:
    assert isinstance(exercise.content, Statements)
    return exercise.content.statements


def picture_words(data: bytes, slide: Slide) -> str:
    """What the picture of a slide tells who cannot see it."""
    [found] = [each for each in descriptions(data) if each.startswith(f"Slide {slide.number}: ")]
    return letters(found)
