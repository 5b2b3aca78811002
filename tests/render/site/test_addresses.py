"""Media stand under names that every computer and address can hold."""

from __future__ import annotations

import pytest

from lok.model.library import Media
from lok.render.html.addresses import media
from media import audio, image, m4a


@pytest.mark.parametrize("path", ["slides/s/druppel.png", "a/b-c_d.2.png", "content/console.png"])
def test_a_name_that_every_computer_can_hold_stays(path: str) -> None:
    assert media(Media(path, image("PNG"))) == f"media/{path}"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("bladen/schema #2.png", "media/bladen/schema-2-"),
        ("bladen/vraag?.png", "media/bladen/vraag-"),
        ("bladen/50%25.png", "media/bladen/50-25-"),
        ("Mijn beelden/café.png", "media/mijn-beelden/cafe-"),
        ("a/CON.png", "media/a/con-"),
        ("a/nul.2.png", "media/a/nul-2-"),
        ("aux/b.png", "media/aux/b-"),
        ("a/Foto.png", "media/a/foto-"),
        ("a/???.png", "media/a/"),
        ("a/_b.png", "media/a/b-"),
        ("a/" + "lang-" * 60 + ".png", "media/a/lang-"),
    ],
)
def test_another_name_becomes_one_of_ours(path: str, address: str) -> None:
    made = media(Media(path, image("PNG")))
    assert made.startswith(address)
    assert made.endswith(".png")
    assert len(made) < 100
    assert all(part.isascii() and part == part.lower() and not set(part) & set(" #?%:") for part in made.split("/"))
    assert made != media(Media(f"{path}x", image("PNG")))


@pytest.mark.parametrize(
    ("path", "data", "ending"),
    [
        ("a/b.jpg", image("PNG"), ".png"),
        ("a/b.png", image("JPEG"), ".jpg"),
        ("a/b", image("JPEG"), ".jpg"),
        ("a/b.mp3", m4a(), ".m4a"),
        ("a/b.m4a", audio(), ".mp3"),
    ],
)
def test_the_ending_tells_what_the_file_is(path: str, data: bytes, ending: str) -> None:
    assert media(Media(path, data)).endswith(ending)


def test_a_jpeg_keeps_the_ending_that_it_had() -> None:
    assert media(Media("a/b.jpeg", image("JPEG"))) == "media/a/b.jpeg"
