"""A .pptx opened for checking: its parts, types, relationships and trees. Reads broken files without stopping."""

from __future__ import annotations

import io
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from zipfile import ZipFile

from lxml import etree

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
PRESENTATION = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
Element = etree._Element


@dataclass(frozen=True)
class Finding:
    """Something wrong: what kind, in which part, and in words."""

    code: str
    part: str
    message: str


@dataclass(frozen=True)
class Relation:
    """`kind` is the last word of the relationship's type; `target` a part's name, or an address where `external`."""

    id: str
    kind: str
    type: str
    target: str
    external: bool


def q(name: str) -> str:
    """`p:sp` as lxml names it."""
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def find(element: Element | None, path: str) -> list[Element]:
    """Elements by XPath; none below nothing."""
    return [] if element is None else list(_compiled(path)(element))


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMES)


def first(element: Element | None, path: str) -> Element | None:
    return next(iter(find(element, path)), None)


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number; `otherwise` where there is none."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def words_of(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(q("a:t"))).strip()


def repeated(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


class Deck:
    """The parts of one .pptx."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(io.BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.raw = {entry.filename: archive.read(entry) for entry in self.entries}
        self.trees: dict[str, Element] = {}
        self.unreadable: list[str] = []
        for name, content in self.raw.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.trees[name] = etree.fromstring(content)
                except etree.XMLSyntaxError:
                    self.unreadable.append(name)
        self.relations = {name: self._relations(name) for name in self.parts}
        self.relations[""] = self._relations("")

    @property
    def parts(self) -> list[str]:
        return [name for name in self.raw if name != TYPES and not name.endswith(".rels")]

    @cached_property
    def overrides(self) -> dict[str, str]:
        made = find(self.trees.get(TYPES), "ct:Override")
        return {item.get("PartName", "").removeprefix("/"): item.get("ContentType", "") for item in made}

    @cached_property
    def defaults(self) -> dict[str, str]:
        made = find(self.trees.get(TYPES), "ct:Default")
        return {item.get("Extension", "").lower(): item.get("ContentType", "") for item in made}

    def type_of(self, name: str) -> str:
        return self.overrides.get(name) or self.defaults.get(name.rpartition(".")[2].lower(), "")

    def _relations(self, name: str) -> list[Relation]:
        folder, base = posixpath.split(name)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = []
        for item in find(tree, "rel:Relationship"):
            target, external = item.get("Target", ""), item.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/")
            kind = item.get("Type", "")
            found.append(Relation(item.get("Id", ""), kind.rpartition("/")[2], kind, target, external))
        return found

    def relation(self, part: str, key: str | None) -> Relation | None:
        return next((item for item in self.relations.get(part, []) if item.id == key), None)

    def related(self, part: str | None, kind: str) -> list[str]:
        """Parts that a part points to, by kind."""
        return [item.target for item in self.relations.get(part or "", []) if item.kind == kind and not item.external]

    def one(self, part: str | None, kind: str) -> str | None:
        return next(iter(self.related(part, kind)), None) if part is not None else None

    def of_type(self, word: str) -> list[str]:
        """Parts whose content type ends in this word of PresentationML."""
        return [name for name in self.parts if self.type_of(name).endswith(f"presentationml.{word}+xml")]

    @cached_property
    def slides(self) -> list[str]:
        """Slide parts in the order of the presentation."""
        listed = find(self.trees.get(PRESENTATION), "p:sldIdLst/p:sldId")
        relations = (self.relation(PRESENTATION, item.get(q("r:id"))) for item in listed)
        return [item.target for item in relations if item and item.target in self.trees]

    def pages(self) -> Iterator[tuple[str, Element]]:
        """Every slide with its tree."""
        for name in self.slides:
            yield name, self.trees[name]

    def layout_of(self, slide: str) -> str | None:
        return self.one(slide, "slideLayout")

    def master_of(self, slide: str) -> str | None:
        return self.one(self.layout_of(slide), "slideMaster")
