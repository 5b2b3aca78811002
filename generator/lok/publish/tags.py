"""What pictures, recordings and fonts say beside what one sees or hears: comments, EXIF, XMP, ID3, names."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

from fontTools.ttLib import TTFont

JPEG_WITHOUT_TEXT = {0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD}
CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffd]+")


def texts(data: bytes) -> Iterator[str]:
    """Each piece of text beside the picture or sound, in every form that letters may have there."""
    for chunk in _chunks(data):
        for one in (chunk, *_inflated(chunk)):
            yield one.decode("utf-8", "ignore")
            yield one.decode("latin-1")
            yield one.decode("utf-16-le", "ignore")
            yield one[1:].decode("utf-16-le", "ignore")  # an odd start, or the other order of bytes


def pieces(text: str) -> list[str]:
    """The strings between what are no letters."""
    return [piece for piece in CONTROL.split(text) if piece]


def font_names(data: bytes) -> Iterator[str]:
    """The names in a font: whose it is, what it is called, its licence."""
    with TTFont(io.BytesIO(data), lazy=True) as font:
        yield from (record.toUnicode(errors="replace") for record in font["name"].names)


def _chunks(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"\x89PNG"):
        yield from _png(data)
    elif data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(b"ID3"):
        size = int.from_bytes(bytes((data[6] & 127, data[7] & 127, data[8] & 127, data[9] & 127)), "big")
        size = sum((data[6 + n] & 127) << 7 * (3 - n) for n in range(4)) if len(data) > 9 else size
        yield data[: 10 + size]
        yield data[-4096:]
    elif data[4:8] == b"ftyp":
        yield from _atoms(data)
    elif data[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xfa", b"\xff\xf2"):
        yield data[-4096:]
    else:
        yield data


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind not in (b"IDAT", b"PLTE", b"fdAT", b"IHDR"):
            yield data[at + 8 : at + 8 + size]
        at += size + 12
        if kind == b"IEND":
            break
    yield data[at:]


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in JPEG_WITHOUT_TEXT:
            yield data[at + 4 : at + 2 + size]
        at += 2 + max(size, 2)
    yield data[data.rfind(b"\xff\xd9") + 2 :]


def _atoms(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if kind != b"mdat":
            yield data[at : at + size if size else len(data)]
        if size < 8:
            return
        at += size
    yield data[at:]


def _inflated(chunk: bytes) -> Iterator[bytes]:
    """What a chunk holds in packed form: after its name, as PNG has it."""
    for at in (match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", chunk[:256])):
        try:
            yield zlib.decompressobj().decompress(chunk[at:])
        except zlib.error:
            continue
