"""Relations inside a course: minutes, speakers, words spoken, facts that age, links that lead somewhere."""

from datetime import date
from pathlib import Path

import pytest

from lok.check.course import CHECKS, check_course
from lok.problems import Severity
from projects import CASE, FACTS, FIRST, SECOND, SESSION, SHEET, TODAY, edit, only, put, read, tiny


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path)


def told(root: Path) -> list[tuple[str, str]]:
    return [(p.code, p.message) for p in read(root)[1]]


def note(root: Path, heading: str, words: int) -> None:
    """Add a note of so many words to the last slide, which takes one minute."""
    edit(root, SECOND, "### Vraag\nWelk", f"### {heading}\n{'woord ' * words}\n\n### Vraag\nWelk")


def test_the_tiny_course_passes_every_check(root: Path) -> None:
    course = only(root)
    assert [p for check in CHECKS for p in check(course, TODAY)] == []


@pytest.mark.parametrize(("day", "count"), [(date(2099, 11, 22), 0), (date(2099, 11, 23), 1)])
def test_a_fact_expires_the_day_after(root: Path, day: date, count: int) -> None:
    problems = check_course(only(root), day)
    assert [p.code for p in problems] == ["feit-verlopen"] * count
    assert all(p.severity is Severity.WARNING for p in problems)


def test_an_expired_fact_that_nobody_uses_is_no_warning(root: Path) -> None:
    old = "\n## oud\nkort: 1\nbron: x\nnagekeken: 1/1/2020\ngeldig tot: 1/1/2021\nstatus: zeker\n\nOud.\n"
    put(root, {FACTS: (root / FACTS).read_text(encoding="utf-8") + old})
    assert told(root) == []


def test_minutes_that_do_not_add_up(root: Path) -> None:
    edit(root, SESSION, "marge: 3", "marge: 2,5")
    message = "de slides tellen samen 22 minuten en pauze en marge 7,5, de sessie duurt 30 minuten"
    assert told(root) == [("minuten-kloppen-niet", message)]


@pytest.mark.parametrize(("words", "warned"), [(130, False), (131, True)])
def test_130_words_a_minute(root: Path, words: int, warned: bool) -> None:
    note(root, "Zeg", words)
    assert [code for code, _ in told(root)] == ["notities-te-lang"] * warned


@pytest.mark.parametrize("heading", ["Verpleegkundige", "Hygiënist", "Zeg", "Duo"])
def test_words_for_a_role_are_spoken(root: Path, heading: str) -> None:
    note(root, heading, 131)
    assert [code for code, _ in told(root)] == ["notities-te-lang"]


@pytest.mark.parametrize("heading", ["Doe", "Verwacht", "Let op", "Intussen", "Achtergrond"])
def test_other_notes_are_not_spoken(root: Path, heading: str) -> None:
    note(root, heading, 131)
    assert told(root) == []


def test_a_fragment_that_is_read_aloud_counts_unless_it_is_recorded(root: Path) -> None:
    edit(root, CASE, "Het is tien over elf", f"{'woord ' * 400}\n\nHet is tien over elf")
    assert [code for code, _ in told(root)] == ["notities-te-lang"]
    edit(root, CASE, "voorlezer: hygiënist\n", "voorlezer: hygiënist\naudio: noemie-2.mp3\n")
    assert told(root) == []


@pytest.mark.parametrize(
    ("path", "cue"), [(FIRST, "Luister nu eens mee naar Noémie."), (FIRST, "Na de pauze kijken we wat wel helpt.")]
)
def test_a_change_of_speaker_needs_a_cue_into_and_out_of_the_duo(root: Path, path: str, cue: str) -> None:
    edit(root, path, f"### Geef het woord\n{cue}\n", "")
    assert [code for code, _ in told(root)] == ["woord-ontbreekt"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[30 seconden](feit:wrijftijd)", []),
        ("[een halve minuut](feit:wrijftijd)", []),
        ("[20 seconden](feit:wrijftijd)", ["feit-verschilt"]),
        ("[3](feit:wrijftijd)", []),
        ("[a](https://x.be) [b](tel:112) [c](mailto:a@b.be)", []),
        ("[a](ftp://x.be)", ["link-onbekend"]),
        ("[a](x.be)", ["link-onbekend"]),
        ("[a](#hoelang)", ["link-onbekend"]),
        ("[a](data:text/html,x)", ["link-onbekend"]),
        ("[a](blad:vijf-momenten#hoelang)", []),
        ("[a](blad:vijf-momenten#hoelang-niet)", ["anker-onbekend"]),
        ("[a](blad:vijf-momenten#trainer)", ["anker-onbekend"]),
        ("[a](blad:leidraad)", ["link-naar-trainerblad"]),
        ("[a](casus:noemie#reactie-1)", []),
        ("[a](oefening:balans#helpers-in-de-praktijk)", []),
        ("[a](oefening:balans#in-de-praktijk)", ["anker-onbekend"]),
        ("[ ](casus:noemie)", ["linktekst-ontbreekt"]),
    ],
)
def test_links(root: Path, text: str, codes: list[str]) -> None:
    edit(root, SESSION, "Een half uur over", f"{text}. Een half uur over")
    assert [code for code, _ in told(root)] == codes


def test_trainer_text_may_lead_to_trainer_text(root: Path) -> None:
    edit(root, SESSION, "## Trainer\n", "## Trainer\n[a](blad:leidraad). ")
    assert told(root) == []


def test_an_unused_case_of_another_session_may_have_other_readers(root: Path) -> None:
    put(root, {"cases/ander.md": "---\nnaam: Ander\n---\n\n## Deel 1\nvoorlezer: tandarts\n\nTekst.\n"})
    assert told(root) == []
    edit(root, SHEET, "## Hoelang", "Zie [hier](casus:ander).\n\n## Hoelang")
    assert told(root) == [("wie-onbekend", 'onbekende voorlezer "tandarts"')]
