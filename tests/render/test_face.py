"""The face of an organisation in what is made: on pages, papers and slides; and nowhere where there is none."""

import io
import json
from dataclasses import replace
from html import unescape
from zipfile import ZipFile

import pytest

from lok.derive.look import look
from lok.design import palette
from lok.design.office import painted
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.face import Face, Gathering
from lok.model.library import Media
from lok.model.place import Span
from lok.model.text import Picture
from lok.render.deck import deck
from lok.render.paper.document import Document, footer, shared
from lok.render.site import site
from lok.slides import compose
from lok.slides.canvas import Photo
from lok.slides.drawing import items
from lok.view import view
from media import image
from projects import COURSE_ROOTS, only

LOGO = "content/kring.png"
FACE = Face(
    "Kring <Meerdal>",
    "https://kring.example",
    Picture(LOGO, "Kring <Meerdal>", Span("content/organisatie.md", 3)),
    "CC BY 4.0",
    "7A1F3D",
    "8FC1A9",
    "kring",
    Gathering("het", "atelier", "ateliers"),
)


@pytest.fixture(scope="module")
def plain() -> Course:
    return only(COURSE_ROOTS["handhygiene"])


@pytest.fixture(scope="module")
def course(plain: Course) -> Course:
    return replace(plain, face=FACE, media=(*plain.media, Media(LOGO, image("PNG"), 60, 20)))


def test_the_logo_reaches_participants(course: Course) -> None:
    seen = view(course, Audience.PARTICIPANT)
    assert LOGO in {item.path for item in seen.media}
    shown = site.frame(seen, Audience.PARTICIPANT)
    assert shown["logo"] == {"path": f"media/{LOGO}", "name": FACE.name, "width": 132, "height": 44}
    assert (shown["publisher"], shown["publisher_address"]) == (FACE.name, FACE.address)


def test_the_words_around_the_text_are_its_own(course: Course, plain: Course) -> None:
    made = site.render(course, Audience.PARTICIPANT, {}).files
    pages = {file.path: file.data.decode() for file in made if file.path.endswith(".md")}
    assert "Terug naar de avond" not in "".join(pages.values())
    assert "Alles bij dit atelier" in pages["index.md"]
    assert "een atelier van je kring" in pages["over.md"]
    assert site.frame(course, Audience.PARTICIPANT)["foot"] == "Voor een atelier met je kring"
    assert site.frame(plain, Audience.PARTICIPANT)["foot"] == "Voor een avond met je LOK"


def test_a_name_is_text_and_no_markup(course: Course) -> None:
    above = site.index_page([], Audience.PARTICIPANT, FACE).decode()
    assert "Kring <Meerdal>" not in above
    assert "Kring <Meerdal>" in unescape(above)
    assert "Ateliers voor je kring" in above


def test_its_colours_are_those_of_the_styles(plain: Course) -> None:
    def style(face: Face | None) -> str:
        return site.first_style(face).decode()

    assert "#7A1F3D" in style(FACE)
    assert ".logo" in style(FACE)
    assert f"#{palette.LIGHT['petrol']}" not in style(FACE)
    assert style(None) == style(plain.face)
    assert ".logo" not in style(None)


def test_papers_say_who_publishes(course: Course, plain: Course) -> None:
    assert footer(course) == f"{footer(plain)} · Kring <Meerdal> · CC BY 4.0"
    data = shared(Document("t", "", "a4", ()), course)
    assert (data["logo"], data["colours"]["petrol"]) == (LOGO, "7A1F3D")
    assert LOGO in data["media"]
    assert "logo" not in shared(Document("t", "", "a4", ()), plain)


def test_the_title_slide_shows_the_logo_with_its_name(course: Course, plain: Course) -> None:
    def logos(made: Course) -> list[Photo]:
        _, _, canvas = next(iter(compose.canvases(made)))
        return [item for item in canvas.items if isinstance(item, Photo) and item.path == LOGO]

    (logo,) = logos(course)
    assert (logo.alt, logo.w / logo.h) == (FACE.name, pytest.approx(3))
    assert logos(plain) == []


def test_decks_and_pictures_have_its_colours(course: Course) -> None:
    ours = {palette.LIGHT[name] for name in (*palette.WITH_GROUND, palette.ACCENT, *palette.WITH_ACCENT)}
    for file in deck.render(course, Audience.TRAINER, {}).files:
        with ZipFile(io.BytesIO(file.data)) as made:
            text = "".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))
        assert 'val="7A1F3D"' in text
        assert not [colour for colour in ours if f'"{colour}"' in text]
    drawn = json.dumps([list(items(canvas, look=look(FACE))) for _, _, canvas in compose.canvases(course)])
    assert '"7A1F3D"' in drawn
    assert not [colour for colour in ours if colour in drawn]


def test_without_a_face_no_byte_changes() -> None:
    parts = {"a.xml": b'<a val="0B3C4C" w="F59B35"/>', "b.png": b'="0B3C4C"'}
    assert painted(parts, look(None)) == parts
    assert painted(parts, look(FACE))["a.xml"] == b'<a val="7A1F3D" w="8FC1A9"/>'
    assert painted(parts, look(FACE))["b.png"] == parts["b.png"]
