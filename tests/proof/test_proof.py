"""The proof for reviewers: all that authors wrote with its place, room to sign, and what comes back from Word."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit.validator import OpenXmlValidator
from pptx import Presentation

from lok.model.audience import Audience
from lok.model.course import Course
from lok.proof.back import told
from lok.proof.document import proof
from lok.proof.office import UnreadableFileError
from lok.proof.pieces import Kind, pieces, plain
from lok.proof.project import author_files
from lok.read.course import load
from lok.render.deck import deck
from lok.view import view
from office import convert
from projects import CASE, FACTS, FIRST, SESSION, SHEET, edit, tiny
from proof.reviewers import Review, classic, modern

QUESTION = "Wanneer ontsmette je vandaag je handen niet"
STORY = "Het is tien over elf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny course with a fact that nobody confirmed."""
    folder = tiny(tmp_path / "cursus")
    edit(folder, FACTS, "status: zeker", "status: te bevestigen\nbevestigen door: hygiënist")
    return folder


@pytest.fixture
def course(root: Path) -> Course:
    return load(root)[0][0]


@pytest.fixture
def made(root: Path, course: Course) -> bytes:
    return proof(course, author_files(root))


def line(root: Path, path: str, words: str) -> int:
    """The line of a file that holds these words, from 1."""
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    return next(n for n, text in enumerate(lines, start=1) if words in text)


def back(root: Path, data: bytes) -> list[str]:
    return [str(each) for each in told("terug.docx", data, author_files(root), load(root)[0])]


def words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))


# --- the document -------------------------------------------------------------------------------------------------


def test_every_line_that_an_author_wrote_is_there_with_its_place(root: Path, course: Course, made: bytes) -> None:
    found = words(made)
    paths = {SESSION, FIRST, CASE, SHEET, *(each.span.path for each in (*course.exercises, *course.sheets))}
    for path in sorted(paths):
        for piece in pieces(path, (root / path).read_text(encoding="utf-8")):
            assert f"{piece.texts[-1]} {path}:{piece.line}" in " ".join(found.split(" ")), (path, piece.line)


def test_pieces_are_titles_keys_points_rows_and_running_text() -> None:
    source = (
        "---\ntitel: Een\n---\n\n## Kop\nminuten: 2\n\nEen **vette**\nzin.\n\n1. een\n2. twee\n    - diep\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n### Zeg\nGeduld: dat helpt.\n"
    )
    found = [(each.line, each.kind, each.texts, each.level) for each in pieces("content/a.md", source)]
    assert found == [
        (2, Kind.KEY, ("titel: Een",), 0),
        (5, Kind.HEADING, ("Kop",), 2),
        (6, Kind.KEY, ("minuten: 2",), 0),
        (8, Kind.TEXT, ("Een vette zin.",), 0),
        (11, Kind.NUMBERED, ("een",), 0),
        (12, Kind.NUMBERED, ("twee",), 0),
        (13, Kind.POINT, ("diep",), 1),
        (15, Kind.ROW, ("a", "b"), 0),
        (17, Kind.ROW, ("c", "d"), 0),
        (19, Kind.HEADING, ("Zeg",), 3),
        (20, Kind.TEXT, ("Geduld: dat helpt.",), 0),
    ]
    assert plain([{"kind": "text", "text": "een"}, {"kind": "break"}, {"kind": "text", "text": "twee"}]) == "een twee"


def test_each_profession_can_sign_for_what_nobody_confirmed(course: Course, made: bytes) -> None:
    table = Document(io.BytesIO(made)).tables[0]
    assert [cell.text for cell in table.rows[0].cells][1:] == [role.name for role in course.roles]
    told_of = table.rows[1].cells[0].text
    for text in ("wrijftijd", "30 seconden", "who.int, 2009", "22 november 2026", "hygiënist"):
        assert text in told_of
    assert all("Handtekening:" in cell.text for cell in table.rows[1].cells[1:])


def test_the_audit_finds_nothing_and_the_bytes_are_the_same_twice(
    root: Path, course: Course, made: bytes, tmp_path: Path
) -> None:
    (tmp_path / "proef.docx").write_bytes(made)
    assert list(OpenXmlValidator().validate(tmp_path / "proef.docx").errors) == []
    assert proof(course, author_files(root)) == made


def test_changes_are_kept_from_the_start_and_every_bookmark_has_a_name_of_its_own(made: bytes) -> None:
    document = Document(io.BytesIO(made))
    assert document.settings.element.find(qn("w:trackRevisions")) is not None
    names = [each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names) > 50
    assert max(map(len, names)) <= 40


# --- what comes back ----------------------------------------------------------------------------------------------


def reviewed(made: bytes) -> bytes:
    review = Review(made)
    review.remark(QUESTION, "Mag dit zachter?", "An Peeters")
    review.swap(STORY, "tien over elf", "kwart na elf", "Jan")
    review.overwrite("Niemand hoeft zich", "Niemand moet zich verantwoorden.", "Mia")
    return review.bytes()


def expected(root: Path) -> list[str]:
    asked, told_of = line(root, FIRST, QUESTION), line(root, FIRST, "Niemand hoeft zich")
    story = f"{CASE}:{line(root, CASE, STORY)}: Jan"
    after = " en er zitten nog zes mensen in de wacht"
    return [
        f"{FIRST}:{asked}: An Peeters: bij “{QUESTION}, al wist je dat…”: Mag dit zachter?",
        f"{story}: schrapt: “Het is [-tien over elf-]{after}”",
        f"{story}: voegt toe: “Het is tien over elf[+kwart na elf+]{after}”",
        f"{FIRST}:{told_of}: Mia: wijzigde zonder dat het bijgehouden is: “Niemand moet zich verantwoorden.”",
    ]


