"""Images on slides by their path: those an author placed, and those nobody drew: a play button and QR codes."""

from __future__ import annotations

import io
from collections.abc import Mapping

import segno

from lok.design import palette
from lok.model.library import Media

PLAY = "lok:play"
CODE = "lok:qr:"
"""Before the address that a QR code leads to."""
QUIET = 4
"""White modules around a QR code, as its standard asks."""


def image(media: Mapping[str, Media], path: str) -> bytes:
    """The bytes of a PNG or JPEG."""
    if path == PLAY:
        return (palette.TEMPLATES / "deck" / "play.png").read_bytes()
    return _code(path.removeprefix(CODE)) if path.startswith(CODE) else media[path].data


def _code(address: str) -> bytes:
    stream = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(stream, kind="png", scale=8, border=QUIET, dark=f"#{palette.LIGHT['ink']}")
    return stream.getvalue()
