"""Where each thing of a course stands on its site, and how one page reaches another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from posixpath import dirname, relpath
from types import MappingProxyType

from lok.derive import downloads
from lok.design.images import extension
from lok.model.course import Course
from lok.model.library import Case, Exercise, Media, Sheet
from lok.model.names import slug
from lok.model.ref import RefKind
from lok.model.shared import shared

ROOT = "/site/course"
"""Any folder, from which `relpath` needs not ask the system for ours; what all courses share stands above it."""
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
DRAWINGS = "beelden"
CHANGES = "wijzigingen"
PAGES = ((RefKind.CASE, CASES), (RefKind.EXERCISE, EXERCISES), (RefKind.SHEET, SHEETS))
"""What has pages of its own, and their folder."""
LISTS = ((RefKind.TERM, TERMS), (RefKind.SOURCE, REFERENCES), (RefKind.FACT, FACTS))
"""What stands together on one page, and its name."""
MANY = 5
"""So many entries on one page have a list of contents above them."""
MEDIA = "media"
"""The folder of pictures and recordings of the author."""
SAFE = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?")
"""Without capitals, so that two names that differ in nothing else are two files on every disk."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""What Windows keeps for itself."""
LONGEST_NAME = 60
"""Letters of a name that is kept; of a longer one so many stand in ours."""
ASSETS = "assets"
"""The folder of styles, fonts and scripts; it stands beside the courses of a build, which share it."""
LICENCE = "pictograms-LICENCE.txt"
"""Below that folder, what the licence of the pictograms asks to go with them."""
TRAINER_STYLE = "trainer/trainer.css"
"""Below that folder, only for trainers."""
TRAINER_SCRIPTS = tuple(f"trainer/{name}.js" for name in ("trainer", "clock", "runsheet", "part", "start"))
"""In the order in which a page loads them."""


def assets(course: Course) -> str:
    """That folder, from the root of the course's folder: in a pack, which holds no other course, it stands inside."""
    return ASSETS if course.evening else f"../{ASSETS}"


def page(folder: str, name: str) -> str:
    """The address of a page of its own."""
    return f"{folder}/{name}.html"


def own_page(item: Case | Exercise | Sheet) -> str:
    """The address of the page of a case, exercise or sheet."""
    folder = CASES if isinstance(item, Case) else EXERCISES if isinstance(item, Exercise) else SHEETS
    return page(folder, item.id)


def overview(folder: str) -> str:
    """The address of the page above those of a folder."""
    return f"{folder}/index.html"


def list_page(name: str) -> str:
    """The address of a page that stands alone."""
    return f"{name}.html"


def _safe(part: str) -> bool:
    return bool(len(part) <= LONGEST_NAME and SAFE.fullmatch(part) and not RESERVED.match(part))


def media(item: Media) -> str:
    """Where a picture or recording of the author stands on the site: under its own name where every computer and
    address can hold that and it tells what the file is, else under a name of ours.
    """
    kind = extension(item.data)
    parts, ending = item.path.split("/"), item.path.rpartition(".")[2].replace("jpeg", "jpg")
    if ending == kind and all(map(_safe, parts)):
        return f"{MEDIA}/{item.path}"
    *folders, stem = (slug(part)[:LONGEST_NAME].strip("-") for part in (*parts[:-1], PurePosixPath(parts[-1]).stem))
    name = "-".join(filter(None, (stem, sha256(item.path.encode()).hexdigest()[:8])))
    return "/".join((MEDIA, *filter(None, folders), f"{name}.{kind}"))


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
    return relpath(f"{ROOT}/{path}", f"{ROOT}/{dirname(here)}") + hash_sign + anchor