def test_nothing_comes_back_from_who_changed_nothing(root: Path, made: bytes) -> None:
    assert back(root, made) == []


def test_remarks_and_changes_come_back_on_their_line(root: Path, made: bytes) -> None:
    assert back(root, reviewed(made)) == expected(root)


def test_a_piece_is_found_again_where_lines_moved_and_where_it_changed(root: Path, made: bytes) -> None:
    data = reviewed(made)
    asked, story = line(root, FIRST, QUESTION), line(root, CASE, STORY)
    edit(root, FIRST, "### Zeg\n", "### Zeg\nEerst iets nieuws.\n\n")
    edit(root, CASE, "er zitten nog zes mensen", "er zitten nog vijf mensen")
    found = back(root, data)
    assert found[0].startswith(f"{FIRST}:{asked + 2}: An Peeters")
    assert found[0].endswith(f"(stond op regel {asked})")
    assert found[1].startswith(f"{CASE}:{story}: Jan: schrapt")
    assert found[1].endswith("(de tekst is intussen anders)")


def test_a_piece_that_is_gone_says_so(root: Path, made: bytes) -> None:
    data = reviewed(made)
    text = (root / CASE).read_text(encoding="utf-8").split("\n")
    (root / CASE).write_text("\n".join(each for each in text if STORY not in each), encoding="utf-8")
    assert back(root, data)[1].endswith("(deze tekst staat er niet meer)")


def test_a_signature_comes_back_on_the_line_of_its_fact(root: Path, made: bytes) -> None:
    review = Review(made)
    review.swap("Naam:", "", "An", "An Peeters")
    [found] = back(root, review.bytes())
    assert found.startswith(f"{FACTS}:{line(root, FACTS, 'wrijftijd')}: An Peeters: voegt toe: “[+An+]Naam:")


def test_a_piece_that_is_cut_in_two_is_not_a_change(root: Path, made: bytes) -> None:
    review = Review(made)
    cut = review.paragraph(STORY)
    run = cut.runs[0]
    first, rest = run.text[:20], run.text[20:]
    run.text = first
    below = review.document.add_paragraph(rest)
    cut._p.addnext(below._p)
    assert back(root, review.bytes()) == []


def test_without_bookmarks_the_place_in_small_letters_leads_back(root: Path, made: bytes) -> None:
    review = Review(reviewed(made))
    for each in [*review.document.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        each.getparent().remove(each)
    assert back(root, review.bytes()) == expected(root)[:3]


@pytest.fixture(scope="session")
def office() -> None:
    """Only says that a test asks for LibreOffice."""


def test_another_program_may_save_it(root: Path, made: bytes, tmp_path: Path, office: None) -> None:
    """LibreOffice reads it and writes it again, once as it is and once by way of its own format."""
    first, second = tmp_path / "een", tmp_path / "twee"
    for folder in (first, second):
        folder.mkdir()
    (tmp_path / "proef.docx").write_bytes(reviewed(made))
    convert(first, "docx", tmp_path / "proef.docx")
    convert(second, "odt", tmp_path / "proef.docx")
    convert(second, "docx", second / "proef.odt")
    for folder in (first, second):
        assert back(root, (folder / "proef.docx").read_bytes()) == expected(root)


def test_damage_anywhere_in_a_file_is_told_or_does_no_harm(root: Path, course: Course, made: bytes) -> None:
    files, chance = author_files(root), Random(1)
    told_of = 0
    for _ in range(60):
        data = bytearray(made)
        for at in chance.sample(range(len(data)), 3):
            data[at] = chance.randrange(256)
        try:
            told("terug.docx", bytes(data), files, [course])
        except UnreadableFileError:
            told_of += 1
    assert told_of > 20


# --- presentations ------------------------------------------------------------------------------------------------


@pytest.fixture
def slides(course: Course) -> bytes:
    return deck.render(view(course, Audience.TRAINER), Audience.TRAINER, {}).files[0].data


def test_remarks_in_a_presentation_come_back_on_the_line_of_their_slide(
    root: Path, course: Course, slides: bytes
) -> None:
    slide = course.slides[3]
    start = f"{slide.span.path}:{slide.span.line}: An: slide 4: "
    assert back(root, classic(slides, 4, "An", "Te druk")) == [f"{start}Te druk"]
    assert back(root, modern(slides, 4, "An", "Te druk", "Akkoord")) == [
        f"{start}Te druk",
        f"{start}antwoordt: Akkoord",
    ]


def test_a_slide_that_lost_its_name_is_found_by_its_title(root: Path, course: Course, slides: bytes) -> None:
    slide = course.slides[3]
    nameless = slides_without_names(slides)
    assert back(root, classic(nameless, 4, "An", "Te druk")) == [
        f"{slide.span.path}:{slide.span.line}: An: slide 4: Te druk"
    ]


def slides_without_names(data: bytes) -> bytes:
    """The presentation as a program saves it that does not keep the names of slides."""
    opened = Presentation(io.BytesIO(data))
    for slide in opened.slides:
        slide._element.cSld.attrib.pop("name", None)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()
