"""What a build put in a folder, as manifest.json tells it: read with suspicion, since anyone can have written it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from lok.model.output import Listing, Nav
from lok.publish.disk import WriteError

MANIFEST = "manifest.json"


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
    """What lok made in a folder, the manifest itself left out, and a listing of each course and audience."""

    files: tuple[Line, ...] = ()
    courses: tuple[Listing, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an earlier build, an empty one where there was none.

    Raises WriteError where the folder is not ours or its manifest cannot be read.
    """
    path = folder / MANIFEST
    if not path.is_file():
        if folder.exists() and (not folder.is_dir() or not all(each.name.startswith(".") for each in folder.iterdir())):
            raise WriteError(f"{folder} bestaat al en is niet door lok gemaakt; kies een andere map met --uit")
        return Manifest()
    try:
        return parsed(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise WriteError(f"{path} is beschadigd of niet van lok; kies een andere map met --uit") from wrong


def parsed(data: bytes) -> Manifest:
    """A manifest from its bytes; files outside the folder are left out.

    Raises ValueError, KeyError, TypeError, AttributeError or RecursionError where it is no manifest of ours.
    """
    content = json.loads(data.decode("utf-8"))
    lines = (Line(**{**line, "sources": tuple(line["sources"])}) for line in content["files"])
    listings = (Listing(**{**one, "nav": _nav(one["nav"])}) for one in content["courses"])
    made = Manifest(tuple(lines), tuple(listings))
    texts = [
        text for line in made.files for text in (line.path, line.sha256, line.audience, line.course, *line.sources)
    ]
    texts += [text for one in made.courses for text in (one.audience, one.course, one.title, one.intro)]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a manifest holds texts")
    return replace(made, files=tuple(line for line in made.files if _inside(line.path)))


def kept(old: Manifest, replaced: set[Scope], courses: Iterable[str]) -> Manifest:
    """What stays of an earlier build: the other scopes, of courses that still exist."""
    known = {"", *courses}

    def stays(audience: str, course: str) -> bool:
        return (audience, course) not in replaced and course in known

    return Manifest(
        tuple(line for line in old.files if stays(line.audience, line.course)),
        tuple(one for one in old.courses if stays(one.audience, one.course)),
    )


def to_json(manifest: Manifest) -> bytes:
    """The bytes of manifest.json."""
    return (json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n").encode()


def sums(manifest: Manifest) -> Mapping[str, str]:
    """The checksum of each file."""
    return {line.path: line.sha256 for line in manifest.files}


def _inside(path: str) -> bool:
    """Whether a path stays below the folder, on any system."""
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith("/") and not {"\\", ":", "\0"} & {*path}


def _nav(value: list[list[Any]]) -> Nav:
    """A menu as JSON has it, made of tuples again."""
    return tuple((title, _nav(below) if isinstance(below, list) else below) for title, below in value)
