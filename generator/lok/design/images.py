"""What a medium is, by its bytes, and how large a picture stands on a page."""

from __future__ import annotations

from lok.model.library import Media

SIGNATURES = ((b"\xff\xd8\xff", 0, "jpg"), (b"\x89PNG", 0, "png"), (b"ftyp", 4, "m4a"), (b"%PDF", 0, "pdf"))


def extension(data: bytes) -> str:
    """ "png", "jpg", "m4a", "pdf" or "mp3", by the bytes of a file that was read as one of these."""
    return next((kind for sign, at, kind in SIGNATURES if data.startswith(sign, at)), "mp3")


def fitted(picture: Media, width: float, height: float) -> tuple[float, float]:
    """Width and height in mm of a picture that is as large as fits in `width` by `height`, not cropped."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale
