"""`lok import` as an author meets it: where it writes, what it says, what it leaves alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

import lok.publish.write
from foreign import TITLE_ALONE, Foreign, box, picture
from lok.cli import main
from lok.load import load_and_check
from lok.model.course import Course
from lok.model.plain import pieces
from lok.problems import Severity
from lok.read.places import places
from projects import TODAY, tiny

BEGINS = {"content": ("duur:", "sprekers:"), "slides": ("wie:", "## Slide 4", "![](")}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok` in an empty folder, beside which the decks stand."""
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")

    def lok(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return lok


def deck(**notes: str) -> Foreign:
    made = Foreign()
    made.slide("Avond over slapen", notes=notes.get("first", "Welkom allemaal."))
    made.slide("Wat helpt?", "vaste uren", "geen scherm", notes=notes.get("second", "Vraag rond."))
    made.slide("Wat helpt?", "nog eens", notes=notes.get("third", "Herhaal."))
    return made


def saved(made: Foreign, name: str = "avond.pptx") -> str:
    path = Path("..") / name
    path.write_bytes(made.bytes())
    return str(path)


def course(name: str = "avond") -> Course:
    [found] = [each for each in load_and_check(Path.cwd(), [name], TODAY).courses if each.id == name]
    return found


def errors(name: str) -> list[str]:
    """What is wrong with a session, apart from a project's settings."""
    found = load_and_check(Path.cwd(), [name], date.today()).problems
    return [str(each) for each in found if each.severity is Severity.ERROR and each.span.path != "mkdocs.yml"]


def everything() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path.cwd().rglob("*")) if path.is_file()}


def test_a_deck_becomes_a_session_that_loads(run: Run) -> None:
    result = run("import", saved(deck()), "--sprekers", "kinesist, tandarts", "--duur", "100")
    assert result.exit_code == 0
    found = course()
    assert [role.name for role in found.roles] == ["kinesist", "tandarts"]
    slides = [slide for slide in found.slides if not slide.made]
    assert [slide.title for slide in slides] == ["Avond over slapen", "Wat helpt?", "Wat helpt?"]
    assert sum(slide.minutes for slide in slides) == found.minutes == 100
    assert [[*pieces(note.blocks)] for slide in slides for note in slide.notes] == [
        ["Welkom allemaal."],
        ["Vraag rond."],
        ["Herhaal."],
    ]
    assert errors("avond") == []


def test_what_is_to_be_filled_in_is_told_with_its_line(run: Run) -> None:
    made = deck()
    picture(made.slide("", layout=TITLE_ALONE))
    result = run("import", saved(made))
    report = Path("import-avond.md").read_text(encoding="utf-8")
    told = [line.removeprefix("- ") for line in report.split("\n") if line.startswith("- ")]
    assert all(line in result.output for line in told)
    for line in told:
        path, number, what = line.split(":", 2)
        at = Path(path).read_text(encoding="utf-8").split("\n")[int(number) - 1]
        assert at.startswith(
            {"content": ("duur:", "sprekers:"), "slides": ("wie:", "## Slide 4", "![](")}[path.split("/")[0]]
        ), what
    assert len(told) == 5
    named = {line.rsplit(":", 1)[0] for line in told}
    assert {":".join(each.split(":", 2)[:2]) for each in errors("avond")} <= named


def test_notes_go_where_their_label_says_and_never_to_the_public(run: Run) -> None:
    notes = "Gewoon gezegd.\nDoe: deel de bladen uit\nen tel ze\nKINESIST: spreekt nu\n"
    notes += "Vraag: geheim antwoord\nNa de klik: ook niet"
    run("import", saved(deck(second=notes)), "--sprekers", "kinesist, tandarts")
    slide = course().slides[1]
    assert {note.kind: [*pieces(note.blocks)] for note in slide.notes} == {
        "zeg": ["Gewoon gezegd."],
        "doe": ["deel de bladen uit", "en tel ze"],
        "kinesist": ["spreekt nu", "Vraag: geheim antwoord", "Na de klik: ook niet"],
    }
    assert (slide.question, slide.reveal) == ((), ())
    passages = places(Path.cwd(), "avond", ()).passages
    public = " ".join(each.text for each in passages if each.public)
    assert "geheim" not in public
    assert "vaste uren" in public


