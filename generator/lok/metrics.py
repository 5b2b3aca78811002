"""How wide text is and where its lines break: runs and a width in mm in, lines out.

Widths are the advances of Carlito, which equal Calibri's, read straight from the font files that come with the package;
signs that Carlito lacks are measured in the fallback font. Lines break as PowerPoint and LibreOffice break them: after
spaces, and after a hyphen or dash that a letter follows.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lok import look

POINT = 25.4 / 72
"""One point in mm."""
LINE_HEIGHT = 1.2207
"""Height of a line of Calibri or Carlito at 100 % spacing, in em."""
ASCENT = 0.9521
"""From the top of a line to its baseline, in em."""
SAFETY = 0.98
"""Part of the width that is filled, so that rounding elsewhere never breaks a line earlier than we do."""

_FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_CHUNK = re.compile(r"\n|[^ \n]*?[-–](?=[^\W\d_])[ ]*|[^ \n]+[ ]*|[ ]+")


@dataclass(frozen=True)
class Run:
    """Text of one appearance; "\\n" is a line break of the author. `link` is a web address or ""."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width in mm at `size` points."""
    widths = _advances(_FACES[bold, italic])
    missing = [c for c in text if c not in widths]
    known = sum(widths[c] for c in text if c in widths)
    return (known + sum(_fallback().get(c, 0.6) for c in missing)) * size * POINT


def runs_width(runs: Sequence[Run], size: float) -> float:
    return sum(text_width(run.text, size, run.bold, run.italic) for run in runs)


def line_height(size: float) -> float:
    """In mm, for `size` points."""
    return LINE_HEIGHT * size * POINT


def break_lines(runs: Sequence[Run], width: float, size: float) -> tuple[Runs, ...]:
    """Break runs into lines of at most `width` mm; a word that is wider than that is broken between letters."""
    lines: list[list[Run]] = [[]]
    room = limit = width * SAFETY
    for chunk in _chunks(runs):
        if chunk[0].text == "\n":
            lines.append([])
            room = limit
            continue
        needed = runs_width(_trimmed(chunk), size)
        if needed > room and lines[-1]:
            lines.append([])
            room = limit
        for part in _split(chunk, limit, size) if needed > limit else [chunk]:
            if lines[-1] and runs_width(_trimmed(part), size) > room:
                lines.append([])
                room = limit
            lines[-1].extend(part)
            room -= runs_width(part, size)
    return tuple(_joined(_trimmed(line)) for line in lines)


def widest_word(runs: Sequence[Run], size: float) -> float:
    """Width in mm of the longest piece that has to stay on one line."""
    return max((runs_width(_trimmed(chunk), size) for chunk in _chunks(runs) if chunk[0].text != "\n"), default=0.0)


def _chunks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Pieces that stay together, each with the spaces behind it; a word may run through several runs."""
    pending: list[Run] = []
    for run in runs:
        for match in _CHUNK.finditer(run.text):
            piece = replace(run, text=match.group())
            if piece.text == "\n":
                if pending:
                    yield pending
                yield [piece]
                pending = []
                continue
            pending.append(piece)
            if piece.text[-1] == " " or match.end() < len(run.text):
                yield pending
                pending = []
    if pending:
        yield pending


def _split(chunk: Sequence[Run], limit: float, size: float) -> list[list[Run]]:
    """A too wide word in parts that fit."""
    parts: list[list[Run]] = [[]]
    room = limit
    for run in chunk:
        for letter in run.text:
            wide = text_width(letter, size, run.bold, run.italic)
            if wide > room and parts[-1]:
                parts.append([])
                room = limit
            parts[-1].append(replace(run, text=letter))
            room -= wide
    return [list(_joined(part)) for part in parts]


def _trimmed(line: Sequence[Run]) -> list[Run]:
    """Without the spaces at the end, which take no room on a line."""
    kept = list(line)
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return kept


def _joined(line: Sequence[Run]) -> Runs:
    """Neighbours of the same appearance as one run."""
    joined: list[Run] = []
    for run in line:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _advances(face: str) -> Mapping[str, float]:
    return _font(f"{look.SLIDE_FONT}-{face}.ttf")


def _fallback() -> Mapping[str, float]:
    return _font("DejaVuSans.ttf")


@cache
def _font(name: str) -> Mapping[str, float]:
    """Advance per character in em, from the tables hmtx and cmap (format 4) of a TrueType file."""
    data = (look.FONTS / name).read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4s4xLL", data, 12 + 16 * n) for n in range(count))
    tables = {tag.decode("ascii"): offset for tag, offset, _ in entries}
    em = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    advances = struct.unpack_from(f">{2 * metrics}H", data, tables["hmtx"])[::2]
    return {chr(code): advances[min(glyph, metrics - 1)] / em for code, glyph in _characters(data, tables["cmap"])}


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Pairs of code point and glyph, from the subtable of format 4."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    offsets = [struct.unpack_from(">4xL", data, cmap + 4 + 8 * n)[0] + cmap for n in range(count)]
    start = next(offset for offset in offsets if struct.unpack_from(">H", data, offset)[0] == 4)
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    word = f">{segments}H"
    ends = struct.unpack_from(word, data, start + 14)
    starts = struct.unpack_from(word, data, start + 16 + 2 * segments)
    deltas = struct.unpack_from(word, data, start + 16 + 4 * segments)
    ranges_at = start + 16 + 6 * segments
    ranges = struct.unpack_from(word, data, ranges_at)
    for n in range(segments):
        for code in range(starts[n], min(ends[n], 0xFFFE) + 1):
            glyph = code
            if ranges[n]:
                place = ranges_at + 2 * n + ranges[n] + 2 * (code - starts[n])
                glyph = struct.unpack_from(">H", data, place)[0]
                if not glyph:
                    continue
            yield code, (glyph + deltas[n]) & 0xFFFF
