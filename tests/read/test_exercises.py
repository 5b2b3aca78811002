"""Each kind of exercise as an author writes it: what becomes of its headings and keys, and what is told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lok.exercises.matrix.kind import Matrix
from lok.exercises.plan.kind import Plan
from lok.exercises.scores.record import Cutoff, ScaleVersion, Scores
from lok.exercises.spaces.kind import WritingFields
from lok.exercises.steps.kind import Steps
from lok.model.course import Exercise
from lok.model.text import Paragraph, Plain, Section
from projects import put, read, tiny

PATH = "content/oefeningen/nieuw.md"
TRAINER = "\n\n## Trainer\nAlleen voor ons."


def written(folder: Path, keys: str, body: str) -> tuple[Exercise, list[tuple[str, int]]]:
    """An exercise with these keys in the tiny course; code and line of each problem in it."""
    text = f"---\ntitel: Nieuw\n{keys}\n---\n\nDoe iets.\n\n{body}\n"
    courses, problems = read(put(tiny(folder), {PATH: text}))
    [exercise] = [each for each in courses[0].exercises if each.id == "nieuw"]
    return exercise, [(problem.code, problem.span.line) for problem in problems if problem.span.path == PATH]


def only(folder: Path, keys: str, body: str) -> Exercise:
    exercise, problems = written(folder, keys, body)
    assert problems == []
    return exercise


def codes(folder: Path, keys: str, body: str) -> set[str]:
    return {code for code, _ in written(folder, keys, body)[1]}


def titles(sections: tuple[Section, ...]) -> list[str]:
    return [section.title for section in sections]


# --- what is understood ---------------------------------------------------------------------------------------------


def test_fields_stand_side_by_side(tmp_path: Path) -> None:
    exercise = only(tmp_path, "vorm: velden\nnaast elkaar: 2", "## Nu\nWat win je?\n\n## Later" + TRAINER)
    assert isinstance(exercise.content, WritingFields)
    assert titles(exercise.content.fields) == ["Nu", "Later"]
    assert exercise.content.fields[0].blocks == (Paragraph((Plain("Wat win je?"),)),)
    assert exercise.content.across == 2
    assert titles(exercise.trainer) == ["Trainer"]


def test_fields_stand_below_each_other_unless_told(tmp_path: Path) -> None:
    content = only(tmp_path, "vorm: velden", "## Nu\n\n## Later").content
    assert isinstance(content, WritingFields)
    assert content.across == 1


def test_fields_may_ask_for_a_day(tmp_path: Path) -> None:
    content = only(tmp_path, "vorm: velden\ndatum: tot dan, dus", "## Nu\n\n## Tot dan, dus").content
    assert isinstance(content, WritingFields)
    assert content.dates == ("Tot dan, dus",)


def test_a_day_asked_of_no_field_is_told(tmp_path: Path) -> None:
    assert written(tmp_path, "vorm: velden\ndatum: Nooit", "## Nu")[1] == [("kop-ontbreekt", 4)]


SCALE = "## Een\nlang: 8 vragen, oranje vanaf 3,06"


def test_scores_know_which_sums_can_be_and_their_lowest_name(tmp_path: Path) -> None:
    keys = "vorm: schaalscore\nversies: lang\nantwoorden: 1 tot 5\nonder de grenzen: groen"
    content = only(tmp_path, keys, SCALE).content
    assert isinstance(content, Scores)
    assert (content.answers, content.below) == ((1, 5), "groen")


@pytest.mark.parametrize("answers", ["5 tot 1", "3 tot 3", "vijf", "1 tot"])
def test_a_range_of_answers_that_is_none_is_told(tmp_path: Path, answers: str) -> None:
    assert codes(tmp_path, f"vorm: schaalscore\nversies: lang\nantwoorden: {answers}", SCALE) == {"getal-ongeldig"}


def test_steps_keep_their_order_and_their_own_answer(tmp_path: Path) -> None:
    body = "## Zoek\nVraag door.\n\n### Mogelijk antwoord\nHoe komt dat?\n\n## Erken\nKnik." + TRAINER
    content = only(tmp_path, "vorm: stappen", body).content
    assert isinstance(content, Steps)
    assert titles(content.steps) == ["Zoek", "Erken"]
    assert content.steps[0].answer == (Paragraph((Plain("Hoe komt dat?"),)),)
    assert content.steps[1].answer == ()


def test_a_matrix_has_columns_marks_and_rows_with_an_answer(tmp_path: Path) -> None:
    keys = "vorm: matrix\nkolommen:\n  - keuken\n  - zaal\ntekens: doet, weet, -"
    exercise = only(
        tmp_path, keys, "## Poetsen\nElke dag.\n\n### Mogelijk antwoord\n- keuken: doet\n\n## Koken" + TRAINER
    )
    assert isinstance(exercise.content, Matrix)
    assert exercise.content.columns == ("keuken", "zaal")
    assert exercise.content.marks == ("doet", "weet", "-")
    assert titles(exercise.content.rows) == ["Poetsen", "Koken"]
    assert exercise.content.rows[0].answer
    assert exercise.answer == ()


def test_a_plan_knows_which_block_counts_weeks(tmp_path: Path) -> None:
    keys = "vorm: plan\nopbouw: Week na week\nweken: 6"
    content = only(tmp_path, keys, "## Begin\n- Wanneer?\n\n## Week na week\n- Noteer.").content
    assert isinstance(content, Plan)
    assert titles(content.blocks) == ["Begin", "Week na week"]
    assert (content.weekly, content.weeks) == ("week-na-week", 6)


def test_scales_have_versions_with_cutoffs_and_other_headings_are_text(tmp_path: Path) -> None:
    keys = "vorm: schaalscore\nversies: lang, kort\ntoelichting:\n  - Zo reken je"
    body = (
        "## Zuiver\nlang: 8 vragen, oranje vanaf 3,06, rood vanaf 3,31\nkort: 1 vraag\n\nHoe proper het is.\n\n"
        "## Droog\nlang: 5 vragen, donker rood vanaf 3\n\n## Zo reken je\nTel op." + TRAINER
    )
    exercise = only(tmp_path, keys, body)
    assert isinstance(exercise.content, Scores)
    first, second = exercise.content.scales
    assert exercise.content.versions == ("lang", "kort")
    cutoffs = (Cutoff("oranje", Decimal("3.06")), Cutoff("rood", Decimal("3.31")))
    assert first.versions == (ScaleVersion("lang", 8, cutoffs), ScaleVersion("kort", 1, ()))
    assert first.section.blocks == (Paragraph((Plain("Hoe proper het is."),)),)
    assert second.versions == (ScaleVersion("lang", 5, (Cutoff("donker rood", Decimal(3)),)),)
    assert titles(exercise.sections) == ["Zo reken je"]


# --- what is told ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "body", "code"),
    [
        ("vorm: velden", "Nog tekst.", "velden-ontbreken"),
        ("vorm: stappen", "1. Een stap.", "stappen-ontbreken"),
        ("vorm: matrix\nkolommen: a, b\ntekens: ja, nee", "- een rij", "rijen-ontbreken"),
        ("vorm: plan\nopbouw: Week\nweken: 2", "- een vraag", "blokken-ontbreken"),
        ("vorm: schaalscore\nversies: lang", "Tel op.", "schalen-ontbreken"),
    ],
)
def test_a_kind_without_its_headings_is_told(keys: str, body: str, code: str, tmp_path: Path) -> None:
    assert (code, 1) in written(tmp_path, keys, body)[1]
    assert code in codes(tmp_path, keys, body + TRAINER), "trainer text is no heading of the exercise"


@pytest.mark.parametrize(
    "line",
    [
        "lang: acht vragen",
        "lang: 0 vragen",
        "lang: 8 vragen, oranje",
        "lang: 8 vragen, oranje vanaf veel",
        "lang: 8 vragen, oranje vanaf 3,065",
        "lang: 8 vragen, rood vanaf 3,31, oranje vanaf 3,06",
        "",
    ],
)
def test_a_scale_that_cannot_be_reckoned_is_told(line: str, tmp_path: Path) -> None:
    problems = written(tmp_path, "vorm: schaalscore\nversies: lang", f"## Zuiver\n{line}\n\nTekst.")[1]
    assert problems == [("schaal-ongeldig", 10 if line else 9)]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("vorm: velden\nnaast elkaar: 9", "getal-ongeldig"),
        ("vorm: plan\nopbouw: Kop\nweken: veel", "getal-ongeldig"),
        ("vorm: plan\nopbouw: Elders\nweken: 2", "kop-ontbreekt"),
        ("vorm: plan\nweken: 2", "sleutel-ontbreekt"),
        ("vorm: matrix\nkolommen: a", "sleutel-ontbreekt"),
        ("vorm: schaalscore", "sleutel-ontbreekt"),
        ("vorm: stappen\nnaast elkaar: 2", "sleutel-onbekend"),
    ],
)
def test_keys_of_a_kind_are_checked(keys: str, code: str, tmp_path: Path) -> None:
    assert code in codes(tmp_path, keys, "## Kop\nTekst.")


def test_a_line_that_is_no_key_above_the_kind_is_told(tmp_path: Path) -> None:
    text = "---\nwoord\n---\nvorm: velden\ntitel: Nieuw\n---\n\n## Nu\n"
    problems = read(put(tiny(tmp_path), {PATH: text}))[1]
    assert ("sleutel-vorm", 2) in [(each.code, each.span.line) for each in problems if each.span.path == PATH]
