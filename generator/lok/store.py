"""What was made before, on this computer: a key in, the bytes kept under it out.

A key is the hash of all that something is made from, lok itself included, so no entry is ever out of date, only unused.
What does not read as it was written is thrown away. A disk that is full, locked or absent costs time, never a build.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

PLACE = "LOK_CACHE"
"""Where entries stand, when not below the user's folder for such things; "-" keeps nothing. Workers inherit it."""
NOWHERE = "-"
MOST = 600_000_000
"""Bytes that all entries together may take."""
HEAD = b"lok 1\n"
PACKAGE = Path(__file__).parent
LIBRARIES = ("typst", "mkdocs", "mkdocs-material", "python-pptx", "pymdown-extensions", "jinja2", "pillow", "segno")
"""Whose versions decide what lok makes."""


def folder() -> Path | None:
    """Where entries stand; None where nothing is kept."""
    place = os.environ.get(PLACE, "")
    if place == NOWHERE:
        return None
    return Path(place) if place else user_cache_path("lok")


def key_of(kind: str, parts: Iterable[bytes | str]) -> str:
    """The name of an entry: a hash of what it is made from, and of this lok."""
    found = sha256(f"{kind}\n{program()}\n".encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(f"{len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


@cache
def program() -> str:
    """A hash of lok: every file of the package, and the versions of the libraries that make what is kept."""
    found = sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    for name in LIBRARIES:
        found.update(f"{name} {version(name)}\n".encode())
    return found.hexdigest()


def place_of(key: str) -> Path | None:
    """Where the entry of a key stands; None where nothing is kept."""
    place = folder()
    return place / key[:2] / key[2:] if place else None


def get(key: str) -> bytes | None:
    """What stands under a key; None where nothing does. What is not as it was written is removed."""
    place = place_of(key)
    if place is None:
        return None
    try:
        held = place.read_bytes()
    except OSError:
        return None
    head, digest, data = held[: len(HEAD)], held[len(HEAD) : len(HEAD) + 32], held[len(HEAD) + 32 :]
    if head != HEAD or digest != _digest(key, data):
        with suppress(OSError):
            place.unlink()
        return None
    with suppress(OSError):
        os.utime(place)  # so that `trim` takes what nobody asked for
    return data


def put(key: str, data: bytes) -> None:
    """Keep these bytes under a key, whole or not at all."""
    place = place_of(key)
    if place is None:
        return
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
            try:
                file.write(HEAD + _digest(key, data) + data)
                file.close()
                os.replace(file.name, place)
            except OSError:
                os.unlink(file.name)


def made(kind: str, parts: Iterable[bytes | str], make: Callable[[], bytes]) -> bytes:
    """What is kept of these parts, or what `make` gives, which is then kept. Raises what it raises."""
    key = key_of(kind, parts)
    data = get(key)
    if data is None:
        data = make()
        put(key, data)
    return data


def trim(most: int = MOST) -> None:
    """Remove what was asked for longest ago, until all entries together take at most so many bytes."""
    found = sorted(((told.st_mtime, told.st_size, entry) for entry, told in stats().items()), reverse=True)
    taken = 0
    for _, size, entry in found:
        taken += size
        if taken > most:
            with suppress(OSError):
                entry.unlink()


def entries() -> list[Path]:
    """The files of all entries, half-written ones included."""
    return [*stats()]


def stats() -> dict[Path, os.stat_result]:
    """The same with what the system says of each; one that another process takes away meanwhile is left out."""
    place, found = folder(), dict[Path, os.stat_result]()
    for path in place.glob("[0-9a-f][0-9a-f]/*") if place else ():
        with suppress(OSError):
            found[path] = path.stat()
    return {path: told for path, told in found.items() if stat.S_ISREG(told.st_mode)}


def empty() -> int:
    """Remove every entry; how many there were."""
    found = entries()
    for entry in found:
        with suppress(OSError):
            entry.unlink()
    return len(found)


def _digest(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + data).digest()
