"""Which words of the authors are for everyone, by the files, headings and keys where they stand.

Here a folder becomes `Places`: every file that a course can use is read again, line by line, and what the public places
of the session lead to is public. Nothing here looks at records, so a fault in `view` cannot blind the guard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lok.model.names import slug
from lok.model.place import Passage, Places, Span
from lok.read import passages
from lok.read.passages import Record

SESSIONS, SLIDES, CHANGES = "content/sessies", "slides", "content/wijzigingen.md"
FOLDERS = {"cases": "casus", "content/oefeningen": "oefening", "content/bladen": "blad", "content/kaarten": "blad"}
ENTRIES = {"content/feiten.md": "feit", "content/begrippen.md": "begrip", "content/bronnen.md": "bron"}


def places(root: Path, session: str) -> Places:
    """All that the files of one session, and those that sessions share, say; `session` is its id."""
    path = next(path for path in _files(root, SESSIONS) if slug(Path(path).stem) == session)
    text = _text(root, path)
    wanted = {slug(part) for part in passages.keys(text).get("delen", ())}
    slides = [passages.read(each, _text(root, each), slides=True) for each in _files(root, f"{SLIDES}/{session}")]
    given = [each for each in slides if slug(Path(each.path).stem) in wanted]
    roots = [passages.read(path, text), *given]
    library = list(_library(root))
    reached = _reached(roots, library)
    closed = [each for each in (*slides, *library) if id(each) not in reached]
    said = [passage for each in (*roots, *library) if id(each) in reached for passage in each.passages]
    unsaid = [replace(passage, public=False) for each in closed for passage in (*each.passages, *_named(each))]
    open_files = [each for each in library if id(each) in reached]
    names = [replace(name, public=not each.only_trainer) for each in open_files for name in _named(each)]
    said += [*names, *unsaid, *_changes(root)]
    found, hidden = _media(root, [*roots, *slides, *library], reached)
    return Places((*said, *found), hidden)


def _library(root: Path) -> Iterator[Record]:
    for folder, kind in FOLDERS.items():
        for path in _files(root, folder):
            yield passages.read(path, _text(root, path), names=((kind, slug(Path(path).stem)),))
    for path, kind in ENTRIES.items():
        if (root / path).is_file():
            yield from passages.entries(path, _text(root, path), kind)


def _changes(root: Path) -> list[Passage]:
    """What changed is for trainers, all of it."""
    if not (root / CHANGES).is_file():
        return []
    return [replace(each, public=False) for each in passages.read(CHANGES, _text(root, CHANGES)).passages]


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


def _media(root: Path, records: list[Record], reached: set[int]) -> tuple[list[Passage], tuple[tuple[str, Span], ...]]:
    """Names of media, and digests of those that no public place names."""
    named = [(path, span, public and id(each) in reached) for each in records for path, span, public in each.media]
    shown = {path for path, _, public in named if public}
    passages = [Passage(Path(path).stem, span, path in shown) for path, span, _ in named]
    digests = {path: _digest(root / path) for path, _, _ in named}
    open_bytes = {digests[path] for path in shown}
    hidden = {digests[path]: span for path, span, _ in named if digests[path] not in {"", *open_bytes}}
    return passages, tuple(hidden.items())


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:  # the readers tell of it, and nothing is built
        return ""


def _files(root: Path, folder: str) -> list[str]:
    found = sorted(path for path in (root / folder).glob("*.md") if path.is_file() and path.name[0] != ".")
    return [path.relative_to(root).as_posix() for path in found]


def _text(root: Path, path: str) -> str:
    """The letters of a file; one that cannot be read, or is no UTF-8, never reaches a build."""
    try:
        text = (root / path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")
