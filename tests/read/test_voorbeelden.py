"""The seven example files, of which the format was made, load as they stand and lose no word."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lok.model.course import Course, Late
from lok.model.text import Link, Picture
from lok.model.walk import everything
from lok.problems import Severity
from projects import COURSES, read

ROOT = COURSES / "voorbeelden"
OUTSIDE = {
    "deel-onbekend",  # ten of the twelve parts are not in the folder
    "oefening-onbekend",
    "blad-onbekend",
    "audio-ontbreekt",
    "fragment-onbekend",  # only the first part of the case is there
}
"""Links to what stands outside the folder."""
FILES = sorted(ROOT.rglob("*.md"))
WORD = re.compile(r"[^\W_]+")
FOR_AUTHORS = {
    "content/feiten.md": {"elk", "staat", "hier", "één", "keer", "pagina", "s", "slides", "verwijzen", "ernaar"}
}
"""A remark to fellow authors above the first fact."""
IMPLIED = {
    "deel",
    "reactie",
    "trainer",
    "mogelijk",
    "antwoord",
    "vraag",
    "ja",
    "nooit",
    "inkorten",
    "minuut",
    "minuten",
    "feit",
    "balans",
    "uitspraken",
}


@pytest.fixture(scope="module")
def course() -> Course:
    return read(ROOT)[0][0]


def test_only_links_to_the_outside_are_wrong() -> None:
    problems = read(ROOT)[1]
    assert {p.code for p in problems if p.severity is Severity.ERROR} == OUTSIDE
    assert {p.code for p in problems if p.severity is Severity.WARNING} == {"slide-leeg"}


def test_all_seven_files_are_there() -> None:
    assert len(FILES) == 7


def test_slide(course: Course) -> None:
    divider, weighing, last = next(part for part in course.parts if part.title == "Arbeidsongeschiktheid").slides
    assert (divider.kind, divider.minutes, divider.role.name) == ("tussentitel", Decimal("0.5"), "arts")
    assert [note.kind for note in weighing.notes] == ["doe", "verwacht", "zeg"]
    assert weighing.needs == ("flipchart met twee kolommen (voor en tegen)", "stiften")
    assert weighing.shortening
    assert weighing.shortening.how is Late.NEVER
    assert weighing.cue
    assert weighing.question
    assert weighing.kind == "inhoud"
    assert last.shortening
    assert last.shortening.minutes == 1
    assert last.shortening.loss == "enkel het beeld van de stroom"
    assert (last.role.name, [note.kind for note in last.notes]) == ("psycholoog", ["zeg", "let op", "intussen"])


def test_slide_of_the_duo(course: Course) -> None:
    slide = next(slide for slide in course.slides if slide.case)
    assert [(note.kind, note.role) for note in slide.notes[:2]] == [("arts", "arts"), ("psycholoog", "psycholoog")]
    assert slide.case
    assert (slide.case.id, slide.case.anchor) == ("jeroen", "deel-2")
    assert [handout.paper.id for handout in slide.handouts] == ["kop-blad"]


def test_case(course: Course) -> None:
    case = course.cases[0]
    assert (case.name, case.fictional, len(case.goals)) == ("Jeroen", True, 2)
    readers = [(fragment.id, fragment.reader and fragment.reader.id) for fragment in case.fragments]
    assert readers == [("deel-1", "arts"), ("reactie-1", None)]
    assert case.fragments[1].title == "“Thuisblijven, dat is niets voor mij”"
    assert case.fragments[1].answer
    assert [section.title for section in case.trainer[0].children] == ["Achtergrond", "Mogelijke K-O-P"]


def test_facts(course: Course) -> None:
    assert [fact.id for fact in course.facts] == ["noodnummer", "zelfmoordlijn", "arts-in-nood", "ziekteattest-duur"]
    assert (course.facts[3].short, course.facts[3].expires) == ("3 maanden", date(2026, 12, 31))
    assert [fact.status for fact in course.facts] == ["zeker", "zeker", "te bevestigen", "te bevestigen"]


def test_session(course: Course) -> None:
    assert (course.title, course.minutes) == ("Burn-out samen aanpakken", 120)
    assert [section.title for section in course.sections] == [
        "Tijdens de avond",
        "Morgen in je praktijk",
        "Hulp voor jezelf of je patiënt",
    ]
    assert course.trainer


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_dropped(path: Path, course: Course) -> None:
    """Every word of a file is in the records; dates, numbers and fixed words live on as values."""
    name = path.relative_to(ROOT).as_posix()
    kept = {bare(word) for text in _texts(course) for word in WORD.findall(text.lower())}
    kept |= {
        str(part) for item in everything(course) if isinstance(item, date) for part in (item.day, item.month, item.year)
    }
    kept |= {str(int(item)) for item in everything(course) if isinstance(item, Decimal)}
    text = path.read_text(encoding="utf-8")
    keys = set(WORD.findall(" ".join(re.findall(r"^([^\W\d_][^:\n]{0,30}):(?=\s|$)", text, re.MULTILINE)).lower()))
    headings = set(WORD.findall(" ".join(re.findall(r"^### (.*)$", text, re.MULTILINE)).lower()))
    written = {bare(word) for word in WORD.findall(text.lower())}
    assert written - kept - keys - headings - IMPLIED - FOR_AUTHORS.get(name, set()) == set()


def bare(word: str) -> str:
    return word.lstrip("0") or "0"


def _texts(course: Course) -> list[str]:
    records = list(everything(course))
    links = [str(record.target) for record in records if isinstance(record, Link)]
    pictures = [record.path for record in records if isinstance(record, Picture)]
    return [record for record in records if isinstance(record, str)] + links + pictures
