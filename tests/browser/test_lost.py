"""The page for a wrong address looks like the site at any depth, wherever the site stands."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

PLACES = ("", "werk/handhygiene/")
"""The root of a host, and a folder that has the name of a course."""

BELOW = ("handhygiene/weg.html", "handhygiene/casussen/weg/weg.html")


class _Host(SimpleHTTPRequestHandler):
    """A host that answers a wrong address with one of our error pages."""

    lost = Path()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.lost.read_bytes())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module", params=PLACES)
def host(built_tiny: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(built_tiny / "deelnemer", root / request.param, dirs_exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _Host.lost = root / request.param
    yield f"http://127.0.0.1:{server.server_port}/{request.param}"
    server.shutdown()


@pytest.mark.parametrize("wrong", [*BELOW, "weg.html", "a/b/"])
def test_a_wrong_address_shows_the_site_and_the_way_home(
    host: str, browser: Browser, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Host, "lost", _Host.lost / "404.html")
    shown = browser.new_page()
    shown.goto(host + wrong, wait_until="networkidle")
    assert shown.locator("h1").inner_text() == "Deze pagina bestaat niet"
    assert "Atkinson" in shown.evaluate("getComputedStyle(document.body).fontFamily")
    home = shown.locator(".card a").first.evaluate("link => link.href")
    assert home == f"{host}handhygiene/index.html"
    assert shown.title() == "Deze pagina bestaat niet"
    shown.close()


def test_without_scripts_it_can_be_read_and_says_what_to_do(
    host: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Host, "lost", _Host.lost / "404.html")
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(host + BELOW[1])
    assert "Haal in het adres alles weg" in shown.inner_text("main")
    assert shown.evaluate("getComputedStyle(document.body).marginTop") != "8px", "the style of the page itself"
    context.close()