def test_a_title_that_is_a_heading_of_ours_stays_a_title(run: Run) -> None:
    made = deck()
    made.slide("Achtergrond", "x")
    made.slide("Zo `typ` je <b> en {#x} C #", "x")
    assert run("import", saved(made)).exit_code == 0
    titles = [slide.title for slide in course().slides]
    assert {"Achtergrond (slide 4)", "Zo ’typ’ je ‹b› en (#x) C #"} <= set(titles)
    assert errors("avond") == []


def test_hidden_slides_may_go_and_sections_are_parts(run: Run) -> None:
    made = deck()
    made.file.slides[1].element.set("show", "0")
    made.section(Begin=1, Slot=3)
    run("import", saved(made))
    assert [part.title for part in course().parts] == ["Begin", "Slot"]
    assert [slide.shortening is not None for slide in course().slides if not slide.made] == [False, True, False]


def test_what_stands_there_is_never_overwritten(run: Run) -> None:
    tiny(Path.cwd())
    before = everything()
    result = run("import", saved(deck(), "handhygiene.pptx"))
    assert (result.exit_code, everything()) == (1, before)
    assert "content/sessies/handhygiene.md" in result.output
    assert run("import", saved(deck()), "--naam", "Slapen gaan").exit_code == 0
    assert before.items() <= everything().items()
    assert [role.name for role in course("slapen-gaan").roles] == ["verpleegkundige", "hygiënist"]
    again = everything()
    assert run("import", saved(deck()), "--naam", "slapen-gaan").exit_code == 1
    assert everything() == again


def test_nothing_is_left_where_writing_breaks_off(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real, moves = Path.rename, list[str]()

    def breaks(self: Path, target: Path) -> Path:
        moves.append(str(target))
        if len(moves) == 3:
            raise OSError(28, "vol", str(target))
        return real(self, target)

    monkeypatch.setattr(lok.publish.write.Path, "rename", breaks)
    result = run("import", saved(deck()))
    assert (result.exit_code, len(moves)) == (1, 3)
    assert "de schijf is vol" in result.output
    assert everything() == {}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 stuk", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_a_file_that_cannot_be_read_is_one_sentence_and_nothing_is_written(run: Run, data: bytes) -> None:
    Path("../stuk.pptx").write_bytes(data)
    result = run("import", "../stuk.pptx")
    assert (result.exit_code, os.listdir()) == (1, [])
    assert len(result.output.strip().split("\n")) == 1


def test_options_that_cannot_be(run: Run) -> None:
    path = saved(deck())
    for wrong in (
        ["--sprekers", "a,b,c,d,e"],
        ["--sprekers", ","],
        ["--sprekers", "a,a"],
        ["--duur", "lang"],
        ["--als", "slide"],
    ):
        assert run("import", path, *wrong).exit_code == 2
    assert run("import", "../bestaat-niet.pptx").exit_code == 1
    assert run("import", "../tekst.docx").exit_code == 2
    assert os.listdir() == []


def test_a_word_text_becomes_a_sheet(run: Run) -> None:
    document = Document()
    document.add_heading("Slapen", 0)
    document.add_paragraph("Ga op tijd naar bed.")
    document.save("../Goed slapen.docx")
    assert run("import", "../Goed slapen.docx", "--als", "blad").exit_code == 0
    assert Path("content/bladen/goed-slapen.md").read_text(encoding="utf-8").endswith("Ga op tijd naar bed.\n")


def test_a_long_file_name_gives_a_short_one(run: Run) -> None:
    assert run("import", saved(deck(), f"{'lange naam ' * 15}.pptx")).exit_code == 0
    [session] = Path("content/sessies").iterdir()
    assert session.name == "lange-naam-lange-naam-lange-naam-lange.md"
    assert errors(session.stem) == []


def test_the_same_deck_gives_the_same_bytes(run: Run) -> None:
    path = saved(deck())
    run("import", path, "--naam", "een")
    run("import", path, "--naam", "twee")
    made = [Path(f"slides/{name}/01-avond-over-slapen.md").read_bytes() for name in ("een", "twee")]
    assert made[0] == made[1]


def test_trainer_words_of_others_are_refused_not_published(run: Run) -> None:
    made = deck()
    box(made.slide("Plan", layout=TITLE_ALONE).shapes, "Enkel voor trainers: het antwoord is drie")
    result = run("import", saved(made))
    assert "kop-lijkt-trainer" in result.output
    assert errors("avond")
