"""`lok serve` in a process of its own: a page is served, a save shows, a mistake keeps the previous pages."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from projects import tiny

PATIENCE = 60
"""Seconds after which a page that did not change never will."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A copy of the tiny course, the address it is served at, and what the program says."""
    root = tiny(tmp_path / "project")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = tmp_path / "said.txt"
    command = [sys.executable, "-m", "lok", "serve", "--publiek", "deelnemer", "--poort", str(port)]
    with said.open("w") as out:
        process = subprocess.Popen(
            command, cwd=root, stdout=out, stderr=out, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        try:
            yield root, f"http://127.0.0.1:{port}/handhygiene/", said
        finally:
            process.terminate()
            process.wait()


def eventually(holds: Callable[[], bool]) -> bool:
    """Ask until it holds or patience ends."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.2)  # between two questions, not instead of one
    return False


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def answer(address: str, request: bytes) -> tuple[int, str]:
    """Status and text of the answer to a request as it stands here."""
    host, port = address.removeprefix("http://").split("/")[0].split(":")
    with socket.create_connection((host, int(port)), PATIENCE) as line:
        line.sendall(request)
        said = b"".join(iter(lambda: line.recv(65536), b"")).decode()
    return int(said.split()[1]), said


def assert_unharmed(address: str, said: Path) -> None:
    """Strangers get nothing, a wrong address gets our page, and neither leaves a traceback."""
    assert eventually(lambda: "Bijgewerkt." in said.read_text(encoding="utf-8"))
    for host, status in [("evil.example", 403), ("evil.example:127", 403), ("[::1", 403), ("", 403),
                         ("localhost:8", 200), ("127.0.0.1", 200)]:  # fmt: skip
        request = f"GET /handhygiene/index.html HTTP/1.0\r\nHost: {host}\r\n\r\n".encode()
        assert answer(address, request)[0] == status, host
    for path, status in [("/%00", 400), (f"/{'x' * 3000}", 400), ("/..%2f..%2fetc/passwd", 404), ("/x%ff%fe", 404),
                         ("/livereload/" + "9" * 1500 + "x", 404), ("/weg.html", 404)]:  # fmt: skip
        request = f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode()
        assert answer(address, request)[0] == status, path
    assert "Deze pagina bestaat niet" in answer(address, b"GET /a/b.html HTTP/1.0\r\nHost: localhost\r\n\r\n")[1]
    assert "Traceback" not in said.read_text(encoding="utf-8")


def test_a_save_shows_and_a_mistake_does_not(served: tuple[Path, str, Path]) -> None:
    root, address, said = served
    assert_unharmed(address, said)
    assert eventually(lambda: "handhygi" in page(address + "index.html").lower())
    assert "Content-Security-Policy" not in page(address + "index.html")
    assert "livereload" in page(address + "index.html")

    case = root / "cases" / "noemie.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("\n## Deel 2", "\nEen splinternieuwe zin.\n\n## Deel 2", 1), encoding="utf-8")
    assert eventually(lambda: "Een splinternieuwe zin." in page(address + "casussen/noemie.html"))

    case.write_text(text.replace("naam:", "naaam:"), encoding="utf-8")
    assert eventually(lambda: "sleutel-onbekend" in said.read_text(encoding="utf-8"))
    assert "Een splinternieuwe zin." in page(address + "casussen/noemie.html")
    assert eventually(lambda: "cases/noemie.md:2:1" in page(address + "casussen/noemie.html"))
    assert "bedoelde je &#34;naam&#34;?" in page(address + "index.html")

    case.write_text(text, encoding="utf-8")
    assert eventually(lambda: "lok-meldingen" not in page(address + "casussen/noemie.html"))
    assert eventually(lambda: "Een splinternieuwe zin." not in page(address + "casussen/noemie.html"))
