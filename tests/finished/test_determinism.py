"""The same texts give the same bytes: in another folder, time zone, language and with another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from projects import tiny

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}


def build(root: Path, out: Path, settings: dict[str, str], engine: str) -> dict[str, bytes]:
    command = [Path(sys.executable).parent / "lok", "build", "--engine", engine, "--uit", out]
    subprocess.run(command, cwd=tiny(root), env={**os.environ, **settings}, check=True, capture_output=True)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_same_input_same_bytes(engine: str, tmp_path: Path) -> None:
    one = build(tmp_path / "a", tmp_path / "a" / "build", HERE, engine)
    other = build(tmp_path / "een andere map", tmp_path / "elders" / "diep" / "uit", ELSEWHERE, engine)
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
    assert {"manifest.json", "deelnemer/index.html"} <= one.keys()


@pytest.mark.parametrize("engine", ["mkdocs"])
def test_building_twice_in_one_folder_changes_nothing(engine: str, tmp_path: Path) -> None:
    first = build(tmp_path, tmp_path / "build", HERE, engine)
    assert build(tmp_path, tmp_path / "build", ELSEWHERE, engine) == first
