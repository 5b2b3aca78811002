"""The guides say what the code knows: every key, heading, kind, code and command."""

import re
from pathlib import Path

import pytest

from lok import cli
from lok.model import vocabulary as fmt
from lok.model.ref import LINK_KINDS
from lok.problems import Code
from lok.read.format import CARDS, CASE, EVENING, EXERCISE, EXERCISE_EXTRA, FACTS, SESSION, SHEET, SLIDES
from lok.slides.registry import WORDS

ROOT = Path(__file__).parents[1]
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
    *EXERCISE_EXTRA.values(),
)


@pytest.mark.parametrize("key", sorted({key for form in FORMATS for key in (*form.keys, *form.heading_keys)}))
def test_guide_names_every_key(key: str) -> None:
    assert re.search(rf"\b{key}\b", GUIDE)


@pytest.mark.parametrize("heading", [fmt.TRAINER, fmt.ANSWER, fmt.BACK, *fmt.SLIDE_HEADINGS])
def test_guide_names_every_heading(heading: str) -> None:
    assert f"{heading.capitalize()}" in GUIDE


@pytest.mark.parametrize("word", [*WORDS, *fmt.EXERCISE_KINDS, *LINK_KINDS, *fmt.STATUSES, *fmt.BREAKS])
def test_guide_names_every_kind(word: str) -> None:
    assert word in GUIDE


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained(code: Code) -> None:
    assert f"`{code}`" in MESSAGES


@pytest.mark.parametrize("command", sorted(cli.main.commands))
def test_readme_names_every_command(command: str) -> None:
    assert f"lok {command}" in README


def test_readme_begins_with_the_two_commands() -> None:
    commands = re.findall(r"^    (\S.*?)(?:\s+#.*)?$", README, re.MULTILINE)
    assert commands[:2] == ["make", "make test"]
