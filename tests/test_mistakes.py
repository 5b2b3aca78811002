"""Each mistake gives exactly what its folder expects: place, words and tip, as an author sees them."""

import ast
import shutil
from pathlib import Path

import pytest
from lok.build import load_and_check
from projects import ROOT, TODAY, tiny

MISTAKES = ROOT / "tests" / "mistakes"
BUILT = frozenset({"vormgeving", "lek", "vreemde-host"})
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
