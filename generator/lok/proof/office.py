"""Bytes of an office file of others in, its parts out; what cannot be read is told in one Dutch sentence."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from lxml import etree

LARGEST = 400_000_000
"""Bytes of all parts together."""
LOCKED = b"\xd0\xcf\x11\xe0"
"""How a file begins that asks for a password, and one of before 2007."""
DAMAGED = (BadZipFile, RuntimeError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError, struct.error)
"""What is raised for a zip that is none, is cut off, or is pressed in a way that nobody knows."""
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class UnreadableFileError(Exception):
    """A file that cannot be read; its text says why, in Dutch, as the end of a sentence that begins with its name."""


@dataclass(frozen=True)
class Package:
    """An office file: the bytes of its parts by name."""

    parts: dict[str, bytes]

    def xml(self, name: str) -> etree._Element:
        """The root of a part. Raises UnreadableFileError where the file has no such part, or it is no XML."""
        try:
            return etree.fromstring(self.parts[name], PARSER)
        except (KeyError, etree.XMLSyntaxError) as wrong:
            raise UnreadableFileError("is beschadigd; vraag het opnieuw") from wrong

    def related(self, name: str, kind: str) -> Iterator[str]:
        """The names of the parts that a part leads to by a kind of relation, such as `comments`, in order."""
        folder, file = posixpath.split(name)
        beside = f"{folder}/_rels/{file}.rels"
        for relation in self.xml(beside).iter(RELATIONSHIPS) if beside in self.parts else ():
            target, external = relation.get("Target", ""), relation.get("TargetMode") == "External"
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if relation.get("Type", "").rpartition("/")[2] == kind and not external and path in self.parts:
                yield path


def opened(data: bytes) -> Package:
    """The parts of a file. Raises UnreadableFileError where it is no office file, has a password or is damaged."""
    if data.startswith(LOCKED):
        raise UnreadableFileError("vraagt een wachtwoord of is te oud; bewaar het zonder wachtwoord als .docx of .pptx")
    try:
        with ZipFile(io.BytesIO(data)) as source:
            if sum(each.file_size for each in source.infolist()) > LARGEST:
                raise UnreadableFileError("is te groot")
            return Package({each: source.read(each) for each in source.namelist()})
    except DAMAGED as wrong:
        raise UnreadableFileError("is geen .docx of .pptx, of is beschadigd") from wrong
