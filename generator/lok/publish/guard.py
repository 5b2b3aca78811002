"""Proof on finished bytes that what will be published holds no trainer text and calls no foreign host.

`view` takes trainer text out of the records; this module takes another road. What may be public follows from the
authors' files and places alone (`Places`), and what may not is looked for in each finished file, letters only, because
a PDF breaks words over lines and HTML puts tags between them. The records of participants are searched too: a fault in
`view` is told even where no page happens to print what stayed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from lok.model.output import Artifact
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import Inline
from lok.model.walk import everything
from lok.problems import Code, Problem, error
from lok.publish.carriers import Contents, contents_of
from lok.publish.secrets import Run, Secrets, letters, matches

PARTS = re.compile(r"[,;:|/·•–—()\[\]“”\"\n]+|\.\s")
"""What cuts a label from what it labels: `Nodig: flipchart, stiften`."""


def guard(wanted: Secrets, seen: object, files: Iterable[Artifact]) -> tuple[Problem, ...]:
    """Problems for each file that says what is secret, or that fetches from elsewhere.

    `seen` is the course as participants have it; it is searched as one more file, and never asked what may be public.
    """
    searcher = _Searcher(wanted)
    found = [*searcher.record(seen)]
    for file in files:
        found += searcher.file(file)
    return tuple(found)


class _Searcher:
    """Looks for secrets, and remembers what it looked at: pages share most of what they say."""

    def __init__(self, wanted: Secrets) -> None:
        self.wanted = wanted
        self.read: dict[str, Contents] = {}
        self.flows: dict[str, Run | None] = {}
        self.places: dict[str, Run | None] = {}

    def record(self, seen: object) -> Iterator[Problem]:
        contents = Contents()
        for item in everything(seen):
            if isinstance(item, str):
                contents.flow(item)
                contents.place(item)
            elif isinstance(item, tuple) and item and all(isinstance(piece, Inline) for piece in item):
                contents.flow(inline_text(item))
                contents.place(inline_text(item))
            elif isinstance(item, bytes):
                contents.digests.add(sha256(item).hexdigest())
        yield from self.leaks("wat deelnemers krijgen", contents)

    def file(self, file: Artifact) -> Iterator[Problem]:
        digest = sha256(file.data).hexdigest() + file.path[file.path.rfind(".") :]
        if digest not in self.read:
            self.read[digest] = contents_of(file.path, file.data)
        name = Contents()
        name.value(file.path)
        for part in re.split(r"[/.]", file.path):
            name.value(part)
        yield from self.leaks(file.path, name)
        yield from self.leaks(file.path, self.read[digest])
        for address in self.read[digest].fetches:
            message = f"{file.path} zou {address} ophalen"
            yield error(Span(file.path), Code.FOREIGN_HOST, message, "zet het bestand in het project zelf")

    def leaks(self, where: str, contents: Contents) -> Iterator[Problem]:
        """The first leak of each kind: a sentence, a short text, a picture or recording."""
        for found in (
            next(filter(None, map(self.sentence, contents.flows)), None),
            next(filter(None, map(self.short, contents.places)), None),
        ):
            if found:
                _, text, span = found
                message = f'trainerstekst staat in {where}: "{text}"'
                yield error(span, Code.LEAK, message, "staat deze zin ook in gewone tekst? Verwoord hem anders")
        for digest in contents.digests & self.wanted.media.keys():
            message = f"een bestand dat alleen voor trainers is, staat in {where}"
            yield error(self.wanted.media[digest], Code.LEAK, message, "noem het ook in gewone tekst, of haal het weg")

    def sentence(self, text: str) -> Run | None:
        if text not in self.flows:
            self.flows[text] = next(matches(text, self.wanted.runs), None)
        return self.flows[text]

    def short(self, text: str) -> Run | None:
        """The short text that this is, or that one of its parts is."""
        if text not in self.places:
            parts = PARTS.split(text)
            several = (text, *parts) if len(parts) > 1 else (text,)
            found = (self.wanted.short.get(letters(part)) for part in several)
            self.places[text] = next(filter(None, found), None)
        return self.places[text]
