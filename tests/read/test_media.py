"""Pictures and recordings are found as people write their names, and told at each line where they cannot be used."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from lok.model.course import Course, Media
from lok.model.text import Picture
from lok.model.walk import walk
from lok.read import pictures
from lok.read.course import load
from media import TOLD, audio, exif, id3, image, m4a
from projects import CASE, FIRST, SHEET, edit, only, put, read, tiny

FOLDER = "slides/handhygiene"
RECORDING = "cases/noemie-2.mp3"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path)


def named(root: Path, written: str, stored: str, data: bytes | None = None) -> Path:
    """The slide names its picture like this, and it stands like that in the folder of the slides."""
    edit(root, FIRST, "(druppel.png)", f"({written})")
    return put(root, {f"{FOLDER}/{stored}": data or image("PNG")})


def medium(course: Course) -> Media:
    """The one picture, of which a slide tells the path."""
    (path,) = {item.path for item in walk(course.agenda) if isinstance(item, Picture)}
    (found,) = [item for item in course.media if item.path == path]
    return found


def told(root: Path) -> list[tuple[str, int, str, str, str]]:
    return [(p.span.path, p.span.line, str(p.code), p.message, p.hint) for p in read(root)[1]]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("schema #2.png", "schema #2.png"),
        ("vraag?.png", "vraag?.png"),
        ("50%25.png", "50%25.png"),
        ("50%25.png", "50%.png"),
        ("foto (1).png", "foto (1).png"),
        ("mijn%20foto.png", "mijn foto.png"),
        ("mijn foto.png", "mijn foto.png"),
        (r"beeld\keel.png", "beeld/keel.png"),
        (r"..\handhygiene\keel.png", "keel.png"),
        ("./beeld/../keel.png", "keel.png"),
        ("caf%C3%A9.png", "café.png"),
        ("CON.png", "CON.png"),
        ("foto.jfif", "foto.jfif"),
        ("zonder", "zonder"),
    ],
)
def test_a_name_is_understood_as_people_write_it(root: Path, written: str, stored: str) -> None:
    found = medium(only(named(root, written, stored)))
    assert (found.path, found.width, found.height) == (f"{FOLDER}/{stored}", 60, 20)


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_a_name_is_the_same_in_every_unicode_form(root: Path, written: str, stored: str) -> None:
    forms = [unicodedata.normalize(form, "beelden/café.png") for form in (written, stored)]
    assert medium(only(named(root, *forms))).path == f"{FOLDER}/beelden/café.png"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_texts_have_one_name_on_every_computer(root: Path, form: str) -> None:
    put(root, {f"cases/{unicodedata.normalize(form, 'café')}.md": (root / CASE).read_bytes()})
    assert {case.span.path for course in load(root)[0] for case in course.cases} == {CASE, "cases/café.md"}


def test_two_texts_with_one_name_are_told(root: Path) -> None:
    for form in ("NFC", "NFD"):
        put(root, {f"cases/{unicodedata.normalize(form, 'café')}.md": (root / CASE).read_bytes()})
    assert [code for _, _, code, _, _ in told(root)] == ["id-dubbel"]


def test_another_case_is_told_on_every_disk(root: Path) -> None:
    named(root, "Beeld/keel.png", "beeld/Keel.PNG")
    message = 'de afbeelding "keel.png" bestaat niet'
    hint = 'schrijf "beeld/Keel.PNG": hoofdletters tellen mee'
    assert told(root) == [(FIRST, 20, "afbeelding-ontbreekt", message, hint)]


def test_a_picture_from_the_web_has_to_be_kept_here(root: Path) -> None:
    edit(root, FIRST, "(druppel.png)", "(https://voorbeeld.be/foto.png)")
    ((*_, message, hint),) = told(root)
    assert (message, hint) == ('de afbeelding "foto.png" bestaat niet', f"zet het bestand in {FOLDER}/")


REMEDY = "open het beeld en bewaar het opnieuw als .png of .jpg"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(900)


@pytest.mark.parametrize(
    ("name", "data", "but", "hint"),
    [
        ("k.jpg", HEIC, ", maar een HEIC", "zo bewaart een iPhone"),
        ("k.png", bytes(4096), ", maar een leeg bestand", REMEDY),
        ("k.jpg", b"<!DOCTYPE html><html>", ", maar een webpagina", REMEDY),
        ("k.png", image("WEBP"), ", maar een WebP", REMEDY),
        ("k.png", image("GIF"), ", maar een GIF", REMEDY),
        ("k.jpg", image("BMP"), ", maar een BMP", REMEDY),
        ("k.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', ", maar een SVG", REMEDY),
        ("k.png", image("PNG")[:-20], "", REMEDY),
        ("k.jpg", image("JPEG")[:-20], "", REMEDY),
    ],
)
def test_what_is_no_picture_is_told_at_its_line(root: Path, name: str, data: bytes, but: str, hint: str) -> None:
    ((*place, message, tip),) = told(named(root, name, name, data))
    assert place == [FIRST, 20, "afbeelding-soort"]
    assert message == f'"{name}" is geen (hele) PNG of JPEG{but}'
    assert tip.startswith(hint)


def test_an_empty_picture_is_told_at_its_line(root: Path) -> None:
    (root / FOLDER / "druppel.png").write_bytes(b"")
    ((*_, message, _),) = told(root)
    assert message == '"druppel.png" is geen (hele) PNG of JPEG, maar een leeg bestand'


@pytest.mark.parametrize(
    ("data", "but"), [(b"", ", maar een leeg bestand"), (b"RIFF\0\0\0\0WAVE", ", maar een WAV"), (id3(), "")]
)
def test_what_is_no_recording_is_told_at_its_line(root: Path, data: bytes, but: str) -> None:
    (root / RECORDING).write_bytes(data)
    ((*place, message, _),) = told(root)
    assert place == [CASE, 16, "audio-soort"]
    assert message == f'"noemie-2.mp3" is geen (hele) MP3 of M4A{but}'


@pytest.mark.parametrize("data", [id3() + audio(), m4a()])
def test_a_recording_is_kept_without_its_tags_whatever_its_name(root: Path, data: bytes) -> None:
    (root / RECORDING).write_bytes(data)
    (found,) = [item for item in only(root).media if item.path == RECORDING]
    assert TOLD not in found.data
    assert (found.width, found.height) == (0, 0)


def test_a_recording_is_found_as_people_write_its_name(root: Path) -> None:
    edit(root, CASE, "noemie-2.mp3", r"op%20band\Noémie.mp3")
    put(root, {"cases/op band/Noémie.mp3": audio()})
    assert "cases/op band/Noémie.mp3" in {item.path for item in only(root).media}


def test_a_picture_that_is_named_more_than_once_is_opened_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    real = pictures.published

    def counted(data: bytes) -> tuple[bytes, int, int]:
        opened.append(len(data))
        return real(data)

    monkeypatch.setattr(pictures, "published", counted)
    edit(root, SHEET, "\n## ", "\n![Een druppel](../../slides/handhygiene/druppel.png)\n\n## ")
    put(root, {"content/sessies/nog-eens.md": (root / "content/sessies/handhygiene.md").read_bytes()})
    assert len(load(root)[0]) == 2
    assert len(opened) == 1


def test_a_file_that_is_too_large_is_not_read(root: Path) -> None:
    with (root / FOLDER / "druppel.png").open("ab") as file:
        file.truncate(200_000_000)
    ((*place, message, _),) = told(root)
    assert (place, message) == ([FIRST, 20, "bestand-te-groot"], '"druppel.png" is groter dan 100 MB')


@pytest.mark.parametrize("lock", ["cases/~$noemie.md", "cases/.~lock.noemie.md#", "content/sessies/~$handhygiene.md"])
def test_locks_and_leftovers_of_programs_are_ignored(root: Path, lock: str) -> None:
    put(root, {lock: b"\x03Ann\0", "cases/.DS_Store": b"\0", f"{FOLDER}/Thumbs.db": b"\0", "cases/desktop.ini": b"["})
    assert len(only(root).cases) == 1


def test_a_photo_of_a_phone_becomes_upright_and_tells_nothing(root: Path) -> None:
    found = medium(only(named(root, "foto.jpg", "foto.jpg", image("JPEG", exif=exif(6)))))
    assert (found.width, found.height) == (20, 60)
    assert TOLD not in found.data
