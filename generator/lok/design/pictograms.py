"""Our drawings: pictograms in one colour and portraits of invented people, by the name that an author writes.

Each is a file in `assets`, of nothing but paths; where they come from stands in the LICENCE.txt beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path as File
from xml.etree import ElementTree

from lok.design.palette import ASSETS

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Path:
    """One area: SVG path data (filled even-odd), and its colour as RRGGBB, "" for that of where it stands."""

    d: str
    fill: str


@dataclass(frozen=True)
class Figure:
    """A drawing of `width` by `height` units, its areas from back to front."""

    width: float
    height: float
    paths: tuple[Path, ...]


def _names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (ASSETS / folder).glob("*.svg")))


PICTOGRAMS = _names("pictograms")
"""What an author may ask for with `beeld`, in alphabetical order."""
PORTRAITS = _names("portraits")
"""Who has a face, in alphabetical order."""


def pictogram(name: str) -> Figure:
    """The pictogram of that name, which takes the colour of where it stands. Raises KeyError for others."""
    if name not in PICTOGRAMS:
        raise KeyError(name)
    return _read(ASSETS / "pictograms" / f"{name}.svg")


def portrait(name: str) -> Figure | None:
    """The portrait of that name, in its own colours on a disc; None where there is none."""
    return _read(ASSETS / "portraits" / f"{name}.svg") if name in PORTRAITS else None


@cache
def _read(file: File) -> Figure:
    root = ElementTree.parse(file).getroot()
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    return Figure(width, height, tuple(_path(item) for item in root.iter(f"{SVG}path")))


def _path(item: ElementTree.Element) -> Path:
    return Path(item.attrib["d"], item.get("fill", "").removeprefix("#"))
