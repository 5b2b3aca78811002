"""Pictures of a foreign file in, files as a course keeps them out: each once, upright, and only what was to be seen."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from hashlib import sha256
from warnings import catch_warnings, simplefilter

from PIL import Image

from lok.importing.letters import line
from lok.read import pictures, recordings

OTHERS = ("GIF", "BMP", "TIFF", "WEBP")
"""What else is opened and kept as PNG."""
MOST = 60_000_000
"""Pixels of these: they are opened whole."""
TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""What a turn of a frame, clockwise in degrees, does to the picture in it."""
FILE_NAME = re.compile(r".*\.(?:jpe?g|jfif|png|gif|bmp|tiff?|webp|emf|wmf|svg|heic)$", re.IGNORECASE)
MADE_BY_OFFICE = re.compile(
    r"\s*(?:automatisch gegenereerde beschrijving|door ai gegenereerde inhoud is mogelijk onjuist\.?|"
    r"description automatically generated|ai-generated content may be incorrect\.?)\s*$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:afbeelding|picture|image|foto|grafik|grafiek|graphic|tijdelijke aanduiding.*) ?\d*$", re.IGNORECASE
)
Crop = tuple[float, float, float, float]
"""Parts of the width and height that are cut off: left, top, right, bottom."""


@dataclass
class Album:
    """The pictures and recordings of one course, by the name of their file; `stem` is how these names begin."""

    stem: str
    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[tuple[str, int, Crop], str] = field(default_factory=dict)

    def keep(self, data: bytes, turn: int = 0, crop: Crop = (0, 0, 0, 0)) -> str:
        """The name of the file with this picture. Raises ValueError where it cannot be decoded."""
        key = sha256(data).hexdigest(), turn % 360, crop
        if key not in self._names:
            made = upright(data, turn % 360, crop)
            same = next((name for name, known in self.files.items() if known == made), "")
            kind = "jpg" if made.startswith(pictures.JPEG) else "png"
            self._names[key] = same or f"{self.stem}-{len(self.files) + 1:02}.{kind}"
            self.files.setdefault(self._names[key], made)
        return self._names[key]

    def keep_sound(self, data: bytes) -> str:
        """The name of the file with this recording. Raises ValueError where it is no MP3 or M4A."""
        made = recordings.published(data)
        kind = "m4a" if made[4:8] == b"ftyp" else "mp3"
        same = next((name for name, known in self.files.items() if known == made), "")
        name = same or f"{self.stem}-{len(self.files) + 1:02}.{kind}"
        self.files.setdefault(name, made)
        return name


def upright(data: bytes, turn: int, crop: Crop) -> bytes:
    """A picture as it may be published, turned and cut as its frame does.

    Raises ValueError where it cannot be decoded, or has too many pixels.
    """
    bare = pictures.published(data if data.startswith((pictures.JPEG, pictures.PNG)) else _as_png(data))[0]
    if turn not in TURNS and not any(crop):
        return bare
    with Image.open(io.BytesIO(bare)) as picture:
        form, (width, height) = picture.format, picture.size
        left, top, right, bottom = crop
        box = round(left * width), round(top * height), round(width - right * width), round(height - bottom * height)
        if box[0] >= box[2] or box[1] >= box[3]:
            raise ValueError("nothing to see")
        made = picture.crop(box)
        made = made.transpose(TURNS[turn]) if turn in TURNS else made
        stream = io.BytesIO()
        made.save(stream, form, quality=pictures.QUALITY, icc_profile=picture.info.get("icc_profile"))
    return stream.getvalue()


def _as_png(data: bytes) -> bytes:
    """Raises ValueError where it is none of the kinds that are opened here, or not whole."""
    try:
        with catch_warnings(), Image.open(io.BytesIO(data), formats=OTHERS) as picture:
            simplefilter("ignore")
            if picture.width * picture.height > MOST:
                raise ValueError("too many pixels")
            stream = io.BytesIO()
            picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(stream, "PNG")
            return stream.getvalue()
    except (*pictures.UNREADABLE, Image.DecompressionBombError) as wrong:
        raise ValueError("no picture") from wrong


def described(text: str, told: list[str]) -> str:
    """What an author said is to be seen; "" for the name of a file, or a name that a program gave."""
    said = MADE_BY_OFFICE.sub("", line(text, told)).rstrip(" ,")
    return "" if FILE_NAME.match(said) or NUMBERED.match(said) else said.replace("[", "(").replace("]", ")")
