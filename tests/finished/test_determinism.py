"""The same texts give the same bytes, whatever the machine, the account and the folder are.

In `make test` all differences come at once, with each engine; from a `SIZE` of 50 on (`make campaign`) each alone.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lok import store
from once import once
from projects import tiny

SIZE = int(os.environ.get("SIZE", "1"))
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", store.PLACE: store.NOWHERE}
"""Nothing is kept: a second build would only be told what the first made."""
BACKWARDS = """
import os
names, entries = os.listdir, os.scandir
class Entries:
    def __init__(self, found): self.found = iter(sorted(found, key=lambda each: each.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *wrong): pass
    def close(self): pass
os.listdir = lambda path=".": sorted(names(path), reverse=True)
os.scandir = lambda path=".": Entries(entries(path))
"""
"""For `sitecustomize`: a disk that tells its files in another order."""
ALONE = "import os\nos.cpu_count = lambda: 1\n"


def _as_on_windows(root: Path) -> None:
    for path in (each for folder in ("content", "cases", "slides") for each in (root / folder).rglob("*.md")):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def _old_and_closed(root: Path) -> None:
    for path in (each for each in root.rglob("*") if each.is_file()):
        os.utime(path, (1, 1))
        path.chmod(0o444)


def _moved(root: Path) -> None:
    """The same files, made in another order, behind a link."""
    kept = root.with_name(f"{root.name} elders")
    for path in sorted((each for each in root.rglob("*") if each.is_file()), reverse=True):
        (kept / path.relative_to(root)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, kept / path.relative_to(root))
    shutil.rmtree(root)
    root.symlink_to(kept)


@dataclass(frozen=True)
class Place:
    """What differs from `HERE`: variables, the rights of new files, a line of Python at the start, the files."""

    variables: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    start: str = ""
    change: Callable[[Path], None] = lambda root: None
    folder: str = "werk"


PLACES = {
    "east": Place({"TZ": "Pacific/Kiritimati"}),
    "west": Place({"TZ": "America/Anchorage"}),
    "no language": Place({"LC_ALL": "C", "LANG": "C"}),
    "Turkish": Place({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "Latin-1": Place({"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "LC_ALL": "en_US.ISO-8859-1"}),
    "another hash": Place({"PYTHONHASHSEED": "4711"}),
    "any hash": Place({"PYTHONHASHSEED": "random"}),
    "closed to others": Place(umask=0o077),
    "open to all": Place(umask=0),
    "another account": Place({"USER": "els", "LOGNAME": "els", "HOME": "/nergens", "USERNAME": "Els"}),
    "another path": Place(folder="een andere map/Écht ver 'weg' & 100%"),
    "another order": Place(start=BACKWARDS),
    "one processor": Place(start=ALONE),
    "behind a link": Place(change=_moved),
    "old, closed files": Place(change=_old_and_closed),
    "lines of Windows": Place(change=_as_on_windows),
    "another clock": Place({"SOURCE_DATE_EPOCH": "1"}),
    "no bytecode": Place({"PYTHONDONTWRITEBYTECODE": "1", "PYTHONOPTIMIZE": "1"}),
}
ALL_AT_ONCE = Place(
    {name: text for place in PLACES.values() for name, text in place.variables.items()},
    0o077,
    BACKWARDS + ALONE,
    lambda root: (_as_on_windows(root), _old_and_closed(root), _moved(root), None)[-1],
    PLACES["another path"].folder,
)


def build(root: Path, out: Path, place: Place, engine: str) -> dict[str, bytes]:
    """The files that a build of the tiny course makes in `out`, from a copy in `root`."""
    place.change(tiny(root))
    start = root.with_name("start van " + root.name)
    start.mkdir()
    (start / "sitecustomize.py").write_text(place.start, encoding="utf-8")
    paths = os.pathsep.join(filter(None, (str(start), os.environ.get("PYTHONPATH"))))
    around = {**os.environ, **HERE, **place.variables, "PYTHONPATH": paths}
    command = [sys.executable, "-m", "lok", "build", "--engine", engine, "--uit", out]
    subprocess.run(command, cwd=root, env=around, check=True, capture_output=True, umask=place.umask)
    return files(out)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def here(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its build/ by this engine, made once per run; nobody writes in it."""
    return once(tmp_path_factory, f"here-{engine}", lambda root: build(root / "p", root / "p/build", Place(), engine))


def differing(here: Path, folder: Path, place: Place, engine: str) -> set[str]:
    """The files that a build in another place makes differently."""
    one = files(here / "p/build")
    assert {"manifest.json", "deelnemer/index.html"} <= one.keys()
    other = build(folder / place.folder, folder / "elders" / "diep" / "uit", place, engine)
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


@pytest.mark.parametrize("engine", ["mkdocs"])
def test_same_bytes_from_what_is_kept_and_from_what_is_spoiled(here: Path, tmp_path: Path, engine: str) -> None:
    place = Place({store.PLACE: str(tmp_path / "kast")})
    for name in ("empty", "full"):
        assert differing(here, tmp_path / name, place, engine) == set()
    entries = [path for path in (tmp_path / "kast").rglob("*") if path.is_file()]
    assert len(entries) > 20
    for n, entry in enumerate(entries):
        data = entry.read_bytes()
        entry.write_bytes(data[: len(data) // 2] if n % 2 else data[:-1] + bytes([data[-1] ^ 1]))
    assert differing(here, tmp_path / "spoiled", place, engine) == set()
    for entry in sorted(path for path in (tmp_path / "kast").rglob("*") if path.is_file())[::2]:
        entry.unlink()
    assert differing(here, tmp_path / "half", place, engine) == set(), "where a part is kept and a part made"


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_same_input_same_bytes(engine: str, here: Path, tmp_path: Path) -> None:
    assert differing(here, tmp_path, ALL_AT_ONCE, engine) == set()


@pytest.mark.skipif(SIZE < 50, reason="each difference alone: `make campaign`")
@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("engine", ["mkdocs"])
def test_same_bytes_in_each_place(engine: str, name: str, here: Path, tmp_path: Path) -> None:
    assert differing(here, tmp_path, PLACES[name], engine) == set()


@pytest.mark.parametrize("engine", ["mkdocs"])
def test_building_twice_in_one_folder_changes_nothing(engine: str, here: Path, tmp_path: Path) -> None:
    shutil.copytree(here / "p", tmp_path / "p")
    assert build(tmp_path / "p", tmp_path / "p/build", Place(PLACES["east"].variables), engine) == files(
        here / "p/build"
    )
