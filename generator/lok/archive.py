"""Zips: files in, the same bytes out on every machine and on every day."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

PRESSED = (".docx", ".pptx", ".png", ".jpg", ".woff2", ".mp3", ".m4a")
"""Files that do not get smaller."""
FIRST = ("[Content_Types].xml", "_rels/.rels")
"""What programs look for at the start of a package."""
FIRST_DAY = date(1980, 1, 1)
"""The earliest day that a zip can hold: says nothing, and stands for every earlier one."""


def archive(files: Iterable[tuple[str, bytes]], day: date = FIRST_DAY, start: bytes = b"", level: int = 6) -> bytes:
    """A zip of these files (path and bytes) in this order, of one `day`, without the name of the system that made it.

    They stand behind those of the zip `start`, which are not compressed again. `level` is how hard to press, 1 to 9.
    Raises zipfile.BadZipFile where `start` holds bytes that are no zip.
    """
    day, stream = max(day, FIRST_DAY), io.BytesIO(start)
    with ZipFile(stream, "a" if start else "w") as target:
        for path, data in files:
            entry = ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if path.endswith(PRESSED) else ZIP_DEFLATED
            target.writestr(entry, data, compresslevel=level)
    return stream.getvalue()


def packed(start: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An Office package with these parts behind those of the package `start`.

    The order is fixed: content types and root relationships first, the rest sorted.
    Raises zipfile.BadZipFile where `start` holds bytes that are no zip.
    """
    return archive(sorted(parts.items(), key=lambda part: (part[0] not in FIRST, part[0])), start=start)


def contents(data: bytes) -> dict[str, bytes]:
    """The files in a zip by name, in their order. Raises zipfile.BadZipFile where it is none."""
    with ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}
