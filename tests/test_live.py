"""A preview in stages: first the page that changed, and it is the page that the engine makes of it afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from lok.live import Live, Stage
from lok.model.audience import Audience
from lok.problems import Code
from lok.publish.engine import MKDOCS
from lok.publish.patch import patched
from lok.read.course import load
from lok.read.memory import Memory
from projects import CASE, FIRST, SESSION, TODAY, edit, tiny

PAGE = "deelnemer/handhygiene/casussen/noemie.html"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny(tmp_path_factory.mktemp("live"))


@pytest.fixture(scope="module")
def live(root: Path) -> Live:
    """A preview that showed everything once."""
    begun = Live(root, [], tuple(Audience), MKDOCS)
    begun.first = run(begun)  # type: ignore[attr-defined]
    return begun


def run(live: Live) -> list[Stage]:
    return list(live.stages(TODAY))


def test_everything_is_shown_once(live: Live) -> None:
    files = {path: data for stage in live.first for path, data in stage.files.items()}  # type: ignore[attr-defined]
    shown = "\n".join(files)
    for each in ("index.html", PAGE, "trainer/handhygiene/index.html", ".svg", ".pptx", "-a4.pdf", "spreekscherm.html"):
        assert each in shown
    for path in files:
        assert not (path.startswith("deelnemer/") and path.endswith((".pptx", ".svg")) and "mark" not in path)
    assert b'<iframe id="deelnemer"' in files["index.html"]
    again = run(live)
    assert [path for stage in again for path in stage.files if "/handhygiene/" in path] == []


def test_the_page_that_changed_comes_first_and_as_the_engine_makes_it(live: Live, root: Path) -> None:
    edit(root, CASE, "\n## Deel 2", "\nEen *splinternieuwe* zin.\n\n## Deel 2")
    first, *later = run(live)
    assert "splinternieuwe" in first.files[PAGE].decode()
    assert len(first.files) < 8
    [engine] = [stage.files[PAGE] for stage in later if PAGE in stage.files]
    assert first.files[PAGE] == engine


def test_a_mistake_shows_nothing_but_itself_and_what_is_mended_shows(live: Live, root: Path) -> None:
    edit(root, CASE, "naam:", "naaam:")
    [only] = run(live)
    assert not only.files
    assert {each.code for each in only.problems or ()} == {Code.UNKNOWN_KEY}
    edit(root, CASE, "naaam:", "naam:")
    assert next(stage.problems for stage in run(live) if stage.problems is not None) == ()


def test_what_is_remembered_is_what_is_read(tmp_path: Path) -> None:
    root, memory = tiny(tmp_path), Memory()
    for path, old, new in (
        (SESSION, "duur: 30", "duur: 31"),
        (FIRST, "### Zeg", "### Zegg"),
        (FIRST, "### Zegg", "### Zeg"),
        (SESSION, "duo: verpleegkundige", "duo: verpleger"),
    ):
        assert load(root, (), memory) == load(root)
        edit(root, path, old, new)
    assert load(root, (), memory) == load(root)


def test_a_page_without_a_place_for_text_is_left_to_the_engine() -> None:
    assert patched(b"<html><body></body></html>", b"# Titel") is None
