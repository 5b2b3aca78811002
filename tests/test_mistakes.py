"""Each mistake gives exactly what its folder expects: place, words and tip, as an author sees them."""

import ast
import shutil
from pathlib import Path

import pytest

from lok.build import load_and_check
from lok.format import LINK_KINDS
from projects import ROOT, TODAY, tiny

MISTAKES = ROOT / "tests" / "mistakes"
CALLS = {"error", "warning", "_wrong", "_refuse_chart"}
CHOSEN = {"afbeelding-ontbreekt", "audio-ontbreekt", "titel-dubbel", "id-dubbel"}
WORDS = {"kind": LINK_KINDS, "what": ("kolommen", "velden", "stappen", "rijen", "blokken")}
"""What may stand in a code that is put together, by the name of the variable."""
BUILT = {"lek", "vreemde-host", "TOO_LARGE", "TOO_LONG", "notitieblad-te-vol", "avond-dubbel"}
BUILT |= {"sessie-onbekend", "bestand-onleesbaar"}
"""Told elsewhere: by what reads finished files or lays out pages, and where files alone cannot bring it about."""
REMOVED = "verwijderd.txt"


@pytest.mark.parametrize("folder", sorted(MISTAKES.iterdir()), ids=lambda folder: folder.name)
def test_mistake(folder: Path, tmp_path: Path, update: bool) -> None:
    root = tiny(tmp_path)
    shutil.copytree(folder / "input", root, dirs_exist_ok=True)
    if (root / REMOVED).exists():
        for path in (root / REMOVED).read_text(encoding="utf-8").split():
            (root / path).unlink()
    said = "".join(f"{problem}\n" for problem in load_and_check(root, [], TODAY).problems)
    expected = folder / "expected.txt"
    if update:
        expected.write_text(said, encoding="utf-8")
    assert f"[{folder.name}]" in said
    assert said == expected.read_text(encoding="utf-8")


def codes() -> set[str]:
    """Every code that a call of one of CALLS names in the generator."""
    found = set()
    for path in (ROOT / "generator" / "lok").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and CALLS & {getattr(node.func, "id", ""), getattr(node.func, "attr", "")}:
                found |= set(_spelled(node.args[1])) if len(node.args) > 1 else set()
    return found


def _spelled(code: ast.expr) -> list[str]:
    match code:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id="code"):
            return []  # chosen between constants that CHOSEN lists, or handed on
        case ast.Name(id=name):
            return [name]
        case ast.JoinedStr(values=[ast.FormattedValue(value=ast.Name(id=name)), ast.Constant(value=str(rest))]):
            return [f"{word}{rest}" for word in WORDS[name]]
    raise AssertionError(ast.unparse(code))


def test_every_code_has_a_folder() -> None:
    assert {folder.name for folder in MISTAKES.iterdir()} == (codes() | CHOSEN) - BUILT
