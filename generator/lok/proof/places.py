"""Where a piece stood and where it stands now: the id that a document carries in, a file and a line out.

Each piece is in a bookmark, whose name says its file, its line and its text in a few signs: programs keep such names.
Where lines moved since, the piece is found by those signs, else by its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from lok.proof.pieces import Piece, digest

NAME = re.compile(r"lok_([0-9a-f]{8})_(\d{1,6})_\d{1,4}_([0-9a-f]{8})$")
LIKE = 0.6
"""How alike two texts are at least, from 0 to 1, to be the same one changed."""


@dataclass(frozen=True)
class Mark:
    """What a bookmark says of a piece: signs of its file, its line then, signs of its text then ("" where unknown)."""

    file: str
    line: int
    digest: str


@dataclass(frozen=True)
class Found:
    """Where a piece stands now; `told` says in Dutch what is different from when the document was made, or ""."""

    path: str
    line: int
    told: str = ""


def file_signs(path: str) -> str:
    """Eight signs that tell a file of a project from the others."""
    return sha256(path.encode()).hexdigest()[:8]


def name(path: str, line: int, cell: int, text: str) -> str:
    """The name of the bookmark around a cell of a piece: at most 40 letters, as Word asks."""
    return f"lok_{file_signs(path)}_{line}_{cell}_{digest(text)}"


def mark(bookmark: str) -> Mark | None:
    """What the name of a bookmark says; None where it is not one of ours."""
    match = NAME.match(bookmark)
    return Mark(match.group(1), int(match.group(2)), match.group(3)) if match else None


def written(path: str, line: int) -> Mark:
    """What the place behind a piece says of it."""
    return Mark(file_signs(path), line, "")


class Finder:
    """Finds pieces in the files of a project as they are now: `files` are their pieces by path."""

    def __init__(self, files: Mapping[str, Sequence[Piece]]) -> None:
        self._paths = {file_signs(path): path for path in files}
        self._texts = {
            path: [(piece.line, text) for piece in found for text in piece.texts] for path, found in files.items()
        }

    def knows(self, mark: Mark) -> bool:
        """Whether the file of a mark is one of this project."""
        return mark.file in self._paths

    def find(self, mark: Mark, text: str) -> Found:
        """Where the piece of a mark stands now, of which the document says this text. Expects a file that it knows."""
        path = self._paths[mark.file]
        texts = self._texts[path]
        signs = mark.digest or digest(text)
        same = [line for line, each in texts if digest(each) == signs]
        if same:
            line = min(same, key=lambda line: abs(line - mark.line))
            return Found(path, line, "" if line == mark.line else f"stond op regel {mark.line}")
        near = [(_likeness(text, each), -abs(line - mark.line), line) for line, each in texts]
        likeness, _, line = max(near, default=(0, 0, mark.line))
        if likeness < LIKE:
            return Found(path, mark.line, "deze tekst staat er niet meer")
        moved = "" if line == mark.line else f", stond op regel {mark.line}"
        return Found(path, line, f"de tekst is intussen anders{moved}")


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0
