"""Recordings as people bring them in, bare recordings out: what sounds stays, names, covers, places and times go.

An MP3 is a row of frames and an M4A a tree of boxes: whatever else is in the file, or tells rather than sounds, goes.
Libraries for tags only take away the tags that they know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

KILOBITS: Final = {
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Thousands of bits a second, by whether it is MPEG 1 and by layer."""
HERTZ: Final = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""By version: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5."""
ID3_HEADER, TAIL = 10, 128
KEPT: Final = {
    b"": frozenset((b"ftyp", b"moov", b"mdat", b"moof", b"sidx", b"styp", b"mfra")),
    b"moov": frozenset((b"mvhd", b"trak", b"mvex")),
    b"trak": frozenset((b"tkhd", b"mdia", b"edts", b"tref")),
    b"mdia": frozenset((b"mdhd", b"hdlr", b"minf")),
}
"""The boxes of an M4A that sound, by the box around them; b"" is the file."""
DATED: Final = (b"mvhd", b"tkhd", b"mdhd")
"""Boxes that begin with when they were made and changed."""


def published(data: bytes) -> bytes:
    """The recording as it is published. Raises ValueError where the bytes are no whole MP3 or M4A."""
    return _boxed(data) if data[4:8] == b"ftyp" else _framed(data)


# --- MP3 --------------------------------------------------------------------------------------------------------------


def _framed(data: bytes) -> bytes:
    """The frames of an MP3, without anything before, between or after them."""
    at, end = _after_id3(data), _before_tail(data)
    frames: list[bytes] = []
    while at + 4 <= end:
        length = _frame_length(data, at)
        after = at + length
        if length and after <= end and (frames or _frame_length(data, after)):
            frames.append(data[at:after])
            at = after
        elif data.startswith(b"ID3", at):
            at += _after_id3(data[at : at + ID3_HEADER])
        else:
            at = data.find(b"\xff", at + 1, end) if data.find(b"\xff", at + 1, end) > 0 else end
    if len(frames) < 2:
        raise ValueError("no MP3")
    return b"".join(frames)


def _frame_length(data: bytes, at: int) -> int:
    """Bytes of the frame that begins here; 0 where none does."""
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] < 0xE0:
        return 0
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rate, pitch, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version == 1 or layer == 4 or rate in (0, 15) or pitch == 3:
        return 0
    bits, hertz = KILOBITS[version == 3, layer][rate] * 1000, HERTZ[version][pitch]
    if layer == 1:
        return (12 * bits // hertz + padding) * 4
    return (72 if layer == 3 and version != 3 else 144) * bits // hertz + padding


def _after_id3(data: bytes) -> int:
    """Where the ID3v2 tag at the start ends."""
    if not data.startswith(b"ID3") or len(data) < ID3_HEADER:
        return 0
    size = 0
    for byte in data[6:ID3_HEADER]:
        size = size << 7 | byte & 0x7F
    return ID3_HEADER + size + (ID3_HEADER if data[5] & 0x10 else 0)


def _before_tail(data: bytes) -> int:
    """Where the tags at the end begin: ID3v1, and APE before it."""
    end = len(data)
    if data[end - TAIL : end - TAIL + 3] == b"TAG":
        end -= TAIL
    foot = data[max(end - 32, 0) : end]
    if foot.startswith(b"APETAGEX"):
        end -= int.from_bytes(foot[12:16], "little")
    return max(end, 0)


# --- M4A --------------------------------------------------------------------------------------------------------------


def _boxed(data: bytes) -> bytes:
    """The same file with zeros where it told something: every sound stays at its place."""
    made = bytearray(data)
    seen: list[bytes] = []
    _blank(made, 0, len(made), b"", seen)
    if not {b"moov", b"mdat", b"sound"} <= set(seen) or b"video" in seen:
        raise ValueError("no M4A")
    return bytes(made)


def _blank(made: bytearray, start: int, end: int, around: bytes, seen: list[bytes]) -> None:
    for name, at, body, after in _boxes(made, start, end):
        if name not in KEPT[around]:
            made[at + 4 : at + 8] = b"free"
            made[body:after] = bytes(after - body)
            continue
        seen.append(name)
        if name == b"hdlr":
            seen.append({b"soun": b"sound", b"vide": b"video"}.get(bytes(made[body + 8 : body + 12]), b""))
        if name in DATED:
            long = 16 if made[body : body + 1] == b"\1" else 8
            made[body + 4 : body + 4 + long] = bytes(long)
        if name in KEPT:
            _blank(made, body, after, name, seen)


def _boxes(made: bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """The name of each box, where it begins, where its content begins and where it ends. Raises ValueError."""
    at = start
    while at < end:
        size, body = int.from_bytes(made[at : at + 4], "big"), at + 8
        if size == 1:
            size, body = int.from_bytes(made[at + 8 : at + 16], "big"), at + 16
        after = end if size == 0 else at + size
        if after > end or after < body:
            raise ValueError("cut off")
        yield bytes(made[at + 4 : at + 8]), at, body, after
        at = after
