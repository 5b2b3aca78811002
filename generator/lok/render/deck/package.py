"""The package of a deck: parts and their relationships in, bytes of a .pptx out.

All that python-pptx keeps to itself and that we need stands here: it opens the template and keeps the package, but has
no call for parts that were made as XML, for sections, or for many relationships at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import IO

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _PhysPkgWriter
from pptx.oxml import parse_xml

from lok.archive import packed
from lok.design.office import painted
from lok.design.palette import OWN, Palette
from lok.model.course import Course
from lok.render.deck import xml as x
from lok.words import LOCALE

Piece = Part
"""A file in a package, which other code calls a part; that is what we call a run of slides."""


class Package:
    """A presentation made of this template, while parts are added to it, in the colours of `look`."""

    def __init__(self, template: IO[bytes], look: Palette = OWN) -> None:
        self._file = Presentation(template)
        self._look = look
        self.layouts: Mapping[str, Piece] = {item.name: item.part for item in self._file.slide_layouts}
        """By the name that an author sees."""
        self.notes_master: Piece = self._file.part.notes_master_part

    def piece(self, path: str, kind: str, data: bytes = b"") -> Piece:
        """A new part at `path` of a content type; it is in the file once another part relates to it."""
        return Piece(PackURI(path), kind, self._file.part.package, data)

    def relate_slides(self, slides: Sequence[Piece]) -> None:
        """Slides as `slide0`, `slide1` ..., all at once: python-pptx walks through every relationship for each."""
        relations = self._file.part.rels
        listed = CT_Relationships.new()
        pieces = {relation.target_part.partname: relation.target_part for relation in relations.values()}
        for key, relation in relations.items():
            listed.add_rel(key, relation.reltype, relation.target_ref)
        for n, piece in enumerate(slides):
            pieces[piece.partname] = piece
            listed.add_rel(f"slide{n}", RELATIONSHIP_TYPE.SLIDE, piece.partname.relative_ref("/ppt"))
        relations.load_from_xml("/ppt", listed, pieces)

    def keep(self, piece: Piece, kind: str) -> None:
        """Have the presentation hold a part that no slide shows."""
        self._file.part.relate_to(piece, kind)

    def keep_about(self, piece: Piece, kind: str) -> None:
        """Have the file itself hold a part that tells of it."""
        self._file.part.package.relate_to(piece, kind)

    def insert(self, element: str, before: str = "", after: str = "") -> None:
        """Put XML in the presentation, before or after its child of that name, else at its end.

        Raises StopIteration where it has no such child.
        """
        root = self._file.part._element
        if not before and not after:
            root.append(parse_xml(element))
            return
        beside = root.index(next(root.iterchildren(f"{{{x.P}}}{before or after}")))
        root.insert(beside + bool(after), parse_xml(element))

    def describe(self, course: Course) -> None:
        """Title and date of the course; nothing of whoever built it."""
        moment = datetime.combine(course.updated, datetime.min.time())
        core = self._file.core_properties
        core.title, core.author, core.last_modified_by = course.title, course.title, course.title
        core.created = core.modified = moment
        core.language, core.version, core.revision = LOCALE, course.version, 1

    def without(self, *promised: str) -> bytes:
        """The file as a zip, but for the parts whose names begin so: they are promised and not yet there."""
        package, written = self._file.part.package, _Written()
        writer = PackageWriter("", package._rels, tuple(package.iter_parts()))
        for write in (writer._write_content_types_stream, writer._write_pkg_rels, writer._write_parts):
            write(written)
        kept = {name: data for name, data in written.parts.items() if not name.startswith(promised)}
        return packed(b"", painted(kept, self._look))


class _Written(_PhysPkgWriter):
    """The parts by name: python-pptx would press each of them, only for us to press it again."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        self.parts[pack_uri.membername] = blob


def files(piece: Piece) -> dict[str, bytes]:
    """A part and its relationships, by their names in the zip."""
    return {piece.partname.membername: piece.blob, piece.partname.rels_uri.membername: piece.rels.xml}


def linked(piece: Piece, addresses: Iterable[str]) -> dict[str, str]:
    """Relationship ids by web address, made where the part has none yet."""
    return {url: piece.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True) for url in addresses}
