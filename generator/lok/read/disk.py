"""The files of a project by their names: in one Unicode form and with capitals that count, whatever the computer."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lok.model.names import one_form


@dataclass
class Disk:
    """The files below `root`; every folder is listed once. Paths are posix, from `root`, in their one form."""

    root: Path
    _listed: dict[Path, dict[str, str]] = field(default_factory=dict)

    def real(self, path: str) -> Path | None:
        """The file or folder with this path, in whatever Unicode form the disk keeps it; never one outside `root`."""
        here = self.root
        for part in path.split("/") if path else ():
            name = self._names(here).get(part)
            if name is None:
                return None
            here /= name
        return here

    def meant(self, path: str) -> str:
        """The one name of the file that an author means by this path; "" where there is none."""
        return next((each for each in spellings(path) if (real := self.real(each)) and real.is_file()), "")

    def other_case(self, path: str) -> str:
        """The path that differs from this one in capitals only; "" where there is none."""
        here, found = self.root, []
        for part in path.split("/"):
            names = self._names(here)
            near = part if part in names else next((n for n in sorted(names) if n.casefold() == part.casefold()), "")
            if not near:
                return ""
            found.append(near)
            here /= names[near]
        return "/".join(found)

    def names(self, folder: str) -> list[str]:
        """The names in a folder in their one Unicode form, sorted; none where there is no such folder."""
        real = self.real(folder)
        return sorted(self._names(real)) if real else []

    def _names(self, folder: Path) -> dict[str, str]:
        """By its one form, each name as the disk keeps it; by itself where two have one form, so that none is lost."""
        if folder not in self._listed:
            try:
                names = sorted(path.name for path in folder.iterdir())
            except OSError:
                names = []
            known = self._listed[folder] = {}
            for name in sorted(names, key=lambda name: name != one_form(name)):
                known[name if one_form(name) in known else one_form(name)] = name
        return self._listed[folder]


def spellings(path: str) -> tuple[str, ...]:
    """What a path may mean: itself, with the strokes of Windows, or with the percent signs of a browser."""
    written = one_form(path)
    strokes = posixpath.normpath(written.replace("\\", "/"))
    return written, strokes, one_form(unquote(strokes))


def ignored(name: str) -> bool:
    """What programs leave beside a file: hidden ones, and the lock that Word keeps while a document is open."""
    return name.startswith((".", "~$"))
