"""The command line, as an author meets it: what it says, where it stops, and what it leaves alone."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import samples
from lok.build import Built
from lok.cli import main, work
from lok.cli.commands import COMMANDS
from lok.load import Loaded, load_and_check
from lok.model.audience import Audience
from lok.model.output import Step
from lok.model.text import Section
from lok.publish.write import Output
from projects import CASE, FIRST, SECOND, SESSION, SHEET, STATEMENTS, TODAY, edit, put, tiny

Run = Callable[..., Result]
OTHER = "content/sessies/tweede.md"
OTHER_SESSION = """---
titel: Tweede avond
duur: 1 minuut
duo: tandarts, kinesist
versie: 1
bijgewerkt: 1/2/2026
delen:
  - een
---

Welkom.
"""
OTHER_PART = "---\ndeel: Een\nwie: tandarts\n---\n\n## Welkom\nminuten: 1\n\n- Tekst.\n\n### Zeg\nWelkom.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok` in a copy of the tiny course."""
    monkeypatch.chdir(tiny(tmp_path))

    def lok(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return lok


@pytest.fixture
def quick(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok` with a builder that makes next to nothing, for what is said, what may be written and how it ends."""

    def builds(loaded: Loaded, audiences: Iterable[Audience], _engine: str, step: Step) -> list[Built]:
        step(", ".join(course.id for course in loaded.courses))
        places = [[(audience.value, course.id) for audience in audiences] for course in loaded.courses]
        files = [[Output(f"{who}/{name}/index.html", b"x", who, name, ()) for who, name in each] for each in places]
        return [Built(tuple(each), (), ()) for each in files]

    monkeypatch.setattr(work, "builds", builds)
    monkeypatch.setattr("lok.cli.work.judge_papers", lambda loaded: [() for _ in loaded.courses])
    return run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two sessions, built once; tests copy it."""
    root = put(tiny(tmp_path_factory.mktemp("gebouwd")), {OTHER: OTHER_SESSION, "slides/tweede/een.md": OTHER_PART})
    here = Path.cwd()
    os.chdir(root)
    try:
        result = CliRunner().invoke(main, ["build"])
    finally:
        os.chdir(here)
    assert result.exit_code == 0, result.output
    return root


@pytest.fixture
def again(built: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok` in a copy of the built project, in one process: what begins others is tried where it is built."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    return run


def files(folder: Path = Path("build")) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def manifest(folder: Path = Path("build")) -> list[dict[str, str]]:
    return list(json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"])


def test_build_says_what_it_made(built: Path) -> None:
    made = files(built / "build")
    assert {"deelnemer/index.html", "trainer/index.html", "trainer/handhygiene/index.html"} <= set(made)
    assert {line["path"] for line in manifest(built / "build")} == set(made) - {"manifest.json"}
    assert any(path.endswith(".pptx") for path in made)
    assert not any(path.endswith(".pptx") for path in made if path.startswith("deelnemer/"))


def test_manifest_names_size_hash_audience_course_and_sources(built: Path) -> None:
    line = next(
        line for line in manifest(built / "build") if line["path"] == "deelnemer/handhygiene/casussen/noemie.html"
    )
    assert (line["audience"], line["course"]) == ("deelnemer", "handhygiene")
    assert CASE in line["sources"]
    assert int(line["bytes"]) == (built / "build" / line["path"]).stat().st_size
    assert len(line["sha256"]) == 64


@pytest.mark.parametrize(
    "arguments", [("build",), ("check",), ("build", "handhygiene"), ("build", "--publiek", "deelnemer")]
)
def test_mistake_leaves_the_previous_build_whole(again: Run, arguments: tuple[str, ...]) -> None:
    before = files()
    edit(Path(), FIRST, "minuten: 3", "minuten: drie")
    result = again(*arguments)
    assert result.exit_code == 1
    assert f"{FIRST}:14:10: fout[getal-ongeldig]" in result.stderr
    assert "    tip: " in result.stderr
    assert result.stderr.splitlines()[-1].endswith("1 fout")  # and not that the minutes no longer add up
    assert files() == before
    assert sorted(p.name for p in Path().iterdir()) == ["build", "cases", "content", "slides"]


def test_all_mistakes_are_told_at_once_in_order(run: Run) -> None:
    edit(Path(), SECOND, "wie: hygiënist", "wie: dokter")
    edit(Path(), FIRST, "### Zeg", "### Zegg")
    edit(Path(), CASE, "naam: Noémie", "naam:")
    result = run("check")
    places = [line.split(": ")[0] for line in result.stderr.split("\n") if "fout[" in line]
    assert places == [f"{CASE}:2:1", f"{FIRST}:25:5", f"{SECOND}:3:6"]
    assert result.stderr.rstrip().endswith("3 fouten")
    assert result.exit_code == 1


def test_a_warning_does_not_stop_but_strict_does(quick: Run) -> None:
    edit(Path(), SESSION, "duur: 30", "duur: 31")
    result = quick("build", "--publiek", "deelnemer")
    assert result.exit_code == 0
    assert "waarschuwing[minuten-kloppen-niet]" in result.stderr
    before = files()
    assert quick("check").exit_code == 0
    assert quick("check", "--strict").exit_code == 1
    assert quick("build", "--strict").exit_code == 1
    assert files() == before


def test_check_of_a_sound_course_makes_nothing(quick: Run) -> None:
    result = quick("check")
    assert (result.exit_code, result.stdout) == (0, "Alles in orde.\n")
    assert not Path("build").exists()


def test_building_one_course_keeps_the_other(again: Run) -> None:
    before = files()
    edit(Path(), SESSION, "Een half uur over", "Dertig minuten over")
    edit(Path(), "slides/tweede/een.md", "- Tekst.", "- Andere tekst.")
    assert again("build", "handhygiene").exit_code == 0
    after = files()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert "deelnemer/handhygiene/index.html" in changed
    assert not [path for path in changed if "/tweede/" in path]
    assert {line["course"] for line in manifest()} == {"", "handhygiene", "tweede"}
    assert b"Tweede avond" in after["deelnemer/index.html"]


def test_building_one_audience_keeps_the_other(again: Run) -> None:
    before = files()
    edit(Path(), SESSION, "Een half uur over", "Dertig minuten over")
    assert again("build", "--publiek", "trainer").exit_code == 0
    after = files()
    assert {path for path in before if path.startswith("deelnemer/")} == {
        p for p in after if p.startswith("deelnemer/")
    }
    assert all(after[path] == data for path, data in before.items() if path.startswith("deelnemer/"))
    assert before["trainer/handhygiene/index.html"] != after["trainer/handhygiene/index.html"]


def test_what_disappears_from_the_source_disappears_from_the_build(again: Run) -> None:
    Path(OTHER).unlink()
    shutil.rmtree("slides/tweede")
    edit(Path(), SECOND, "minuten: 2\noefening: stellingen", "minuten: 2")
    edit(Path(), SESSION, "- [Waar of niet waar?](oefening:stellingen)\n", "")
    Path(STATEMENTS).unlink()
    assert again("build").exit_code == 0
    assert not [path for path in files() if "tweede" in path or "stellingen" in path]
    assert {line["path"] for line in manifest()} == set(files()) - {"manifest.json"}
    assert not Path("build/deelnemer/tweede").exists()


def test_what_others_put_in_the_folder_stays_and_what_they_changed_stops_the_build(again: Run) -> None:
    deck = next(path for path in files() if path.endswith("-duo.pptx") and "/handhygiene/" in path)
    put(Path("build"), {"deelnemer/CNAME": "lok.be", ".git/HEAD": "x", "notities.docx": "mijn"})
    edit(Path(), SESSION, "Een half uur over", "Dertig minuten over")
    with (Path("build") / deck).open("ab") as file:
        file.write(b"bewerkt")
    before = files()
    result = again("build", "handhygiene")
    assert (result.exit_code, files()) == (1, before)
    assert f"{deck} in " in result.stderr
    assert "met de hand gewijzigd" in result.stderr
    result = again("build", "handhygiene", "--opzij")
    assert result.exit_code == 0
    assert "niet van lok, blijft staan: .git, deelnemer/CNAME, notities.docx" in result.stderr
    assert (Path("build-opzij") / deck).read_bytes() == before[deck]
    assert {path: files().get(path) for path in ("deelnemer/CNAME", ".git/HEAD", "notities.docx")} == {
        "deelnemer/CNAME": b"lok.be",
        ".git/HEAD": b"x",
        "notities.docx": b"mijn",
    }


def test_any_command_repairs_what_a_kill_left(again: Run) -> None:
    before = files()
    Path(".build.lok").mkdir()
    Path("build").rename(".build.lok/oud")  # killed between the two halves of a swap
    put(Path(), {".build.lok/nieuw/trainer/index.html": "half", ".build.slot": ""})
    assert again("check", "geen-sessie").exit_code == 1
    assert files() == before
    assert [path.name for path in Path().glob(".build*")] == []


def test_serve_without_a_project_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["serve"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("fout: in deze map staat geen cursus")


def test_serve_on_a_taken_port_is_told(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("serve", "--poort", str(port))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"poort {port} is niet vrij; probeer --poort {port + 1}" in result.stderr


def test_another_folder(quick: Run) -> None:
    assert quick("build", "--uit", "diep/uit", "--publiek", "deelnemer").exit_code == 0
    assert Path("diep/uit/deelnemer/handhygiene/index.html").is_file()
    assert not Path("build").exists()
    assert [p.name for p in Path("diep").iterdir()] == ["uit"]


def test_a_folder_that_is_not_ours_is_refused(quick: Run) -> None:
    put(Path(), {"foto's/kat.jpg": b"kat"})
    result = quick("build", "--uit", "foto's")
    assert result.exit_code == 1
    assert "niet door lok gemaakt" in result.stderr
    assert files(Path("foto's")) == {"kat.jpg": b"kat"}


def test_an_empty_folder_is_fine(quick: Run) -> None:
    Path("leeg").mkdir()
    assert quick("build", "--uit", "leeg", "--publiek", "deelnemer").exit_code == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"files": 3}', '{"files": [{"pad": 1}]}', "\x00"])
def test_a_broken_manifest_is_told(quick: Run, content: str) -> None:
    put(Path(), {"build/manifest.json": content, "build/kat.jpg": b"kat"})
    result = quick("build")
    assert result.exit_code == 1
    assert "manifest.json is beschadigd of niet van lok; kies een andere map" in result.stderr
    assert files()["kat.jpg"] == b"kat"


@pytest.mark.parametrize("target", ["build", "in/de/weg"])
def test_a_file_in_the_way_is_told(quick: Run, target: str) -> None:
    put(Path(), {"build": "x", "in/de": "x"})
    result = quick("build", "--uit", target, "--publiek", "deelnemer")
    assert result.exit_code in (1, 2)
    assert result.stderr.startswith(("Fout", "Gebruik", "handhygiene"))
    assert Path("build").read_text(encoding="utf-8") == "x"


def test_a_folder_that_cannot_be_written_is_told(quick: Run) -> None:
    result = quick("build", "--uit", "/proc/lok", "--publiek", "deelnemer")
    assert result.exit_code == 1
    assert "kan" in result.stderr
    assert "niet" in result.stderr


def test_an_empty_project_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert "content/sessies:1:1: fout[map-ontbreekt]" in result.stderr


def test_an_unknown_session_is_told_with_a_suggestion(run: Run) -> None:
    result = run("build", "handhygine")
    assert result.exit_code == 1
    assert 'content/sessies:1:1: fout[sessie-onbekend]: er is geen sessie "handhygine"' in result.stderr
    assert 'tip: bedoelde je "handhygiene"?' in result.stderr


def test_an_unknown_audience_is_told_in_dutch(run: Run) -> None:
    result = run("build", "--publiek", "iedereen")
    assert result.exit_code == 2
    assert "Invalid" not in result.output
    assert "iedereen" in result.stderr


ENGLISH = ("Usage", "Options", "Commands", "Show this message", "Show the version", "default:", "Error", "Try ")


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(COMMANDS))])
def test_help_is_dutch(command: list[str], run: Run) -> None:
    said = run(*command, "--help")
    assert said.exit_code == 0
    assert not [word for word in ENGLISH if word in said.output]


def test_every_command_has_help() -> None:
    commands = [command for name in COMMANDS if (command := main.get_command(click.Context(main), name))]
    assert len(commands) == len(COMMANDS) > 5
    assert all(command.help and command.short_help for command in commands)
    options = [option for command in commands for option in command.params]
    assert [o.name for o in options if isinstance(o, click.Option) and not o.help] == []


def test_lok_runs_as_a_program(tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "lok"
    done = subprocess.run([program, "check"], cwd=tiny(tmp_path), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "Alles in orde.\n")
    assert done.stderr.splitlines() == ["teksten en slides: in orde", "de bladen meten", "bladen: in orde"]


def test_check_finds_what_only_rendering_shows(run: Run) -> None:
    edit(
        Path(),
        SHEET,
        "## Trainer",
        "## Lang\n" + ("Een hele lange alinea om een blad mee te vullen. " * 20 + "\n\n") * 15 + "## Trainer",
    )
    result = run("check")
    assert result.exit_code == 0
    assert "waarschuwing[past-niet]" in result.stderr


def test_an_error_that_nobody_foresaw_is_a_sentence_and_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(section: Section) -> None:
        raise RuntimeError(f"boem {section.title}")

    def load(*_: object) -> None:
        broken(samples.section("Een", line=7))

    monkeypatch.setattr("lok.cli.check.load", load)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = run("check")
    [report] = tmp_path.glob("lok-fout-*.txt")
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert str(report) in done.output
    assert "bij content/a.md, regel 7, " in done.output
    assert "RuntimeError: boem" in report.read_text(encoding="utf-8")


def test_without_room_for_a_report_it_is_still_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lok.cli.check.load", full)
    monkeypatch.setattr("tempfile.mkstemp", full)
    done = run("check")
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    assert "misschien is de schijf vol" in done.output


@pytest.mark.parametrize(
    "settings",
    [
        "site_name: x", "theme: mkdocs", "theme:", "theme:\n  name: [a]", "theme: material\nextra: [1]",
        "a: " + "[" * 3000, "theme: material\nextra_css: 3", "- a", "1: 2",
        "", "\x00", "a: &b [*b]",
    ],
)  # fmt: skip
def test_settings_of_every_shape_are_one_message(settings: str, tmp_path: Path) -> None:
    root = put(tiny(tmp_path), {"mkdocs.yml": settings})
    problems = load_and_check(root, [], TODAY).problems
    assert [p.span.path for p in problems] == ["mkdocs.yml"]
    assert {p.code for p in problems} <= {"instelling-ongeldig", "yaml-ongeldig"}


@pytest.mark.parametrize("settings", ["theme: material", "theme:\n  name: material\nextra:\nextra_css:"])
def test_short_settings_are_enough(settings: str, tmp_path: Path) -> None:
    assert load_and_check(put(tiny(tmp_path), {"mkdocs.yml": settings}), [], TODAY).problems == ()


def test_letters_that_are_none_are_told(run: Run) -> None:
    done = run("check", "\udcff")
    assert (done.exit_code, "sessie-onbekend" in done.output) == (1, True)
