"""A live preview: a folder to watch and stages to show in, pages in the browser out. Nothing is left on disk."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from time import time_ns
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from lok.publish.disk import scratch, told
from lok.publish.offline import WORKER
from lok.publish.write import refresh
from lok.read.digest import FOLDERS, SETTINGS

HOST = "127.0.0.1"
NAMES = {HOST, "localhost"}
"""What this machine calls itself. A page elsewhere that gives our address another name must not read along."""
LONGEST = 2000
"""Letters in an address; none of ours comes near."""
WATCHED = (*FOLDERS, SETTINGS)
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""The reload script is inline: in a preview the pages' policy would stop it."""
LOOK, SETTLE, WAIT = 0.05, 0.05, 0.25
"""Seconds between two looks at the files, for a save to be whole, and between two looks for Ctrl+C."""
LOST = "404.html"

Shown = tuple[Mapping[str, bytes], bytes | None]
"""Files to show by their path, and the box that lies over every page, or None where that stays."""
Stages = Callable[[], Iterator[Shown]]
"""What there is to show after a save, in the order in which it is ready; raises nothing."""


class PortTakenError(Exception):
    """Another program uses the port, or it is not ours to use."""


class _Server(LiveReloadServer):
    """MkDocs' server, which answers only who asks for this machine by its own name, and has no tracebacks to show.

    It answers while stages are made, and lets go of those that a new save makes worthless.
    """

    bound = False
    watched: set[Path]
    box = b""
    waiting = b""
    """The page to show where there is none yet."""

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

    def lost(self, code: int) -> bytes | None:
        """The page for an address where nothing stands, or nothing yet."""
        if code != 404:
            return None
        page = Path(self.root) / LOST
        content = page.read_bytes() if page.is_file() else self.waiting
        return bytes(self._inject_js_into_html(content, self._visible_epoch))

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page with what reloads it and, over it, what is wrong."""
        body, end, rest = content.rpartition(b"</body>")
        return bytes(super()._inject_js_into_html((body or rest) + self.box + end + (rest if body else b""), epoch))

    def saved(self, seconds: float) -> bool:
        """Whether a file was saved by now, or within so many seconds."""
        with self._rebuild_cond:
            if not self._rebuild_cond.wait_for(lambda: self._want_rebuild or self._shutdown, seconds):
                return False
            while self._rebuild_cond.wait(timeout=SETTLE):
                pass
            self._want_rebuild = False
            return True

    def reload(self) -> None:
        """Have every open page ask for itself again."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch = max(time_ns() // 10**6, self._visible_epoch + 1)
            self._epoch_cond.notify_all()


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


def serve_folder(root: Path, stages: Stages, port: int, ready: Callable[[], None], waiting: bytes) -> None:
    """Serve on this machine what `stages` shows until interrupted; begin it anew whenever a source is saved.

    Calls `ready` once it answers: at first with the page `waiting`. Raises PortTakenError where the port is not ours,
    WriteError without a temporary folder.
    """
    logging.getLogger("mkdocs.livereload").disabled = True
    with scratch() as shown:
        server = _Server(lambda: None, host=HOST, port=port, root=str(shown), polling_interval=LOOK)
        try:
            server.server_bind()
        except OSError as wrong:
            server.server_close()
            raise PortTakenError from wrong
        server.watched, server.waiting, server.error_handler = set(), waiting, server.lost
        _watch(server, root)
        server.server_activate()
        try:
            server.observer.start()
            server.serve_thread.start()
            ready()
            _run(server, root, shown, stages)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown(wait=server.serve_thread.is_alive() and server.observer.is_alive())


def _run(server: _Server, root: Path, shown: Path, stages: Stages) -> None:
    """Show stage after stage, from the first again after a save."""
    left: Iterator[Shown] | None = stages()
    while True:
        if server.saved(0 if left else WAIT):
            _watch(server, root)
            left = stages()
        stage = next(left, None) if left else None
        if stage is None:
            left = None
        elif _show(server, shown, *stage):
            server.reload()


def _show(server: _Server, shown: Path, files: Mapping[str, bytes], box: bytes | None) -> bool:
    """Put files and the box in their place. Returns whether anybody sees a difference.

    Raises WriteError where there is no room.
    """
    with told(shown):
        changed = refresh(shown, {name: _open(name, data) for name, data in files.items() if not name.endswith(WORKER)})
    if box is not None and box != server.box:
        server.box = box
        changed = True
    return changed


def _watch(server: _Server, root: Path) -> None:
    for path in (root / name for name in WATCHED):
        if path.exists() and path not in server.watched:
            server.watched.add(path)
            server.watch(str(path))


def _open(name: str, data: bytes) -> bytes:
    return POLICY.sub(b"", data) if name.endswith(".html") else data
