"""Steps: as an author writes it: what is understood, and what is told."""

from __future__ import annotations

from pathlib import Path

from exercises.written import TRAINER, titles
from exercises.written import only as read
from lok.exercises.steps.kind import Steps
from lok.model.text import Paragraph, Plain


def test_steps_keep_their_order_and_their_own_answer(tmp_path: Path) -> None:
    body = "## Zoek\nVraag door.\n\n### Mogelijk antwoord\nHoe komt dat?\n\n## Erken\nKnik." + TRAINER
    content = read(tmp_path, "vorm: stappen", body).content
    assert isinstance(content, Steps)
    assert titles(content.steps) == ["Zoek", "Erken"]
    assert content.steps[0].answer == (Paragraph((Plain("Hoe komt dat?"),)),)
    assert content.steps[1].answer == ()
