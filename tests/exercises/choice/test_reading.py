"""The kind `kiezen` as an author writes it: groups, options with the author's own properties, plan and review."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises.written import TRAINER, codes, titles, written
from exercises.written import only as exercise_of
from lok.exercises.choice.record import Choice, Period
from lok.model.text import ListBlock, Paragraph, Plain
from lok.view import public
from projects import CHOICE, only, put, tiny

KEYS = "vorm: kiezen\naantal: 1\nkenmerken: wat, hoe vaak"
ONE = "## Groep\n### Een\nwat: iets kleins"


def choice(folder: Path, keys: str, body: str) -> Choice:
    content = exercise_of(folder, keys, body).content
    assert isinstance(content, Choice)
    return content


# --- what is understood ---------------------------------------------------------------------------------------------


def test_groups_hold_options_with_properties_in_the_order_of_their_names(tmp_path: Path) -> None:
    first = "### Een\nHoe vaak: elke dag\nwat: iets kleins\n\nNog een zin."
    body = f"## Thuis\nWaar je slaapt.\n\n{first}\n\n### Twee\nwat: rust"
    [group] = choice(tmp_path, KEYS, body + TRAINER).groups
    assert group.section.blocks == (Paragraph((Plain("Waar je slaapt."),)),)
    first, second = group.options
    assert first.properties == (("wat", "iets kleins"), ("hoe vaak", "elke dag"))
    assert first.section.blocks == (Paragraph((Plain("Nog een zin."),)),)
    assert second.properties == (("wat", "rust"),)


def test_a_plan_and_a_review_are_read(tmp_path: Path) -> None:
    keys = f"{KEYS}\nafspraken: Wie, Vanaf\ndatum: vanaf\nterugkijken: na een maand\nterugkijken na: 1 maand"
    content = choice(tmp_path, keys, f"{ONE}\n\n## Na een maand\n- Wat werkt?\n- Wat niet?")
    assert (content.agreements, content.dates) == (("Wie", "Vanaf"), ("Vanaf",))
    assert content.after == Period(1, "maand", "1 maand")
    assert content.review
    assert content.review.title == "Na een maand"
    [questions] = content.review.blocks
    assert isinstance(questions, ListBlock)
    assert len(questions.items) == 2
    assert titles(tuple(group.section for group in content.groups)) == ["Groep"]


def test_none_of_it_is_needed(tmp_path: Path) -> None:
    content = choice(tmp_path, KEYS, ONE)
    assert (content.agreements, content.dates, content.review, content.after) == ((), (), None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 dagen", (10, "dag")),
        ("1 dag", (1, "dag")),
        ("1 week", (1, "week")),
        ("4 weken", (4, "week")),
        ("3 MAANDEN", (3, "maand")),
    ],
)
def test_periods(tmp_path: Path, text: str, expected: tuple[int, str]) -> None:
    after = choice(tmp_path, f"{KEYS}\nterugkijken na: {text}", ONE).after
    assert after == Period(*expected, text)


def test_ids_differ_where_titles_do_not(tmp_path: Path) -> None:
    body = "## Groep\n### Een\nwat: a\n\n### Een\nwat: b\n\n## Groep\n### Een\nwat: c"
    groups = choice(tmp_path, KEYS, body).groups
    ids = [f"{group.section.id}/{option.section.id}" for group in groups for option in group.options]
    assert ids == ["groep/een", "groep/een-2", "groep-2/een"]


def test_a_note_may_begin_like_a_key(tmp_path: Path) -> None:
    """Below Trainer nothing is a key: no word of it is lost, and nothing of it is published."""
    notes = "#### Trainer\nDenk eraan: bij Een.\n\n### Trainer\nLet op: bij de groep.\n\n## Trainer\nWat: bij alles."
    body = f"{ONE}\n\n{notes}"
    exercise = exercise_of(tmp_path, KEYS, body)
    assert isinstance(exercise.content, Choice)
    [group] = exercise.content.groups
    said = [each.blocks for each in (*group.options[0].section.trainer, *group.section.trainer, *exercise.trainer)]
    expected = ("Denk eraan: bij Een.", "Let op: bij de groep.", "Wat: bij alles.")
    assert said == [(Paragraph((Plain(text),)),) for text in expected]
    [option] = group.options
    assert option.properties == (("wat", "iets kleins"),)


def test_cards_are_a_paper_of_this_kind_alone(tmp_path: Path) -> None:
    assert exercise_of(tmp_path / "a", f"{KEYS}\npapier: A4, A3, A6", ONE).paper == ("a4", "a3", "a6")
    assert codes(tmp_path / "b", "vorm: kolommen\npapier: A6", "## Kolom") == {"waarde-onbekend"}


def test_participants_have_no_trainer_text_of_groups_options_and_review(tmp_path: Path) -> None:
    root = put(tiny(tmp_path), {CHOICE: f"---\ntitel: Kies\n{KEYS}\nterugkijken: Later\n---\n\n{ONE}\n\n"
        "#### Trainer\nA.\n\n### Trainer\nB.\n\n## Later\n- Wat werkt?\n\n### Trainer\nC.\n"})  # fmt: skip
    whole = only(root)
    contents = [
        next(each.content for each in course.exercises if isinstance(each.content, Choice))
        for course in (whole, public(whole))
    ]
    counts = []
    for content in contents:
        assert content.review
        [group] = content.groups
        counts.append([len(each.trainer) for each in (group.options[0].section, group.section, content.review)])
    assert counts == [[1, 1, 1], [0, 0, 0]]


# --- what is told ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "body", "problem"),
    [
        (KEYS, "Niets.", ("keuzes-ontbreken", 1)),
        (KEYS, "## Groep\nwat: iets", ("keuzes-ontbreken", 1)),
        (KEYS, "## Groep\n### Een\nhoe vaak: nooit", ("sleutel-ontbreekt", 11)),
        (KEYS, f"{ONE}\nduur: 3", ("sleutel-onbekend", 13)),
        (KEYS, f"{ONE}\nzomaar een regel", ("sleutel-vorm", 13)),
        (KEYS, f"{ONE}\n\n### Mogelijk antwoord\nJa.", ("kop-onbekend", 14)),
        (KEYS, f"{ONE}\n\n### Trianer\nwat: geheim", ("kop-lijkt-trainer", 14)),
        (KEYS, f"{ONE}\n\n## Trianer\nGeheim.", ("kop-lijkt-trainer", 14)),
        (KEYS, f"{ONE}\n\n#### Trianer\nGeheim.", ("kop-lijkt-trainer", 14)),
        (f"{KEYS}\ndatum: Vanaf", ONE, ("waarde-onbekend", 6)),
        (f"{KEYS}\nafspraken: Wie\ndatum: Vanaf", ONE, ("waarde-onbekend", 7)),
        (f"{KEYS}\nterugkijken: Later", ONE, ("kop-ontbreekt", 6)),
        (f"{KEYS}\nterugkijken: Later", f"{ONE}\n\n## Later\nGeen lijst.", ("vragen-ontbreken", 15)),
        (f"{KEYS}\nterugkijken: Later", f"{ONE}\n\n## Later", ("vragen-ontbreken", 15)),
        (f"{KEYS}\nterugkijken na: 0 dagen", ONE, ("termijn-ongeldig", 6)),
        (f"{KEYS}\nterugkijken na: 2 jaar", ONE, ("termijn-ongeldig", 6)),
        ("vorm: kiezen\nkenmerken: wat", ONE, ("sleutel-ontbreekt", 1)),
        ("vorm: kiezen\naantal: 1", ONE, ("sleutel-ontbreekt", 1)),
        ("vorm: kiezen\naantal: 0\nkenmerken: wat", ONE, ("getal-ongeldig", 4)),
        ("vorm: kiezen\naantal: 10\nkenmerken: wat", ONE, ("getal-ongeldig", 4)),
        ("vorm: kiezen\naantal: 2\nkenmerken: wat", ONE, ("getal-ongeldig", 4)),
        ("vorm: kiezen\naantal: 1\nkenmerken: wat, trainer", ONE, ("kop-lijkt-trainer", 5)),
        ("vorm: kiezen\naantal: 1\nkenmerken: wat, trianer", ONE, ("kop-lijkt-trainer", 5)),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(tmp_path: Path, keys: str, body: str, problem: tuple[str, int]) -> None:
    assert problem in written(tmp_path, keys, body)[1]


def test_a_heading_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    assert written(tmp_path, f"{KEYS}\nterugkijken: Later", ONE)[1] == [("kop-ontbreekt", 6)]
