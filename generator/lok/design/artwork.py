"""Images on slides by their path: those an author placed, and those nobody drew: a play button and QR codes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lok.design import palette
from lok.model.library import Media

if TYPE_CHECKING:
    import segno

PLAY = "lok:play"
"""The path of the play button."""
CODE = "lok:qr:"
"""Before the address that a QR code leads to."""
QUIET = 4
"""Modules of white around a QR code: ISO/IEC 18004 asks for 4."""


def image(media: Mapping[str, Media], path: str) -> bytes:
    """The bytes of a PNG or JPEG, by its path: an author's, PLAY, or CODE with an address behind it.

    Raises KeyError where an author's path is not in `media`.
    """
    if path == PLAY:
        return (palette.TEMPLATES / "deck" / "play.png").read_bytes()
    return _code(path.removeprefix(CODE)) if path.startswith(CODE) else media[path].data


def drawn_code(address: str) -> str:
    """The QR code of an address as an SVG for inside a page, dark on light whatever the page around it."""
    size = {"omitsize": True, "svgclass": None, "lineclass": None}
    return str(_made(address).svg_inline(border=QUIET, dark=f"#{palette.LIGHT['ink']}", light="#fff", **size))


def _made(address: str) -> segno.QRCode:
    import segno  # noqa: PLC0415  # brings all of urllib: a tenth of the time in which texts are judged

    return segno.make(address, error="m", micro=False)


def _code(address: str) -> bytes:
    stream = io.BytesIO()
    code = _made(address)
    code.save(stream, kind="png", scale=8, border=QUIET, dark=f"#{palette.LIGHT['ink']}")
    return stream.getvalue()
