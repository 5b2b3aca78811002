"""A finished file in, all that it says and fetches out: long texts to search, short ones to compare, addresses.

A file that cannot be read is refused (ValueError): what the guard does not read, it cannot vouch for.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from lok import store, words
from lok.publish import escapes, hosts, pdf_text, tags
from lok.publish.markup import LONGEST, Markup

MARKUP = (".html", ".htm", ".xhtml", ".svg", ".xml", ".md")
PLAIN = (".txt", ".yml", ".yaml", ".ics", ".csv", ".vtt")
MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".mp3", ".m4a", ".mp4", ".ogg", ".wav", ".bin")
FONTS = (".ttf", ".otf", ".woff")
PACKED = (".zip", ".pptx", ".docx", ".xlsx", ".odp")
BY_TYPE = {"svg": ".svg", "html": ".html", "xml": ".xml", "json": ".json", "css": ".css", "javascript": ".js"}
BY_TYPE |= {"pdf": ".pdf", "zip": ".zip", "gzip": ".gz", "font": ".woff2", "text": ".txt"}
SIGNS = {b"%PDF": ".pdf", b"PK\3\4": ".zip", b"\x1f\x8b": ".gz", b"wOF2": ".woff2", b"<svg": ".svg", b"<?xml": ".xml"}
LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", re.DOTALL)
ASSIGNED = re.compile(r"\s*(?:var|let|const)?\s*[\w.$]+\s*=\s*(?=[\[{])")
ATTRIBUTES = re.compile(r"\{:[^{}]*\}")
DEEPEST = 6
"""Files inside files inside files."""
JOINED = 4
"""Lines or cells of a PDF that may be one short text together."""


@dataclass
class Contents:
    """`flows` are texts in which a sentence may stand; `places` stand alone; `fetches` are on other hosts."""

    flows: dict[str, None] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    fetches: dict[str, None] = field(default_factory=dict)
    digests: set[str] = field(default_factory=set)
    depth: int = 0

    def flow(self, text: str) -> None:
        """Takes text in which a sentence may stand."""
        self.flows[text] = None

    def place(self, text: str) -> None:
        """Takes text that stands alone, unless it is longer than LONGEST letters."""
        if len(text) <= LONGEST:
            self.places[text] = None

    def value(self, text: str) -> None:
        """A value that may wear a disguise."""
        if text in self.flows:
            return
        for reading in escapes.readings(text):
            self.flow(reading)
            self.place(reading)
        self.inside(text)

    def script(self, text: str) -> None:
        """Takes JavaScript: its whole, its literals and the hosts it names."""
        if text in self.flows:
            return
        self.value(text)
        for match in LITERAL.finditer(text):
            self.literal(escapes.script(next(group or "" for group in match.groups() if group is not None)))
        for address in hosts.in_script(text):
            self.fetched(address)

    def literal(self, text: str) -> None:
        """Takes a text of a script, which may be markup."""
        self.place(text)
        if "<" in text:
            self.markup(text)

    def style(self, text: str) -> None:
        """Takes CSS: its whole, its literals and the hosts it names."""
        self.value(text)
        for match in LITERAL.finditer(text):
            self.place(escapes.style(match.group(1) or match.group(2) or ""))
        for address in hosts.in_style(text):
            self.fetched(address)

    def json(self, text: str) -> None:
        """Takes JSON, by its texts; what is none is a script."""
        try:
            self.strings(json.loads(text))
        except ValueError:
            self.script(text)

    def strings(self, value: Any) -> None:
        """Takes every text in JSON that was read, keys too."""
        if isinstance(value, str):
            self.value(value)
            if "<" in value:
                self.markup(value)
        elif isinstance(value, dict):
            for key, child in value.items():
                self.value(str(key))
                self.strings(child)
        elif isinstance(value, list):
            for child in value:
                self.strings(child)

    def markup(self, text: str) -> None:
        """Takes HTML, SVG or XML. Raises ValueError where it is nested deeper than DEEPEST."""
        if self.depth > DEEPEST:
            raise ValueError("guard cannot read so deep")
        self.depth += 1
        parser = Markup(self)
        parser.feed(text)
        parser.close()
        self.depth -= 1

    def attributed(self, text: str) -> str:
        """Markdown without the lists of attributes that stand behind a heading; these are read apart."""
        for attributes in ATTRIBUTES.findall(text):
            self.value(attributes)
        return ATTRIBUTES.sub("", text)

    def plain(self, text: str) -> None:
        """Takes plain text, whole and line by line."""
        self.value(text)
        for line in text.split("\n"):
            self.place(line)

    def fetched(self, address: str) -> None:
        """Takes an address on another host."""
        self.fetches[address] = None

    def inside(self, text: str) -> None:
        """The files written inside a text."""
        for kind, data in escapes.data_addresses(text):
            self.file(next((end for name, end in BY_TYPE.items() if name in kind), _sign(data)), data)

    def file(self, path: str, data: bytes) -> None:
        """Read one file by its name; one without a known type is read by its first bytes.

        Raises ValueError where it holds files deeper than DEEPEST.
        """
        name = path.lower()
        self.digests.add(sha256(data).hexdigest())
        if self.depth > DEEPEST:
            raise ValueError(f"guard cannot read {path}: files in files in files")
        self.depth += 1
        if name.endswith(MARKUP):
            self.markup(self.attributed(text_of(data)) if name.endswith(".md") else text_of(data))
        elif name.endswith((".json", ".webmanifest")):
            self.json(text_of(data))
        elif name.endswith((".js", ".mjs")):
            self.code(text_of(data))
        elif name.endswith(".css"):
            self.style(text_of(data))
        elif name.endswith(PLAIN):
            self.plain(text_of(data))
        else:
            self.binary(path, data)
        self.depth -= 1

    def code(self, text: str) -> None:
        """A script; one that only holds data is read as data."""
        assigned = ASSIGNED.match(text)
        try:
            self.strings(json.loads(text[assigned.end() :].rstrip("; \n")) if assigned else 0)
        except ValueError:
            assigned = None
        if not assigned:
            self.script(text)

    def binary(self, path: str, data: bytes) -> None:
        """Takes a file that is no text, by what its name says. Raises ValueError where guard cannot read its kind."""
        name = path.lower()
        if name.endswith(".pdf"):
            self.pdf(data)
        elif name.endswith(".gz"):
            self.file(name.removesuffix(".gz"), gzip.decompress(data))
        elif name.endswith(PACKED):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for item in packed.namelist():
                    self.value(item)
                    self.file(item if item.lower().endswith(KNOWN) else ".bin", packed.read(item))
        elif name.endswith(FONTS) or (name.endswith(".woff2") and sha256(data).hexdigest() not in _own_fonts()):
            for text in tags.font_names(data):
                self.value(text)
        elif name.endswith(MEDIA):
            for text in tags.texts(data):
                self.flow(text)
                for piece in tags.pieces(text):
                    self.place(piece)
        elif not name.endswith(".woff2"):
            raise ValueError(f"guard cannot read {path}")

    def pdf(self, data: bytes) -> None:
        """Takes all that a PDF says and holds."""
        found = pdf_text.read(data)
        self.flow(" ".join(found.pages))
        for page in found.lines:
            for start in range(len(page)):
                for end in range(start + 1, start + JOINED + 1):
                    self.place(" ".join(page[start:end]))
        for text in found.strings:
            self.value(text)
        for text in found.xml:
            self.markup(text)
        for name, inner in found.files:
            self.value(name)
            self.file(name if name.lower().endswith(KNOWN) else _sign(inner), inner)


def contents_of(path: str, data: bytes) -> Contents:
    """What one file says, read now or told by the same bytes before. Raises ValueError where guard cannot read it."""

    def read() -> bytes:
        found = Contents()
        found.file(path, data)
        told = ([*found.flows], [*found.places], [*found.fetches], sorted(found.digests))
        return json.dumps(told).encode()

    flows, places, fetches, digests = json.loads(store.made("contents", (path[path.rfind(".") :], data), read))
    return Contents(dict.fromkeys(flows), dict.fromkeys(places), dict.fromkeys(fetches), {*digests})


OTHERS = (".woff2", ".json", ".webmanifest", ".js", ".mjs", ".css", ".pdf", ".gz")
KNOWN = (*MARKUP, *PLAIN, *MEDIA, *FONTS, *PACKED, *OTHERS)


def text_of(data: bytes) -> str:
    """The letters of a text file, by its mark; a byte that is no letter is a letter nobody knows."""
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(coding, "replace")


def _sign(data: bytes) -> str:
    """The type of a file without a name; what has no sign is searched as it is."""
    return next((end for sign, end in SIGNS.items() if data.lstrip().startswith(sign)), ".bin")


@cache
def _own_fonts() -> frozenset[str]:
    """Our own fonts for screens are packed in a way that needs a library more; they say what their sources say."""
    folder = Path(words.__file__).parent / "assets" / "fonts"
    return frozenset(sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.woff2"))
