"""Statements to vote on on paper, and what is told where a text is too large."""

from __future__ import annotations

import pytest

import samples
from exercises.printed import by_size
from paper_checks import findings
from render.paper.test_paper import only, sizes, text


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return by_size(samples.exercise(samples.statements("De maan is rond.", "Gras is blauw.")))


def test_statements_show_choices_and_no_verdict(made: dict[str, bytes]) -> None:
    found = text(made["a4"])
    for wanted in ("De maan is rond.", "Gras is blauw.", "niet waar", "omdat"):
        assert wanted in found
    assert "Uitleg" not in found
    assert "eerder" not in found


def test_many_statements_go_on_over_the_leaf() -> None:
    exercise = samples.exercise(samples.statements(*(f"Uitspraak nummer {n}." for n in range(30))))
    data = only(exercise)
    assert len(sizes(data)) == 2
    assert text(data).count("niet waar") == 2, "the choices stand above both pages"
    assert findings("oefening-a4.pdf", data) == []
