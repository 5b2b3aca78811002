"""Finished pages in, the index that a browser searches out: what each heading of a page says, and which words are kin.

The browser takes words apart as `_pieces` does (find.js); it knows no grammar, so words of one stem stand together in
the index.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

import Stemmer

from lok import store

INDEX = "search.js"
"""Where the index stands below the folder of a course."""
OVERVIEW = "/index.html"
"""The ending of a page that repeats what the pages below it say."""
STEMMER = Stemmer.Stemmer("dutch_porter")
WORD = re.compile(r"[^\W_]+(?:['’‘ʼ\-‐‑\u00ad][^\W_]+)*")
APOSTROPHES = re.compile(r"['’‘ʼ\u00ad]")
HYPHENS = re.compile(r"[-‐‑]")
HEADINGS = ("h1", "h2", "h3")
BLOCKS = frozenset(
    {"p", "li", "ul", "ol", "div", "section", "blockquote", "figcaption", "caption", "tr", "table", "dt", "dd"}
    | {"summary", "details", "label", "legend", "h4", "h5", "h6", "br"}
)
"""Between these, words of two sentences do not touch."""
CELLS = frozenset({"td", "th"})
VOID = frozenset({"br", "img", "input", "hr", "source", "col", "wbr"})
SILENT = frozenset({"script", "style", "noscript", "svg", "audio", "button", "select"})
LEFT_OUT = "data-search-exclude"
"""Marks what a page says for its own use."""
CLOSED = "answer"
"""The class of what a reader opens after trying."""


@dataclass(frozen=True)
class Help:
    """Somebody to call: the address of what tells of them, their name, and the number as people write it, or ""."""

    address: str
    name: str
    number: str


@dataclass
class Part:
    """What stands below one heading of a page; `anchor` is "" for the page itself."""

    anchor: str
    title: str = ""
    text: list[str] = field(default_factory=list)


def index(
    pages: Mapping[str, bytes],
    also: Mapping[str, Sequence[str]],
    helps: Sequence[Help],
    answers: bool,
) -> bytes:
    """The script that carries the index of these pages, by path; `answers` says whether it tells what they hold back.

    `also` are other words for what stands at an address.
    """
    parts: list[tuple[int, str, str, str, str]] = []
    at: dict[str, int] = {}
    names = []
    for number, path in enumerate(sorted(path for path in pages if not path.endswith(OVERVIEW))):
        found = _parts(pages[path], answers)
        names.append([path, found[0].title])
        for part in found:
            address = f"{path}#{part.anchor}" if part.anchor else path
            at[address] = len(parts)
            said = " ".join("".join(part.text).split())
            parts.append((number, part.anchor, part.title, said, "; ".join(also.get(address, ()))))
    texts = [text for part in parts for text in part[2:]]
    lines = [[at[each.address], each.name, each.number] for each in helps if each.address in at]
    data = {"pages": names, "parts": parts, "kin": kin(texts), "help": lines}
    return b"var lokIndex = " + json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b";\n"


def kin(texts: Iterable[str]) -> list[str]:
    """The words in these texts, folded, that share a stem with another: a line for each stem, sorted."""
    found: dict[str, set[str]] = {}
    for raw in sorted({match.group() for text in texts for match in WORD.finditer(text)}):
        for word, form in zip(HYPHENS.split(raw.lower()), _pieces(raw), strict=True):
            found.setdefault(STEMMER.stemWord(word.replace("’", "'").removesuffix("'s")), set()).add(form)
        if len(_pieces(raw)) > 1:
            found.setdefault(STEMMER.stemWord("".join(_pieces(raw))), set()).add("".join(_pieces(raw)))
    return sorted(" ".join(sorted(words)) for words in found.values() if len(words) > 1)


def _pieces(raw: str) -> list[str]:
    """One word without accents, apostrophes and capitals, cut at its hyphens."""
    bare = unicodedata.normalize("NFD", APOSTROPHES.sub("", raw).lower())
    return HYPHENS.split("".join(letter for letter in bare if not unicodedata.combining(letter)))


def _parts(page: bytes, answers: bool) -> list[Part]:
    """The parts of a page, read now or told by the same page before."""

    def told() -> bytes:
        return json.dumps([(each.anchor, each.title, each.text) for each in read(page.decode(), answers)]).encode()

    return [Part(*each) for each in json.loads(store.made("search", (page, str(answers)), told))]


def read(page: str, answers: bool) -> list[Part]:
    """The parts of a page, the page itself first: what stands from its title to the end of its text."""
    _, title, rest = page.partition("<h1")
    reader = _Reader(answers)
    reader.feed(title + rest.partition("</article>")[0])
    reader.close()
    return reader.parts


class _Reader(HTMLParser):
    def __init__(self, answers: bool) -> None:
        super().__init__()
        self.answers = answers
        self.parts = [Part("")]
        self.heading = ""
        self.skipped: list[str] = []
        """The open elements from the one that is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self.skipped or self._left_out(tag, values):
            self.skipped += [] if tag in VOID else [tag]
        elif tag == "h1":
            self.heading = tag
        elif tag in HEADINGS and values.get("id"):
            self.parts.append(Part(values["id"]))
            self.heading = tag
        else:
            self._apart(tag)

    def _left_out(self, tag: str, values: Mapping[str, str]) -> bool:
        closed = CLOSED in values.get("class", "").split() and tag == "details"
        return tag in SILENT or LEFT_OUT in values or (closed and not self.answers)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            while self.skipped and self.skipped.pop() != tag:
                pass
        elif tag == self.heading:
            self.parts[-1].title = " ".join(self.parts[-1].title.split())
            self.heading = ""
        elif tag in CELLS and not self.heading:
            self.parts[-1].text.append(" · ")
        else:
            self._apart(tag)

    def _apart(self, tag: str) -> None:
        if self.heading:
            self.parts[-1].title += " "
        elif tag in BLOCKS:
            self.parts[-1].text.append(" ")

    def handle_data(self, data: str) -> None:
        if self.skipped:
            return
        if self.heading:
            self.parts[-1].title += data
        else:
            self.parts[-1].text.append(data)
