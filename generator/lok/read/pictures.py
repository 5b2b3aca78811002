"""Pictures as people bring them in, pictures as they may be published out: whole, upright, bare, no larger than needed.

Bytes decide, never a name. What has nothing to mend keeps its bytes; what only has to lose metadata keeps its pixels.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
LONGEST: Final = 2560
"""Pixels of the longest side that the largest use needs: the whole width of an A3 at 220 per inch, or of a slide."""
MOST: Final = {JpegImageFile: 200_000_000, PngImageFile: 120_000_000}
"""Pixels that are still opened: a JPEG is read at a fraction of its size, of a PNG every pixel is held at once."""
QUALITY: Final = 90
MILLION: Final = 1_000_000
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by the orientation that its EXIF tells."""
ORIENTATION: Final = 0x0112
UNREADABLE: Final = (OSError, SyntaxError, ValueError, LookupError, TypeError, ArithmeticError, EOFError, struct.error)
"""What Pillow raises for bytes that it cannot read."""


class TooLargeError(ValueError):
    """More pixels than are opened; `args` are how many millions there are and how many there may be."""


def published(data: bytes) -> tuple[bytes, int, int]:
    """The picture as it is published, with its width and height in pixels.

    Raises TooLargeError, and ValueError where the bytes are no whole PNG or JPEG.
    """
    kind, split = (JpegImageFile, _jpeg) if data.startswith(JPEG) else (PngImageFile, _png)
    try:
        bare, exif = split(data)
        with kind(io.BytesIO(bare)) as picture:
            return _mended(picture, bare, _orientation(exif))
    except TooLargeError:
        raise
    except UNREADABLE as wrong:
        raise ValueError("no whole PNG or JPEG") from wrong


def _mended(picture: JpegImageFile | PngImageFile, bare: bytes, orientation: int) -> tuple[bytes, int, int]:
    width, height = picture.size
    if not width * height:
        raise ValueError("nothing to see")
    if width * height > MOST[type(picture)]:
        raise TooLargeError(width * height // MILLION, MOST[type(picture)] // MILLION)
    if orientation not in TURNS and max(width, height) <= LONGEST and picture.mode != "CMYK":
        picture.load()  # raises where the picture is not whole
        return bare, width, height
    return _remade(picture, TURNS.get(orientation))


def _remade(picture: JpegImageFile | PngImageFile, turn: Image.Transpose | None) -> tuple[bytes, int, int]:
    """Scaled, turned and encoded again, with the colour profile that it had."""
    form, profile = picture.format, picture.info.get("icc_profile")
    scale = min(LONGEST / max(picture.size), 1)
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    picture.draft(None, size)  # a JPEG is never opened larger than twice what is asked
    made = _plain(picture) if isinstance(picture, PngImageFile) else picture
    if made.size != size:
        made = made.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    if made.mode == "CMYK":
        made, profile = _screen(made, profile), None
    if turn is not None:
        made = made.transpose(turn)
    stream = io.BytesIO()
    made.save(stream, form, quality=QUALITY, icc_profile=profile)
    return stream.getvalue(), *made.size


def _plain(picture: PngImageFile) -> Image.Image:
    """Without palette and with eight bits a colour: only that can be made smaller well."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    grey = picture.mode in ("1", "L", "LA")
    mode = ("LA" if grey else "RGBA") if picture.has_transparency_data else "L" if grey else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def _screen(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours of ink as those of a screen, by the profile of the ink where there is one."""
    if profile:
        try:
            ink = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(picture, ink, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (OSError, ImageCms.PyCMSError):
            made = None
        if made is not None:
            made.info.pop("icc_profile", None)
            return made
    return picture.convert("RGB")


def _orientation(exif: bytes) -> int:
    """1 where nothing is told, or nothing that can be read."""
    read = Image.Exif()
    with catch_warnings():
        simplefilter("ignore")
        try:
            read.load(exif)
            return int(read.get(ORIENTATION, 1))
        except UNREADABLE:
            return 1


# --- the pieces that a file is made of: those that draw stay, the others go ------------------------------------------

DRAWS: Final = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs".split())
"""Chunks of a PNG."""
START, END, SCAN, JFIF, EXIF, PROFILE, ADOBE = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
OWN: Final = {JFIF: b"JFIF\0", PROFILE: b"ICC_PROFILE\0", ADOBE: b"Adobe"}
"""How what draws begins, in the segments of a JPEG that any program may fill."""
NEXT: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The end of what a scan of a JPEG draws."""
THUMBNAIL: Final = 16
"""The bytes of a JFIF header before the small picture that may stand in it."""


def _png(data: bytes) -> tuple[bytes, bytes]:
    """The file without what does not draw, and its EXIF. Raises ValueError where it is no whole file."""
    kept, exif = [PNG], b""
    for name, chunk in _chunks(data):
        if name in DRAWS:
            if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
                raise ValueError("changed on its way")
            kept.append(chunk)
        elif name == b"eXIf":
            exif = chunk[8:-4]
    return b"".join(kept), exif


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    name, at = b"", len(PNG)
    if not data.startswith(PNG):
        raise ValueError("no PNG")
    while name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            raise ValueError("cut off")
        name = data[at + 4 : at + 8]
        yield name, data[at:end]
        at = end


def _jpeg(data: bytes) -> tuple[bytes, bytes]:
    """The file without what does not draw, and its EXIF. Raises ValueError where it is no whole file."""
    kept, exif = [data[:2]], b""
    for marker, segment in _segments(data):
        body = segment[4:]
        if marker == EXIF and body.startswith(b"Exif\0\0"):
            exif = exif or body
        if marker == JFIF and len(segment) > THUMBNAIL + 2:
            segment = b"\xff\xe0\0\x10" + body[:12] + b"\0\0"  # noqa: PLW2901
        if body.startswith(OWN[marker]) if marker in OWN else not (0xE0 <= marker <= 0xEF or marker >= 0xF0):
            kept.append(segment)
    return b"".join(kept), exif


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    marker, at = START, 2
    while marker != END:
        at = data.index(b"\xff", at)
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        end = at + 2 if marker == END else at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == SCAN:
            found = NEXT.search(data, end)
            if not found:
                raise ValueError("cut off")
            end = found.start()
        if end > len(data):
            raise ValueError("cut off")
        yield marker, data[at:end]
        at = end
