"""Lines that Markdown would change in silence: one source in, problems with their remedy out.

Nothing here understands the course; it reads lines, outside code fences and below the key block.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from lok import glyphs
from lok.problem import Problem, error
from lok.source import HEADING, Page, Span, fenced

LIST = re.compile(r"([ \t]*)([-*+]|\d{1,3}[.])[ \t\u00a0]+\S")
PASTED = re.compile(r"[ \t]*([•·▪‣◦●○–—]|\d{1,3}\)|[a-z]\))[ \t\u00a0]+\S")
HTML = re.compile(r"<(?:!--|/?[a-zA-Z][^<>]*>)")
AUTOLINK = re.compile(r"<(https?|mailto|tel):[^<> ]+>")
ATTRIBUTES = re.compile(r"\{[:#.][^{}]*\}")
CODE = re.compile(r"`[^`]*`")
SNIPPET = "--8<--"
UNDERLINE = re.compile(r"[ \t]*(-{2,}|=+)[ \t]*$")
INDENTED_HEADING = re.compile(r"([ \t]+)#{1,6}[ \t]+\S")
GLUED_HEADING = re.compile(r"#{1,6}[^#\s]")


def pitfalls(page: Page) -> tuple[Problem, ...]:
    """All mistakes in the lines of one page, in order."""
    lines = page.source.text.split("\n")
    code = fenced(lines)
    start = page.intro.span.line - 1
    reader = _Lines(page.source.path, lines)
    found = [p for n in range(start, len(lines)) if not code[n] for rule in RULES for p in rule(reader, n)]
    return tuple(found)


class _Lines:
    """The lines of one file and where a list or paragraph runs on."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines

    def __getitem__(self, n: int) -> str:
        return self.lines[n]

    def at(self, n: int, column: int) -> Span:
        return Span(self.path, n + 1, column)

    def blank(self, n: int) -> bool:
        return n < 0 or n >= len(self.lines) or not self.lines[n].strip()

    def indent(self, n: int) -> int:
        line = self.lines[n].expandtabs(4)
        return len(line) - len(line.lstrip())

    def block_start(self, n: int) -> int:
        """The first line of the run of non-empty lines, below any heading, that line n is in."""
        while not self.blank(n - 1) and not HEADING.match(self.lines[n - 1]):
            n -= 1
        return n

    def in_list(self, n: int) -> bool:
        """Whether the indented line n belongs to a list that began above it."""
        while n > 0:
            n -= 1
            if self.blank(n):
                continue
            if LIST.match(self.lines[n]):
                return True
            if self.indent(n) == 0:
                return False
        return False


Rule = Callable[[_Lines, int], Iterator[Problem]]


def pasted_bullet(lines: _Lines, n: int) -> Iterator[Problem]:
    match = PASTED.match(lines[n])
    if match:
        yield error(
            lines.at(n, match.start(1) + 1),
            "lijst-geplakt",
            f'"{match.group(1)}" maakt geen lijst',
            "begin elk punt met `- ` (of met `1. ` voor een genummerde lijst)",
        )


def list_after_text(lines: _Lines, n: int) -> Iterator[Problem]:
    match = LIST.match(lines[n])
    if not match or lines.blank(n - 1) or HEADING.match(lines[n - 1]):
        return
    start = lines.block_start(n)
    dedented = LIST.match(lines[start]) and lines.indent(n) < lines.indent(start)
    if dedented or not (LIST.match(lines[start]) or lines.indent(start) > 0):
        yield error(
            lines.at(n, len(match.group(1)) + 1),
            "lijst-zonder-lege-regel",
            "boven deze lijst ontbreekt een lege regel",
            "zet een lege regel boven het eerste punt, anders loopt de lijst door in de tekst",
        )


def nested_list(lines: _Lines, n: int) -> Iterator[Problem]:
    if LIST.match(lines[n]) and lines.indent(n) % 4:
        yield error(
            lines.at(n, lines.indent(n) + 1),
            "lijst-inspringing",
            f"dit punt springt {lines.indent(n)} spaties in",
            "laat een punt onder een ander punt vier spaties inspringen",
        )


def indented_text(lines: _Lines, n: int) -> Iterator[Problem]:
    if lines.blank(n) or LIST.match(lines[n]) or INDENTED_HEADING.match(lines[n]) or not lines.blank(n - 1):
        return
    if lines.indent(n) >= 4 and not lines.in_list(n):
        yield error(
            lines.at(n, lines.indent(n) + 1),
            "tekst-ingesprongen",
            "deze regel springt in en zou als computercode verschijnen",
            "haal de spaties vooraan weg",
        )


def heading_form(lines: _Lines, n: int) -> Iterator[Problem]:
    indented = INDENTED_HEADING.match(lines[n])
    if indented:
        column = len(indented.group(1)) + 1
        yield error(lines.at(n, column), "kop-ingesprongen", "voor deze kop staat een spatie", "begin de regel met #")
    elif GLUED_HEADING.match(lines[n]):
        yield error(lines.at(n, 1), "kop-zonder-spatie", "na # ontbreekt een spatie", "schrijf `## Titel`")


def underline(lines: _Lines, n: int) -> Iterator[Problem]:
    if UNDERLINE.match(lines[n]) and not lines.blank(n - 1) and "|" not in lines[n - 1]:
        yield error(
            lines.at(n, 1),
            "streep-onder-tekst",
            "een streep vlak onder tekst maakt er een titel van",
            "haal de streep weg of zet er een lege regel boven",
        )


def raw_html(lines: _Lines, n: int) -> Iterator[Problem]:
    line = AUTOLINK.sub(_blanked, CODE.sub(_blanked, lines[n]))
    for match in HTML.finditer(line):
        yield error(lines.at(n, match.start() + 1), "html", "HTML kan hier niet", "schrijf gewone tekst of Markdown")
    for match in ATTRIBUTES.finditer(line):
        yield error(
            lines.at(n, match.start() + 1), "attributen", f"{match.group()} kan hier niet", "haal de accolades weg"
        )
    if SNIPPET in line:
        yield error(
            lines.at(n, line.index(SNIPPET) + 1), "invoegen", "een ander bestand invoegen kan niet", "zet de tekst hier"
        )


def unprintable(lines: _Lines, n: int) -> Iterator[Problem]:
    for char in sorted(glyphs.unprintable(lines[n])):
        column = lines[n].index(char) + 1
        name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
        message = f'het teken "{char}" ({name}) kan niet op papier'
        yield error(lines.at(n, column), "teken-onbekend", message, "gebruik een woord of een ander teken")


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match.group())


RULES: tuple[Rule, ...] = (
    pasted_bullet,
    list_after_text,
    nested_list,
    indented_text,
    heading_form,
    underline,
    raw_html,
    unprintable,
)
