"""The page of each kind of exercise, to be read without scripts: task, content, closed answers, paper."""

from __future__ import annotations

import pytest

import samples
from exercises.shown import page


@pytest.mark.parametrize(
    "content",
    [
        samples.spaces("Nu", "Later"),
        samples.steps("Zoek"),
        samples.matrix(),
        samples.plan(),
        samples.scores(),
        samples.choice(),
    ],
    ids=lambda content: type(content).__name__,
)
def test_every_kind_has_its_task_and_its_paper(content: object) -> None:
    found = page(samples.exercise(content))  # type: ignore[arg-type]
    assert "Neem je pen en begin." in found
    assert "../downloads/oefening-a4.pdf" in found
    assert "built-in" not in found


def test_fields_and_steps_show_name_and_text() -> None:
    assert "Wat hoort bij Later?" in page(samples.exercise(samples.spaces("Nu", "Later")))
    found = page(samples.exercise(samples.steps("Zoek", "Erken")))
    assert '<ol class="steps">' in found
    assert found.index("Doe dit bij Zoek.") < found.index("Doe dit bij Erken.")
