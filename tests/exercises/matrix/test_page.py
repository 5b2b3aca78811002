"""A matrix on its page, to be read without scripts."""

from __future__ import annotations

from dataclasses import replace

import samples
from exercises.shown import OPEN, page
from lok.exercises.matrix.kind import Matrix


def test_a_matrix_names_columns_and_marks() -> None:
    found = page(samples.exercise(samples.matrix()))
    assert "<span>kolom 1</span>, <span>kolom 2</span>, <span>kolom 3</span>." in found
    assert "<strong>doet</strong>, <strong>betrekt</strong>" in found
    assert "Uitleg bij rij 3." in found


def test_answers_are_closed_and_inside_their_row() -> None:
    content = samples.matrix()
    rows = (replace(content.rows[0], answer=samples.say(OPEN)), *content.rows[1:])
    found = page(samples.exercise(Matrix(content.columns, content.marks, rows)))
    assert found.index("Rij 1") < found.index('<details class="answer"') < found.index(OPEN) < found.index("Rij 2")
    assert '<details class="answer" open' not in found
