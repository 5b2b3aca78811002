"""Once opened, a course opens without a network; a newer one is told of, and shown when asked for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import served
from lok.publish import offline
from pages import course, opened, search

READY = "() => navigator.serviceWorker.ready.then(() => true)"
LOADED = "document.fonts.ready.then(fonts => [...fonts].find(font => font.status === 'loaded').family)"


@pytest.fixture
def site(built_tiny: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the participants' site, which a test may change, and its address."""
    shutil.copytree(built_tiny / "deelnemer", tmp_path / "site")
    folder = course(tmp_path, "site")
    with served(folder.parent) as address:
        yield folder, f"{address}/{folder.name}"


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(READY)


def test_a_course_opens_without_network(browser: Browser, site: tuple[Path, str]) -> None:
    _, address = site
    with opened(browser) as page:
        visit(page, f"{address}/index.html")
        page.context.set_offline(True)
        page.goto(f"{address}/oefeningen/drempels.html?bron=qr")
        assert page.locator("h1").inner_text() == "Drempels op een rij"
        assert "Atkinson" in page.evaluate(LOADED)
        page.goto(f"{address}/")
        assert search(page, "drempel")


def test_a_newer_one_is_shown_when_asked_for(browser: Browser, site: tuple[Path, str]) -> None:
    folder, address = site
    with opened(browser) as page:
        visit(page, f"{address}/begrippen.html")
        old = (folder / "begrippen.html").read_text(encoding="utf-8")
        (folder / "begrippen.html").write_text(old.replace("Begrippen</h1>", "Nieuw</h1>"), encoding="utf-8")
        paths = [*folder.rglob("*.*"), *(folder.parent / "assets").rglob("*.*")]
        files = {relpath(path, folder): path.read_bytes() for path in paths}
        del files[offline.WORKER]
        (folder / offline.WORKER).write_bytes(offline.worker(files))
        page.goto(f"{address}/begrippen.html")
        assert page.locator("h1").inner_text() == "Begrippen"
        page.locator(".renew button").click()
        page.wait_for_function("() => document.querySelector('h1').innerText === 'Nieuw'")
        assert page.locator(".renew").inner_text() == ""


def test_nothing_is_kept_of_a_file(browser: Browser, built_tiny: Path) -> None:
    with opened(browser) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.goto((course(built_tiny, "deelnemer") / "index.html").as_uri())
        page.wait_for_load_state("networkidle")
        assert wrong == []


def test_the_worker_names_what_it_keeps_and_how_it_was() -> None:
    files = {"b.html": b"1", "../assets/a.css": b"2", "downloads/x.pdf": b"3", "media/x.mp3": b"4"}
    made = offline.worker(files).decode()
    assert [line.split('"')[1] for line in made.split("\n") if line.startswith('"')] == ["../assets/a.css", "b.html"]
    assert offline.worker(dict(reversed(files.items()))).decode() == made
    assert offline.worker(files | {"b.html": b"5"}).decode() != made
