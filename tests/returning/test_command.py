"""`lok terug` as a person meets it: what it shows, what it writes, and one sentence where a deck cannot come back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from lok.cli import main
from projects import FIRST, edit, tiny
from trainer import built, changed, duplicate, new_slide, say


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tiny(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["terug", *words])


def deck(root: Path, data: bytes) -> str:
    (root / "terug.pptx").write_bytes(data)
    return "terug.pptx"


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.md")}


def test_it_shows_and_writes_nothing_until_it_is_asked_to(root: Path) -> None:
    before = files(root)
    edit(root, FIRST, "Luister nu eens", "Hoor nu eens")
    mine = files(root)
    name = deck(root, changed(_before(root, before), say(2, "niets van", "weinig van"), say(3, "Luister", "Kijk")))
    shown = run(name)
    assert (shown.exit_code, files(root)) == (0, mine)
    assert shown.output == (
        "slide 2, Je handen reizen mee\n"
        "  tekst\n"
        "    bij de build:      Je ziet er niets van.\n"
        "    in de presentatie: Je ziet er weinig van.\n"
        "    kan geschreven worden: slides/handhygiene/01-kijken.md:18\n"
        "slide 3, Wanneer sloeg jij het over?\n"
        "  notities\n"
        "    bij de build:      Geef het woord aan HYGIËNIST: Luister nu eens mee naar Noémie.\n"
        "    in de presentatie: Geef het woord aan HYGIËNIST: Kijk nu eens mee naar Noémie.\n"
        "    nu bij jou:        Geef het woord aan HYGIËNIST: Hoor nu eens mee naar Noémie.\n"
        "    aan beide kanten veranderd, blijft zoals het is: kies zelf (slides/handhygiene/01-kijken.md:42)\n"
        "1 wijziging te schrijven, 1 voor jou om zelf te bekijken.\n"
        "Voeg --toepassen toe om ze te schrijven.\n"
    )
    written = run(name, "--toepassen")
    assert written.exit_code == 0
    assert written.output.endswith(f"Gewijzigd: {FIRST}. Kijk na met `lok check`.\n")
    assert files(root) == mine | {FIRST: mine[FIRST].replace(b"niets van", b"weinig van")}
    assert "staat al zo in je bestand" in run(name, "--toepassen").output
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == []


def _before(root: Path, before: dict[str, bytes]) -> bytes:
    """The deck of the files as they were."""
    now = files(root)
    for path, data in before.items():
        (root / path).write_bytes(data)
    made = built(root)
    for path, data in now.items():
        (root / path).write_bytes(data)
    return made


def test_copies_and_new_slides_are_named(root: Path) -> None:
    told = run(deck(root, changed(built(root), new_slide("Van mij"), duplicate(2)))).output
    assert 'slide 3, Je handen reizen mee: kopie van "Je handen reizen mee"\n' in told
    assert "slide 21, Van mij: nieuw\n" in told


def test_a_deck_that_is_as_it_was_says_so(root: Path) -> None:
    assert run(deck(root, built(root))).output == "Niets veranderd.\n"


def foreign() -> bytes:
    stream = io.BytesIO()
    Presentation().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is geen presentatie die lok kan openen"),
        (b"PK\x03\x04 half", "is geen presentatie die lok kan openen"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is geen presentatie die lok kan openen"),
        (None, "is geen presentatie van lok"),
    ],
)
def test_what_is_no_deck_of_ours_is_one_sentence(root: Path, data: bytes | None, sentence: str) -> None:
    found = run(deck(root, foreign() if data is None else data))
    assert found.exit_code == 1
    assert found.output.startswith(f"fout: terug.pptx {sentence}")
    assert found.output.count("\n") == 1


@pytest.mark.parametrize("size", [0.3, 0.6, 0.9])
def test_half_a_deck_is_one_sentence(root: Path, size: float) -> None:
    data = built(root)
    found = run(deck(root, data[: int(len(data) * size)]))
    assert (found.exit_code, found.output.count("\n")) == (1, 1)


def test_a_deck_of_a_session_that_is_not_here(root: Path) -> None:
    name = deck(root, built(root))
    (root / "content/sessies/handhygiene.md").rename(root / "content/sessies/handen.md")
    (root / "slides/handhygiene").rename(root / "slides/handen")
    found = run(name)
    assert found.exit_code == 1
    assert found.output == 'fout: terug.pptx hoort bij de sessie "handhygiene", en die staat niet in deze map\n'
