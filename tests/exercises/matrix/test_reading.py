"""A matrix: as an author writes it: what is understood, and what is told."""

from __future__ import annotations

from pathlib import Path

from exercises.written import TRAINER, titles
from exercises.written import only as read
from lok.exercises.matrix.kind import Matrix


def test_a_matrix_has_columns_marks_and_rows_with_an_answer(tmp_path: Path) -> None:
    keys = "vorm: matrix\nkolommen:\n  - keuken\n  - zaal\ntekens: doet, weet, -"
    exercise = read(
        tmp_path, keys, "## Poetsen\nElke dag.\n\n### Mogelijk antwoord\n- keuken: doet\n\n## Koken" + TRAINER
    )
    assert isinstance(exercise.content, Matrix)
    assert exercise.content.columns == ("keuken", "zaal")
    assert exercise.content.marks == ("doet", "weet", "-")
    assert titles(exercise.content.rows) == ["Poetsen", "Koken"]
    assert exercise.content.rows[0].answer
    assert exercise.answer == ()
