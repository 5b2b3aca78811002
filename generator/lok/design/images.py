"""How large a picture is: bytes of a PNG or JPEG in, pixels out."""

from __future__ import annotations

import io

from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

JPEG = b"\xff\xd8"
NO_SIZE = (4, 3)
"""Keeps a place for a broken picture."""


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the header alone; NO_SIZE where the bytes are no PNG or JPEG, or are broken."""
    kind = JpegImageFile if data.startswith(JPEG) else PngImageFile
    try:
        with kind(io.BytesIO(data)) as picture:
            return picture.size if all(picture.size) else NO_SIZE
    except (OSError, SyntaxError, ValueError):  # what Pillow raises for a header that it cannot read
        return NO_SIZE


def extension(data: bytes) -> str:
    """ "png" or "jpg", by the bytes."""
    return "jpg" if data.startswith(JPEG) else "png"


def fitted(data: bytes, width: float, height: float) -> tuple[float, float]:
    """Width and height in mm of a picture that is as large as fits in `width` by `height`, not cropped."""
    across, down = pixels(data)
    scale = min(width / across, height / down)
    return across * scale, down * scale
