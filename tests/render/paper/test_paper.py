"""Papers: what stands on them, that it fits or is said not to, and that the PDFs are accessible and the same twice."""

from __future__ import annotations

import ctypes
import io
import math
import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

import page
import pikepdf
import pypdfium2
import pytest
from PIL import Image

import samples
from lok.design import fonts, glyphs, palette
from lok.exercises.columns.record import Columns
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Exercise, Media, Sheet
from lok.model.output import Artifact
from lok.model.text import (
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Strong,
    Table,
)
from lok.problems import Problem
from lok.render.paper.document import press
from lok.render.paper.paper import render, single
from lok.typesetting.press import TypesettingError
from lok.words import words
from paper_checks import findings

HOSTILE = "#panic(1) $x^2$ *b* <l> @ref _e_ `c` // weg \\ \"aan\" [x] {y} -- ... 'q' #{sys}"
SECRET = "geheim voor de begeleider"


def papers(*items: Exercise | Sheet, **changes: object) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    done = render(samples.course(*items, **changes), Audience.PARTICIPANT, {})  # type: ignore[arg-type]
    return done.files, done.problems


def only(*items: Exercise | Sheet, **changes: object) -> bytes:
    [made], problems = papers(*items, **changes)
    assert problems == ()
    return made.data


def single_pdf(course: Course, item: Exercise | Sheet) -> bytes:
    """The PDF of one record on A4."""
    return press(single(course, item, "a4"), course).pdf


def text(data: bytes) -> str:
    """All words of a PDF, spaces folded."""
    document = pypdfium2.PdfDocument(data)
    found = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    return " ".join(found.replace("\ufffe", "").split())


