"""What every writer needs of a disk: its turn, a temporary folder that does not stay behind, failures in Dutch."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

REASONS = {
    errno.EACCES: "je hebt er geen rechten",
    errno.EPERM: "je hebt er geen rechten",
    errno.EROFS: "je hebt er geen rechten",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je deel van de schijf is vol",
    errno.ENOENT: "die map bestaat niet",
    errno.ENOTDIR: "er staat een bestand in de weg",
    errno.EISDIR: "er staat een map in de weg",
    errno.EEXIST: "er staat iets in de weg",
    errno.ENOTEMPTY: "er staat iets in de weg",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de verwijzing loopt in een kring",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.EIO: "de schijf leest of schrijft niet",
}
"""What went wrong, in Dutch, by the system's number for it."""

BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
PREFIX, INSIDE = "lok-", "werk"
"""The name of a temporary folder, and of the folder in it that is worked in."""
PATIENCE = 60
"""Seconds to wait for another lok that writes in the same folder; writing itself takes one or two."""


class WriteError(Exception):
    """A folder cannot be written; the message is Dutch and for the author. The old folder is as it was."""


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What the system says of a file, as a sentence about it, else about `folder`. Raises WriteError."""
    try:
        yield
    except OSError as wrong:
        why = REASONS.get(wrong.errno or 0) or wrong.strerror or str(wrong)
        raise WriteError(f"kan {wrong.filename or folder} niet schrijven: {why}") from wrong


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep every other lok out of `folder`, which need not exist; its parent must.

    The lock is a file beside it: the system lets go of it when a process dies, however it dies.
    Raises WriteError where another has it for more than `patience` seconds, OSError where no file can stand there.
    """
    file = slot(folder)
    deadline = monotonic() + patience
    while (held := _grab(file)) is None:
        if monotonic() >= deadline:
            raise WriteError(f"een andere lok schrijft op dit moment in {folder}; probeer het straks opnieuw")
        sleep(0.05)
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink()  # Windows refuses while it is open
        os.close(held)
        if sys.platform == "win32":
            with suppress(OSError):
                file.unlink()


def slot(folder: Path) -> Path:
    """The lock of a folder."""
    return folder.parent / f".{folder.name}.slot"


def _grab(file: Path) -> int | None:
    """The open lock file, or None where another has it or just threw it away."""
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if sys.platform == "win32":
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as wrong:
        if wrong.errno in BUSY:
            os.close(held)
            return None  # any other failure: a disk that knows no locks, so there is nothing to wait for
    with suppress(OSError):
        if os.path.samestat(os.fstat(held), file.stat()):
            return held
    os.close(held)
    return None


@contextmanager
def scratch() -> Iterator[Path]:
    """A temporary folder. Raises WriteError where there is no room for it, or for what is put in it."""
    with told(Path("de tijdelijke map")), tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name).resolve() / INSIDE
        with locked(folder):
            folder.mkdir()
            yield folder


def sweep() -> None:
    """Remove the temporary folders of processes that were killed: nobody holds their lock."""
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            _sweep(folder)


def _sweep(folder: Path) -> None:
    with suppress(OSError, WriteError):
        if slot(folder / INSIDE).is_file() and not folder.is_symlink():
            with locked(folder / INSIDE, 0):
                shutil.rmtree(folder / INSIDE, ignore_errors=True)
            folder.rmdir()


def sync(paths: Iterable[Path]) -> None:
    """Have the disk itself hold these files and folders, not only the memory before it."""
    for path in paths:
        if path.is_dir():
            with suppress(OSError):  # Windows opens no folders, and not every disk can do this with one
                _sync(path, os.O_RDONLY)
        else:
            _sync(path, os.O_RDWR)


def _sync(path: Path, mode: int) -> None:
    held = os.open(path, mode)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def create(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put new files in a folder; what is there stays as it is.

    Raises WriteError where one of them is there already, or cannot be written; none is then left behind.
    """
    made: list[Path] = []
    with told(folder):
        try:
            for name, data in files.items():
                with open(place(folder / name), "xb") as file:
                    made.append(Path(file.name))
                    file.write(data)
        except OSError:
            for path in made:
                path.unlink(missing_ok=True)
            raise


def rewrite(path: Path, data: bytes) -> None:
    """Give a file other contents, whole or not at all; a link stays one. Raises WriteError where that fails."""
    with told(path):
        path = Path(os.path.realpath(path))
        new = path.with_name(f".{path.name}.nieuw")
        try:
            new.write_bytes(data)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def place(path: Path) -> Path:
    """This path, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
