"""Each mistake gives exactly what its folder expects: place, words and tip, as an author sees them."""

import shutil
from pathlib import Path

import pytest

from lok.load import load_and_check
from lok.problems import Code
from projects import ROOT, TODAY, tiny

MISTAKES = ROOT / "tests" / "mistakes"
BUILT = {
    Code.LEAK, Code.FOREIGN_HOST, Code.DOES_NOT_FIT, Code.BUNDLE_TOO_LONG, Code.NOTES_PAGE_FULL, Code.SAME_EVENING,
    Code.UNKNOWN_SESSION, Code.UNREADABLE_FILE, Code.BAD_TABLE, Code.PAST_EVENING, Code.UNKNOWN_COLUMN,
    Code.EVENING_LONGER, Code.EVENING_TOO_SHORT,
}  # fmt: skip
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


def test_every_code_has_a_folder() -> None:
    assert {folder.name for folder in MISTAKES.iterdir()} == set(Code) - BUILT
