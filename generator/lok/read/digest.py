"""All that an author wrote in a project in, one hash out: two that are equal were made from the same words."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

FOLDERS = ("content", "cases", "slides")
"""Where authors write, relative to the project."""
SETTINGS = "mkdocs.yml"
"""What an author may say of the sites, relative to the project; lok has settings of its own."""


def digest(root: Path) -> str:
    """Of the path and the bytes of every file that is read. Raises OSError where one cannot be."""
    found = sha256()
    paths = [root / SETTINGS, *(path for folder in FOLDERS for path in (root / folder).rglob("*"))]
    for path in sorted(paths):
        if path.is_file():
            data = path.read_bytes()
            found.update(f"{path.relative_to(root).as_posix()}\n{len(data)}\n".encode())
            found.update(data)
    return found.hexdigest()