def letters(words: str) -> str:
    return "".join(words.split())


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in mm."""
    return [(round(w * 25.4 / 72), round(h * 25.4 / 72)) for w, h in map(tuple_size, pypdfium2.PdfDocument(data))]


def tuple_size(sheet: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = sheet.get_size()
    return width, height


def every_kind() -> tuple[Exercise, ...]:
    """An exercise of each mechanism."""
    made = (
        samples.exercise(samples.columns("Links", "Midden", "Rechts"), paper=("a4", "a3", "a1")),
        samples.exercise(samples.balance(), samples.section("Kies", samples.bullets("Wat eerst?", "Wat dan?"))),
        samples.exercise(samples.statements("De maan is rond.", "Gras is blauw.")),
    )
    return tuple(replace(each, id=f"oefening-{n}") for n, each in enumerate(made))


def rich_sheet() -> Sheet:
    link = Link("https://example.org/a", (Plain("een adres"),), samples.span())
    running = (
        Plain(HOSTILE),
        Strong((Plain("vet"), Emphasis((Plain("schuin"),)))),
        LineBreak(),
        Monospace("f(x)"),
        link,
    )
    return samples.sheet(
        samples.section(
            "Alles",
            Paragraph(running),
            Quote(samples.say("Een citaat.")),
            ListBlock(True, ((*samples.say("een"), samples.bullets("onder een")), samples.say("twee"))),
            children=(samples.section("Dieper", *samples.say("Diepe tekst.")),),
        ),
        samples.section("Tabel", Table(((Plain("Wat"),), (Plain("Hoe"),)), (((Plain("a"),), (Plain("b"),)),))),
        samples.section("Feit", samples.fact_here()),
        intro=samples.say("De inleiding."),
    )


@pytest.fixture(scope="module")
def all_papers() -> tuple[Artifact, ...]:
    made, problems = papers(*every_kind(), rich_sheet(), facts=(samples.fact(),))
    assert problems == ()
    return made


# --- the files ------------------------------------------------------------------------------------------------------


def test_a_paper_per_size_in_order(all_papers: tuple[Artifact, ...]) -> None:
    names = ["oefening-0-a4", "oefening-0-a3", "oefening-0-a1", "oefening-1-a4", "oefening-2-a4", "blad-a4"]
    assert [made.path for made in all_papers] == [f"downloads/{name}.pdf" for name in names]


def test_pages_have_the_size_of_their_paper(all_papers: tuple[Artifact, ...]) -> None:
    expected = [(297, 210), (420, 297), (841, 594), (210, 297), (210, 297), (210, 297)]
    assert [sizes(made.data) for made in all_papers] == [[size] for size in expected]


def test_every_paper_passes_an_independent_pdf_ua_check(all_papers: tuple[Artifact, ...]) -> None:
    for made in all_papers:
        report = page.validate_pdf_bytes(made.data, profile="ua1")
        assert report.is_compliant, (made.path, [(each.rule_id, each.message) for each in report.failures])


def test_papers_know_their_language_title_and_headings(all_papers: tuple[Artifact, ...]) -> None:
    for made in all_papers:
        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            assert str(pdf.Root.Lang) == "nl-BE"
            assert str(pdf.docinfo.Title) in ("Een oefening", "Een blad")
            with pdf.open_outline() as outline:
                assert outline.root


def test_fonts_are_embedded_and_ours(all_papers: tuple[Artifact, ...]) -> None:
    families = {palette.TEXT_FONT.replace(" ", ""), palette.FALLBACK_FONT.replace(" ", "")}
    for made in all_papers:
        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            found = [each for each in pdf.objects if is_kind(each, "/FontDescriptor")]
            assert found
            for font in found:
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())
                assert str(font.FontName).partition("+")[2].partition("-")[0] in families


def is_kind(item: pikepdf.Object, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind


def test_the_same_bytes_twice(all_papers: tuple[Artifact, ...]) -> None:
    again, _ = papers(*every_kind(), rich_sheet(), facts=(samples.fact(),))
    assert again == all_papers


def test_the_date_is_that_of_the_course() -> None:
    with pikepdf.open(io.BytesIO(only(samples.sheet()))) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20261122")


def test_both_audiences_get_the_same_papers(all_papers: tuple[Artifact, ...]) -> None:
    course = samples.course(*every_kind(), rich_sheet(), facts=(samples.fact(),))
    assert render(course, Audience.TRAINER, {}).files == all_papers


def test_sources_are_the_files_that_were_used(all_papers: tuple[Artifact, ...]) -> None:
    assert all_papers[-1].sources == ("content/a.md", "content/b.md", "content/f.md", "content/s.md")
    assert "content/f.md" not in all_papers[0].sources


# --- what stands on them --------------------------------------------------------------------------------------------


def test_foot_tells_course_version_date_and_page(all_papers: tuple[Artifact, ...]) -> None:
    for made in all_papers:
        assert "Een cursus · versie 1.0 · bijgewerkt op 22/11/2026" in text(made.data)
        assert "pagina 1 van 1" in text(made.data)


def test_author_text_comes_out_letter_for_letter(all_papers: tuple[Artifact, ...]) -> None:
    found = letters(text(all_papers[-1].data))
    for wanted in (
        HOSTILE,
        "De inleiding.",
        "vetschuin",
        "f(x)",
        "een adres",
        "Een citaat.",
        "onder een",
        "Diepe tekst.",
    ):
        assert letters(wanted) in found


def test_task_stands_on_every_exercise(all_papers: tuple[Artifact, ...]) -> None:
    for made in all_papers[:-1]:
        assert "Neem je pen en begin." in text(made.data)
        assert "5 minuten" in text(made.data)


def test_minutes_read_as_dutch() -> None:
    exercise = samples.exercise(samples.columns("A", "B"))
    assert "Oefening 1 minuut" in text(only(replace(exercise, minutes=Decimal(1))))
    assert "Oefening 2,5 minuten" in text(only(replace(exercise, minutes=Decimal("2.5"))))
    assert "minu" not in text(only(replace(exercise, minutes=None)))


def test_a_sheet_of_trainer_text_only_is_printed() -> None:
    secret = replace(samples.sheet(), trainer=(samples.section("Trainer", *samples.say("Bel elkaar vooraf.")),))
    made = render(samples.course(secret), Audience.TRAINER, {}).files
    assert "Bel elkaar vooraf." in text(made[0].data)


def test_headings_on_the_wall_are_large_and_text_is_never_small(all_papers: tuple[Artifact, ...]) -> None:
    assert heights(all_papers[2].data, "Links") >= 60
    for made in all_papers:
        assert min(size for size, _ in runs(made.data)) >= 9


def heights(data: bytes, words: str) -> float:
    """The largest type size, in points, of text that holds these words."""
    return max(size for size, found in runs(data) if words in found)


def runs(data: bytes) -> list[tuple[float, str]]:
    """Type size in points and text of each piece of text."""
    found = []
    for sheet in pypdfium2.PdfDocument(data):
        lines = sheet.get_textpage()
        for item in sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            found.append((font_size(item), str(lines.get_text_bounded(*item.get_bounds()))))
    return found


def font_size(item: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    pypdfium2.raw.FPDFTextObj_GetFontSize(item, ctypes.byref(size))
    matrix = item.get_matrix()
    return size.value * math.hypot(matrix.c, matrix.d)


def pages(data: bytes) -> list[bytes]:
    """Each page as a PDF of its own."""
    made = []
    for n in range(len(pypdfium2.PdfDocument(data))):
        one, target = pypdfium2.PdfDocument.new(), io.BytesIO()
        one.import_pages(pypdfium2.PdfDocument(data), [n])
        one.save(target)
        made.append(target.getvalue())
    return made


def test_trainer_text_and_answers_stay_away_in_both_views() -> None:
    hidden = samples.section("Trainer", *samples.say(SECRET))
    bare = samples.section("Stuk", *samples.say("Voor iedereen."))
    section = replace(bare, trainer=(hidden,), answer=samples.say(SECRET))
    kinds = [replace(each, trainer=(hidden,), answer=samples.say(SECRET), sections=(section,)) for each in every_kind()]
    columns = replace(kinds[0], content=Columns((section, section)))
    course = samples.course(columns, *kinds[1:], replace(samples.sheet(section), trainer=(hidden,)))
    for audience in Audience:
        for made in render(course, audience, {}).files:
            assert letters(SECRET) not in letters(text(made.data))


def test_a_fact_that_is_not_sure_says_so() -> None:
    inline: tuple[Inline, ...] = (Link(samples.target("feit:lijn"), (Plain("1234"),), samples.span()),)
    sheet = samples.sheet(samples.section("A", samples.fact_here()), samples.section("B", Paragraph(inline)))
    unsure = text(only(sheet, facts=(samples.fact(status="te bevestigen"),)))
    assert "te bevestigen" not in unsure
    assert unsure.count("Nagekeken op 22 november 2026, nog niet bevestigd.") == 1
    told = "Nagekeken op 22 november 2026, nog niet bevestigd: lijn."
    assert told not in unsure  # the frame says it
    alone = samples.sheet(samples.section("B", Paragraph(inline)))
    assert text(only(alone, facts=(samples.fact(status="te bevestigen"),))).count(told) == 1
    patient = replace(alone, for_patient=True)
    assert "bevestigd" not in text(only(patient, facts=(samples.fact(status="te bevestigen"),)))
    sure = text(only(sheet, facts=(samples.fact(),)))
    assert "bevestig" not in sure
    assert "nagekeken op 22/11/2026" in sure


def test_only_links_to_the_world_can_be_followed() -> None:
    targets = ("https://example.org/a", "mailto:a@example.org", "tel:112", "casus:een", "oefening:een", "bron:een")
    running = tuple(Link(samples.target(target), (Plain(f"naar {target} "),), samples.span()) for target in targets)
    data = only(samples.sheet(samples.section("A", Paragraph(running))))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = {str(each.A.URI) for each in pdf.pages[0].Annots}
    assert found == set(targets[:3])
    assert "naar casus:een" in text(data)


def test_a_picture_is_printed_with_its_words() -> None:
    stored = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(stored, "PNG")
    sheet = samples.sheet(samples.section("A", Picture("content/p.png", "Een wit vlak", samples.span())))
    data = only(sheet, media=(Media("content/p.png", stored.getvalue(), 30, 20),))
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert "Een wit vlak" in descriptions(data)


def descriptions(data: bytes) -> set[str]:
    """The words for those who cannot see what is drawn."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each}


