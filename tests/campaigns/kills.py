"""Kills a build at every step on the disk and at random moments, and looks what stands there, then and at the next run.

`python tests/campaigns/kills.py 100` kills a hundred real builds of the tiny course; a test does a few of each.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent.parent))

from lok import __file__ as packaged
from lok import store
from lok.publish.manifest import Manifest
from lok.publish.swap import mend
from lok.publish.write import Fresh, Output, update
from projects import tiny

STEPS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.scandir", "shutil.rmtree"}
"""What Python tells of before it asks it of the disk."""
OTHERS = {".git/HEAD": "x", "t/CNAME": "lok.be", "t/diep/brief.txt": "y", "notities.docx": "z"}
OLD = {"t/a": "oud", "t/b": "gelijk", "d/c": "weg"}
NEW = {"t/a": "nieuw", "t/b": "gelijk", "e/d": "erbij"}


def put(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def held(folder: Path) -> dict[str, str]:
    """The files in a folder; the manifest is not one of them."""
    found = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}
    found.pop("manifest.json", None)
    return found


def build(folder: Path, files: Mapping[str, str]) -> None:
    outputs = [Output(path, text.encode(), "trainer", "een", ()) for path, text in files.items()]
    update(folder, lambda _: Fresh(outputs, (), Manifest()))


def is_true(folder: Path) -> bool:
    """Whether the manifest names only what stands there, byte for byte."""
    lines = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return all(sha256((folder / line["path"]).read_bytes()).hexdigest() == line["sha256"] for line in lines)


def kill_at(step: int, work: Path) -> bool:
    """Build anew in a process that dies at a step on the disk; False where it was done before."""
    child = os.fork()
    if not child:
        left = [step]

        def count(event: str, _: object) -> None:
            left[0] -= event in STEPS
            if left[0] < 0:
                signal.raise_signal(signal.SIGKILL)

        sys.addaudithook(count)
        build(work / "build", NEW)
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


def every_step(work: Path) -> int:
    """The number of steps at which a build was killed; after each, all is well at once or at the next run."""
    for step in range(10_000):
        place = work / str(step)
        put(place / "build", {"leeg": ""})
        (place / "build" / "leeg").unlink()
        build(place / "build", OLD)
        put(place / "build", OTHERS)
        killed = kill_at(step, place)
        whole_or_away(place)
        mend(place / "build")
        assert held(place / "build") in ({**OLD, **OTHERS}, {**NEW, **OTHERS}), (step, held(place / "build"))
        assert sorted(each.name for each in place.iterdir()) == ["build"], step
        assert is_true(place / "build"), step
        build(place / "build", NEW)
        assert held(place / "build") == {**NEW, **OTHERS}, step
        if not killed:
            return step
    raise AssertionError("a build that never ends")


def whole_or_away(place: Path) -> None:
    """No mixture of two builds is ever at the folder's name, and nothing of others is anywhere but there or aside."""
    if (place / "build").is_dir():
        ours = {path: text for path, text in held(place / "build").items() if path not in OTHERS}
        assert ours in (OLD, NEW), ours
    names = {Path(path).name for path in OTHERS}
    assert {each.name for each in place.rglob("*") if each.name in names} == names


def at_random(count: int, project: Path, *options: str, seed: int = 13) -> dict[str, int]:
    """Kill real builds of a project with two courses, and report how often it was still the old build."""
    dice, seen = random.Random(seed), {"as it was": 0, "new": 0, "away until the next run": 0}
    put(project / "build", {".git/HEAD": "x"})
    longest = run(project, 0, *options)
    put(project / "build", {"deelnemer/CNAME": "lok.be"})
    for number in range(count):
        before = held_bytes(project / "build")
        session = project / "content/sessies/handhygiene.md"
        session.write_text(session.read_text("utf-8") + f"\nZin nummer {number}.\n", encoding="utf-8")
        run(project, dice.uniform(0, longest * 1.1), *options)
        after = held_bytes(project / "build")
        seen["away until the next run" if not after else "as it was" if after == before else "new"] += 1
        said = subprocess.run(lok("check", "geen"), cwd=project, env=surroundings(), capture_output=True, check=False)
        assert b"sessie-onbekend" in said.stderr  # any command repairs the folder, even one that stops at a mistake
        assert is_true(project / "build")
        assert (project / "build/.git/HEAD").is_file()
        assert (project / "build/deelnemer/CNAME").is_file()
        assert not [each.name for each in project.iterdir() if each.name.startswith(".build")]
    return seen


def held_bytes(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def surroundings() -> dict[str, str]:
    """With this lok, wherever a process is started."""
    return {**os.environ, store.PLACE: store.NOWHERE, "PYTHONPATH": str(Path(packaged).parents[1])}


def lok(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "lok", *arguments]


def run(project: Path, seconds: float, *options: str) -> float:
    """Build, killed after so many seconds (0: not at all); then no process and no temporary folder of it may stay.

    Returns the seconds it took.
    """
    mark, temporary, start = uuid4().hex, project / "tijdelijk", time.monotonic()
    temporary.mkdir(exist_ok=True)
    own = {**surroundings(), "LOK_MARK": mark, "TMPDIR": str(temporary)}
    process = subprocess.Popen(
        lok("build", *options), cwd=project, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        code = process.wait(seconds or None)
        assert code == 0, code
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    took = time.monotonic() - start
    deadline = time.monotonic() + 30
    while alive(mark):
        assert time.monotonic() < deadline, "a worker outlives its build"
        time.sleep(0.1)
    subprocess.run([sys.executable, "-c", "from lok.publish.disk import sweep; sweep()"], env=own, check=True)
    assert [*temporary.glob("lok-*")] == []
    return took


def alive(mark: str) -> list[int]:
    """The processes that were started with this mark in their surroundings."""
    found = []
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdigit() and mark.encode() in (each / "environ").read_bytes():
                found.append(int(each.name))
        except OSError:
            continue
    return found


def project(folder: Path) -> Path:
    """The tiny course, twice: each gets a worker of its own."""
    root = tiny(folder)
    first = (root / "content/sessies/handhygiene.md").read_text(encoding="utf-8")
    put(root, {"content/sessies/tweede.md": first.replace("titel: ", "titel: Tweede ", 1)})
    for path in sorted((root / "slides/handhygiene").iterdir()):
        (root / "slides/tweede").mkdir(exist_ok=True)
        (root / "slides/tweede" / path.name).write_bytes(path.read_bytes())
    return root


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        print(every_step(Path(folder) / "stappen"), "steps on the disk, killed at each")
        size = int(sys.argv[1]) if len(sys.argv) > 1 else 100
        print(size, "builds killed at random:", at_random(size, project(Path(folder) / "project")))
