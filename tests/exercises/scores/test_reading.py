"""Scores: as an author writes it: what is understood, and what is told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from exercises.written import TRAINER, codes, titles, written
from exercises.written import only as read
from lok.exercises.scores.record import Cutoff, ScaleVersion, Scores
from lok.model.text import Paragraph, Plain

SCALE = "## Een\nlang: 8 vragen, oranje vanaf 3,06"


def test_scores_know_which_sums_can_be_and_their_lowest_name(tmp_path: Path) -> None:
    keys = "vorm: schaalscore\nversies: lang\nantwoorden: 1 tot 5\nonder de grenzen: groen"
    content = read(tmp_path, keys, SCALE).content
    assert isinstance(content, Scores)
    assert (content.answers, content.below) == ((1, 5), "groen")


@pytest.mark.parametrize("answers", ["5 tot 1", "3 tot 3", "vijf", "1 tot"])
def test_a_range_of_answers_that_is_none_is_told(tmp_path: Path, answers: str) -> None:
    assert codes(tmp_path, f"vorm: schaalscore\nversies: lang\nantwoorden: {answers}", SCALE) == {"getal-ongeldig"}


def test_scales_have_versions_with_cutoffs_and_other_headings_are_text(tmp_path: Path) -> None:
    keys = "vorm: schaalscore\nversies: lang, kort\ntoelichting:\n  - Zo reken je"
    body = (
        "## Zuiver\nlang: 8 vragen, oranje vanaf 3,06, rood vanaf 3,31\nkort: 1 vraag\n\nHoe proper het is.\n\n"
        "## Droog\nlang: 5 vragen, donker rood vanaf 3\n\n## Zo reken je\nTel op." + TRAINER
    )
    exercise = read(tmp_path, keys, body)
    assert isinstance(exercise.content, Scores)
    first, second = exercise.content.scales
    assert exercise.content.versions == ("lang", "kort")
    cutoffs = (Cutoff("oranje", Decimal("3.06")), Cutoff("rood", Decimal("3.31")))
    assert first.versions == (ScaleVersion("lang", 8, cutoffs), ScaleVersion("kort", 1, ()))
    assert first.section.blocks == (Paragraph((Plain("Hoe proper het is."),)),)
    assert second.versions == (ScaleVersion("lang", 5, (Cutoff("donker rood", Decimal(3)),)),)
    assert titles(exercise.sections) == ["Zo reken je"]


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