# --- what does not fit ----------------------------------------------------------------------------------------------


def test_a_sheet_shrinks_to_eleven_points_and_then_goes_on() -> None:
    def filled(lines: int) -> Sheet:
        return samples.sheet(samples.section("A", *samples.say("Nog een zin om te lezen. " * 8) * lines))

    used = [heights(papers(filled(lines))[0][0].data, "Nog een zin") for lines in (2, 11, 40)]
    assert used[0] == pytest.approx(13)
    assert 11 < used[1] < 13
    assert used[2] == pytest.approx(11)
    [made], [problem] = papers(filled(40))
    assert (problem.code, problem.span.line) == ("past-niet", 3)
    assert text(made.data).count("Nog een zin") == 8 * 40


def test_a_word_wider_than_its_name_or_cell_breaks_and_stays_on_paper() -> None:
    word = "Aansprakelijkheidsverzekeringsmaatschappijbestuurder"
    cells = ((Plain(word),),) * 3
    sheet = samples.sheet(
        samples.section(word, *samples.say("Kort.")), samples.section("Tabel", Table(cells, (cells,)))
    )
    assert findings("blad-a4.pdf", only(sheet)) == []


def test_nothing_lies_outside_the_page(all_papers: tuple[Artifact, ...]) -> None:
    for made in all_papers:
        for sheet in pypdfium2.PdfDocument(made.data):
            width, height = tuple_size(sheet)
            for item in sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = item.get_bounds()
                assert left >= 0
                assert bottom >= 0
                assert right <= width
                assert top <= height


