"""An engine's pages in, files to publish out: pure, bytes -> bytes.

Pages get a Content-Security-Policy and lose what names the engine; the index of the search is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from lok.render.html.policy import allowed, digest, policy

CHARSET = re.compile(rb'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile(rb"<script((?:\s[^>]*)?)>(.*?)</script>", re.DOTALL)
LINES = re.compile(rb"(?:[ \t]*\r?\n){2,}")

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}


def finish(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site, its pages ready to publish."""
    return {path: page(data) if path.endswith(".html") else data for path, data in files.items()}


def page(data: bytes) -> bytes:
    """A page with its policy right after its charset and without heaps of empty lines.

    Raises ValueError where the page has no charset.
    """
    data = LINES.sub(b"\n", data)
    found = CHARSET.search(data)
    if not found:
        raise ValueError("a page without <meta charset>")
    allows = escape(policy(rules(data)), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{allows}">'.encode()
    return data[: found.end()] + b"\n" + meta + data[found.end() :]


def rules(data: bytes) -> Mapping[str, str]:
    """What a page may load: only files of its own site, and the scripts and styles that it holds now."""
    inside = {"script-src": inline_scripts(data), "style-src": STYLE.findall(data)}
    hashes = {name: allowed(map(digest, found)) for name, found in inside.items()}
    return RULES | {name: f"{RULES[name]} {found}" for name, found in hashes.items() if found}


def inline_scripts(data: bytes) -> Iterable[bytes]:
    """The code in a page itself; a script that only holds data is not run, so it needs no leave."""
    for attributes, code in SCRIPT.findall(data):
        if b"src=" not in attributes and b"application/json" not in attributes:
            yield code
