"""What a deck keeps for the way back: unseen, whole, and the same words as PowerPoint's XML shows."""

import io
import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact
from lok.model.place import Passage, Places, Span
from lok.problems import Code
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.render.deck import deck, thread
from lok.render.deck.shown import Shown, notes_shown, slide_shown
from lok.view import view
from projects import only, tiny

PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return view(only(tiny(tmp_path_factory.mktemp("draad"))), Audience.TRAINER)


@pytest.fixture(scope="module")
def decks(course: Course) -> list[bytes]:
    return [file.data for file in deck.render(course, Audience.TRAINER, {}).files]


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def kept(data: bytes) -> dict[str, Shown]:
    """The words that a deck keeps, by slide."""
    space = {"k": thread.KEPT}
    root = etree.fromstring(parts(data)[thread.WORDS])
    return {
        slide.get("id"): Shown(
            slide.findtext("k:title", "", space),
            *(tuple(each.text for each in slide.findall(f"k:{name}", space)) for name in ("text", "note")),
        )
        for slide in root
    }


def test_the_words_that_are_kept_are_those_that_the_slides_show(course: Course, decks: list[bytes]) -> None:
    for data in decks:
        slides = list(Presentation(io.BytesIO(data)).slides)
        seen = [replace(slide_shown(each.element), notes=notes_shown(each.notes_slide.element)) for each in slides]
        assert list(kept(data).values()) == seen
        assert [each.title for each in seen] == [slide.title for slide in course.slides]
        assert all(each.notes for each in seen)


def test_the_file_says_which_slides_it_holds_in_properties_that_fit(course: Course, decks: list[bytes]) -> None:
    for data, reader in zip(decks, ("", *(role.id for role in course.roles)), strict=True):
        root = etree.fromstring(parts(data)[thread.PROPERTIES])
        said = {each.get("name"): "".join(each.itertext()) for each in root.iter(PROPERTY)}
        assert (said[thread.COURSE], said[thread.VERSION], said[thread.READER]) == (course.id, course.version, reader)
        listed = " ".join(value for name, value in said.items() if name.startswith(thread.SLIDES)).split()
        assert [each.partition(":")[0] for each in listed] == [slide.id for slide in course.slides]
        assert [each.partition(":")[2] for each in listed] == [*map(thread.fingerprint, kept(data).values())]
        assert max(map(len, said.values())) <= thread.LONGEST


def test_each_slide_has_a_tag_and_a_creation_id_of_its_own(course: Course, decks: list[bytes]) -> None:
    found = parts(decks[0])
    tags = [re.search(rb'name="LOK" val="(.*?)"', data) for name, data in found.items() if "/tags/" in name]
    assert {each.group(1).decode() for each in tags if each} == {f"{course.id}/{slide.id}" for slide in course.slides}
    ids = [int(n) for data in found.values() for n in re.findall(rb'creationId [^>]*val="(\d+)"', data)]
    assert len(set(ids)) == len(course.slides)
    assert all(0 < each < 2**32 for each in ids)


def test_guard_reads_what_a_deck_keeps(decks: list[bytes]) -> None:
    """Were a deck ever published, the words of the notes in this part alone would stop it."""
    note = "Denk aan je vorige consult. Hoeveel dingen raakte je aan tussen twee patiënten?"
    hidden = secrets(Places((Passage(note, Span("slides/a.md", 3), public=False),)))
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(thread.WORDS, parts(decks[0])[thread.WORDS])
    found = guard(hidden, (), [Artifact("downloads/x.pptx", packed.getvalue(), ())])
    assert [each.code for each in found] == [Code.LEAK]


def test_nothing_of_it_is_made_for_participants(tmp_path: Path) -> None:
    course = view(only(tiny(tmp_path)), Audience.PARTICIPANT)
    assert deck.render(course, Audience.PARTICIPANT, {}).files == ()
