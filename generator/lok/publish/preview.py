"""A live preview: a folder to watch and a way to rebuild in, pages in the browser out. Nothing is left on disk."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from lok.publish.disk import scratch, told
from lok.publish.offline import WORKER
from lok.publish.write import mirror

HOST = "127.0.0.1"
NAMES = {HOST, "localhost"}
"""What this machine calls itself. A page elsewhere that gives our address another name must not read along."""
LONGEST = 2000
"""Letters in an address; none of ours comes near."""
WATCHED = ("content", "cases", "slides", "mkdocs.yml")
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""The reload script is inline: in a preview the pages' policy would stop it."""

Show = Callable[[Mapping[str, bytes]], None]
"""Puts pages, path -> bytes, in the place of the previous ones. Raises WriteError where there is no room for them."""
Rebuild = Callable[[Show], None]
"""Makes pages and shows them, or leaves the previous ones; raises nothing."""


class PortTakenError(Exception):
    """Another program uses the port, or it is not ours to use."""


class _Server(LiveReloadServer):
    """MkDocs' server, which answers only who asks for this machine by its own name, and has no tracebacks to show."""

    bound = False
    watched: set[Path]

    def server_bind(self) -> None:
        """Take the port, once: before the first build, which takes long."""
        if not self.bound:
            self.allow_reuse_address = sys.platform != "win32"  # there it would share a port that is taken
            super().server_bind()
            self.bound = True

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        refused = _refused(str(environ.get("HTTP_HOST", "")), str(environ.get("PATH_INFO", "")))
        if not refused:
            return super().serve_request(environ, start_response)
        status, sentence = refused
        start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
        return [sentence.encode()]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page before it came is no news."""


def _refused(host: str, path: str) -> tuple[str, str] | None:
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        name = None
    if name not in NAMES:
        return "403 Forbidden", f"Open het voorbeeld als http://{HOST}, met dezelfde poort."
    if "\0" in path or len(path) > LONGEST:
        return "400 Bad Request", "Dit adres klopt niet."
    return None


def serve_folder(root: Path, rebuild: Rebuild, port: int, ready: Callable[[], None]) -> None:
    """Serve what `rebuild` shows on this machine until interrupted; run it again whenever a source is saved.

    Calls `ready` when the port is ours. Raises PortTakenError where it is not, WriteError without a temporary folder.
    """
    logging.getLogger("mkdocs.livereload").disabled = True
    with scratch() as shown:
        server = _Server(lambda: None, host=HOST, port=port, root=str(shown))
        try:
            server.server_bind()
        except OSError as wrong:
            server.server_close()
            raise PortTakenError from wrong
        ready()
        server.watched = set()
        server.error_handler = lambda code: _lost(shown) if code == 404 else None
        server.builder = lambda: _refresh(server, root, shown, rebuild)
        try:
            server.builder()
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown(wait=server.serve_thread.is_alive() and server.observer.is_alive())


def _refresh(server: _Server, root: Path, shown: Path, rebuild: Rebuild) -> None:
    def show(files: Mapping[str, bytes]) -> None:
        with told(shown):
            mirror(shown, {name: _open(name, data) for name, data in files.items() if not name.endswith(WORKER)})

    rebuild(show)
    for path in (root / name for name in WATCHED):
        if path.exists() and path not in server.watched:
            server.watched.add(path)
            server.watch(str(path))


def _lost(shown: Path) -> bytes | None:
    page = shown / "404.html"
    return page.read_bytes() if page.is_file() else None


def _open(name: str, data: bytes) -> bytes:
    return POLICY.sub(b"", data) if name.endswith(".html") else data
