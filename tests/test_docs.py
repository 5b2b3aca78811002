"""The guides say what the code knows: every key, heading, kind, code and command."""

import ast
import re
from pathlib import Path

import pytest

from lok import cli
from lok import format as fmt

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "auteursgids.md").read_text(encoding="utf-8")
MESSAGES = (ROOT / "docs" / "meldingen.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMATS = (
    fmt.SESSION,
    fmt.SLIDES,
    fmt.CASE,
    fmt.EXERCISE,
    fmt.SHEET,
    fmt.CARDS,
    fmt.FACTS,
    fmt.EVENING,
    *fmt.EXERCISE_EXTRA.values(),
)


def codes() -> list[str]:
    """Every code that the generator gives a problem."""
    found = set()
    for path in sorted((ROOT / "generator" / "lok").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("error", "warning"):
                found |= {a.value for a in node.args[1:2] if isinstance(a, ast.Constant)}
    return sorted(found)


@pytest.mark.parametrize("key", sorted({key for form in FORMATS for key in (*form.keys, *form.heading_keys)}))
def test_guide_names_every_key(key: str) -> None:
    assert re.search(rf"\b{key}\b", GUIDE)


@pytest.mark.parametrize("heading", [fmt.TRAINER, fmt.ANSWER, fmt.BACK, *fmt.SLIDE_HEADINGS])
def test_guide_names_every_heading(heading: str) -> None:
    assert f"{heading.capitalize()}" in GUIDE


@pytest.mark.parametrize("word", [*fmt.SLIDE_KINDS, *fmt.EXERCISE_KINDS, *fmt.LINK_KINDS, *fmt.STATUSES, *fmt.BREAKS])
def test_guide_names_every_kind(word: str) -> None:
    assert word in GUIDE


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str) -> None:
    assert f"`{code}`" in MESSAGES


@pytest.mark.parametrize("command", sorted(cli.main.commands))
def test_readme_names_every_command(command: str) -> None:
    assert f"lok {command}" in README


def test_readme_begins_with_the_two_commands() -> None:
    commands = re.findall(r"^    (\S.*?)(?:\s+#.*)?$", README, re.MULTILINE)
    assert commands[:2] == ["make", "make test"]
