"""A folder of Dutch Markdown in, courses and problems out: what is understood, what is told, what is left out."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lok.exercises.balance.record import Balance
from lok.exercises.choice.record import Choice
from lok.exercises.columns.record import Columns
from lok.exercises.conversation.record import Conversation
from lok.exercises.statements.record import Statements
from lok.exercises.steps.kind import Steps
from lok.model.course import Break
from lok.problems import Code
from lok.read.course import load, load_course
from lok.read.places import places
from lok.slides.registry import WORDS
from projects import (
    BALANCE,
    CASE,
    COLUMNS,
    COURSES,
    FACTS,
    FIRST,
    SECOND,
    SESSION,
    SHEET,
    SOURCES,
    STATEMENTS,
    TRAINER_SHEET,
    edit,
    only,
    put,
    read,
    tiny,
)

DRAWN_ELSEWHERE = {"twee cirkels", "weegschaal", "pad", "getal", "citaat", "titel"}
"""Kinds that `render/deck/test_drawn_slides` and our own courses show."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path)


def codes(root: Path) -> list[str]:
    return [problem.code for problem in read(root)[1]]


def test_the_tiny_course_is_sound() -> None:
    course = only(COURSES / "handhygiene")
    assert [role.name for role in course.roles] == ["verpleegkundige", "hygiënist"]
    assert [role.id for role in course.roles] == ["verpleegkundige", "hygienist"]
    assert {slide.kind for slide in course.slides} == set(WORDS) - DRAWN_ELSEWHERE
    assert {type(exercise.content) for exercise in course.exercises} == {
        Columns,
        Balance,
        Statements,
        Steps,
        Choice,
        Conversation,
    }
    assert len(course.written) == 16
    assert [slide.number for slide in course.slides] == list(range(1, len(course.slides) + 1))
    assert [item.name for item in course.agenda if isinstance(item, Break)] == ["pauze", "marge"]
    assert [item.path for item in course.media] == ["cases/noemie-2.mp3", "slides/handhygiene/druppel.png"]
    assert (course.minutes, course.updated, course.version) == (30, date(2026, 11, 22), "0.3")
    assert {note.kind for slide in course.slides for note in slide.notes if note.role} == {
        "verpleegkundige",
        "hygienist",
    }


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FIRST, "minuten: 3\n\n- Van", "Minuten : 3 min\n\n- Van"),
        (FIRST, "minuten: 3\n\n- Van", "minuten:3\n\n- Van"),
        (FIRST, "## Je handen reizen mee\n", "## Je handen reizen mee\n\n"),
        (FIRST, "## Je handen reizen mee\n", "##\u00a0Je\u00a0handen reizen mee ##\n"),
        (FIRST, "### Zeg\nDenk", "### ZEG:\nDenk"),
        (FIRST, "### Hygiënist", "### hygienist"),
        (FIRST, "wie: verpleegkundige", "Wie:\u00a0Verpleegkundige"),
        (FIRST, "casus: noemie, deel 1", "casus: Noémie, Deel 1"),
        (SESSION, "22/11/2026", "2026-11-22"),
        (SESSION, "22/11/2026", "22 november 2026"),
        (SESSION, "duur: 30 minuten", "duur: 0,5 uur"),
        (SESSION, "  - 01-kijken\n", "- 01-kijken\n"),
        (SESSION, "pauze: 5 minuten", "Pauze: 5 min."),
        (SESSION, "feit: wrijftijd", "Feit: Wrijftijd"),
        (SESSION, "(blad:vijf-momenten)", "(Blad:Vijf-momenten)"),
        (CASE, "## Deel 1\n", "## deel 1:\n"),
        (CASE, "verzonnen: ja", "Verzonnen: Ja"),
        (CASE, "voorlezer: hygiënist", "voorlezer: Hygienist"),
        (STATEMENTS, "oordeel: waar (altijd)", "Oordeel: Waar (altijd)"),
        (COLUMNS, "papier: A4, A3", "papier:\n- a4\n- A3"),
        (BALANCE, "plus: Helpers", "plus: helpers"),
        (FACTS, "kort: 30 seconden", "\nkort: 30 seconden"),
        (SHEET, "## Trainer", "## trainer :"),
    ],
)
def test_forgiving_things_are_understood(root: Path, path: str, old: str, new: str) -> None:
    before = only(root)
    edit(root, path, old, new)
    after = only(root)
    assert [slide.minutes for slide in after.slides] == [slide.minutes for slide in before.slides]
    assert [len(slide.notes) for slide in after.slides] == [len(slide.notes) for slide in before.slides]
    assert (after.minutes, after.updated) == (before.minutes, before.updated)
    assert [len(case.fragments) for case in after.cases] == [3]
    assert [exercise.paper for exercise in after.exercises] == [exercise.paper for exercise in before.exercises]


@pytest.mark.parametrize("path", [SESSION, FIRST, CASE, COLUMNS, STATEMENTS, SHEET, FACTS])
def test_bom_and_windows_line_ends_are_understood(root: Path, path: str) -> None:
    put(root, {path: b"\xef\xbb\xbf" + (root / path).read_bytes().replace(b"\n", b"\r\n")})
    assert codes(root) == []


def test_a_broken_file_raises_no_second_error(root: Path) -> None:
    put(root, {CASE: b"", COLUMNS: b" \n", BALANCE: b"", SECOND: b"", SHEET: b"\n", STATEMENTS: b""})
    assert set(codes(root)) == {"bestand-leeg"}
    assert len(codes(root)) == 6


