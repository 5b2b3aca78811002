"""What is no deck, or a deck made to harm, is refused in one Dutch sentence, before anything is made of it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from foreign import Foreign, replaced
from lok.importing import package
from lok.importing.deck import read
from lok.importing.package import RefusedError
from lok.importing.pictures import Album

ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
TYPES = "[Content_Types].xml"


def deck() -> bytes:
    made = Foreign()
    made.slide("Titel", "punt")
    return made.bytes()


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return stream.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    made = Foreign()
    made.slide("Titel")
    return made.bytes(lambda parts: {**parts, name: data})


def bomb() -> bytes:
    """A small file that says it holds a terabyte."""
    whole = bytearray(with_part("ppt/media/groot.bin", b"0" * 5000))
    at = whole.rindex(b"PK\x01\x02", 0, whole.rindex(b"ppt/media/groot.bin"))
    whole[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(whole)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "leeg": (lambda: b"", "beschadigd"),
    "tekst": (lambda: b"zomaar", "beschadigd"),
    "afgebroken": (lambda: deck()[:5000], "beschadigd"),
    "wachtwoord": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "wachtwoord"),
    "slotbestand": (lambda: b"\x0dMartin Packer" + b" " * 151, "slotbestand"),
    "zipbom": (bomb, "te groot"),
    "entiteit": (lambda: with_part("ppt/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "ENTITY"),
    "entiteit in utf-16": (
        lambda: with_part("ppt/x.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")),
        "ENTITY",
    ),
    "pad erbuiten": (lambda: with_part("../../etc/x.xml", b"<a/>"), "buiten het bestand"),
    "pad met strepen": (lambda: with_part("..\\..\\x.xml", b"<a/>"), "buiten het bestand"),
    "absoluut pad": (lambda: with_part("/etc/x.xml", b"<a/>"), "buiten het bestand"),
    "kapotte xml": (lambda: with_part("ppt/slides/slide1.xml", b"<p:sld"), "beschadigd"),
    "geen delen": (lambda: zipped(x=b"y"), "beschadigd"),
    "word": (lambda: zipped(**{TYPES: b"<Types/>", "word/document.xml": b"<w/>"}), "Worddocument"),
    "libreoffice": (lambda: zipped(mimetype=b"application/vnd.oasis.opendocument.presentation"), "LibreOffice"),
    "geen slides": (lambda: Foreign().bytes(), "geen slides"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_in_one_sentence(name: str) -> None:
    make, wanted = REFUSED[name]
    with pytest.raises(RefusedError) as refused:
        read("avond.pptx", make(), Album("beeld"))
    assert wanted in str(refused.value)
    assert str(refused.value).startswith("avond.pptx ")
    assert "\n" not in str(refused.value)


def test_a_lock_file_is_known_by_its_name() -> None:
    with pytest.raises(RefusedError, match="slotbestand"):
        read("~$avond.pptx", deck(), Album("beeld"))


@pytest.mark.parametrize("kind", package.SAME)
def test_a_show_a_template_and_what_has_macros_are_decks(kind: str) -> None:
    made = Foreign()
    made.slide("Titel", "punt")
    data = made.bytes(replaced(TYPES, package.MAIN.encode(), kind.encode()))
    assert [slide.title for slide in read("x.pptx", data, Album("beeld")).slides] == ["Titel"]


def test_macros_are_told() -> None:
    data = with_part("ppt/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert "macro" in " ".join(read("x.pptm", data, Album("beeld")).told)
