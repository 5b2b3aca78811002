"""The tiny course with one to four speakers: a whole build, whose decks and papers go through our checkers."""

from __future__ import annotations

from pathlib import Path

import pytest

import deck_checks
import paper_checks
from lok.build import build
from lok.load import load_and_check
from lok.model.audience import Audience
from projects import SPEAKERS, TODAY, tiny_for


@pytest.fixture(params=range(1, len(SPEAKERS) + 1))
def speakers(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def test_every_file_is_sound_however_many_speak(tmp_path: Path, speakers: int) -> None:
    loaded = load_and_check(tiny_for(tmp_path, speakers), (), TODAY)
    assert [str(problem) for problem in loaded.problems] == []
    made = build(loaded, [*Audience])
    assert [str(problem) for problem in made.problems] == []
    files = {output.path: output.data for output in made.outputs}
    decks = sorted(path for path in files if path.endswith(".pptx"))
    scripts = [path for path in files if "/script-" in path and path.endswith(".pdf")]
    assert (len(decks), len(scripts)) == (speakers + (speakers > 1), speakers)
    assert {path: found for path in decks if (found := deck_checks.findings(files[path]))} == {}
    papers = [path for path in files if path.endswith(".pdf")]
    assert {path: found for path in papers if (found := paper_checks.findings(Path(path).name, files[path]))} == {}
