"""The bytes of an Office file in, its package out, or one Dutch sentence on why it is refused."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from lok.archive import archive, contents

MEGABYTE = 1_000_000
LARGEST = 1_000 * MEGABYTE
"""Bytes of everything unpacked."""
LARGEST_XML = 150 * MEGABYTE
"""Bytes of all that is parsed: a tree takes ten times as much memory."""
MOST_ENTRIES = 20_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""The start of a container that holds an old document, or a new one behind a password."""
LOCKS, LOCK_NAME = (162, 165), 54
"""Bytes of a lock file, and letters of the name that it begins with."""
PARSED = (".xml", ".rels", ".vml")
UNZIPPABLE = (BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, zlib.error, struct.error)
"""What zipfile raises for a file that is cut off, locked or no zip."""
ENTITIES = (b"<!doctype", b"<!entity")
TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
SAME = (
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
"""What else a presentation may call itself; python-pptx opens none of these but the third."""
TEXT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SAME_TEXT = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
DECK, DOCUMENT = "ppt/presentation.xml", "word/document.xml"
OTHERS = {DECK: "een presentatie", DOCUMENT: "een Worddocument", "xl/workbook.xml": "een Excelbestand"}


class RefusedError(Exception):
    """A file of which nothing can be made; the message is one Dutch sentence for the author."""


def opened(name: str, data: bytes, wanted: str) -> dict[str, bytes]:
    """The parts of a package by name, where `wanted` is the part that makes it a deck or a document.

    Raises RefusedError where it is locked, damaged, hostile or something else. A slide show is a deck here.
    """
    _refuse_locked(name, data)
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            _refuse_hostile(name, packed.infolist())
        parts = contents(data)
    except UNZIPPABLE as wrong:
        raise RefusedError(f"{name} is beschadigd of geen Officebestand: er valt niets uit te lezen") from wrong
    _refuse_entities(name, parts)
    _refuse_other(name, parts, wanted)
    return {**parts, TYPES: _plain(parts[TYPES])}


def _refuse_locked(name: str, data: bytes) -> None:
    """Raises RefusedError where somebody has it open, or a password or an old program keeps us out."""
    if PurePosixPath(name).name.startswith("~$") or _is_lock(data):
        raise RefusedError(
            f"{name} is een slotbestand: sluit PowerPoint of Word en neem het bestand zonder ~$ in de naam"
        )
    if data.startswith(OLD_OFFICE):
        raise RefusedError(
            f"{name} is beveiligd met een wachtwoord of een oud bestand (.ppt, .doc): "
            "open het, haal het wachtwoord weg en bewaar het als .pptx of .docx"
        )


def _is_lock(data: bytes) -> bool:
    """Whether it is what Office keeps beside an open file, whatever its name: who has it open, twice."""
    return len(data) in LOCKS and 0 < data[0] <= LOCK_NAME


def damaged(name: str) -> str:
    """What is said of a file that opens as a zip and holds no sense."""
    return f"{name} is beschadigd: open het in het programma dat het maakte en bewaar het opnieuw"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one package again."""
    return archive(parts.items(), level=1)


def has_macros(parts: Mapping[str, bytes]) -> bool:
    """Whether a package carries a program of its own."""
    return any(PurePosixPath(each).name.lower().startswith("vbaproject") for each in parts)


def _refuse_hostile(name: str, entries: list[ZipInfo]) -> None:
    """Raises RefusedError where unpacking would cost too much, or would leave the package."""
    whole = sum(each.file_size for each in entries)
    parsed = sum(each.file_size for each in entries if each.filename.lower().endswith(PARSED))
    if whole > LARGEST or parsed > LARGEST_XML or len(entries) > MOST_ENTRIES:
        most = LARGEST // MEGABYTE
        raise RefusedError(
            f"{name} wordt uitgepakt te groot (meer dan {most} MB, of te veel tekst): lok opent het niet"
        )
    for each in entries:
        path = PurePosixPath(each.orig_filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[:1]:
            raise RefusedError(f"{name} bevat bestandsnamen die buiten het bestand wijzen: lok opent het niet")


def _refuse_entities(name: str, parts: Mapping[str, bytes]) -> None:
    """Raises RefusedError where XML declares things of its own: no Office program does."""
    for part, data in parts.items():
        if part.lower().endswith(PARSED):
            plain = data.replace(b"\0", b"").lower()  # UTF-16 too
            if any(sign in plain for sign in ENTITIES):
                raise RefusedError(
                    f"{name} bevat XML met een DOCTYPE of ENTITY, wat geen Officeprogramma schrijft: lok opent het niet"
                )


def _refuse_other(name: str, parts: Mapping[str, bytes], wanted: str) -> None:
    """Raises RefusedError where it is another kind of file."""
    if TYPES in parts and wanted in parts:
        return
    other = next((what for part, what in OTHERS.items() if part in parts), "")
    if other:
        raise RefusedError(f"{name} is {other}, en geen {OTHERS[wanted].removeprefix('een ')}")
    if "mimetype" in parts:
        raise RefusedError(f"{name} is een bestand van LibreOffice: bewaar het als .pptx of .docx")
    raise RefusedError(damaged(name))


def _plain(types: bytes) -> bytes:
    """The list of content types, in which a show, a template or what has macros is a deck or a document."""
    for main, others in ((MAIN, SAME), (TEXT, SAME_TEXT)):
        for other in others:
            types = types.replace(other.encode(), main.encode())
    return types
