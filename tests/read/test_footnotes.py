"""Small letters above and below the line, and notes whose text stands under the same heading."""

from pathlib import Path

import pytest

from lok.model.place import Span
from lok.model.plain import inline_text, plain
from lok.model.text import Link, NoteMark, Notes, Paragraph, Plain, Shifted
from lok.problems import Code
from lok.read.markdown import parse
from lok.read.places import places
from lok.read.scan import Text
from lok.render.paper.document import press
from lok.render.paper.paper import single
from paper_checks import findings
from projects import FIRST, SHEET, edit, only, tiny


def read(*lines: str) -> tuple[object, ...]:
    blocks, problems = parse(Text(Span("a.md"), lines))
    assert problems == ()
    return blocks


@pytest.mark.parametrize(
    ("text", "up", "letters"),
    [("H~2~O", False, "H₂O"), ("25 m^2^", True, "25 m²"), ("de 2^de^ keer", True, "de 2de keer")],
)
def test_small_letters(text: str, up: bool, letters: str) -> None:
    [paragraph] = read(text)
    assert isinstance(paragraph, Paragraph)
    assert [each.up for each in paragraph.children if isinstance(each, Shifted)] == [up]
    assert inline_text(paragraph.children) == letters


@pytest.mark.parametrize("text", ["~65 jaar en ~70 jaar", "2^3 en 3^2", "a ~ b ~ c"])
def test_loose_signs_stay(text: str) -> None:
    [paragraph] = read(text)
    assert paragraph == Paragraph((Plain(text),))


def test_notes_are_numbered_as_they_are_cited() -> None:
    paragraph, notes = read(
        "Twee[^b], één[^a], en weer twee[^b].", "", "[^a]: Alfa.", "[^b]: Zie [*Beta*](https://b.be),", "blz. 6."
    )
    assert isinstance(paragraph, Paragraph)
    assert isinstance(notes, Notes)
    assert [each.number for each in paragraph.children if isinstance(each, NoteMark)] == [1, 2, 1]
    assert [inline_text(each) for each in notes.items] == ["Zie Beta, blz. 6.", "Alfa."]
    assert any(isinstance(each, Link) for each in notes.items[0])
    assert plain((paragraph, notes)) == "Twee, één, en weer twee. Zie Beta, blz. 6. Alfa."


def test_a_note_of_another_heading_is_told(tmp_path: Path) -> None:
    _, problems = parse(Text(Span("a.md", 3), ("Een[^1].", "", "[^2]: Twee.")))
    assert [(each.code, each.span.line, each.span.column) for each in problems] == [
        (Code.LOOSE_NOTE, 3, 4), (Code.LOOSE_NOTE, 5, 1),
    ]  # fmt: skip


def test_the_source_of_a_slide_stands_at_its_foot(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, FIRST, "- Je ziet er niets van.\n", "- Je ziet er niets van.[^1]\n\n[^1]: WHO 2009\n")
    slide = next(each for each in only(root).slides if each.title == "Je handen reizen mee")
    assert slide.source == "1 WHO 2009"
    assert not any(isinstance(block, Notes) for block in slide.body)


def test_the_second_lock_knows_notes_by_their_words(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SHEET, "\n## Trainer", "\nHet zijn er[^x] vijf.\n\n[^x]: WHO 2009\n\n## Trainer")
    said = {each.text: each.public for each in places(root, "handhygiene").passages}
    assert said["Het zijn er vijf."]
    assert said["WHO 2009"]


def test_on_paper_they_are_large_enough_to_read(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SHEET, "\n## Trainer", "\nH~2~O en 25 m^2^.[^x]\n\n[^x]: WHO 2009\n\n## Trainer")
    course = only(root)
    [sheet] = (each for each in course.sheets if each.id == "vijf-momenten")
    assert findings("blad.pdf", press(single(course, sheet, "a4"), course).pdf) == []
