"""The package: nothing missing, nothing left over, every reference of its kind; else PowerPoint repairs a deck."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from .package import PRESENTATION, TYPES, Deck, Element, Finding, Relation, find, first, q

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
FORMAT = "application/vnd.openxmlformats-officedocument"
PML = f"{FORMAT}.presentationml"
PACKAGE = "application/vnd.openxmlformats-package"
EXPECTED = {
    "officeDocument": (f"{PML}.presentation.main+xml",),
    "slide": (f"{PML}.slide+xml",),
    "slideLayout": (f"{PML}.slideLayout+xml",),
    "slideMaster": (f"{PML}.slideMaster+xml",),
    "notesSlide": (f"{PML}.notesSlide+xml",),
    "notesMaster": (f"{PML}.notesMaster+xml",),
    "presProps": (f"{PML}.presProps+xml",),
    "viewProps": (f"{PML}.viewProps+xml",),
    "tableStyles": (f"{PML}.tableStyles+xml",),
    "theme": (f"{FORMAT}.theme+xml",),
    "core-properties": (f"{PACKAGE}.core-properties+xml",),
    "custom-properties": (f"{FORMAT}.custom-properties+xml",),
    "extended-properties": (f"{FORMAT}.extended-properties+xml",),
    "tags": (f"{PML}.tags+xml",),
    "customXml": ("application/xml",),
    "customXmlProps": (f"{FORMAT}.customXmlProperties+xml",),
    "image": ("image/png", "image/jpeg", "image/svg+xml"),
    "audio": ("audio/mpeg", "audio/mp4"),
    "media": ("audio/mpeg", "audio/mp4"),
}
"""Content types by kind of relationship; another kind is unknown here and thus a finding."""
MAGIC = {
    "image/png": (re.compile(rb"\x89PNG\r\n\x1a\n.*IEND\xaeB`\x82\Z", re.DOTALL), "png"),
    "image/jpeg": (re.compile(rb"\xff\xd8\xff.*\xff\xd9\s*\Z", re.DOTALL), "jpe?g"),
    "image/svg+xml": (re.compile(rb"\s*<(\?xml|svg)"), "svg"),
    "audio/mpeg": (re.compile(rb"ID3|\xff[\xe2-\xff]"), "mp3"),
    "audio/mp4": (re.compile(rb"....ftyp", re.DOTALL), "m4a"),
}
"""How a file of a type begins and ends, and its extension."""
USES = {
    ("sldId", "id"): {"slide"},
    ("sldMasterId", "id"): {"slideMaster"},
    ("notesMasterId", "id"): {"notesMaster"},
    ("sld", "id"): {"slide"},
    ("sldLayoutId", "id"): {"slideLayout"},
    ("blip", "embed"): {"image"},
    ("svgBlip", "embed"): {"image"},
    ("audioFile", "link"): {"audio"},
    ("media", "embed"): {"media"},
    ("tags", "id"): {"tags"},
}
"""Kinds of relationship by element and attribute; those of links depend on their action."""
POINTED_AT = {"slide", "slideMaster", "notesMaster", "slideLayout", "image", "hyperlink", "audio", "media", "tags"}
IMPLIED = {
    ("slides", "slideLayout"),
    ("slideLayouts", "slideMaster"),
    ("notesSlides", "notesMaster"),
    ("notesSlides", "slide"),
}
"""Kinds of relationship that need no mention in the part, by its folder."""
NEEDED = {
    "slide": {"slideLayout": 1, "notesSlide": 1},
    "slideLayout": {"slideMaster": 1},
    "slideMaster": {"theme": 1},
    "notesSlide": {"notesMaster": 1, "slide": 1},
    "notesMaster": {"theme": 1},
}
"""How many relationships of a kind a part has, by its own kind."""
ADDRESS = re.compile(r"(https?://[^\s<>\"{}|\\^`]+|mailto:[^\s@:]+@[^\s@:]+\.[^\s@:]+|tel:[+\d][\d()./-]*)")


def findings(deck: Deck) -> Iterator[Finding]:
    yield from _zip(deck)
    yield from _types(deck)
    yield from _relations(deck)
    yield from _references(deck)
    yield from _counts(deck)
    yield from _properties(deck)


def _zip(deck: Deck) -> Iterator[Finding]:
    for name in deck.unreadable:
        yield Finding("xml", name, "no well-formed XML")
    for name, times in Counter(entry.filename.lower() for entry in deck.entries).items():
        if times > 1:
            yield Finding("twice", name, "stands in the file more than once")
    for entry in deck.entries:
        if entry.date_time != (1980, 1, 1, 0, 0, 0):
            yield Finding("clock", entry.filename, "carries the time of the build")
    if deck.entries[0].filename != TYPES:
        yield Finding("order", TYPES, "is not the first entry")


def _types(deck: Deck) -> Iterator[Finding]:
    made = [item.get("PartName", "") for item in find(deck.trees.get(TYPES), "ct:Override")]
    made += [item.get("Extension", "") for item in find(deck.trees.get(TYPES), "ct:Default")]
    for name, times in Counter(made).items():
        if times > 1:
            yield Finding("content-type", TYPES, f"{name} is there {times} times")
    for name in deck.overrides:
        if name not in deck.raw:
            yield Finding("phantom", TYPES, f"{name} is not in the file")
    for name in deck.parts:
        kind = deck.type_of(name)
        kept = any(name in deck.related(other, "customXml") for other in deck.relations)
        if not kind or (kind == "application/xml" and not kept):
            yield Finding("content-type", name, "has no type of its own")
        magic = MAGIC.get(kind)
        if magic and not magic[0].match(deck.raw[name]):
            yield Finding("magic", name, f"its bytes are no whole {kind}")
        if magic and not re.fullmatch(magic[1], name.rpartition(".")[2]):
            yield Finding("magic", name, f"its name does not say {kind}")
    for relations in deck.relations.values():
        for item in relations:
            expected = EXPECTED.get(item.kind, ())
            if not item.external and item.target in deck.raw and deck.type_of(item.target) not in expected:
                yield Finding("content-type", item.target, f"is {deck.type_of(item.target)} for a {item.kind}")


def _relations(deck: Deck) -> Iterator[Finding]:
    for name, relations in deck.relations.items():
        for key, times in Counter(item.id for item in relations).items():
            if times > 1:
                yield Finding("relation-twice", name, f"{key} is there {times} times")
        for item in relations:
            yield from _relation(deck, name, item)
    for name in deck.trees:
        folder, _, base = name.rpartition("_rels/")
        if name.endswith(".rels") and base != ".rels" and folder + base.removesuffix(".rels") not in deck.raw:
            yield Finding("orphan", name, "relationships of a part that is not there")
    reached, waiting = set(), [""]
    while waiting:
        for item in deck.relations.get(waiting.pop(), []):
            if not item.external and item.target not in reached:
                reached.add(item.target)
                waiting.append(item.target)
    for name in set(deck.parts) - reached:
        yield Finding("orphan", name, "nothing points to it")


def _relation(deck: Deck, name: str, item: Relation) -> Iterator[Finding]:
    if item.external != (item.kind == "hyperlink"):
        yield Finding("relation-mode", name, f"{item.id}: {item.kind}, external {item.external}")
    elif item.external:
        if not _is_address(item.target):
            yield Finding("address", name, f"{item.id} leads to {item.target!r}")
    elif item.target not in deck.raw:
        yield Finding("target", name, f"{item.id} leads to {item.target}, which is not there")
    known = item.type.startswith(OFFICE) or item.kind in ("core-properties", "media")
    if not known or item.kind not in EXPECTED.keys() | {"hyperlink"}:
        yield Finding("relation-type", name, f"{item.id} is of unknown type {item.type!r}")


def _is_address(url: str) -> bool:
    if not ADDRESS.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("mailto", "tel") or bool(re.fullmatch(r"[\w.-]+\.\w+(:\d+)?", parts.netloc))
    except ValueError:
        return False


def _references(deck: Deck) -> Iterator[Finding]:
    """Every `r:` attribute leads to a relationship of the kind that it needs, and every such relationship is used."""
    for name, tree in deck.trees.items():
        used = set()
        for element in find(tree, "//*[@r:*]"):
            for attribute, value in element.items():
                is_media_button = not value and "hlink" in element.tag
                if attribute.startswith(q("r:")) and not is_media_button:
                    used.add(value)
                    yield from _reference(deck, name, element, attribute.rpartition("}")[2], value)
        for item in deck.relations.get(name, []):
            implied = (name.partition("/")[2].partition("/")[0], item.kind) in IMPLIED
            if item.kind in POINTED_AT and not implied and item.id not in used:
                yield Finding("unused", name, f"{item.id} ({item.kind}) is not used")


def _reference(deck: Deck, name: str, element: Element, attribute: str, value: str) -> Iterator[Finding]:
    tag = element.tag.rpartition("}")[2]
    item = deck.relation(name, value)
    if item is None:
        yield Finding("reference", name, f"{tag} refers to {value!r}, which does not exist")
        return
    fits = USES.get((tag, attribute), set())
    if tag in ("hlinkClick", "hlinkHover"):
        fits = {"slide"} if element.get("action", "").startswith("ppaction://hlinksldjump") else {"hyperlink"}
    if item.kind not in fits:
        yield Finding("reference-type", name, f"{tag}/{attribute} leads to a {item.kind}")


def _counts(deck: Deck) -> Iterator[Finding]:
    if deck.related("", "officeDocument") != [PRESENTATION]:
        yield Finding("main", "", "the presentation is not the one main part")
    for kind, needed in NEEDED.items():
        for name in deck.of_type(kind):
            for wanted, times in needed.items():
                if len(deck.related(name, wanted)) != times:
                    yield Finding("count", name, f"{len(deck.related(name, wanted))} x {wanted}, must be {times}")
    masters = [*deck.of_type("slideMaster"), *deck.of_type("notesMaster")]
    for theme, times in Counter(deck.one(name, "theme") for name in masters).items():
        if times > 1:
            yield Finding("theme-shared", theme or "", f"serves {times} masters")


def _properties(deck: Deck) -> Iterator[Finding]:
    """Title and date of the course, and nobody's name."""
    part = deck.one("", "core-properties")
    core = deck.trees.get(part or "")
    if core is None:
        yield Finding("properties", "", "the file has no properties")
        return

    def said(path: str) -> str:
        element = first(core, path)
        return "" if element is None else element.text or ""

    if not said("dc:title"):
        yield Finding("properties", part or "", "no title")
    if said("dc:language") != "nl-BE":
        yield Finding("properties", part or "", f"language {said('dc:language')!r}")
    for path in ("dc:creator", "cp:lastModifiedBy"):
        if said(path) not in ("", "LOK", said("dc:title")):
            yield Finding("author", part or "", f"{path} is {said(path)!r}")
    for path in ("dcterms:created", "dcterms:modified"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", said(path)):
            yield Finding("clock", part or "", f"{path} is {said(path)!r}")
    for name in deck.parts:
        if deck.type_of(name).endswith("extended-properties+xml"):
            for element in find(deck.trees.get(name), "//*[local-name()='Company' or local-name()='Manager']"):
                if element.text:
                    yield Finding("author", name, f"names {element.text!r}")
