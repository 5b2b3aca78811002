"""The same texts give the same bytes: in another folder, time zone, language and with another hash seed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from once import once
from projects import tiny

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}


def build(root: Path, out: Path, settings: dict[str, str], engine: str) -> dict[str, bytes]:
    command = [Path(sys.executable).parent / "lok", "build", "--engine", engine, "--uit", out]
    subprocess.run(command, cwd=tiny(root), env={**os.environ, **settings}, check=True, capture_output=True)
    return files(out)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def here(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its build/ by this engine, made once per run; nobody writes in it."""
    return once(tmp_path_factory, f"here-{engine}", lambda root: build(root, root / "build", HERE, engine))


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_same_input_same_bytes(engine: str, here: Path, tmp_path: Path) -> None:
    one = files(here / "build")
    other = build(tmp_path / "een andere map", tmp_path / "elders" / "diep" / "uit", ELSEWHERE, engine)
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
    assert {"manifest.json", "deelnemer/index.html"} <= one.keys()


@pytest.mark.parametrize("engine", ["mkdocs"])
def test_building_twice_in_one_folder_changes_nothing(engine: str, here: Path, tmp_path: Path) -> None:
    shutil.copytree(here, tmp_path, dirs_exist_ok=True)
    assert build(tmp_path, tmp_path / "build", ELSEWHERE, engine) == files(here / "build")
