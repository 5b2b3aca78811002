"""The guides say what the code knows: every key, heading, kind, code and command."""

import re
from pathlib import Path

import pytest

from lok.cli.commands import COMMANDS
from lok.design.pictograms import PICTOGRAMS, PORTRAITS
from lok.exercises import BY_WORD, KINDS
from lok.model import vocabulary as fmt
from lok.model.ref import LINK_KINDS
from lok.problems import Code
from lok.read.format import CARDS, CASE, EVENING, EXERCISE, FACE, FACTS, SESSION, SHEET, SLIDES
from lok.slides.registry import WORDS
from projects import ROOT, tiny

GUIDE = (ROOT / "docs" / "auteursgids.md").read_text(encoding="utf-8")
MESSAGES = (ROOT / "docs" / "meldingen.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMATS = (
    SESSION,
    SLIDES,
    CASE,
    EXERCISE,
    SHEET,
    CARDS,
    FACTS,
    EVENING,
    FACE,
    *(kind.keys for kind in KINDS),
)


@pytest.mark.parametrize("key", sorted({key for form in FORMATS for key in (*form.keys, *form.heading_keys)}))
def test_guide_names_every_key(key: str) -> None:
    assert re.search(rf"\b{key}\b", GUIDE)


@pytest.mark.parametrize("heading", [fmt.TRAINER, fmt.ANSWER, fmt.BACK, *fmt.SLIDE_HEADINGS])
def test_guide_names_every_heading(heading: str) -> None:
    assert f"{heading.capitalize()}" in GUIDE


@pytest.mark.parametrize("word", [*WORDS, *BY_WORD, *LINK_KINDS, *fmt.STATUSES, *fmt.BREAKS])
def test_guide_names_every_kind(word: str) -> None:
    assert word in GUIDE


@pytest.mark.parametrize("name", [*PICTOGRAMS, *PORTRAITS])
def test_guide_names_every_drawing(name: str) -> None:
    told = GUIDE.partition("## Beelden en portretten\n")[2].partition("\n## ")[0]
    assert re.search(rf"\b{name}\b", told)


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained(code: Code) -> None:
    assert f"`{code}`" in MESSAGES


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_readme_names_every_command(command: str) -> None:
    assert f"lok {command}" in README


def test_readme_begins_with_the_two_commands() -> None:
    commands = re.findall(r"^    (\S.*?)(?:\s+#.*)?$", README, re.MULTILINE)
    assert commands[:2] == ["make", "make test"]


def test_the_example_for_programs_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", architecture, re.DOTALL)
    monkeypatch.chdir(tiny(tmp_path))
    made: dict[str, list[str]] = {}
    exec(example, made)
    assert "deelnemer/handhygiene/index.html" in made["pages"]
