"""What a build makes, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Step = Callable[[str], None]
"""Is told in words, for who waits, what is being made."""


@dataclass(frozen=True)
class Artifact:
    """A finished file: path below the course's folder, its bytes, and the author files it was made from."""

    path: str
    data: bytes
    sources: tuple[str, ...]


@dataclass(frozen=True)
class SiteFile(Artifact):
    """A page in Markdown or a medium it shows: a site engine still has to make the site of these."""


Nav = tuple[tuple[str, "str | Nav"], ...]
"""A menu: titles with the source file of a page, or with the pages below them."""


@dataclass(frozen=True)
class Listing:
    """What the pages above the courses of an audience know of one of them: title, a sentence, menu, where help is."""

    audience: str
    course: str
    title: str
    intro: str
    nav: Nav
    help_page: str = ""
