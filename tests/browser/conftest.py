"""For tests in a browser: Chromium, a server, and the sites of the tiny course and of the real courses."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from lok.build import build, load_and_check, shared
from lok.engine import MKDOCS
from lok.model import Audience
from projects import ROOT, TODAY, put, tiny

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the real courses, as `lok build` makes it."""
    return _build(ROOT, tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="session")
def built_tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the tiny course, which has a bit of everything."""
    return _build(tiny(tmp_path_factory.mktemp("tiny")), tmp_path_factory.mktemp("build-tiny"))


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address of `built` on a server."""
    handler = functools.partial(_Quiet, directory=str(built))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _build(root: Path, folder: Path) -> Path:
    loaded = load_and_check(root, (), TODAY)
    made = build(loaded.courses, tuple(Audience), loaded.look, MKDOCS, lambda _: None)
    files = {output.path: output.data for output in made.outputs}
    for audience in Audience:
        listings = [listing for listing in made.listings if listing.audience == audience.value]
        files |= {output.path: output.data for output in shared(audience, listings, loaded.look)}
    return put(folder, files)
