"""A kind of exercise in, the scripts that its pages run and the words that these say out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import rjsmin

from lok.design import palette
from lok.exercises.kind import Kind
from lok.words import words

SCRIPTS = palette.ASSETS / "site"
FRAME = ("page", "remembered", "waiting", "search", "progress", "offline")
"""Scripts of every page, one file there."""
EXERCISE = (
    *(f"exercise/{part}" for part in ("pieces", "values", "days", "fields", "screens", "answers")),
    *(f"exercise-tools/{part}" for part in ("dialogue", "keep", "text", "file", "tools")),
)
"""Scripts of every exercise, each may use those before it; one file with what its kind adds."""
NAME = re.compile(rb"\w+")


def frame() -> bytes:
    """What every page runs."""
    return joined(*(SCRIPTS / f"{name}.js" for name in FRAME))


def search() -> bytes:
    """What a page fetches besides, with the index, once somebody turns to the search."""
    return joined(palette.ASSETS / "search" / "find.js", SCRIPTS / "results.js")


def exercise(kind: Kind[Any]) -> bytes:
    """What a page with this kind of exercise runs besides, in that order."""
    own = (kind.script,) if kind.script else ()
    return joined(*(SCRIPTS / f"{name}.js" for name in (*EXERCISE, *kind.scripts)), *own)


def said(kind: Kind[Any]) -> dict[str, str]:
    """Of our words for exercises those that these scripts name, whole or by their beginning: `"meter_" + level`."""
    named = {name.decode() for name in NAME.findall(exercise(kind))}
    begun = tuple(name for name in named if name.endswith("_"))
    return {name: text for name, text in words("exercise").items() if name in named or name.startswith(begun)}


@cache
def joined(*files: Path) -> bytes:
    """Scripts as one, without what only we read: each is a function that runs at once."""
    made: bytes = rjsmin.jsmin(b"\n".join(path.read_bytes() for path in files))
    return made