def test_a_duo_that_is_none_raises_no_second_error(root: Path) -> None:
    for duo in ("verpleegkundige", "a, b, c", "zeg, doe", "a, A", "duo, a", "trainer, a", "???, a"):
        put(
            root,
            {
                SESSION: (COURSES / "handhygiene" / SESSION)
                .read_text("utf-8")
                .replace("verpleegkundige, hygiënist", duo)
            },
        )
        assert codes(root) == ["duo-ongeldig"], duo


def test_no_session_at_all(tmp_path: Path) -> None:
    courses, problems = load(tmp_path)
    assert courses == ()
    assert [(p.code, p.span.path) for p in problems] == [("map-ontbreekt", "content/sessies")]


def test_an_unknown_session_has_a_suggestion(root: Path) -> None:
    course, problems = load_course(root, "handhygine")
    assert course is None
    assert [(p.code, p.hint) for p in problems] == [("sessie-onbekend", 'bedoelde je "handhygiene"? (handhygiene)')]


def test_one_session_of_two(root: Path) -> None:
    put(root, {"content/sessies/stuk.md": b"", "slides/stuk/een.md": b"x"})
    assert load_course(root, "Handhygiene")[0] is not None
    assert load_course(root, "handhygiene")[1] == ()
    assert codes(root) == ["bestand-leeg", "bestand-ongebruikt"]


def test_a_file_that_cannot_be_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "leidraad.md":
            raise PermissionError
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [(p.code, p.span.path) for p in read(root)[1]] == [("bestand-onleesbaar", TRAINER_SHEET)]


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xef\xbb\xbf\xc3\xa9\xc3\xa9\xff\n", 1, 3),  # a mark at the start is no letter
        (b"\xef\xbb\xbfa\n\xe2\x82\xac\xff", 2, 2),
        (b"\xef\xbb\xff", 1, 1),  # half a mark
        (b"a\n\xc3\xa9\xe2\x82", 2, 2),  # cut off
    ],
)
def test_a_letter_of_another_encoding_is_told_at_its_place(root: Path, raw: bytes, line: int, column: int) -> None:
    put(root, {SHEET: raw})
    [told] = [each for each in load(root)[1] if each.code == "niet-utf8"]
    assert (told.span.line, told.span.column) == (line, column)


def test_unseen_signs_hide_no_depth(root: Path) -> None:
    """What becomes a space counts as one: these are four hundred lists in each other."""
    put(root, {SHEET: (root / SHEET).read_bytes() + b"\n\n" + b"+\0" * 400 + b"\n"})
    assert codes(root) == ["te-veel"]


def test_utf16_is_told_once(root: Path) -> None:
    put(root, {SHEET: (root / SHEET).read_text(encoding="utf-8").encode("utf-16")})
    assert codes(root) == ["niet-utf8"]


def test_hidden_files_of_the_system_are_ignored(root: Path) -> None:
    put(root, {"cases/._noemie.md": b"\x00\x05\x16", "content/.DS_Store": b"\x00", "slides/handhygiene/.a.md": b"\xff"})
    assert codes(root) == []


@pytest.mark.parametrize("path", ["../../../etc/passwd.png", "/etc/hosts.png", "../../../../../../etc/hosts"])
def test_a_picture_outside_the_project_is_never_read(root: Path, path: str) -> None:
    edit(root, FIRST, "(druppel.png)", f"({path})")
    assert "afbeelding-ontbreekt" in codes(root)
    assert [item.path for item in load(root)[0][0].media] == ["cases/noemie-2.mp3"]


def test_a_note_under_a_slide_heading_of_the_wrong_level_stays_a_note(root: Path) -> None:
    edit(root, FIRST, "### Verwacht", "## Verwacht")
    courses, problems = read(root)
    assert [p.code for p in problems] == ["kop-niveau"]
    assert len(courses[0].written) == 16
    assert "verwacht" in {note.kind for note in courses[0].slides[2].notes}


def test_numbers_and_shortenings(root: Path) -> None:
    course = only(root)
    late = [slide.shortening for slide in course.slides if slide.shortening]
    assert [(one.how.value, one.minutes, one.loss) for one in late] == [
        ("korter", Decimal(1), "de laatste twee rijen"),
        ("mag weg", Decimal(0), ""),
    ]


def test_who_exists_must_have_agreed_and_nothing_shows_it(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, CASE, "verzonnen: ja", "verzonnen: nee\ntoestemming: mondeling, ergens in mei")
    assert [(each.code, each.span.column) for each in read(root)[1]] == [(Code.BAD_DATE, 14)]
    edit(root, CASE, "mondeling, ergens in mei", "schriftelijk bij An Pieters, 12/10/2026")
    assert "Pieters" not in repr(only(root))
    assert {each.public for each in places(root, "handhygiene").passages if "Pieters" in each.text} == {False}


def test_the_language_of_a_source(root: Path) -> None:
    source = "## WHO handhygiëne\nkort: richtlijn\n{}\nGuidelines on hand hygiene.\n\nVrij te lezen.\n"
    put(root, {SOURCES: source.format("taal: Engels\n")})
    assert only(root).references[0].language == "en"
    put(root, {SOURCES: source.format("")})
    assert only(root).references[0].language == ""
    put(root, {SOURCES: source.format("taal: Klingon\n")})
    assert codes(root) == [Code.UNKNOWN_VALUE]


def test_a_part_named_by_its_title_is_told_the_name_of_its_file(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SECOND, "deel: Doen", "deel: Wat jij morgen kunt")
    edit(root, SESSION, "  - 02-doen", "  - wat jij morgen kunt")
    [problem] = [each for each in read(root)[1] if each.code == Code.UNKNOWN_PART]
    assert problem.hint == 'bedoelde je "02-doen"?'
