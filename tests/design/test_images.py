"""What a medium is, and how large a picture stands on a page."""

from __future__ import annotations

import pytest

from lok.design.images import extension, fitted
from lok.model.library import Media
from media import audio, image, m4a


@pytest.mark.parametrize(
    ("data", "ending"), [(image("PNG"), "png"), (image("JPEG"), "jpg"), (audio(), "mp3"), (m4a(), "m4a")]
)
def test_the_ending_comes_from_the_bytes(data: bytes, ending: str) -> None:
    assert extension(data) == ending


@pytest.mark.parametrize(("size", "room", "stands"), [((60, 20), (30, 30), (30, 10)), ((20, 60), (30, 30), (10, 30))])
def test_a_picture_is_as_large_as_fits(size: tuple[int, int], room: tuple[int, int], stands: tuple[int, int]) -> None:
    assert fitted(Media("a.png", b"", *size), *room) == pytest.approx(stands)
