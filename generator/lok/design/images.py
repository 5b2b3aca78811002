"""How large a picture is: bytes of a PNG or JPEG in, pixels out."""

from __future__ import annotations

import struct

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
_NO_SIZE = frozenset({0xC4, 0xC8, 0xCC})
"""JPEG markers between C0 and CF that are no start of a frame."""


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height; (4, 3) where the bytes are neither, so that a broken picture keeps a place."""
    if data.startswith(PNG) and len(data) >= 24:
        width, height = struct.unpack_from(">LL", data, 16)
        return (width, height) if width and height else (4, 3)
    return _jpeg(data) if data.startswith(JPEG) else (4, 3)


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return (width, height) if width and height else (4, 3)
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return 4, 3


def extension(data: bytes) -> str:
    """ "png" or "jpg", by the bytes."""
    return "jpg" if data.startswith(JPEG) else "png"


def fitted(data: bytes, width: float, height: float) -> tuple[float, float]:
    """Width and height in mm of a picture that is as large as fits in `width` by `height`, not cropped."""
    across, down = pixels(data)
    scale = min(width / across, height / down)
    return across * scale, down * scale
