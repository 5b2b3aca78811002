"""`lok publiceer` gives participants' files and no others; `lok dokter` says what is there and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from lok import store
from lok.cli import doctor, main
from lok.start.workflow import WORKFLOWS
from projects import put, tiny


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tiny(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def lok(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_only_what_is_for_participants_comes_in_the_folder(root: Path) -> None:
    site = root.parent / "site"
    put(site, {".git/HEAD": "ref"})
    assert lok("publiceer", "--naar", "../site").exit_code == 0
    put(site, {"CNAME": "voorbeeld.be"})
    said = lok("publiceer", "--naar", "../site")
    assert (said.exit_code, "CNAME" in said.stderr) == (0, True), said.output
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {"index.html", "404.html", "handhygiene/index.html", ".git/HEAD", "CNAME"} <= names
    assert not [name for name in names if name.endswith((".pptx", ".zip")) or "trainer" in name]
    assert b"verpleegkundige: " not in (site / "index.html").read_bytes()
    assert 'href="handhygiene/' in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["trainer/x.html", None])
def test_a_folder_with_something_for_trainers_is_refused(there: str | None, root: Path) -> None:
    line = '{"path": "a.html", "sha256": "0", "bytes": 1, "audience": "trainer", "course": "", "sources": []}'
    manifest = f'{{"files": [{"" if there else line}], "courses": []}}'
    put(root / "uit", {"manifest.json": manifest, **({there: "x"} if there else {})})
    said = lok("publiceer", "--naar", "uit")
    assert (said.exit_code, "iets voor trainers" in said.output) == (1, True)
    assert not (root / "uit" / "index.html").exists()


@pytest.mark.parametrize("host", WORKFLOWS)
def test_a_workflow_publishes_what_participants_get(host: str, root: Path) -> None:
    assert lok("publiceer", "--naar", host).exit_code == 0
    text = (root / WORKFLOWS[host]).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert "lok publiceer --naar public" in text
    assert "-name trainer" in text
    assert "staat er al" in lok("publiceer", "--naar", host).output
    (root / WORKFLOWS[host]).write_text("van mij", encoding="utf-8")
    said = lok("publiceer", "--naar", host)
    assert (said.exit_code, "bestaat al en blijft staan" in said.output) == (1, True)
    assert (root / WORKFLOWS[host]).read_text(encoding="utf-8") == "van mij"


def test_the_doctor_tells_what_is_there(root: Path) -> None:
    said = lok("dokter")
    assert (said.exit_code, said.output.splitlines()[-1]) == (0, "Alles is er.")
    for word in ("Python 3", "typst ", "lettertype ", "mkdocs", "tijdelijke bestanden", "vorige keer", "handhygiene"):
        assert word in said.output


def test_the_doctor_tells_what_is_missing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lok.cli.doctor.requires", lambda _: ["bestaat-niet>=1"])
    monkeypatch.setattr("lok.cli.doctor._can_set", lambda _: False)
    said = lok("dokter")
    assert said.exit_code == 1
    assert '!  bestaat-niet ontbreekt; doe `pip install "bestaat-niet>=1"`' in said.output
    assert said.output.count("!  lettertype") == 2


def test_a_font_that_is_not_there_cannot_be_set() -> None:
    assert not doctor._can_set("Bestaat Niet")


def test_the_doctor_empties_what_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path / "kast"))
    store.put(store.key_of("a", ()), b"x")
    assert f"{tmp_path / 'kast'}, 0 MB" in lok("dokter").stdout
    assert lok("dokter", "--leeg").stdout == "Weggegooid: 1 bestanden van een vorige keer.\n"
    assert store.entries() == []
