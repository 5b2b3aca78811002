"""Which words of the authors are for everyone, by the files, headings and keys where they stand.

Here a folder becomes `Places`: every file that a course can use is read again, line by line, and what the public places
of the session lead to is public. Nothing here looks at records, so a fault in `view` cannot blind the guard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lok.model.library import Media
from lok.model.names import slug
from lok.model.place import Passage, Places, Span
from lok.read import passages
from lok.read.disk import Disk, ignored
from lok.read.passages import Record

SESSIONS, SLIDES, CHANGES = "content/sessies", "slides", "content/wijzigingen.md"
FACE = "content/organisatie.md"
"""Whose courses these are: every key of it is for everyone."""
FOLDERS = {"cases": "casus", "content/oefeningen": "oefening", "content/bladen": "blad", "content/kaarten": "blad"}
ENTRIES = {"content/feiten.md": "feit", "content/begrippen.md": "begrip", "content/bronnen.md": "bron"}


def places(root: Path, session: str, media: Iterable[Media] = ()) -> Places:
    """All that the files of one session, and those that sessions share, say; `session` is its id.

    `media` are its pictures and recordings as they are published: those bytes are looked for too.
    """
    disk = Disk(root)
    path = next(path for path in _files(disk, SESSIONS) if slug(Path(path).stem) == session)
    text = _text(disk, path)
    wanted = {slug(part) for part in passages.keys(text).get("delen", ())}
    slides = [passages.read(each, _text(disk, each), slides=True) for each in _files(disk, f"{SLIDES}/{session}")]
    given = [each for each in slides if slug(Path(each.path).stem) in wanted]
    face = [passages.read(FACE, _text(disk, FACE))] if disk.real(FACE) else []
    roots = [passages.read(path, text), *face, *given]
    library = list(_library(disk))
    reached = _reached(roots, library)
    closed = [each for each in (*slides, *library) if id(each) not in reached]
    said = [passage for each in (*roots, *library) if id(each) in reached for passage in each.passages]
    unsaid = [replace(passage, public=False) for each in closed for passage in (*each.passages, *_named(each))]
    open_files = [each for each in library if id(each) in reached]
    names = [replace(name, public=not each.only_trainer) for each in open_files for name in _named(each)]
    said += [*names, *unsaid, *_changes(disk)]
    found, hidden = _media(disk, {item.path: item.data for item in media}, [*roots, *slides, *library], reached)
    return Places((*said, *found), hidden)


def _library(disk: Disk) -> Iterator[Record]:
    for folder, kind in FOLDERS.items():
        for path in _files(disk, folder):
            yield passages.read(path, _text(disk, path), names=((kind, slug(Path(path).stem)),))
    for path, kind in ENTRIES.items():
        if disk.real(path):
            yield from passages.entries(path, _text(disk, path), kind)


def _changes(disk: Disk) -> list[Passage]:
    """What changed is for trainers, all of it."""
    if not disk.real(CHANGES):
        return []
    return [replace(each, public=False) for each in passages.read(CHANGES, _text(disk, CHANGES)).passages]


def _reached(roots: list[Record], library: list[Record]) -> set[int]:
    """The records (by `id`) that public places lead to, from the session on; a sheet for trainers leads nowhere."""
    waiting, found = list(roots), {id(each) for each in roots}
    while waiting:
        names = {name for name, public in waiting.pop().links if public}
        for each in library:
            if id(each) not in found and names & set(each.names):
                found.add(id(each))
                waiting.append(each)
    return found


def _named(record: Record) -> list[Passage]:
    """The name of a file that is one record: addresses and other names are made of it."""
    if not record.names or record.path in ENTRIES:
        return []
    return [Passage(Path(record.path).stem, Span(record.path), False)]


def _media(
    disk: Disk, published: Mapping[str, bytes], records: list[Record], reached: set[int]
) -> tuple[list[Passage], tuple[tuple[str, Span], ...]]:
    """Names of media, and digests of those that no public place names."""
    named = [(path, span, public and id(each) in reached) for each in records for path, span, public in each.media]
    meant = {path: disk.meant(path) for path, _, _ in named}
    shown = {meant[path] for path, _, public in named if public}
    passages = [Passage(Path(path).stem, span, meant[path] in shown) for path, span, _ in named]
    digests = {name: _digests(disk, name, published) for name in meant.values()}
    open_bytes = {digest for name in shown for digest in digests[name]}
    hidden = {digest: span for path, span, _ in named for digest in digests[meant[path]] - open_bytes}
    return passages, tuple(sorted(hidden.items()))


def _digests(disk: Disk, name: str, published: Mapping[str, bytes]) -> set[str]:
    """Of a file as the author keeps it, and as it is published."""
    path = disk.real(name) if name else None
    try:
        data = [path.read_bytes()] if path else []
    except OSError:  # the readers tell of it, and nothing is built
        data = []
    data += [published[name]] if name in published else []
    return {sha256(each).hexdigest() for each in data}


def _files(disk: Disk, folder: str) -> list[str]:
    names = [name for name in disk.names(folder) if name.endswith(".md") and not ignored(name)]
    return [f"{folder}/{name}" for name in names if (path := disk.real(f"{folder}/{name}")) and path.is_file()]


def _text(disk: Disk, path: str) -> str:
    """The letters of a file; one that cannot be read, or is no UTF-8, never reaches a build."""
    try:
        text = (disk.real(path) or disk.root / path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    return passages.heard(text.replace("\r\n", "\n").replace("\r", "\n"))
