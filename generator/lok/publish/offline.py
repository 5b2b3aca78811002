"""The files of a site in, the worker out that keeps them in a browser, so that the site opens without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from lok.design import palette

WORKER = "worker.js"
"""Where it stands below the folder of a course, whose pages it may answer for."""
SOURCE = palette.ASSETS / "offline" / WORKER
PLACE = b"/* FILES */"
KEPT = (".html", ".css", ".js", ".woff2", ".svg", ".png", ".jpg")
"""What a browser keeps: pages with what they show. Recordings and papers are large, and fetched when asked for."""
DIGEST = 12
"""Letters of the digest by which a worker tells one version of a file from another."""


def worker(files: Mapping[str, bytes]) -> bytes:
    """The script of the worker for these files, by path."""
    kept = {path: sha256(data).hexdigest()[:DIGEST] for path, data in sorted(files.items()) if path.endswith(KEPT)}
    return SOURCE.read_bytes().replace(PLACE, json.dumps(kept, ensure_ascii=False, indent=0).encode())
