"""A live preview: a folder to watch and a way to rebuild in, pages in the browser out. Nothing is left on disk."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from lok.publish.write import mirror

WATCHED = ("content", "cases", "slides", "mkdocs.yml")
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""The reload script is inline: in a preview the pages' policy would stop it."""

Rebuild = Callable[[], Mapping[str, bytes] | None]
"""Gives path -> bytes, or None where mistakes keep the previous pages in place."""


def serve_folder(root: Path, rebuild: Rebuild, port: int) -> None:
    """Serve what `rebuild` gives on this machine until interrupted; run it again whenever a source is saved.

    Raises OSError where the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="lok-") as folder:
        shown = Path(folder)

        def refresh() -> None:
            files = rebuild()
            if files is not None:
                mirror(shown, {name: _open(name, data) for name, data in files.items()})

        server = LiveReloadServer(refresh, host="127.0.0.1", port=port, root=str(shown))
        refresh()
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown(wait=True)


def _open(name: str, data: bytes) -> bytes:
    return POLICY.sub(b"", data) if name.endswith(".html") else data
