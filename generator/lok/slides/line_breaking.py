"""How wide text is and where its lines break: runs and a width in mm in, lines out.

Widths are the advances of Carlito, which equal Calibri's; signs that Carlito lacks are measured in the fallback font.
Lines break as PowerPoint and LibreOffice break them: after spaces, and after a hyphen or dash that a letter follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lok.design import fonts, palette

POINT = 25.4 / 72
"""One point in mm."""
LINE_HEIGHT = 1.2207
"""Height of a line of Calibri or Carlito at 100 % spacing, in em: usWinAscent + usWinDescent, 2500 of 2048 units."""
ASCENT = 0.9521
"""From the top of a line to its baseline, in em: usWinAscent, 1950 of 2048 units."""
FILL = 1.003
"""Part of the width that a line may take by its advances: kerning, which is not measured, makes it a little narrower.

Found by comparing 390 paragraphs with LibreOffice: 94 % break alike, and one takes a line more than we say.
"""
CAUTION = 0.975
"""Part of the width to reckon with when the question is whether text fits at all, wherever it is drawn."""

SHIFTED = 2 / 3
"""Size of what stands above or below the line, as part of that of its line: as office programs draw it."""
UNKNOWN = 0.6
"""Width of a sign that neither font has, in em."""

_FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_CHUNK = re.compile(r"\n|[^ \n]*?[-–](?=[^\W\d_])[ ]*|[^ \n]+[ ]*|[ ]+")
_BOUND = re.compile(
    r"(?<=\d) (?=[^\W_]|[€%])|(?<=\b[A-Z],) (?=[A-Z]\b)|(?<=\b[A-Z]) (?=[a-z]{2} [A-Z]\b)"
    r"|(?<=\b[A-Z] [a-z]{2}) (?=[A-Z]\b)|(?<=\b[A-Z]) (?=[=×+] )|(?<= [=×+]) (?=[A-Z\d])"
)
"""Spaces behind a number, within a telephone number, between single capitals and in a formula of them."""


@dataclass(frozen=True)
class Run:
    """Text of one appearance; "\\n" is a line break of the author. `link` is a web address or "".

    `shift` is 1 above the line (m²), -1 below it (H₂O), else 0.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    shift: int = 0

    def saying(self, text: str) -> Run:
        """Other text of the same appearance."""
        return Run(text, self.bold, self.italic, self.link, self.shift)


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class _Chunk:
    """A piece that stays on one line, with its width in em, with and without the spaces behind it."""

    runs: Runs
    full: float
    bare: float

    is_break: bool = False


def runs_text(runs: Iterable[Run]) -> str:
    """The letters of runs."""
    return "".join(run.text for run in runs)


