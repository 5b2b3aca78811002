"""An engine's files in, files to publish out: pure, bytes -> bytes.

Pages get a Content-Security-Policy and lose what names the engine; the search index works from file:// and finds words
typed without accents; files that no page asks for are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from lok.design import palette
from lok.render.html.lost import base_script
from lok.render.html.policy import allowed, digest, policy
from lok.words import LANGUAGE

CHARSET = re.compile(rb'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
GENERATOR = re.compile(rb'\s*<meta name="generator"[^>]*>')
SCRIPT = re.compile(rb"<script((?:\s[^>]*)?)>(.*?)</script>", re.DOTALL)
SOURCE_MAP = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=\S+?(?:\s*\*/)?\s*$")
SEARCH_STYLE = re.compile(rb"='([^'\\]+)';function \w+\(\w+,\{index\$:\w+\}\)\{[^}]*?\.attachShadow\(")
"""The style that Zensical's script gives its search window."""
FROM_ROOT = re.compile(rb'((?:href|src)=|"(?:base|search)":\s*|new URL\()"/(?!/)')
LOST = "404.html"
CONFIG = re.compile(rb'<script id="__config"[^>]*>.*?</script>', re.DOTALL)
BASE = b'createElement("base")'
CONFIG_BASE = (
    b'<script>(function(){var at=document.getElementById("__config"),own=JSON.parse(at.textContent);'
    b"own.base=new URL(own.base,document.baseURI).href;at.textContent=JSON.stringify(own)})()</script>"
)
"""The engine's script reads its base from the page's own address: it gets a whole one."""
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

LUNR = "assets/javascripts/lunr/"
LUNR_KEPT = (f"{LUNR}min/lunr.stemmer.support.min.js", f"{LUNR}min/lunr.{LANGUAGE}.min.js")
UNUSED = ("assets/stylesheets/main.", "assets/stylesheets/palette.", "assets/images/favicon.png")
"""Files of MkDocs' theme that our templates do not ask for."""

RENAMED = {"assets/javascripts/LICENSE": "assets/javascripts/LICENSE.txt"}
"""A name without type, which neither a reader's computer nor our guard knows how to open."""

INDEXES = {"search/search_index.json": "search/search_index.js", "search.json": "search.js"}
"""The search index of each engine, and the script that carries it where a page may not fetch."""

FOLD = palette.ASSETS / "search" / "fold.js"
"""Goes behind lunr's words of our language, whose name it asks for as LANGUAGE."""


def finish(files: Mapping[str, bytes], address: str, folder: str) -> dict[str, bytes]:
    """The site to publish. `folder` is the name of this course's folder, `address` its public address or ""."""
    kept = {RENAMED.get(path, path): data for path, data in files.items() if wanted(path)}
    styles = tuple(digest(style) for data in files.values() for style in SEARCH_STYLE.findall(data))
    if LOST in kept and not address:
        kept[LOST] = own_addresses(kept[LOST], folder)
    made = {path: file(path, data, styles) for path, data in kept.items()}
    made |= {script: index_script(made[path]) for path, script in INDEXES.items() if path in made}
    return made


def wanted(path: str) -> bool:
    """Whether a site keeps this file of the engine."""
    if path.startswith(LUNR):
        return path in LUNR_KEPT
    return not path.startswith(UNUSED) and not path.endswith(".map")


def file(path: str, data: bytes, styles: Sequence[str]) -> bytes:
    """One file, made ready by what its name says it is."""
    if path.endswith(".html"):
        return page(data, styles)
    if path == LUNR_KEPT[1]:
        return data + b"\n" + FOLD.read_bytes().replace(b"LANGUAGE", LANGUAGE.encode())
    if path.endswith((".js", ".css")):
        return SOURCE_MAP.sub(b"", data)
    return data


def page(data: bytes, styles: Sequence[str] = ()) -> bytes:
    """A page with its policy right after its charset, without generator and without heaps of empty lines.

    `styles` are the hashes of styles that a script of the engine adds to the page.
    Raises ValueError where the page has no charset.
    """
    data = LINES.sub(b"\n", GENERATOR.sub(b"", data))
    found = CHARSET.search(data)
    if not found:
        raise ValueError("a page without <meta charset>")
    allows = escape(policy(rules(data, styles)), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{allows}">'.encode()
    return data[: found.end()] + b"\n" + meta + data[found.end() :]


def rules(data: bytes, styles: Sequence[str]) -> Mapping[str, str]:
    """What a page may load: only files of its own site, and the inline scripts that it holds now."""
    added = {"script-src": [*map(digest, inline_scripts(data))], "style-src": [*styles]}
    wanted = RULES | ({"base-uri": "'self'"} if BASE in data else {})
    return {name: " ".join(filter(None, (value, allowed(added.get(name, ()))))) for name, value in wanted.items()}


def inline_scripts(data: bytes) -> Iterable[bytes]:
    """The code in a page itself; a script that only holds data is not run, so it needs no leave."""
    for attributes, code in SCRIPT.findall(data):
        if b"src=" not in attributes and b"application/json" not in attributes:
            yield code


def own_addresses(data: bytes, folder: str) -> bytes:
    """The error page of a site without public address: engines write its addresses from the root of a server.

    They become relative, and a script of the page says to what, before any of them is read.
    """
    data = FROM_ROOT.sub(rb'\1"./', data).replace(b'new URL("./",location)', b'new URL("./",document.baseURI)')
    data = CONFIG.sub(lambda found: found[0] + CONFIG_BASE, data)
    script = base_script([folder], inside=True).encode()
    return CHARSET.sub(lambda found: found[0] + b"\n<script>" + script + b"</script>", data, count=1)


def index_script(index: bytes) -> bytes:
    """The search index as a script: from file:// a page may load that, and may not fetch."""
    return b"var __index = " + index
