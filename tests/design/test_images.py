"""The size of a picture, also of one that is broken."""

from __future__ import annotations

import io
import random
import warnings

import pytest
from PIL import Image

from lok.design.images import NO_SIZE, extension, fitted, pixels


def picture(kind: str, width: int = 60, height: int = 20) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height)).save(stream, kind, progressive=True)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg")])
def test_size_and_ending_come_from_the_bytes(kind: str, ending: str) -> None:
    data = picture(kind)
    assert (pixels(data), extension(data)) == ((60, 20), ending)
    assert fitted(data, 30, 30) == pytest.approx((30, 10))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(20), picture("GIF")])
def test_what_is_no_picture_of_ours_keeps_a_place(data: bytes) -> None:
    assert pixels(data) == NO_SIZE


def test_a_picture_without_width_keeps_a_place() -> None:
    data = bytearray(picture("PNG"))
    data[16:20] = bytes(4)
    assert pixels(bytes(data)) == NO_SIZE


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_no_broken_header_stops_or_warns(kind: str) -> None:
    chance, data = random.Random(1), picture(kind)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(500):
            broken = bytearray(data[: chance.randrange(2, len(data))])
            for _ in range(chance.randrange(4)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            assert all(pixels(bytes(broken)))