def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width in mm at `size` points, on one line."""
    return _em(text, bold, italic) * size * POINT


def runs_width(runs: Sequence[Run], size: float) -> float:
    """Width in mm at `size` points, on one line."""
    return sum(map(_wide, runs)) * size * POINT


@lru_cache(maxsize=4096)
def unbroken(text: str) -> str:
    """The same words with a space that does not break where a line may not: `34 jaar`, `0800 23 460`, `K, O en P`."""
    return _BOUND.sub("\u00a0", text)


def widest_word(runs: Sequence[Run], size: float) -> float:
    """Width in mm, at `size` points, of the longest piece that has to stay on one line."""
    return max((chunk.bare for chunk in _chunks(tuple(runs))), default=0.0) * size * POINT


def line_height(size: float) -> float:
    """In mm, for `size` points."""
    return LINE_HEIGHT * size * POINT


def break_lines(runs: Sequence[Run], width: float, size: float) -> tuple[Runs, ...]:
    """Lines of at most `width` mm at `size` points; a word that is wider than that is broken between letters."""
    limit = width * FILL / (size * POINT)
    lines: list[list[Run]] = [[]]
    room = limit
    for chunk in _chunks(tuple(runs)):
        if chunk.is_break:
            lines.append([])
            room = limit
            continue
        for piece in (chunk,) if chunk.bare <= limit else _split(chunk, limit):
            if lines[-1] and piece.bare > room:
                lines.append([])
                room = limit
            lines[-1].extend(piece.runs)
            room -= piece.full
    return tuple(_joined(_trimmed(line)) for line in lines)


def count_lines(runs: Sequence[Run], width: float, size: float) -> int:
    """How many lines `break_lines` makes, without making them."""
    limit = width * FILL / (size * POINT)
    lines, room = 1, limit
    for chunk in _chunks(tuple(runs)):
        if chunk.is_break:
            lines, room = lines + 1, limit
            continue
        for piece in (chunk,) if chunk.bare <= limit else _split(chunk, limit):
            if room < limit and piece.bare > room:
                lines, room = lines + 1, limit
            room -= piece.full
    return lines


@lru_cache(maxsize=4096)
def _chunks(runs: Runs) -> tuple[_Chunk, ...]:
    """Pieces that stay together; a word may run through several runs."""
    found: list[_Chunk] = []
    pending: list[Run] = []

    def close() -> None:
        if pending:
            found.append(_chunk(pending))
            pending.clear()

    for run in runs:
        for match in _CHUNK.finditer(run.text):
            text = match.group()
            if text == "\n":
                close()
                found.append(_Chunk((run,), 0.0, 0.0, is_break=True))
                continue
            ends = text[-1] == " " or match.end() < len(run.text)
            if ends and not pending:
                found.append(_word(text, run.bold, run.italic, run.link, run.shift))
                continue
            pending.append(run.saying(text))
            if ends:
                close()
    close()
    return tuple(found)


@lru_cache(maxsize=16384)
def _word(text: str, bold: bool, italic: bool, link: str, shift: int) -> _Chunk:
    """A piece of one appearance: the same few thousand words return all evening."""
    return _chunk([Run(text, bold, italic, link, shift)])


def _chunk(runs: Sequence[Run]) -> _Chunk:
    full, bare = sum(map(_wide, runs)), _trimmed(runs)
    return _Chunk(tuple(runs), full, full if bare is runs else sum(map(_wide, bare)))


def _split(chunk: _Chunk, limit: float) -> Iterator[_Chunk]:
    """A too wide word in parts that fit in `limit` em."""
    part: list[Run] = []
    room = limit
    for run in chunk.runs:
        for letter in run.text:
            drawn = run.saying(letter)
            wide = _wide(drawn)
            if part and wide > room:
                yield _chunk(_joined(part))
                part, room = [], limit
            part.append(drawn)
            room -= wide
    yield _chunk(_joined(part))


def _trimmed(line: Sequence[Run]) -> Sequence[Run]:
    """Without the spaces at the end, which take no room on a line."""
    end = len(line)
    while end and not line[end - 1].text.strip(" "):
        end -= 1
    if not end:
        return ()
    last = line[end - 1]
    if end == len(line) and last.text[-1] != " ":
        return line
    return (*line[: end - 1], last.saying(last.text.rstrip(" ")))


def _joined(line: Sequence[Run]) -> Runs:
    """Neighbours of the same appearance as one run."""
    looks = {(run.bold, run.italic, run.link, run.shift) for run in line}
    if len(looks) == 1:
        return (Run(runs_text(line), *looks.pop()),)
    alike = groupby(line, key=lambda run: (run.bold, run.italic, run.link, run.shift))
    return tuple(Run(runs_text(runs), *look) for look, runs in alike)


def _wide(run: Run) -> float:
    """Width of a run in em."""
    return _em(run.text, run.bold, run.italic) * (SHIFTED if run.shift else 1)


@lru_cache(maxsize=16384)
def _em(text: str, bold: bool, italic: bool) -> float:
    own = fonts.widths(f"{palette.SLIDE_FONT}-{_FACES[bold, italic]}")
    drawn = text.replace("\u00a0", " ")
    return sum(own[char] if char in own else _fallback().get(char, UNKNOWN) for char in drawn)


def _fallback() -> Mapping[str, float]:
    return fonts.widths(palette.FALLBACK_FONT.replace(" ", ""))
