"""The files of one project in, scanned pages out: decoded, checked for pitfalls, each read once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lok.model.names import one_form, slug
from lok.model.place import Span
from lok.problems import Code, Problem, error, warning
from lok.read.bounds import LONGEST_FILE, bounded
from lok.read.disk import Disk, ignored
from lok.read.format import FileFormat
from lok.read.invisible import folded
from lok.read.lookalikes import lookalikes
from lok.read.memory import Memory
from lok.read.pitfalls import misplaced_keys, pitfalls
from lok.read.remarks import without_remarks
from lok.read.scan import KeyTest, Page, Source, Text, scan

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
LONGEST_NAME = 100
"""Bytes of a file name: those of what is made of it are longer."""
TEXTS = (".md", ".markdown", ".txt")


@dataclass
class Files:
    """The files on `disk`; problems gather here, and `seen` remembers which files have a place in the project."""

    disk: Disk
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    pages: dict[str, Page] = field(default_factory=dict)
    media: dict[tuple[str, type], object] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def by_id(self, folder: str) -> dict[str, str]:
        """The Markdown files of a folder by id, in order of their names; two with one id are a problem."""
        found: dict[str, str] = {}
        for called in self.disk.names(folder):
            name, file_id = f"{folder}/{called}", slug(called.removesuffix(".md"))
            real = self.disk.real(name)
            if not called.endswith(".md") or ignored(called) or real is None or not real.is_file():
                continue
            self.seen.add(name)
            if len(called.encode()) > LONGEST_NAME:
                message = f"deze bestandsnaam telt meer dan {LONGEST_NAME} letters"
                self.problems.append(error(Span(name), Code.TOO_MUCH, message, "kies een kortere naam"))
            elif not file_id:
                tip = "gebruik letters van a tot z, cijfers en streepjes"
                self.problems.append(error(Span(name), Code.NO_ID, "uit deze bestandsnaam volgt geen id", tip))
            elif file_id in found:
                message = f'"{file_id}" bestaat al: {found[file_id]}'
                tip = "geef een van beide bestanden een andere naam"
                self.problems.append(error(Span(name), Code.SAME_ID, message, tip))
            else:
                found[file_id] = name
        return found

    def page(self, path: str, form: FileFormat, raw: bytes | None = None) -> Page | None:
        """Read and scan one file, with its pitfalls; None where nothing can be made of it.

        `raw` are bytes to read in place of those on the disk.
        """
        self.seen.add(path)
        raw = self._bytes(path) if raw is None else raw
        source = None if raw is None else self._decode(path, raw)
        if source is None:
            return None
        key = "page", path, form.folder, source.raw
        page, whole = self.memory.kept(key, self.problems, lambda problems: _scanned(source, form, problems))
        self.pages[path] = page
        return page if whole else None

    def unread(self, elsewhere: set[str]) -> None:
        """Warn of texts that no part of the project can reach; `elsewhere` are folders of other sessions."""
        for folder in ("content", "cases", "slides"):
            for path in sorted((self.disk.root / folder).rglob("*")):
                name = one_form(path.relative_to(self.disk.root).as_posix())
                other = any(name.startswith(f"{place}/") for place in elsewhere)
                if path.suffix.lower() in TEXTS and not ignored(path.name) and name not in self.seen and not other:
                    tip = "zet het in de juiste map, met een naam die op .md eindigt, of verwijder het"
                    self.problems.append(warning(Span(name), Code.UNUSED_FILE, "dit bestand wordt niet gelezen", tip))

    def _bytes(self, path: str) -> bytes | None:
        try:
            return (self.disk.real(path) or self.disk.root / path).read_bytes()
        except OSError:
            tip = "kijk na of je het mag openen"
            self.problems.append(error(Span(path), Code.UNREADABLE_FILE, "dit bestand kan niet geopend worden", tip))
            return None

    def _decode(self, path: str, raw: bytes) -> Source | None:
        if len(raw) > LONGEST_FILE:
            tip = "verdeel het over meer bestanden"
            self.problems.append(error(Span(path), Code.TOO_MUCH, "dit bestand is groter dan 1 MB", tip))
            return None
        try:
            source = Source.decode(path, raw)
        except UnicodeDecodeError as wrong:
            before = wrong.object[: wrong.start].decode("utf-8", "replace")  # without the mark at the start of a file
            span = Span(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
            tip = "bewaar het bestand opnieuw als UTF-8"
            self.problems.append(error(span, Code.NOT_UTF8, "dit bestand is geen UTF-8-tekst", tip))
            source = Source(path, raw, guessed(raw))
        if not source.text.strip():
            self.problems.append(
                error(Span(path), Code.EMPTY_FILE, "dit bestand is leeg", "vul het aan of verwijder het")
            )
            return None
        text = bounded(path, CONTROL.sub(" ", source.text), self.problems)
        for n, (line, kept) in enumerate(zip(source.text.split("\n"), text.split("\n"), strict=True), 1):
            for match in CONTROL.finditer(line) if kept else ():
                tip = "verwijder het en typ de tekst opnieuw"
                span = Span(path, n, match.start() + 1)
                self.problems.append(error(span, Code.CONTROL_SIGN, "hier staat een onzichtbaar teken", tip))
        return replace(source, text=without_remarks(text))


def _scanned(source: Source, form: FileFormat, problems: list[Problem]) -> tuple[Page, bool]:
    """A file scanned, with its pitfalls, and whether anything can be made of it."""
    levels = frozenset({2} if form.heading_keys else set())
    page = scan(source, levels, KeyTest(frozenset(form.heading_keys)))
    if page.front_matter_open:
        tip = "sluit de sleutels bovenaan af met een regel `---`"
        problems.append(error(page.span, Code.OPEN_FRONT_MATTER, "de sleutels bovenaan zijn niet afgesloten", tip))
    problems.extend(pitfalls(page))
    problems.extend(lookalikes(page, form))
    misplaced = misplaced_keys(page, form.keys, frozenset(form.heading_keys))
    problems.extend(misplaced)
    return page, not any(problem.code == Code.NO_FRONT_MATTER for problem in misplaced)


def guessed(raw: bytes) -> str:
    """The text of a file that is not UTF-8, as well as may be, so that its other mistakes can be told too."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"
    return folded(raw.decode(encoding, "replace"))


def nothing(path: str) -> Page:
    """Stands for a file of which nothing could be made, so that links to it raise no second error."""
    return Page(Source(path, b"", ""), Span(path), (), Text(Span(path)), ())
