"""A deck that comes back: bytes of a .pptx in, the words of its slides and all that it still knows of the build out.

The only module here that opens a .pptx.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from lok.render.deck import thread
from lok.render.deck.shown import Shown, notes_shown, slide_shown

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
TAG = "{http://schemas.openxmlformats.org/presentationml/2006/main}tag"
KEPT = f"{{{thread.KEPT}}}"
PRINT = re.compile(r"(\S+):([0-9a-f]{8})")


class DeckError(Exception):
    """A deck that cannot come back; the message is Dutch, goes on after the name of the file, and is for people."""


@dataclass(frozen=True)
class Page:
    """One slide of the deck: its number from 1, what it shows, and what names it: "" or 0 where that is lost.

    `tag` is the ids of course and slide with a stroke between them, `name` the id of the slide, `creation` a number.
    """

    number: int
    shown: Shown
    tag: str = ""
    name: str = ""
    creation: int = 0


@dataclass(frozen=True)
class Brought:
    """The slides of a deck in its order, and what it keeps of the build.

    `course` and `reader` are ids, `reader` "" for all. By the id of a slide, in the order of the build: `kept` has its
    words as they were, `prints` only a fingerprint of them, which more programs keep.
    """

    course: str
    reader: str
    pages: tuple[Page, ...]
    kept: Mapping[str, Shown]
    prints: Mapping[str, str]


def read_deck(data: bytes) -> Brought:
    """The deck in a .pptx. Raises DeckError where it is none, where it is damaged, or where it is not one of ours."""
    try:
        opened: Any = Presentation(io.BytesIO(data))
        parts = list(opened.part.package.iter_parts())
        pages = tuple(_page(number, slide) for number, slide in enumerate(opened.slides, 1))
        root, said = _words(parts), _properties(parts)
    except Exception as wrong:  # damage has no end of names
        raise DeckError("is geen presentatie die lok kan openen: ze is beschadigd, beveiligd of geen .pptx") from wrong
    tagged = (page.tag.partition("/")[0] for page in pages if page.tag)
    course = (root.get("course", "") if root is not None else said.get(thread.COURSE, "")) or next(tagged, "")
    if not course:
        raise DeckError("is geen presentatie van lok: niets erin zegt bij welke sessie ze hoort")
    reader = root.get("reader", "") if root is not None else said.get(thread.READER, "")
    kept = {} if root is None else {slide.get("id", ""): _slide(slide) for slide in root.iter(f"{KEPT}slide")}
    return Brought(course, reader, pages, kept, _prints(said))


def _page(number: int, slide: Any) -> Page:
    notes = notes_shown(slide.notes_slide.element) if slide.has_notes_slide else ()
    created = next(slide.element.iter(f"{P14}creationId"), None)
    shown = replace(slide_shown(slide.element), notes=notes)
    return Page(number, shown, _tag(slide), slide.name, int(created.get("val", "0")) if created is not None else 0)


def _tag(slide: Any) -> str:
    """Our tag, among those that others may have put on a slide."""
    for relation in slide.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.TAGS:
            for each in _tree(relation.target_part.blob).iter(TAG):
                if each.get("name") == thread.TAG:
                    return each.get("val", "")
    return ""


def _words(parts: Iterable[Any]) -> etree._Element | None:
    """The part with the words as they were, whatever its name has become."""
    for part in parts:
        if str(part.partname).startswith("/customXml/") and thread.KEPT.encode() in part.blob:
            root = _tree(part.blob)
            if root.tag == f"{KEPT}deck":
                return root
    return None


def _slide(slide: etree._Element) -> Shown:
    def told(name: str) -> tuple[str, ...]:
        return tuple(each.text or "" for each in slide.iterchildren(f"{KEPT}{name}"))

    return Shown("".join(told("title")), told("text"), told("note"))


def _properties(parts: Iterable[Any]) -> dict[str, str]:
    """The properties that a person may add to a file, by name."""
    of_file = (part for part in parts if part.content_type == CONTENT_TYPE.OFC_CUSTOM_PROPERTIES)
    return {each.get("name", ""): "".join(map(str, each.itertext())) for part in of_file for each in _tree(part.blob)}


def _prints(said: Mapping[str, str]) -> dict[str, str]:
    return dict(found for line in _lines(said) for found in PRINT.findall(line))


def _lines(said: Mapping[str, str]) -> Iterator[str]:
    """The properties that list the slides, in order: programs sort them by name, and 10 before 2."""
    number = 1
    while f"{thread.SLIDES} {number}" in said:
        yield said[f"{thread.SLIDES} {number}"]
        number += 1


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
