"""Where each thing of a course stands on its site, and how one page reaches another."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname, relpath
from types import MappingProxyType

from lok.derive import downloads
from lok.model.course import Course
from lok.model.ref import RefKind
from lok.model.shared import shared

HOME = "index.html"
"""The start page of a course."""
CASES = "casussen"
EXERCISES = downloads.EXERCISES
SHEETS = "bladen"
PARTS = "deel"
TERMS = "begrippen"
REFERENCES = "bronnen"
FACTS = "feiten"
ABOUT = "over"
CONFIRM = "te-bevestigen"
RUNSHEET = "draaiboek"
PROMPTER = downloads.PROMPTER
AUTHORS = "auteurs"
PAGES = ((RefKind.CASE, CASES), (RefKind.EXERCISE, EXERCISES), (RefKind.SHEET, SHEETS))
"""What has pages of its own, and their folder."""
LISTS = ((RefKind.TERM, TERMS), (RefKind.SOURCE, REFERENCES), (RefKind.FACT, FACTS))
"""What stands together on one page, and its name."""
MEDIA = "media"
"""The folder of pictures and recordings of the author."""
ASSETS = "assets"
"""The folder of styles, fonts and scripts."""
TRAINER_STYLE = "trainer/trainer.css"
"""Below that folder, only for trainers."""
TRAINER_SCRIPTS = tuple(f"{name}.js" for name in ("trainer", "clock", "runsheet", "part", "start"))
"""In the order in which a page loads them."""


def page(folder: str, name: str) -> str:
    """The address of a page of its own."""
    return f"{folder}/{name}.html"


def overview(folder: str) -> str:
    """The address of the page above those of a folder."""
    return f"{folder}/index.html"


def list_page(name: str) -> str:
    """The address of a page that stands alone."""
    return f"{name}.html"


def media(path: str) -> str:
    """Where a picture or recording of the author stands on the site."""
    return f"{MEDIA}/{path}"


def places(course: Course) -> Mapping[str, str]:
    """The address, from the root of the course's folder, of all that an own link can name."""
    found = {f"{kind}:{item.id}": page(folder, item.id) for kind, folder in PAGES for item in shared(course, kind)}
    found |= {
        f"{kind}:{item.id}": f"{list_page(name)}#{item.id}" for kind, name in LISTS for item in shared(course, kind)
    }
    return MappingProxyType(found)


def relative(here: str, there: str) -> str:
    """The way from one page to another address; both count from the root of the course's folder."""
    path, hash_sign, anchor = there.partition("#")
    if path == here and anchor:
        return hash_sign + anchor
    return relpath(path, dirname(here) or ".") + hash_sign + anchor
