"""The target of a link of our own kind in, what it points to out: `oefening:drempels`, `casus:noor#deel-2`, `#hier`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from lok.model.names import slug
from lok.model.place import Span
from lok.model.ref import LINK_KINDS, Ref, RefKind
from lok.read.format import CARDS, CASE, EXERCISE, FACTS, REFERENCES, SHEET, TERMS

OWN_LINK = re.compile(rf"({'|'.join(LINK_KINDS)})\s*:\s*([^#]+)(?:#(.*))?$", re.IGNORECASE)
PAGES = {
    CASE.folder: RefKind.CASE,
    EXERCISE.folder: RefKind.EXERCISE,
    SHEET.folder: RefKind.SHEET,
    CARDS.folder: RefKind.SHEET,
}
"""The folders of which each file is a page."""
LISTS = {FACTS.folder: RefKind.FACT, TERMS.folder: RefKind.TERM, REFERENCES.folder: RefKind.SOURCE}
"""The files of which each heading is an entry."""


def own(target: str, place: Span) -> Ref | None:
    """What a link that stands at `place` points to; None where it is no link of our own kind."""
    if target.startswith("#"):
        return _here(slug(target), place)
    match = OWN_LINK.match(target.strip())
    if match is None:
        return None
    kind, name, anchor = match.groups()
    return Ref(RefKind(kind.lower()), slug(name), place, slug(anchor or ""))


def _here(anchor: str, place: Span) -> Ref | None:
    """A place on the page of the same file; None where that is no page, as with slides."""
    path = PurePosixPath(place.path)
    if place.path in LISTS:
        return Ref(LISTS[place.path], anchor, place)
    kind = PAGES.get(str(path.parent))
    return Ref(kind, slug(path.stem), place, anchor) if kind else None
