"""Cuts the power at every step of a build: the disk is copied as it is, without what was never synced, and looked at.

The disk is an image with ext4, mounted here; what a build wrote and did not sync is in memory only, and in no copy of
the image. Each step is tried twice: as it is, and after the disk noted by itself which names there are, which it does
every few seconds, but not what is in those files. `python tests/campaigns/power.py` does every step, and needs the
rights to mount; a test does a few.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from campaigns.kills import NEW, OLD, OTHERS, build, held, is_true, kill_at, put, whole_or_away
from lok.publish.swap import mend

MEGABYTES = 24
LATER = "loop,commit=300"
"""The disk writes nothing by itself while we look: only what a build syncs is on it."""


def possible() -> bool:
    """Whether this machine lets us mount an image."""
    if sys.platform != "linux" or os.geteuid() or not shutil.which("mkfs.ext4"):
        return False
    with tempfile.TemporaryDirectory(prefix="stroom-") as folder:
        try:
            with mounted(empty(Path(folder))):
                return True
        except subprocess.CalledProcessError:
            return False


def empty(work: Path) -> Path:
    """An image with an empty disk."""
    image = work / "leeg.img"
    image.write_bytes(bytes(MEGABYTES << 20))
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)
    return image


@contextmanager
def mounted(image: Path) -> Iterator[Path]:
    """The folder where an image is mounted. Raises CalledProcessError where that may not be."""
    folder = image.with_suffix("")
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "ext4", "-o", LATER, image, folder], check=True, capture_output=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def cuts(work: Path, every: int = 1) -> int:
    """How often the power went while a build was at each so-many-th step; all was well at once or at the next run."""
    before = shutil.copy(empty(work), work / "voor.img")
    with mounted(before) as disk:
        put(disk / "plaats/build", {"leeg": ""})
        (disk / "plaats/build/leeg").unlink()
        build(disk / "plaats/build", OLD)
        put(disk / "plaats/build", OTHERS)
        os.sync()
    for step in range(0, 10_000, every):
        used = shutil.copy(before, work / "werk.img")
        with mounted(used) as disk:
            killed = kill_at(step, disk / "plaats")
            first = shutil.copy(used, work / "eerst.img")
            _note_names(disk)
            second = shutil.copy(used, work / "dan.img")
        for after in (first, second):
            with mounted(after) as disk:
                judge(disk / "plaats", step)
        if not killed:
            return 2 * (step // every + 1)
    raise AssertionError("a build that never ends")


def _note_names(disk: Path) -> None:
    """What the journal of a disk does by itself: it writes the names and folders, and of files only those synced."""
    with (disk / "ander").open("w") as other:
        other.write("x")
        other.flush()
        os.fsync(other.fileno())


def judge(place: Path, step: int) -> None:
    """Nothing is torn or lost: the old build or the new one, with what is others', and a manifest that is true."""
    whole_or_away(place)
    mend(place / "build")
    found = held(place / "build")
    assert found in ({**OLD, **OTHERS}, {**NEW, **OTHERS}), (step, found)
    assert is_true(place / "build"), step
    build(place / "build", NEW)
    assert held(place / "build") == {**NEW, **OTHERS}, step


if __name__ == "__main__":
    if possible():
        with tempfile.TemporaryDirectory(prefix="stroom-") as folder:
            print(cuts(Path(folder)), "power cuts, two at each step on the disk")
    else:
        print("no power was cut: mounting an image takes more rights than this account has")
