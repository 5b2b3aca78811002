"""A picture is published whole, upright, bare and no larger than needed, or not at all."""

from __future__ import annotations

import io
import random
import warnings

import pytest
from PIL import Image, ImageCms

from lok.read.pictures import LONGEST, MOST, TooLargeError, published
from media import TOLD, chunk, exif, image, with_chunks, with_segments

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def shown(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("options", [{}, {"icc_profile": PROFILE}, {"progressive": True, "mode": "L"}])
def test_what_has_nothing_to_mend_keeps_its_bytes(kind: str, options: dict[str, object]) -> None:
    data = image(kind, **options)
    assert published(data) == (data, 60, 20)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_png_may_be_used_and_made_smaller(mode: str) -> None:
    data = image("PNG", mode=mode)
    assert published(data) == (data, 60, 20)
    smaller, *size = published(image("PNG", (LONGEST + 40, 260), mode))
    assert (shown(smaller).size, size) == ((LONGEST, 256), [LONGEST, 256])
    bright = shown(smaller).convert("L").getpixel((LONGEST - 3, 9))
    assert bright == (0 if mode == "I;16" else 255)  # Pillow makes a nearly black one of 8 bits


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_turned_photo_becomes_upright(kind: str, orientation: int) -> None:
    turned = {1: (0, 0), 2: (59, 0), 3: (59, 19), 4: (0, 19), 5: (0, 0), 6: (19, 0), 7: (19, 59), 8: (0, 59)}
    made, *size = published(image(kind, exif=exif(orientation)))
    assert tuple(size) == shown(made).size == ((60, 20) if orientation < 5 else (20, 60))
    red = shown(made).convert("RGB").getpixel(turned[orientation])
    assert isinstance(red, tuple)
    assert red[0] > 200
    assert red[1] < 60
    assert not shown(made).getexif()
    assert published(made) == (made, *size)


def test_a_photo_tells_nothing_of_its_maker_and_keeps_its_pixels_and_colours() -> None:
    tells = (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + TOLD), (0xED, TOLD), (0xFE, TOLD), (0xE2, b"MPF\0" + TOLD)
    clean = image("JPEG", icc_profile=PROFILE)
    data = with_segments(image("JPEG", icc_profile=PROFILE, exif=exif()), *tells, (0xE0, b"JFXX\0" + TOLD))
    assert data.count(TOLD) == 8
    assert published(data) == (clean, 60, 20)


def test_a_picture_in_the_header_of_a_photo_goes() -> None:
    clean = image("JPEG")
    assert clean[2:6] == b"\xff\xe0\x00\x10"
    small = clean[6:18] + b"\x03\x01" + TOLD
    data = clean[:2] + b"\xff\xe0" + (len(small) + 2).to_bytes(2, "big") + small + clean[20:]
    assert published(data)[0] == clean


def test_a_png_tells_nothing_of_its_maker_and_keeps_its_pixels_and_colours() -> None:
    clean = image("PNG", icc_profile=PROFILE)
    names = (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"prVt")
    assert published(with_chunks(clean, *(chunk(name, b"a\0" + TOLD) for name in names))) == (clean, 60, 20)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_photo_keeps_its_shape_and_profile(kind: str) -> None:
    made, *size = published(image(kind, (1500, 6000), icc_profile=PROFILE, exif=exif(6)))
    assert size == [LONGEST, 640]
    assert shown(made).size == (LONGEST, 640)
    assert shown(made).info["icc_profile"] == PROFILE
    assert TOLD not in made


@pytest.mark.parametrize("profile", [None, PROFILE, b"geen profiel"])
def test_colours_of_ink_become_those_of_a_screen(profile: bytes | None) -> None:
    made = shown(published(image("JPEG", mode="CMYK", icc_profile=profile))[0])
    assert made.mode == "RGB"
    assert "icc_profile" not in made.info
    assert made.getpixel((5, 5)) == pytest.approx((255, 0, 0), abs=12)


def test_the_same_photo_gives_the_same_bytes() -> None:
    data = image("JPEG", (3000, 100), exif=exif(3))
    assert published(data) == published(data)


@pytest.mark.parametrize(("kind", "name"), [(kind, kind.format) for kind in MOST])
def test_more_pixels_than_memory_can_hold_are_refused_unopened(kind: type, name: str) -> None:
    data = bytearray(image(name))
    start = 16 if name == "PNG" else data.index(b"\xff\xc0") + 5
    data[start : start + (8 if name == "PNG" else 4)] = (60000).to_bytes(4 if name == "PNG" else 2, "big") * 2
    if name == "PNG":
        data = bytearray(data[:8] + chunk(b"IHDR", bytes(data[16:29])) + data[33:])
    with pytest.raises(TooLargeError) as refused:
        published(bytes(data))
    assert refused.value.args == (3600, MOST[kind] // 1_000_000)


BROKEN = [
    b"",
    bytes(5000),
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"<!doctype html><html>",
    image("GIF"),
    image("WEBP"),
]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no whole"):
        published(data)


def test_a_picture_without_width_is_refused() -> None:
    data = image("PNG")
    with pytest.raises(ValueError, match="no whole"):
        published(data[:8] + chunk(b"IHDR", bytes(4) + data[20:29]) + data[33:])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(60, 20), (LONGEST + 1, 20)])
def test_a_cut_off_picture_is_refused_wherever_it_ends(kind: str, size: tuple[int, int]) -> None:
    data = image(kind, size)
    for length in range(0, len(data), 1 + len(data) // 60):
        with pytest.raises(ValueError, match="no whole"):
            published(data[:length])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_no_broken_bytes_stop_or_warn(kind: str) -> None:
    chance, data = random.Random(1), image(kind, exif=exif(6))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(400):
            broken = bytearray(data)
            for _ in range(chance.randrange(1, 5)):
                broken[chance.randrange(2, len(broken))] = chance.randrange(256)
            try:
                made, width, height = published(bytes(broken))
            except ValueError:
                continue
            assert shown(made).size == (width, height)
