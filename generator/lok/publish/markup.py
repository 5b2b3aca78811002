"""HTML, SVG and XML in; every text, attribute, comment, style and script in them out, to whoever gathers."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Protocol

from lok.publish import hosts

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
OURS = {"class", "type", "rel", "role", "method", "target", "lang", "dir", "media", "sizes", "as", "crossorigin"}
"""Attributes with words of the program: none is a short text of an author, though they may be spelt alike."""
DATA_SCRIPTS = ("json", "importmap", "speculationrules")
LONGEST = 400
"""Letters of an element that may still be one short text."""


class Gathers(Protocol):
    """What takes the pieces of a file."""

    def flow(self, text: str) -> None: ...
    def place(self, text: str) -> None: ...
    def value(self, text: str) -> None: ...
    def script(self, text: str) -> None: ...
    def style(self, text: str) -> None: ...
    def json(self, text: str) -> None: ...
    def markup(self, text: str) -> None: ...
    def fetched(self, address: str) -> None: ...


class Markup(HTMLParser):
    """Feed it one file, then `close` it."""

    def __init__(self, gathers: Gathers) -> None:
        super().__init__()
        self.gathers = gathers
        self.text: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, int]] = []
        """Each open element: its name, how many texts and how many letters came before it."""
        self.code: Callable[[str], None] | None = None

    def close(self) -> None:
        super().close()
        self.gathers.flow(" ".join(self.text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name, value in attrs:
            if value and name in OURS:
                self.gathers.flow(value)
            elif value:
                self.gathers.value(value)
            if name == "srcdoc" and value:
                self.gathers.markup(value)
        for address in hosts.in_tag(tag, values):
            self.gathers.fetched(address)
        if tag == "script":
            holds_data = values.get("type", "").lower().endswith(DATA_SCRIPTS)
            self.code = self.gathers.json if holds_data else self.gathers.script
        elif tag == "style":
            self.code = self.gathers.style
        if tag not in VOID:
            self.open.append((tag, len(self.text), self.length))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.code = None
        at = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n][0] == tag), None)
        if at is not None:
            _, start, length = self.open[at]
            del self.open[at:]
            if len(self.text) > start + 1 and self.length - length <= LONGEST:
                self.gathers.place(" ".join(self.text[start:]))

    def handle_data(self, data: str) -> None:
        if self.code:
            self.code(data)
        elif not data.isspace():
            self.text.append(data)
            self.length += len(data)
            self.gathers.place(data)

    def handle_comment(self, data: str) -> None:
        self.gathers.value(data)

    def handle_decl(self, decl: str) -> None:
        self.gathers.value(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))

    def handle_pi(self, data: str) -> None:
        self.gathers.value(data)
        if data.startswith("xml-stylesheet"):
            self.gathers.markup(f"<img {data.rstrip('?').removeprefix('xml-stylesheet').replace('href', 'src')}>")
