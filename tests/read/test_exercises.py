"""What is told of an exercise without what its kind needs, whatever the kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises.written import PATH, TRAINER, codes, written
from projects import put, read, tiny


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
