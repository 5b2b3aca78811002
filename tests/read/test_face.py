"""The face of an organisation: what its file may say, what of it is refused, and that every key is for everyone."""

from pathlib import Path

import pytest

from lok.model.face import Face, Gathering
from lok.read.places import places
from media import image
from projects import only, put, read, tiny

FILE = "content/organisatie.md"


def written(root: Path, lines: str) -> Path:
    return put(tiny(root), {FILE: f"---\n{lines}\n---\n"})


def test_without_the_file_there_is_no_face(tmp_path: Path) -> None:
    assert only(tiny(tmp_path)).face is None


def test_a_name_is_enough(tmp_path: Path) -> None:
    assert only(written(tmp_path, "naam: Kring")).face == Face("Kring")


def test_every_key_is_read(tmp_path: Path) -> None:
    lines = "naam: Kring\nadres: https://kring.example\nlogo: kring.png\nlicentie: CC BY 4.0\nkleur: #7a1f3d\n"
    root = written(tmp_path, f"{lines}tweede kleur: 8FC1A9\ngroep: kring\nbijeenkomst: het atelier, ateliers")
    course = only(put(root, {"content/kring.png": image("PNG")}))
    face = course.face
    assert face
    assert (face.address, face.licence, face.group) == ("https://kring.example", "CC BY 4.0", "kring")
    assert (face.colour, face.accent) == ("7A1F3D", "8FC1A9")
    assert face.gathering == Gathering("het", "atelier", "ateliers")
    assert dict(face.terms)["this"] == "dit atelier"
    assert face.logo
    assert (face.logo.path, face.logo.alt) == ("content/kring.png", "Kring")
    assert "content/kring.png" in {item.path for item in course.media}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("kleur: #0B3C4C", ["sleutel-ontbreekt"]),
        ("naam: Kring\nkleur: #777777", ["kleur-te-zwak"]),
        ("naam: Kring\nkleur: #7A1F3D\ntweede kleur: #7A1F3D", ["kleur-te-zwak"]),
        ("naam: Kring\nkleur: groen", ["kleur-ongeldig"]),
        ("naam: Kring\nlogo: weg.png", ["afbeelding-ontbreekt"]),
        ("naam: Kring\nbijeenkomst: vorming", ["waarde-onbekend"]),
        ("naam: Kring\nkleuren: #0B3C4C", ["sleutel-onbekend"]),
    ],
)
def test_what_cannot_be_is_told_once(tmp_path: Path, lines: str, told: list[str]) -> None:
    _, problems = read(written(tmp_path, lines))
    assert [(str(each.code), each.span.path) for each in problems] == [(code, FILE) for code in told]


def test_the_nearest_colour_passes(tmp_path: Path) -> None:
    _, (weak,) = read(written(tmp_path, "naam: Kring\nkleur: #E8A0B0"))
    again = written(tmp_path, f"naam: Kring\nkleur: {weak.hint.rpartition(' ')[2]}")
    assert read(again)[1] == ()


def test_every_key_of_it_is_public(tmp_path: Path) -> None:
    said = [each for each in places(written(tmp_path, "naam: Kring"), "handhygiene").passages if each.span.path == FILE]
    assert [(each.text, each.public) for each in said] == [("Kring", True)]
