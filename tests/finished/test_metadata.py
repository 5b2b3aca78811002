"""Nothing that is published tells who made a picture or recording, where, when or with what."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import time

import pikepdf
import pytest
from PIL import Image

from lok.build import build
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.course import Evening
from lok.model.place import Span
from lok.packs import packs
from lok.publish.engine import MKDOCS
from media import TOLD, audio, chunk, exif, id3, image, with_chunks, with_segments
from projects import FIRST, SESSION, SHEET, TODAY, edit, put, tiny

THUMBNAIL, KEPT = "docProps/thumbnail", "customXml"
"""What PowerPoint keeps of a deck beside its slides: a picture, and where we keep its words for the way back."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All that is built for both audiences, and packed for an evening, of a course whose media tell much."""
    root = tiny(tmp_path_factory.mktemp("course"))
    photo = with_segments(image("JPEG", (90, 30), exif=exif(6)), (0xFE, TOLD), (0xED, TOLD))
    drawn = with_chunks(image("PNG"), chunk(b"tEXt", b"Author\0" + TOLD), chunk(b"eXIf", exif().tobytes()[6:]))
    tag = b"TAG" + TOLD.ljust(125, b"\0")
    put(root, {"content/bladen/Mijn foto #1.JPG": photo, "slides/handhygiene/druppel.png": drawn})
    put(root, {"cases/noemie-2.mp3": id3() + audio() + tag, "slides/handhygiene/foto.jpg": photo})
    edit(root, SHEET, "\n## ", "\n![Een druppel](Mijn foto #1.JPG)\n\n## ")
    edit(root, FIRST, "(druppel.png)", "(foto.jpg)")
    loaded = load_and_check(root, [], TODAY)
    assert not loaded.problems
    made = {output.path: output.data for output in build(loaded, tuple(Audience)).outputs}
    evening = Evening(TODAY, time(20), "De zaal", "", ("", ""), 12, Span(SESSION))
    for pack, _ in packs(loaded.courses[0], [evening], loaded.settings, MKDOCS, False, lambda _: None):
        made[pack.path] = pack.data
    return made


def inside(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and what is packed or written in it."""
    yield name, data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for each in packed.namelist():
                yield from inside(f"{name}/{each}", packed.read(each))
    elif data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for n, each in enumerate(pdf.objects):
                if isinstance(each, pikepdf.Stream):
                    yield f"{name}/{n}", each.read_raw_bytes()


def test_nothing_that_is_published_tells_of_its_maker(files: dict[str, bytes]) -> None:
    read = [(name, data) for path, whole in files.items() for name, data in inside(path, whole)]
    assert [name for name, data in read if TOLD in data or b"Exif\0\0" in data] == []
    pictures = {name for name, data in read if data.startswith((b"\xff\xd8\xff", b"\x89PNG"))}
    assert {name.split("/")[0] for name in pictures} >= {"trainer", "deelnemer"}
    for kind in (".pdf/", ".pptx/", ".zip/"):
        assert any(kind in name for name in pictures)
    for name, data in read:
        if name in pictures:
            with Image.open(io.BytesIO(data)) as picture:
                assert not picture.getexif()
                assert not {"comment", "photoshop", "xmp", "Author"} & set(picture.info)
    assert [name for name, _ in read if THUMBNAIL in name] == []
    assert [name for name, _ in read if KEPT in name and not name.startswith("trainer/") and ".zip/" not in name] == []


def test_a_photo_of_a_phone_is_upright_everywhere(files: dict[str, bytes]) -> None:
    read = (data for path, whole in files.items() for _, data in inside(path, whole))
    assert {Image.open(io.BytesIO(data)).size for data in read if data.startswith(b"\xff\xd8\xff")} == {(30, 90)}


def test_every_page_finds_its_pictures_under_names_that_every_computer_can_hold(files: dict[str, bytes]) -> None:
    page = next(data for path, data in files.items() if path == "deelnemer/handhygiene/bladen/vijf-momenten.html")
    address = page.decode().split('<img src="', 1)[1] if b'<img src="' in page else page.decode().split("src=")[1]
    (stored,) = [path for path in files if path.startswith("deelnemer/") and path.endswith(".jpg") and "bladen" in path]
    assert stored.removeprefix("deelnemer/handhygiene/") in address
    assert stored == stored.lower()
    assert not set(stored) & set(" #?%:")
