"""What a trainers' deck keeps for the way back, where nobody sees it: course and slides in, XML of those parts out.

Several marks, because no program keeps them all: a tag and a creation id on each slide, a part with the words of every
slide as they were when the deck was made, and properties of the file, which even LibreOffice keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from textwrap import wrap
from uuid import NAMESPACE_URL, uuid5

from lok.model.course import Course
from lok.render.deck import xml as x
from lok.render.deck.shown import Shown

KEPT = "urn:lok:deck"
"""The namespace of the part with the words as they were."""
TAG = "LOK"
"""The name of the tag on each slide; PowerPoint writes names of tags in capitals."""
CREATION = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
"""Says that an extension holds a creation id; PowerPoint knows it by this id."""
COURSE, VERSION, READER, SLIDES = "lok cursus", "lok versie", "lok rol", "lok slides"
"""Names of properties of the file; `SLIDES` has a number behind it, from 1."""
PROPERTIES = "docProps/custom.xml"
WORDS, ABOUT_WORDS = "customXml/item1.xml", "customXml/itemProps1.xml"
"""Parts of a deck, by name."""
LONGEST = 255
"""Letters that a property of a file may have."""
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The one format of properties that a person may add."""


def tag(course: str, slide: str) -> str:
    """The tags part of a slide, from the ids of course and slide."""
    named = f"<p:tag name={x.attribute(TAG)} val={x.attribute(f'{course}/{slide}')}/>"
    return f"{x.HEAD}<p:tagLst {x.NAMESPACES}>{named}</p:tagLst>"


def creation_id(course: str, slide: str) -> int:
    """A number for a slide that follows from its id: 32 bits, never 0."""
    return int.from_bytes(sha256(f"{course}/{slide}".encode()).digest()[:4]) or 1


def marks(course: str, slide: str, relation: str) -> str:
    """What the XML of a slide says of its tags part, by the id of that relationship, and of its creation id."""
    created = f'<p14:creationId xmlns:p14="{x.P14}" val="{creation_id(course, slide)}"/>'
    return (
        f'<p:custDataLst><p:tags r:id="{relation}"/></p:custDataLst>'
        f'<p:extLst><p:ext uri="{CREATION}">{created}</p:ext></p:extLst>'
    )


def kept_words(course: Course, reader: str, slides: Mapping[str, Shown]) -> str:
    """The part with the words of every slide, by its id, as they are when the deck of this reader is made."""
    told = "".join(_slide(id, shown) for id, shown in slides.items())
    identity = " ".join(
        f"{name}={x.attribute(value)}"
        for name, value in (("course", course.id), ("version", course.version), ("reader", reader))
    )
    return f'{x.HEAD}<deck xmlns="{KEPT}" {identity}>{told}</deck>'


def _slide(id: str, shown: Shown) -> str:
    pieces = (("title", (shown.title,)), ("text", shown.text), ("note", shown.notes))
    told = "".join(f"<{name}>{x.text(line)}</{name}>" for name, lines in pieces for line in lines)
    return f"<slide id={x.attribute(id)}>{told}</slide>"


def about_words() -> str:
    """What every part of that kind has beside it: an id."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    identity = f"{{{str(uuid5(NAMESPACE_URL, KEPT)).upper()}}}"
    known = f'<ds:schemaRefs><ds:schemaRef ds:uri="{KEPT}"/></ds:schemaRefs>'
    return f'{x.HEAD}<ds:datastoreItem ds:itemID="{identity}" xmlns:ds="{space}">{known}</ds:datastoreItem>'


def properties(course: Course, reader: str, slides: Mapping[str, Shown]) -> str:
    """The properties of the file: course, version, whose deck it is, and the slides in order with a print of each."""
    told = " ".join(f"{id}:{fingerprint(shown)}" for id, shown in slides.items())
    listed = wrap(told, LONGEST, break_long_words=False, break_on_hyphens=False)
    named = {COURSE: course.id, VERSION: course.version, READER: reader}
    named |= {f"{SLIDES} {number}": line for number, line in enumerate(listed, 1)}
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    return f'{x.HEAD}<Properties xmlns="{space}" xmlns:vt="{types}">{"".join(_properties(named.items()))}</Properties>'


def _properties(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    for number, (name, value) in enumerate(named, 2):
        identity = f'fmtid="{FORMAT}" pid="{number}" name={x.attribute(name)}'
        yield f"<property {identity}><vt:lpwstr>{x.text(value)}</vt:lpwstr></property>"


def fingerprint(shown: Shown) -> str:
    """Eight signs that differ where the words of a slide differ."""
    return sha256(repr((shown.title, shown.text, shown.notes)).encode()).hexdigest()[:8]
