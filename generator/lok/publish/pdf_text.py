"""All words a PDF holds: on its pages, in its metadata, bookmarks, alt texts, notes and forms, and files inside it."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
SPOKEN = re.compile(rb"/(?:ActualText|Alt|E|Contents|T|TU|V)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>)", re.DOTALL)
STRING = re.compile(
    rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*)\)|(?<!<)<([0-9A-Fa-f\s]{2,})>(?!>)", re.DOTALL
)
ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
BLANKS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b" ", b"f": b" "}
HEAD = 400
"""Bytes before a stream in which its dictionary stands."""


@dataclass
class PdfText:
    """What a PDF says, and the files inside it by name."""

    pages: list[str] = field(default_factory=list)
    """The text of each page."""
    lines: list[list[str]] = field(default_factory=list)
    """For each page what was set in one go: a cell, a word in bold, a line."""
    strings: list[str] = field(default_factory=list)
    xml: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)


def read(data: bytes) -> PdfText:
    """Everything a PDF says. Raises PdfiumError where it is no PDF, or is locked."""
    found = PdfText()
    document = pdfium.PdfDocument(data)
    try:
        found.strings += document.get_metadata_dict().values()
        found.strings += [bookmark.get_title() for bookmark in document.get_toc()]
        for page in document:
            text = page.get_textpage()
            found.pages.append(text.get_text_range())
            found.lines.append(list(_lines(page, text)))
        attached = [document.get_attachment(index) for index in range(document.count_attachments())]
        found.files += [(one.get_name(), bytes(one.get_data())) for one in attached]
    finally:
        document.close()
    _objects(data, found)
    return found


def all_text(data: bytes) -> Iterator[str]:
    """Yield each piece of text in the file; all pages are one piece, because sentences run on over them."""
    found = read(data)
    yield from found.strings
    yield " ".join(found.pages)
    yield from found.xml


def _lines(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[str]:
    waiting = [raw.FPDFPage_GetObject(page, n) for n in reversed(range(raw.FPDFPage_CountObjects(page)))]
    while waiting:
        one = waiting.pop()
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            count = raw.FPDFFormObj_CountObjects(one)
            waiting += [raw.FPDFFormObj_GetObject(one, n) for n in reversed(range(count))]
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            length = raw.FPDFTextObj_GetText(one, text, None, 0)
            letters = (ctypes.c_ushort * (length // 2 + 1))()
            raw.FPDFTextObj_GetText(one, text, letters, length)
            yield bytes(letters).decode("utf-16-le", "replace").rstrip("\0")


def _objects(data: bytes, found: PdfText) -> None:
    """Strings in the objects themselves: no reader shows all of them, and any program can find them."""
    plain, last = [], 0
    for match in STREAM.finditer(data):
        plain.append(data[last : match.start()])
        last = match.end()
        head = data[max(0, match.start() - HEAD) : match.start()]
        _stream(head[head.rfind(b" obj") :], match.group(1), found)
    plain.append(data[last:])
    found.strings += dict.fromkeys(_strings(b"".join(plain), STRING))


def _stream(head: bytes, packed: bytes, found: PdfText) -> None:
    if b"/Image" in head or b"/Length1" in head or b"FontFile" in head:
        return
    content = _inflated(packed) if b"/FlateDecode" in head else packed
    if b"/ObjStm" in head:
        found.strings += dict.fromkeys(_strings(content, STRING))
    elif b"/Metadata" in head or content.lstrip().startswith(b"<?xpacket"):
        found.xml.append(content.decode("utf-8", "replace"))
    elif b"/EmbeddedFile" in head:
        found.files.append(("", content))
    elif b"ActualText" in content or b"/Alt" in content:
        found.strings += _strings(b" ".join(SPOKEN.findall(content)), STRING)


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed)
    except zlib.error:
        return packed


def _strings(content: bytes, form: re.Pattern[bytes]) -> Iterator[str]:
    for match in form.finditer(content):
        literal, number = match.groups()
        if literal is not None:
            raw = ESCAPED.sub(_unescaped, literal)
        else:
            digits = re.sub(rb"\s", b"", number)
            raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
            yield raw.decode("utf-16", "replace")
        elif raw:
            yield raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "ignore")
            if not raw.isascii():
                yield raw.decode("cp1252", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line, other = match.groups()
    if octal:
        return bytes([int(octal, 8) & 255])
    return b"" if line else BLANKS.get(other, other)
