"""Finished files in, a folder out: whole or not at all, with a manifest; what others put there stays."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lok.model.output import Listing
from lok.publish import swap
from lok.publish.disk import WriteError, locked, place, sync, told
from lok.publish.manifest import MANIFEST, Line, Manifest, read_manifest, sums, to_json
from lok.publish.swap import above, aside, others, real, repair, work

NEW_FILES = ".lok-nieuw"
"""The folder in a project in which new files are made before they take their places."""


@dataclass(frozen=True)
class Output:
    """A file of a build: path below it, bytes, audience, course id ("" where shared), author files it came from."""

    path: str
    data: bytes
    audience: str
    course: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Fresh:
    """What a folder must hold: new files, new listings, and what stays of the earlier build."""

    outputs: Sequence[Output]
    listings: Sequence[Listing]
    kept: Manifest


@dataclass(frozen=True)
class Written:
    """What lok made in a folder, the paths of others that stay in it, and where what stood in the way went."""

    manifest: Manifest
    others: tuple[str, ...]
    moved: tuple[Path, ...]


def write(folder: Path, outputs: Sequence[Output], listings: Sequence[Listing], old: Manifest) -> Manifest:
    """Replace `folder` by the outputs and the files of `old`. Returns what lok then made there.

    Raises WriteError where a file cannot be written; the folder then is as it was.
    """
    return update(folder, lambda _: Fresh(outputs, listings, old)).manifest


def update(folder: Path, make: Callable[[Manifest], Fresh], out_of_the_way: bool = False) -> Written:
    """Replace what lok made in `folder` by what `make` says when it is told what stands there.

    Only one lok at a time does so. Files of others stay, and so does one of ours that was changed by hand: where it
    stands in the way it moves aside if `out_of_the_way`, else raises WriteError; so does a file that cannot be written.
    The folder then is as it was.
    """
    folder = real(folder)
    with told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            repair(folder)
            old = read_manifest(folder)
            return _replace(folder, old, make(old), out_of_the_way)


def _replace(folder: Path, old: Manifest, fresh: Fresh, out_of_the_way: bool) -> Written:
    """Raises WriteError where something of others stands in the way and may not be moved."""
    lines = [_line(output) for output in fresh.outputs]
    strange = _strange(folder, old, lines)
    obstacles = _obstacles(strange, [line.path for line in lines])
    if obstacles and not out_of_the_way:
        raise WriteError(_in_the_way(folder, obstacles))
    data = {output.path: output.data for output in fresh.outputs}
    stay = [line for line in fresh.kept.files if line.path not in data and _stands(folder, line.path, strange)]
    courses = sorted((*fresh.listings, *fresh.kept.courses), key=lambda one: (one.audience, one.course))
    manifest = Manifest(tuple(sorted((*lines, *stay), key=lambda line: line.path)), tuple(courses))
    try:
        _fill(folder, manifest, data, sums(old), strange)
        swap.swap(folder)
    except BaseException:
        repair(folder)
        raise
    return Written(manifest, tuple(sorted(strange - {*obstacles})), repair(folder))


def _stands(folder: Path, path: str, strange: Set[str]) -> bool:
    """Whether a file of an earlier build is still there, and still itself."""
    return not {path, *above([path])} & strange and (folder / path).is_file()


def _strange(folder: Path, old: Manifest, lines: Sequence[Line]) -> set[str]:
    """What lok did not make; a file that is what we are about to write is no stranger."""
    if not folder.is_dir():
        return set()
    known: dict[str, list[str]] = {}
    for line in (*old.files, *lines):
        known.setdefault(line.path, []).append(line.sha256)
    return {*others(folder, known, above(known.keys()).__contains__)}


def _obstacles(strange: Collection[str], paths: Sequence[str]) -> list[str]:
    """Which of these stand where a file or a folder must come."""
    files = {*paths}
    needed = files | above(files)
    return sorted(path for path in strange if path in needed or above([path]) & files)


def _in_the_way(folder: Path, paths: Sequence[str]) -> str:
    is_changed, would = ("is", "zou") if len(paths) == 1 else ("zijn", "zouden")
    return (
        f"{', '.join(paths)} in {folder} {is_changed} met de hand gewijzigd of niet van lok, en {would} overschreven "
        f"worden; zet dat elders, of bouw met --opzij: dan komt het in {aside(folder).name}{os.sep}"
    )


def _fill(
    folder: Path, manifest: Manifest, data: Mapping[str, bytes], before: Mapping[str, str], strange: Collection[str]
) -> None:
    """Make the new folder and have the disk hold it.

    A file that did not change is the same file with a second name: that costs nothing, and a program that copies what
    is new passes it by.
    """
    new = work(folder) / swap.NEW
    new.mkdir(parents=True)
    written: list[Path] = []
    for line in manifest.files:
        target = place(new / line.path)
        same = line.path not in data or before.get(line.path) == line.sha256
        if same and line.path not in strange and _same_file(folder / line.path, target):
            continue
        if line.path in data:
            target.write_bytes(data[line.path])
        else:
            shutil.copy2(folder / line.path, target)
        written.append(target)
    (new / MANIFEST).write_bytes(to_json(manifest))
    sync([*written, new / MANIFEST, *(Path(each) for each, _, _ in os.walk(new)), new.parent])


def _same_file(path: Path, target: Path) -> bool:
    """Give a file a second name, where the disk can and the file is there."""
    try:
        os.link(path, target)
    except OSError:
        return False
    return True


def put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put these files in a folder, all or none; others in it stay.

    Raises WriteError where a file cannot be written.
    """
    folder = real(folder)
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            repair(folder)
            new = work(folder) / swap.NEW
            try:
                for name, data in files.items():
                    place(new / name).write_bytes(data)
                sync(new / name for name in files)
                for name in files:
                    (new / name).replace(folder / name)
                sync([folder])
            finally:
                repair(folder)


