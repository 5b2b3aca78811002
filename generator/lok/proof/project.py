"""The author files of a project in, their pieces by path out."""

from __future__ import annotations

from pathlib import Path

from lok.model.names import one_form
from lok.proof.pieces import Piece, pieces
from lok.read.disk import ignored

FOLDERS = ("content", "cases", "slides")


def author_files(root: Path) -> dict[str, tuple[Piece, ...]]:
    """The pieces of every Markdown file that authors have in `root`, by its path there, sorted. What nobody may open,
    or what is no text, has none."""
    found: dict[str, tuple[Piece, ...]] = {}
    for path in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.md") if not ignored(path.name)):
        try:
            text = path.read_bytes().decode("utf-8-sig", "replace")
        except OSError:  # whoever loads the project is told
            continue
        name = one_form(path.relative_to(root).as_posix())
        found[name] = pieces(name, text)
    return found
