"""`lok proef` as an author meets it: where the proof comes, and what it says of files that it cannot read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from lok.archive import archive, contents
from lok.cli import main
from projects import FIRST, tiny
from proof.reviewers import Review

Run = Callable[..., Result]
PROOF = Path("proef/handhygiene-proef.docx")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok` in a copy of the tiny course."""
    monkeypatch.chdir(tiny(tmp_path))

    def lok(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return lok


def files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


def test_a_proof_comes_in_a_folder_of_its_own(run: Run) -> None:
    result = run("proef")
    assert (result.exit_code, result.stdout) == (0, f"{PROOF}\n")
    assert "Proef: Schone handen" in Document(str(PROOF)).paragraphs[0].text
    assert run("proef", "--uit", "elders").exit_code == 0
    assert (Path("elders") / PROOF.name).read_bytes() == PROOF.read_bytes()


def test_a_proof_never_stands_in_a_build(run: Run) -> None:
    Path("build/deelnemer").mkdir(parents=True)
    Path("build/manifest.json").write_text("{}", encoding="utf-8")
    before = files()
    result = run("proef", "--uit", "build/deelnemer/handhygiene")
    assert result.exit_code == 2
    assert "niet voor deelnemers" in result.stderr
    assert files() == before


def test_a_mistake_in_the_texts_stops_it(run: Run) -> None:
    Path(FIRST).write_text("zonder kop", encoding="utf-8")
    before = files()
    assert run("proef").exit_code == 1
    assert files() == before


def test_what_came_back_is_a_line_each_and_nothing_is_written(run: Run) -> None:
    run("proef")
    review = Review(PROOF.read_bytes())
    review.remark("Wanneer ontsmette je", "Mag dit zachter?", "An")
    PROOF.write_bytes(review.bytes())
    before = files()
    result = run("proef", "--lees", str(PROOF), "--lees", str(PROOF))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{FIRST}:")
    assert "2 opmerkingen" in result.stderr
    assert files() == before


def damaged() -> dict[str, tuple[bytes, str]]:
    """Files that people send by mistake, each with a word of what is said of it."""
    stream = io.BytesIO()
    Document().save(stream)
    foreign = stream.getvalue()
    parts = contents(foreign)
    broken = archive((name, data[:-40] if name == "word/document.xml" else data) for name, data in parts.items())
    return {
        "leeg.docx": (b"", "geen .docx"),
        "tekst.docx": (b"dit is tekst", "geen .docx"),
        "wachtwoord.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wachtwoord"),
        "afgebroken.docx": (foreign[: len(foreign) // 2], "geen .docx"),
        "stuk.docx": (foreign[:200] + bytes(400) + foreign[600:], "beschadigd"),
        "xml.docx": (broken, "beschadigd"),
        "vreemd.docx": (foreign, "geen proef van lok"),
        "rekenblad.xlsx": (archive([("xl/workbook.xml", b"<workbook/>")]), "geen .docx"),
        "leeg.pptx": (archive([("ppt/presentation.xml", b"<p/>")]), "beschadigd"),
    }


@pytest.mark.parametrize("name", damaged())
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(run: Run, name: str) -> None:
    data, word = damaged()[name]
    Path(name).write_bytes(data)
    before = files()
    result = run("proef", "--lees", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert word in result.stderr
    assert name in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert files() == before
