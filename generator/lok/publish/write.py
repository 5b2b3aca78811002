"""Finished files in, a folder out: whole or not at all, with a manifest; what other builds put there stays."""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from lok.model.output import Listing, Nav

MANIFEST = "manifest.json"
REASONS = {
    errno.EACCES: "je hebt er geen rechten",
    errno.EPERM: "je hebt er geen rechten",
    errno.EROFS: "je hebt er geen rechten",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOENT: "die map bestaat niet",
    errno.ENOTDIR: "er staat een bestand in de weg",
    errno.EEXIST: "er staat iets in de weg",
    errno.ENAMETOOLONG: "de naam is te lang",
}
"""What went wrong, in Dutch, by the system's number for it."""


class WriteError(Exception):
    """The folder cannot be written; the message is Dutch and for the author. The old folder is as it was."""


@dataclass(frozen=True)
class Output:
    """A file of a build: path below it, bytes, audience, course id ("" where shared), author files it came from."""

    path: str
    data: bytes
    audience: str
    course: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One file in the manifest; `bytes` is its size."""

    path: str
    sha256: str
    bytes: int
    audience: str
    course: str
    sources: tuple[str, ...]


Scope = tuple[str, str]
"""An audience and a course id ("" for what the courses of an audience share)."""


@dataclass(frozen=True)
class Manifest:
    """What stands in a folder: every file but the manifest itself, and a listing of each course and audience."""

    files: tuple[Line, ...] = ()
    courses: tuple[Listing, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an earlier build, an empty one where there was none.

    Raises WriteError where the folder is not ours or its manifest cannot be read.
    """
    path = folder / MANIFEST
    if not path.is_file():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise WriteError(f"{folder} bestaat al en is niet door lok gemaakt; kies een andere map met --uit")
        return Manifest()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        files = tuple(Line(**{**line, "sources": tuple(line["sources"])}) for line in content["files"])
        files = tuple(line for line in files if (folder / line.path).is_file())
        return Manifest(files, tuple(Listing(**{**one, "nav": _nav(one["nav"])}) for one in content["courses"]))
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise WriteError(f"{path} is beschadigd; verwijder de map {folder} en bouw opnieuw") from wrong


def kept(old: Manifest, replaced: set[Scope], courses: Iterable[str]) -> Manifest:
    """What stays of an earlier build: the other scopes, of courses that still exist."""
    known = {"", *courses}

    def stays(audience: str, course: str) -> bool:
        return (audience, course) not in replaced and course in known

    return Manifest(
        tuple(line for line in old.files if stays(line.audience, line.course)),
        tuple(one for one in old.courses if stays(one.audience, one.course)),
    )


def write(folder: Path, outputs: Sequence[Output], listings: Sequence[Listing], old: Manifest) -> Manifest:
    """Replace `folder` by the outputs and the files of `old`. Returns what then stands there.

    Raises WriteError where a file cannot be written; the folder then is as it was.
    """
    lines = sorted((*map(_line, outputs), *old.files), key=lambda line: line.path)
    courses = sorted((*listings, *old.courses), key=lambda one: (one.audience, one.course))
    manifest = Manifest(tuple(lines), tuple(courses))
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as work:
            fresh = Path(work) / "nieuw"
            fresh.mkdir()
            for line in old.files:
                shutil.copyfile(folder / line.path, _place(fresh / line.path))
            for output in outputs:
                _place(fresh / output.path).write_bytes(output.data)
            (fresh / MANIFEST).write_bytes(_json(manifest))
            _swap(folder, fresh, Path(work) / "oud")
    except OSError as wrong:
        why = REASONS.get(wrong.errno or 0, wrong.strerror)
        raise WriteError(f"kan {wrong.filename or folder} niet schrijven: {why}") from wrong
    return manifest


def put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put these files in a folder, all or none; others in it stay.

    Raises WriteError where a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".nieuw-", dir=folder) as work:
            for name, data in files.items():
                (Path(work) / name).write_bytes(data)
            for name in files:
                (Path(work) / name).replace(folder / name)
    except OSError as wrong:
        why = REASONS.get(wrong.errno or 0, wrong.strerror)
        raise WriteError(f"kan {wrong.filename or folder} niet schrijven: {why}") from wrong


def mirror(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a preview folder hold exactly these files, without ever emptying it: an open page finds its own."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, data in files.items():
        _place(folder / name).write_bytes(data)


def _swap(folder: Path, fresh: Path, aside: Path) -> None:
    """Put `fresh` in the place of `folder`; a folder swap is not atomic, so undo it where the second half fails."""
    if folder.exists():
        folder.rename(aside)
    try:
        fresh.rename(folder)
    except BaseException:
        if aside.exists():
            aside.rename(folder)
        raise


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _line(output: Output) -> Line:
    digest = sha256(output.data).hexdigest()
    return Line(output.path, digest, len(output.data), output.audience, output.course, tuple(sorted(output.sources)))


def _json(manifest: Manifest) -> bytes:
    return (json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n").encode()


def _nav(value: list[list[Any]]) -> Nav:
    """A menu as JSON has it, made of tuples again."""
    return tuple((title, _nav(below) if isinstance(below, list) else below) for title, below in value)
