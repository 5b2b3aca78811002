"""Decks that this project made, and an independent reader: the words that come in are the words that were there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from office_oxide import Document

from foreign import TITLE_ALONE, Foreign, box
from lok.importing.course import Wish, files
from lok.importing.deck import Deck, Slide, read
from lok.importing.pictures import Album
from lok.model.plain import inline_text, pieces
from lok.model.text import Chart, Picture, Table
from lok.model.walk import walk
from lok.problems import has_errors
from lok.read.course import load
from projects import ROOT, TODAY, put

OWN = "trainer/handhygiene/downloads/handhygiene-duo.pptx"
FOLDER = ROOT.parent / "shared" / "import"
"""Decks of others, on some machines: never part of the project."""


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.lower().replace("\u00ad", "")))


def said(deck: Deck) -> Counter[str]:
    """Every word of a deck's titles, slides and notes."""
    return words(text for slide in deck.slides for text in (slide.title, *_texts(slide)))


def _texts(slide: Slide) -> Iterable[str]:
    yield from pieces((*slide.body, *slide.question, *slide.reveal))
    yield from _notes(slide)


def _notes(slide: Slide) -> Iterable[str]:
    return (inline_text(par.children) for par in slide.notes)


def others(path: Path) -> Counter[str]:
    with Document.open(str(path)) as document:
        return words([document.plain_text()])


def test_another_reader_finds_the_same_words(tmp_path: Path) -> None:
    made = Foreign()
    made.slide("Slapen gaat vanzelf", "vaste uren", "zonder scherm\vin bed", notes="Zeg dit rustig.\nEn dan dat.")
    group = made.slide("Groepen", layout=TITLE_ALONE, notes="Wijs aan.").shapes.add_group_shape()
    box(group.shapes, "binnen")
    table = made.slide("Tabel", layout=TITLE_ALONE).shapes.add_table(2, 2, 0, 0, 900000, 900000).table
    for n, text in enumerate(("kop een", "kop twee", "cel drie", "cel vier")):
        table.cell(n // 2, n % 2).text = text
    path = tmp_path / "x.pptx"
    path.write_bytes(made.bytes())
    found = said(read("x.pptx", made.bytes(), Album("beeld")))
    assert others(path) - words(["notes"] * 9) == found
    assert found["rustig"] == found["binnen"] == found["vier"] == 1


@pytest.fixture
def own(built_tiny: Path) -> tuple[Deck, Album]:
    """A deck of ours as it comes back in."""
    album = Album("beeld")
    return read("x.pptx", (built_tiny / OWN).read_bytes(), album), album


def test_our_own_deck_comes_back_as_it_was_written(own: tuple[Deck, Album], tmp_path: Path) -> None:
    deck, album = own
    wish = Wish("terug", (deck.roles[0], deck.roles[1]), True, None, TODAY)
    made = files(deck, wish, album.files)
    assert made.todo == ()
    [course], problems = load(put(tmp_path, made.files))
    assert not has_errors(problems)
    written = {slide.id: slide for slide in course.slides}
    reach = written["je-handen-reizen-mee"]
    assert [*pieces(reach.body)][:3] == [
        "Van de deurklink naar de stethoscoop.",
        "Van de stethoscoop naar de volgende patiënt.",
        "Je ziet er niets van.",
    ]
    assert [*pieces(reach.reveal)] == ["Eén keer wrijven breekt de ketting."]
    assert (reach.role.id, reach.minutes) == ("verpleegkundige", 3)
    [drop] = [each for each in walk(reach.body) if isinstance(each, Picture)]
    assert drop.alt == "Een groene druppel op een witte achtergrond"
    asked = written["wanneer-sloeg-jij-het-over"]
    assert [*pieces(asked.question)] == ["Wanneer ontsmette je vandaag je handen niet, al wist je dat het moest?"]
    assert [note.kind for note in asked.notes] == ["verwacht", "let op"]
    assert [*pieces(asked.cue)] == ["Luister nu eens mee naar Noémie."]


def test_a_verdict_that_waits_for_a_click_is_not_shown_to_participants(own: tuple[Deck, Album]) -> None:
    [vote] = [slide for slide in own[0].slides if slide.id == "waar-of-niet-waar"]
    assert "niet waar" in [*pieces(vote.reveal)]
    assert "niet waar" not in [*pieces(vote.body)]


FACTS = {
    "03": {
        "slides": 28,
        "hidden": [4, 21, 22],
        "notes": [3, 4, 12, 13, 22, 23],
        "pictures": 19,
        "files": 16,
        "tables": 0,
    },
    "05": {"slides": 28, "notes": [1, 2, 3, 4, 8, 9, 10, 22, 24, 26, 27, 28], "pictures": 69, "files": 13},
    "06": {"slides": 28, "notes": [8, 9, *range(16, 25)], "pictures": 7, "files": 7, "tables": 9},
    "11": {"slides": 10, "hidden": [9], "notes": [2, 3], "pictures": 1, "files": 1, "tables": 2},
    "12": {"slides": 1},
    "13": {"slides": 1},
    "15": {"slides": 3, "pictures": 1, "files": 1},
    "18": {"slides": 45, "pictures": 71, "files": 15, "tables": 8},
    "22": {"slides": 1},
}
"""Counted by hand; the two tables in 05 are empty."""
NOTHING = {"hidden": [], "notes": [], "pictures": 0, "files": 0, "tables": 0, "charts": 0}


@pytest.mark.skipif(not FOLDER.is_dir(), reason="decks of others do not stand beside this checkout")
@pytest.mark.parametrize("name", FACTS)
def test_real_decks_of_others(name: str) -> None:
    [path] = FOLDER.glob(f"{name}-*.pptx")
    album = Album("beeld")
    deck = read(path.name, path.read_bytes(), album)
    blocks = [block for slide in deck.slides for block in walk(slide.body)]
    charts = sum(isinstance(block, Chart) for block in blocks)
    found = {
        "slides": len(deck.slides),
        "hidden": [slide.number for slide in deck.slides if slide.hidden],
        "notes": [slide.number for slide in deck.slides if [*filter(str.strip, _notes(slide))]],
        "pictures": sum(isinstance(block, Picture) for block in blocks),
        "files": len(album.files),
        "tables": sum(isinstance(block, Table) for block in blocks) - charts,
        "charts": charts,
    }
    assert found == {**NOTHING, **FACTS[name]}
