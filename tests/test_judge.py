"""`lok check` tells what making everything would tell, in two groups, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lok.build import build
from lok.cli import main
from lok.judge.papers import judge_papers
from lok.judge.texts import judge_texts
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.course import Course
from lok.problems import Code
from projects import COLUMNS, FIRST, SESSION, SHEET, TODAY, edit, tiny

LONG = "Een hele lange alinea om een blad mee te vullen. " * 20 + "\n\n"


@pytest.fixture
def sown(tmp_path: Path) -> Path:
    """A project with a sheet, a column and a bundle that are too full, notes that are too long and minutes too many."""
    root = tiny(tmp_path)
    edit(root, SHEET, "## Trainer", "## Lang\n" + LONG * 60 + "## Trainer")
    edit(root, COLUMNS, "Wat wist ze niet, of niet meer?", LONG * 3)
    edit(root, FIRST, "### Zeg\n", "### Achtergrond\n" + LONG * 6 + "\n### Zeg\n")
    edit(root, SESSION, "duur: 30", "duur: 31")
    return root


def test_it_tells_what_a_build_tells(sown: Path) -> None:
    loaded = load_and_check(sown, (), TODAY)
    made = build(loaded, tuple(Audience)).problems
    texts, (papers,) = judge_texts(loaded), judge_papers(loaded)
    assert {*texts, *papers} == {*loaded.problems, *made}
    assert {Code.MINUTES_DO_NOT_ADD_UP, Code.NOTES_PAGE_FULL} <= {each.code for each in texts}
    assert {Code.DOES_NOT_FIT, Code.BUNDLE_TOO_LONG} == {each.code for each in papers}


def test_trainer_text_that_stays_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unchanged(course: Course, _: Audience) -> Course:
        return course

    loaded = load_and_check(tiny(tmp_path), (), TODAY)
    assert judge_papers(loaded) == ((),)
    monkeypatch.setattr("lok.judge.papers.view", unchanged)
    assert {each.code for found in judge_papers(loaded) for each in found} == {Code.LEAK}


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """In a project with one warning, without papers to measure."""
    monkeypatch.chdir(tiny(tmp_path))
    monkeypatch.setattr("lok.cli.work.judge_papers", lambda loaded: [() for _ in loaded.courses])
    edit(tmp_path, SESSION, "duur: 30", "duur: 31")
    return CliRunner()


def test_for_a_person_texts_come_first(check: CliRunner) -> None:
    said = check.invoke(main, ["check"])
    assert said.exit_code == 0
    assert said.stderr.splitlines()[-3:] == ["teksten en slides: 1 waarschuwing", "de bladen meten", "bladen: in orde"]
    assert said.stdout == ""


def test_for_github_each_is_a_line_at_its_place(check: CliRunner) -> None:
    said = check.invoke(main, ["check", "--formaat", "github"])
    [line] = said.stdout.splitlines()
    assert line.startswith(f"::warning file={SESSION},line=3,col=7,title=minuten-kloppen-niet::de slides tellen samen")
    assert check.invoke(main, ["check", "--formaat", "github", "--strict"]).exit_code == 1


def test_for_a_program_it_is_json(check: CliRunner) -> None:
    edit(Path(), FIRST, "minuten: 3", "minuten: drie")
    said = check.invoke(main, ["check", "--formaat", "json"])
    found = json.loads(said.stdout)
    assert said.exit_code == 1
    assert {"groep": "teksten en slides", "bestand": FIRST, "regel": 14, "kolom": 10, "ernst": "fout"}.items() <= next(
        each for each in found if each["code"] == "getal-ongeldig"
    ).items()