def test_every_paper_reads_without_colour(all_papers: tuple[Artifact, ...]) -> None:
    """Little ink: most of a page stays white; and text is dark in grey."""
    for made in all_papers:
        shades = pypdfium2.PdfDocument(made.data)[0].render().to_pil().convert("L").histogram()
        assert sum(shades[:128]) < 0.08 * sum(shades)
        assert any(shades[:60])


# --- data and glyphs ------------------------------------------------------------------------------------------------


def test_no_template_knows_a_word_that_is_missing() -> None:
    used = {
        word
        for template in (*(palette.TEMPLATES / "paper").glob("*.typ"), *palette.KINDS.glob("*/paper.typ"))
        for word in re.findall(r'word\("(\w+)"\)', template.read_text(encoding="utf-8"))
    }
    assert used <= {*words("paper"), "to_confirm"}


def test_an_unknown_node_stops_the_template() -> None:
    course = samples.course(samples.sheet())
    document = single(course, course.sheets[0], "a4")
    document.papers[0].data["task"] = [{"kind": "video"}]
    with pytest.raises(TypesettingError, match="unknown block"):
        press(document, course)


def test_plain_characters_need_no_look_up() -> None:
    drawn = {char for char in glyphs.PLAIN if unicodedata.category(char) not in ("Cc", *glyphs.IGNORED)}
    assert {ord(char) for char in drawn} <= fonts.drawn()


def test_unprintable_characters_are_told_and_replaced() -> None:
    assert glyphs.unprintable("Gewoon: é “x” → α я ☐ 1\u00a0234\u200d") == set()
    assert glyphs.unprintable("一 en 🔋 en \x01") == {"一", "🔋", "\x01"}
    assert "\ufffd" in text(only(samples.sheet(samples.section("A", *samples.say("Hier staat 一.")))))


@pytest.mark.parametrize(
    "char", ["\u00ad", "\u200b", "\ufeff", "\u2003", "\u2028", "\x85", "\u0301", "\ue000", "\ud7ff"]
)
def test_no_character_stops_a_paper(char: str) -> None:
    only(samples.sheet(samples.section(f"Kop {char}", *samples.say(f"Tekst {char} met een teken."))))


def test_an_empty_course_has_no_papers() -> None:
    assert papers() == ((), ())
