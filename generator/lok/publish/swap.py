"""A finished folder in the place of an older one. Only files that lok made and nobody changed go; all others stay.

What is new is made in `.<name>.lok/nieuw` beside the folder; then the folder becomes `.<name>.lok/oud` and the new one
takes its name. `repair` finishes or undoes that, whatever moment it broke off: after a failure, or at the next run
after a kill.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import file_digest
from itertools import count
from pathlib import Path, PurePosixPath

from lok.publish.disk import WriteError, locked, place, slot, sync, told
from lok.publish.manifest import MANIFEST, parsed

NEW, OLD = "nieuw", "oud"


def real(folder: Path) -> Path:
    """Where a folder is: a link is followed, so that what it leads to is replaced and the link stays."""
    return Path(os.path.realpath(folder))


def work(folder: Path) -> Path:
    """The folder in which lok works before anything changes in `folder`."""
    return folder.parent / f".{folder.name}.lok"


def others(folder: Path, known: Mapping[str, Collection[str]], opened: Callable[[str], bool]) -> Iterator[str]:
    """Paths in a folder that lok did not make or that were changed since: their topmost, links not followed.

    `known` has the checksums that a file of lok can have, `opened` says which folders are not somebody's own.
    """
    for path in _walk(folder, "", opened):
        if path != MANIFEST and not _ours(folder / path, known.get(path, ())):
            yield path


def _walk(folder: Path, above: str, opened: Callable[[str], bool]) -> Iterator[str]:
    for entry in sorted(os.scandir(folder / above), key=lambda entry: entry.name):
        path = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False) and opened(path):
            yield from _walk(folder, f"{path}/", opened)
        else:
            yield path


def _ours(path: Path, allowed: Collection[str]) -> bool:
    return bool(allowed) and path.is_file() and not path.is_symlink() and checksum(path) in allowed


def checksum(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def above(paths: Collection[str]) -> set[str]:
    """Every folder that these paths lie in."""
    return {str(parent) for path in paths for parent in PurePosixPath(path).parents}


def swap(folder: Path) -> None:
    """Put the new folder, finished and on the disk, in the place of the old one."""
    if folder.exists():
        shutil.copymode(folder, work(folder) / NEW)
        folder.rename(work(folder) / OLD)
    (work(folder) / NEW).rename(folder)
    sync([folder.parent])


def mend(folder: Path) -> None:
    """Repair what a kill left of `folder`, where no other lok is at work there. Raises WriteError where that fails."""
    folder = real(folder)
    if work(folder).exists() or slot(folder).exists():
        with told(folder), suppress(WriteError), locked(folder, 0):
            repair(folder)


def repair(folder: Path) -> tuple[Path, ...]:
    """Finish a swap, or undo one that did not come to its second half. Does nothing where there is nothing to do.

    Returns where it put what stood in the way of new files.
    Raises OSError where the disk does not let it; what is left then waits for the next run.
    """
    new, old = work(folder) / NEW, work(folder) / OLD
    moved: list[Path] = []
    if old.is_dir() and not (folder / MANIFEST).exists():
        if folder.exists():
            moved += _settle(folder, old, folder)  # what somebody put there in the meantime
        old.rename(folder)
    elif old.is_dir():
        moved += _settle(old, folder, folder)
    if new.exists():
        shutil.rmtree(new)
    with suppress(OSError):
        work(folder).rmdir()
    return tuple(moved)


def _settle(old: Path, folder: Path, name: Path) -> Iterator[Path]:
    """Empty `old`: what lok made goes, all else moves to its own place in `folder`.

    Gives where it put what found its place taken: in a folder beside `name`.
    """
    known: Mapping[str, Collection[str]] = {}
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        known = {line.path: (line.sha256,) for line in parsed((old / MANIFEST).read_bytes()).files}
    ways = above(known.keys())

    def opened(path: str) -> bool:
        return path in ways or ((folder / path).is_dir() and not (folder / path).is_symlink())

    for path in [*_walk(old, "", opened)]:
        if path == MANIFEST:
            continue
        if _ours(old / path, known.get(path, ())) or _twins(old / path, folder / path):
            (old / path).unlink()
        elif _free(folder, path):
            (old / path).rename(place(folder / path))
        else:
            target = next(each / path for each in map(partial(aside, name), count(1)) if _free(each, path))
            yield (old / path).rename(place(target))
    for each, _, _ in os.walk(old, topdown=False):
        if Path(each) != old:
            Path(each).rmdir()
    (old / MANIFEST).unlink(missing_ok=True)
    old.rmdir()


def _twins(one: Path, other: Path) -> bool:
    """Whether both are files and hold the same."""
    if any(each.is_symlink() or not each.is_file() for each in (one, other)):
        return False
    return one.samefile(other) or checksum(one) == checksum(other)


def _free(folder: Path, path: str) -> bool:
    """Whether nothing stands at this path, nor in the place of a folder above it."""
    ways = (folder / each for each in PurePosixPath(path).parents)
    return not os.path.lexists(folder / path) and all(way.is_dir() or not os.path.lexists(way) for way in ways)


def aside(folder: Path, number: int = 1) -> Path:
    """The folder beside `folder` for what stands in the way."""
    return folder.parent / f"{folder.name}-opzij{'' if number == 1 else f'-{number}'}"
