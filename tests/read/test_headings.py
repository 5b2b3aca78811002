"""Headings in a row, nested sections out: a place decides its audience."""

import pytest

from lok.model.plain import plain
from lok.model.text import Section
from lok.problems import Problem
from lok.read.headings import Outline, grouped, outline, word
from lok.read.scan import Heading, KeyTest, Source, scan


def headings(text: str) -> tuple[Heading, ...]:
    return scan(Source.decode("a.md", text.encode()), frozenset(), KeyTest(frozenset())).headings


def read(text: str) -> tuple[Outline, list[Problem]]:
    problems: list[Problem] = []
    return outline(headings(text), problems), problems


def shape(sections: tuple[Section, ...]) -> list[object]:
    return [(s.id, plain(s.blocks), shape(s.children), plain(s.answer), shape(s.trainer)) for s in sections]


def test_sections_nest() -> None:
    found, problems = read("## A\na\n### B\nb\n#### C\nc\n### D\n## E\ne")
    assert not problems
    c = ("c", "c", [], "", [])
    assert shape(found.sections) == [
        ("a", "a", [("b", "b", [c], "", []), ("d", "", [], "", [])], "", []),
        ("e", "e", [], "", []),
    ]


def test_trainer_belongs_to_what_encloses_it_and_hides_all_below() -> None:
    found, problems = read(
        "## A\n### Trainer\ngeheim\n#### Zeg\nook\n### B\nb\n## Trainer\nalles\n### Mogelijk antwoord\nja"
    )
    assert not problems
    assert shape(found.sections) == [
        ("a", "", [("b", "b", [], "", [])], "", [("trainer", "geheim", [("zeg", "ook", [], "", [])], "", [])])
    ]
    assert shape(found.trainer) == [("trainer", "alles", [("mogelijk-antwoord", "ja", [], "", [])], "", [])]


def test_answers_belong_to_what_encloses_them() -> None:
    found, problems = read("## A\n### mogelijk antwoord:\nja\n## Mogelijk antwoord\nnee")
    assert not problems
    assert (plain(found.sections[0].answer), plain(found.answer)) == ("ja", "nee")


def test_twins_get_numbers_and_titles_without_letters_an_id() -> None:
    found, _ = read("## Thuis\n## thuis\n## ???\n## 中文")
    assert [section.id for section in found.sections] == ["thuis", "thuis-2", "kop", "kop-2"]


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("# A", "kop-niveau", 1, "schrijf hier `## A`"),
        ("### A", "kop-niveau", 1, "schrijf hier `## A`"),
        ("## A\n#### B", "kop-niveau", 2, "schrijf hier `### B`"),
        ("## A\n### B\n##### C", "kop-niveau", 3, "schrijf hier `#### C`"),
        ("## A\n### B\n#### C\n##### D", "kop-niveau", 4, "schrijf hier `#### D`"),
        ("## Trainer\n#### B", "kop-niveau", 2, "schrijf hier `### B`"),
        ("## Mogelijk antwoord\n### B", "kop-niveau", 2, "gebruik een lijst of vette tekst"),
        ("##", "titel-ontbreekt", 1, "schrijf woorden na #"),
    ],
)
def test_wrong_level_is_told_once(text: str, code: str, line: int, hint: str) -> None:
    _, problems = read(text)
    assert [(p.code, p.span.line, p.hint) for p in problems] == [(code, line, hint)]


def test_grouped_loses_no_heading() -> None:
    row = headings("#### A\n# B\n### C\n## D\n###### E\n## F")
    groups = grouped(row, 2, [])
    assert [heading for first, below in groups for heading in (first, *below)] == list(row)


@pytest.mark.parametrize(
    "title", ["Trainer", "TRAINER:", " trainer ", "**Trainer**", "Тrаiner", "Trai\u200bner", "Ｔrainer"]
)
def test_word_is_what_a_reader_sees(title: str) -> None:
    assert word(title) == "trainer"
