"""A recording is published with nothing but its sound, or not at all."""

from __future__ import annotations

import random

import pytest

from lok.read.recordings import published
from media import TOLD, audio, box, id3, m4a

APE = b"APETAGEX" + (2000).to_bytes(4, "little") + (32 + len(TOLD)).to_bytes(4, "little") + bytes(16)
APE = TOLD + APE[:8] + APE[8:]
V1 = b"TAG" + TOLD.ljust(125, b"\0")


@pytest.mark.parametrize(
    "data",
    [
        audio(),
        id3() + audio(),
        id3() + id3() + audio(),
        id3() + bytes(500) + audio(),
        audio() + V1,
        audio() + APE,
        audio() + APE + V1,
        audio() + b"LYRICSBEGIN" + TOLD + b"LYRICS200" + V1,
        audio(20) + id3() + audio(20),
        audio(20) + b"\xff" + TOLD + b"\xff\xfb" + audio(20),
        audio() + b"\xff\xf3\x10\xc0" + TOLD,
    ],
)
def test_only_the_frames_of_an_mp3_are_published(data: bytes) -> None:
    assert published(data) == audio()


@pytest.mark.parametrize(
    ("head", "length"),
    [
        ("fffb9000", 417),
        ("fffb9200", 418),
        ("fffd9000", 522),
        ("ffff9000", 312),
        ("fff39000", 261),
        ("ffe39000", 522),
        ("fff59000", 522),
    ],
)
def test_frames_of_every_version_and_layer_are_known(head: str, length: int) -> None:
    data = (bytes.fromhex(head) + bytes(length - 4)) * 5
    assert published(data + V1) == data


def test_an_m4a_keeps_its_sound_at_its_place_and_tells_nothing() -> None:
    data = m4a()
    made = published(data)
    assert data.count(TOLD) == 5
    assert TOLD not in made
    assert b"\xe0\x01\x02\x03" not in made
    assert (len(made), made.index(b"geluid")) == (len(data), data.index(b"geluid"))
    assert made.count(b"sounds") == 1
    assert published(made) == made


BROKEN = [
    b"",
    bytes(5000),
    b"ID3\x03\0\0\0\0\0\0",
    id3(),
    b"ID3",
    V1,
    audio(1),
    b"RIFF\0\0\0\0WAVEfmt ",
    b"<html>",
    m4a()[:-40],
    m4a(kind=b"vide"),
    m4a(kind=b"text"),
    box(b"ftyp", b"M4A "),
    m4a() + bytes(5),
    m4a() + b"\0\0\0\1mdat",
]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_recording_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no MP3|no M4A|cut off"):
        published(data)


@pytest.mark.parametrize("data", [id3() + audio() + APE + V1, m4a()])
def test_broken_bytes_are_refused_or_published(data: bytes) -> None:
    chance = random.Random(1)
    for _ in range(400):
        broken = bytearray(data[: chance.randrange(len(data))])
        for _ in range(chance.randrange(4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256) if broken else 0
        try:
            assert published(bytes(broken))
        except ValueError:
            continue
