"""Proof on finished bytes that what will be published holds no trainer text and calls no foreign host.

`view` takes trainer text out of the model; this module takes another road. From the whole course it makes every run of
six words that participants' own text does not contain, and looks for those runs in the finished files, letters only,
because a PDF breaks words over lines and HTML puts tags between them.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from itertools import accumulate

from lok.model.course import Course
from lok.model.output import Artifact
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import Inline, Paragraph
from lok.model.walk import walk
from lok.problems import Code, Problem, error
from lok.publish import pdf_text

RUN = 6
"""Words in a row that betray a sentence; shorter ones ("ja, dat klopt") occur everywhere."""
KEY = 12
"""Letters by which a run is looked up; runs with fewer letters than this prove nothing."""
MARKUP = (".html", ".svg", ".xml")
PLAIN = (".css", ".js", ".txt", ".yml", ".md")
BINARY = (".png", ".jpg", ".jpeg", ".woff2", ".woff", ".ico", ".gz", ".mp3", ".m4a")
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W_]+")
CSS_FETCH = re.compile(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)
FETCHING = {"src", "srcset", "href", "xlink:href", "data", "poster", "action", "formaction", "background", "ping"}
NOT_FETCHED = {"canonical", "alternate", "license"}

Run = tuple[str, str, Span]
"""All letters of a run of words, its words, and its place."""
Runs = Mapping[str, list[Run]]
"""Runs by their first letters."""


def guard(whole: Course, public: Course, files: Iterable[Artifact]) -> tuple[Problem, ...]:
    """Problems for each file that leaks a run of `whole` which `public` lacks, or that fetches from elsewhere."""
    secret = runs(whole, public)
    found: list[Problem] = []
    for file in files:
        found += leaks(file, secret)
        found += foreign(file)
    return tuple(found)


def runs(whole: Course, public: Course) -> Runs:
    """Every run of six words of the whole course that participants' text does not contain."""
    every: dict[str, Run] = {}
    for text, span in texts(whole):
        words = WORD.findall(text)
        for start in range(len(words) - RUN + 1):
            run = words[start : start + RUN]
            squeezed = letters("".join(run))
            if len(squeezed) >= KEY:
                every.setdefault(squeezed, (squeezed, " ".join(run), span))
    allowed = set(matches(" ".join(text for text, _ in texts(public)), by_key(every.values())))
    return by_key(run for run in every.values() if run not in allowed)


def by_key(every: Iterable[Run]) -> Runs:
    found: dict[str, list[Run]] = {}
    for run in every:
        found.setdefault(run[0][:KEY], []).append(run)
    return found


def matches(reading: str, wanted: Runs) -> Iterator[Run]:
    """Each run that stands in a text. It begins and ends where a word does, or where a line cuts one."""
    words = WORD.findall(folded(reading))
    squeezed = "".join(words)
    starts = set(accumulate(map(len, words), initial=0))
    for start in sorted(starts):
        for run in wanted.get(squeezed[start : start + KEY], ()):
            if start + len(run[0]) in starts and squeezed.startswith(run[0], start):
                yield run


def texts(course: Course) -> Iterator[tuple[str, Span]]:
    """Each paragraph and each other piece of text of a course, with the nearest place we know."""
    span = course.span
    for record in walk(course):
        span = getattr(record, "span", span)
        if isinstance(record, Paragraph):
            yield inline_text(record.children), span
        elif isinstance(record, str):
            yield record, span
        elif isinstance(record, tuple) and record and all(isinstance(piece, Inline) for piece in record):
            yield inline_text(record), span


def leaks(file: Artifact, secret: Runs) -> Iterator[Problem]:
    """The first leak in each reading of a file."""
    for reading in readings(file):
        found = next(matches(reading, secret), None)
        if found:
            _, text, span = found
            message = f'trainerstekst staat in {file.path}: "{text}"'
            yield error(span, Code.LEAK, message, "staat deze zin ook in gewone tekst? Verwoord hem anders")


def readings(file: Artifact) -> Iterator[str]:
    """What a reader or a machine finds in a file: its name, its text without tags, and all that its tags say."""
    yield file.path
    name = file.path.lower()
    if name.endswith(MARKUP):
        source = html.unescape(file.data.decode("utf-8"))
        yield TAG.sub(" ", source)
        yield source
    elif name.endswith(".json"):
        for text in _strings(json.loads(file.data)):
            yield TAG.sub(" ", html.unescape(text))
            yield text
    elif name.endswith(PLAIN):
        yield file.data.decode("utf-8")
    elif name.endswith(".pdf"):
        yield from pdf_text.all_text(file.data)
    elif not name.endswith((*BINARY, ".ttf")):
        raise ValueError(f"guard cannot read {file.path}")


def letters(text: str) -> str:
    """Lower-case letters and digits only."""
    return "".join(WORD.findall(folded(text)))


def folded(text: str) -> str:
    """Lower case, without the hyphens that show only where a line breaks."""
    return text.lower().replace("\u00ad", "")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield str(key)
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)


def foreign(file: Artifact) -> Iterator[Problem]:
    """Addresses on another host that a browser would ask for by itself."""
    addresses: list[str] = []
    if file.path.lower().endswith(MARKUP):
        parser = _Fetches()
        parser.feed(file.data.decode("utf-8"))
        addresses = parser.addresses
    elif file.path.lower().endswith(".css"):
        addresses = CSS_FETCH.findall(file.data.decode("utf-8"))
    for address in addresses:
        message = f"{file.path} zou {address} ophalen"
        yield error(Span(file.path), Code.FOREIGN_HOST, message, "zet het bestand in het project zelf")


class _Fetches(HTMLParser):
    """Gathers what a page fetches from another host without a click."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" or (tag == "link" and NOT_FETCHED & set(values.get("rel", "").split())):
            return
        for name in FETCHING & values.keys():
            self.addresses += [part for part in re.split(r"[\s,]+", values[name]) if _elsewhere(part)]
        self.addresses += CSS_FETCH.findall(values.get("style", ""))


def _elsewhere(address: str) -> bool:
    return address.startswith(("http:", "https:", "//"))
