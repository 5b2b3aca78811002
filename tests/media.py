"""Pictures and recordings for tests, made on the spot."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

TOLD = b"zqxgeheim"
"""A word that stands in metadata only."""
SIGNATURE = 8


def image(kind: str, size: tuple[int, int] = (60, 20), mode: str = "RGB", **options: Any) -> bytes:
    """A picture that is red at the left and white elsewhere, as far as its mode has colours."""
    made = Image.new("RGB", size, "white")
    made.paste("red", (0, 0, size[0] // 3, size[1]))
    stream = io.BytesIO()
    made.convert(mode).save(stream, kind, **options)
    return stream.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """A phone's: a place, a camera, a time."""
    made = Image.Exif()
    made[0x0112], made[0x010F], made[0x0132] = orientation, TOLD.decode(), "2026:11:22 20:00:00"
    made.get_ifd(0x8825)[29] = TOLD.decode()
    return made


def chunk(name: bytes, body: bytes) -> bytes:
    """A piece of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(data: bytes, *chunks: bytes) -> bytes:
    """A PNG with these pieces after its header, and a tail behind its end."""
    first = SIGNATURE + 25
    return data[:first] + b"".join(chunks) + data[first:] + TOLD


def with_segments(data: bytes, *segments: tuple[int, bytes]) -> bytes:
    """A JPEG with these pieces (marker, body) at its start, and a tail behind its end."""
    pieces = (bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body for marker, body in segments)
    return data[:2] + b"".join(pieces) + data[2:] + TOLD


def audio(frames: int = 40) -> bytes:
    """An MP3 in which nobody speaks."""
    return (b"\xff\xf3\x10\xc0" + bytes(22)) * frames


def id3(body: bytes = TOLD) -> bytes:
    """A tag at the start, with bytes in it that look like a frame."""
    body = b"TPE1" + body + b"\xff\xfb\x90\x00" * 9
    size = len(body)
    return b"ID3\x03\x00\x00" + bytes((size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127)) + body


def box(name: bytes, *content: bytes) -> bytes:
    """A piece of an M4A."""
    body = b"".join(content)
    return struct.pack(">I", len(body) + 8) + name + body


def m4a(told: bytes = TOLD, kind: bytes = b"soun") -> bytes:
    """The boxes that a recording of a phone has."""
    dated = bytes(4) + b"\xe0\x01\x02\x03" * 2 + bytes(80)
    tag = box(b"udta", box(b"meta", told))
    media = box(b"mdia", box(b"mdhd", dated), box(b"hdlr", bytes(8) + kind + bytes(12)), box(b"minf", b"sounds"))
    track = box(b"trak", box(b"tkhd", dated), media, tag)
    whole = box(b"moov", box(b"mvhd", dated), track, tag, box(b"meta", told))
    return box(b"ftyp", b"M4A " + bytes(4)) + box(b"free", told) + whole + box(b"mdat", b"geluid") + box(b"uuid", told)