def put_new(root: Path, files: Mapping[str, bytes], whole: Collection[str] = ()) -> None:
    """Put files in a project where nothing stands yet, all or none; `whole` names folders that come as a whole.

    Raises WriteError where one of them is there already, or cannot be written; the project then is as it was.
    """
    root = real(root)
    new, moved = root / NEW_FILES, list[Path]()
    units = sorted(
        {next((each for each in whole if path.startswith(f"{each}/")), path) for path in files}, reverse=True
    )
    with told(root):
        root.mkdir(parents=True, exist_ok=True)
        with locked(new):
            _refuse_taken(root, units)
            shutil.rmtree(new, ignore_errors=True)
            try:
                for path, data in files.items():
                    place(new / path).write_bytes(data)
                sync(new / path for path in files)
                for unit in units:
                    (new / unit).rename(place(root / unit))
                    moved.append(root / unit)
            except BaseException:
                for there in moved:
                    shutil.rmtree(there) if there.is_dir() else there.unlink()
                raise
            finally:
                shutil.rmtree(new, ignore_errors=True)


def _refuse_taken(root: Path, paths: Sequence[str]) -> None:
    """Raises WriteError where something stands in the way of new files."""
    taken = [path for path in paths if os.path.lexists(root / path)]
    if taken:
        raise WriteError(f"{', '.join(taken)} bestaat al en blijft zoals het is: kies met --naam een andere naam")


def refresh(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Put files in a preview folder, where an open page finds them; others stay. Returns whether any differed."""
    fresh = {name: data for name, data in files.items() if not _holds(folder / name, data)}
    for name, data in fresh.items():
        place(folder / name).write_bytes(data)
    return bool(fresh)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _line(output: Output) -> Line:
    digest = sha256(output.data).hexdigest()
    return Line(output.path, digest, len(output.data), output.audience, output.course, tuple(sorted(output.sources)))
