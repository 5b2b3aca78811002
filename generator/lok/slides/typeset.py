"""Put text in a place: a frame and paragraphs in, a box with broken lines out, at the largest size that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from lok.slides.canvas import Box, Par, Text
from lok.slides.layouts import Placeholder, Rect
from lok.slides.line_breaking import (
    CAUTION,
    POINT,
    Run,
    break_lines,
    count_lines,
    line_height,
    runs_text,
    runs_width,
    unbroken,
    widest_word,
)
from lok.slides.type_styles import AIRY, STYLES, Level, Style
from lok.words import words

BALANCE, SLACK = 100, 1.2
"""In how many steps a width is tried, and how much wider than it could be a text may be for lines that end well."""
PAUSES, DASHES = ",:;.?!", "-–"
"""Where a line ends well, and where it ends within a word."""


Styled = Sequence[tuple[Par, Level]]
"""Paragraphs with the weight and slant of their style, each with how it stands in it."""


def set_text(style: str, pars: Sequence[Par], width: float, size: float) -> Text:
    """Paragraphs broken for a column of `width` mm at `size` points, and the height that they need."""
    return _set(style, _styled(style, pars), width, size)


def _set(style: str, pars: Styled, width: float, size: float) -> Text:
    broken, height = [], 0.0
    for n, (par, level) in enumerate(pars):
        lines = break_lines(par.runs, width - level.indent, size)
        height += len(lines) * line_height(size) + (level.space * size * POINT if n else 0)
        broken.append(replace(par, lines=lines))
    return Text(style, size, tuple(broken), height)


def level_of(style: Style, par: Par) -> Level:
    """How a paragraph stands in a style; the deepest level serves all that are deeper."""
    return style.levels[min(par.level, len(style.levels) - 1)]


def _styled(style: str, pars: Sequence[Par]) -> Styled:
    """With what stays together on one line."""
    chosen, made = STYLES[style], []
    for par in pars:
        level = level_of(chosen, par)
        runs = (
            Run(unbroken(r.text), r.bold or chosen.bold, r.italic or level.italic, r.link, r.shift) for r in par.runs
        )
        made.append((replace(par, runs=tuple(runs)), level))
    return made


def needed(style: str, pars: Sequence[Par], width: float, size: float) -> float:
    """The height in mm of paragraphs at `size` points, wherever they are drawn: reckoned with a narrower column."""
    return _needed(_styled(style, pars), width, size)


def _needed(pars: Styled, width: float, size: float) -> float:
    height = 0.0
    for n, (par, level) in enumerate(pars):
        height += count_lines(par.runs, width * CAUTION - level.indent, size) * line_height(size)
        height += level.space * size * POINT if n else 0
    return height


def fit(style: str, pars: Sequence[Par], width: float, height: float) -> tuple[Text, float]:
    """The text at the first size that fits in `width` by `height` mm, and by how many mm it still overflows.

    The room is that inside the insets.
    """
    styled = _styled(style, pars)
    size, overflow = _size(style, styled, width, height)
    return _set(style, styled, width, size), overflow


def fit_unbroken(style: str, pars: Sequence[Par], width: float, height: float) -> tuple[Text, float]:
    """As `fit`, its lines left to the program that shows it: notes are long, and no picture draws them."""
    styled = _styled(style, pars)
    size, overflow = _size(style, styled, width, height)
    return Text(style, size, tuple(par for par, _ in styled), _needed(styled, width, size)), overflow


def _size(style: str, pars: Styled, width: float, height: float) -> tuple[float, float]:
    """The first size in points that fits, else the last, and by how many mm it still overflows."""
    sizes = STYLES[style].sizes
    overflows = ((size, _overflow(pars, size, width, height)) for size in sizes)
    size, overflow = next(((s, o) for s, o in overflows if o <= 0), (sizes[-1], 1.0))
    return size, max(_overflow(pars, size, width, height), 0.0) if overflow > 0 else 0.0


def balanced_width(style: str, pars: Sequence[Par], width: float, size: float) -> float:
    """How wide, in mm and at most `width`, paragraphs are with the same number of lines, all about as long.

    A little wider than it could be where more lines then end with a comma or a sentence, and none within a word.
    """
    styled = _styled(style, pars)
    most = _lines(styled, width * CAUTION, size)
    if most <= len(pars):
        return width
    narrower = (width * (1 - n / BALANCE) for n in range(BALANCE))
    fitting = (w for w in narrower if _too_wide(styled, w * CAUTION, size) <= 0)
    kept = list(takewhile(lambda w: _lines(styled, w * CAUTION, size) <= most, fitting)) or [width]
    return max((w for w in kept if w <= kept[-1] * SLACK), key=lambda w: (_ends(styled, w, size), -w))


def _lines(pars: Styled, width: float, size: float) -> int:
    return sum(count_lines(par.runs, width - level.indent, size) for par, level in pars)


def _ends(pars: Styled, width: float, size: float) -> tuple[bool, int]:
    """Whether lines break the same where text is a little wider, and how many of them end well."""
    drawn, wider = _broken(pars, width, size), _broken(pars, width * CAUTION, size)
    ends = [line[-1:] for lines in drawn for line in lines[:-1]]
    return drawn == wider, sum((end in PAUSES) - (end in DASHES) for end in ends if end)


def _broken(pars: Styled, width: float, size: float) -> list[list[str]]:
    return [[runs_text(line) for line in break_lines(par.runs, width - level.indent, size)] for par, level in pars]


def same_size(style: str, texts: Sequence[Sequence[Par]], width: float, height: float) -> tuple[list[Text], float]:
    """Several texts, each in a room of `width` by `height` mm, and the worst overflow in mm.

    All are as large as the fullest allows.
    """
    fitted = [fit(style, pars, width, height) for pars in texts]
    size = min((text.size for text, _ in fitted), default=STYLES[style].sizes[-1])
    return [set_text(style, pars, width, size) for pars in texts], max((over for _, over in fitted), default=0.0)


def inside(style: str, width: float, height: float) -> tuple[float, float]:
    """Width and height in mm for text in a box of this size, its insets taken off."""
    left, top, right, bottom = STYLES[style].inset
    return width - left - right, height - top - bottom


def _overflow(pars: Styled, size: float, width: float, height: float) -> float:
    return max(_needed(pars, width, size) - height, _too_wide(pars, width * CAUTION, size))


def too_wide(style: str, pars: Sequence[Par], width: float, size: float) -> float:
    """By how many mm, at `size` points, the longest word sticks out of `width` mm; less than 0 where none does."""
    return _too_wide(_styled(style, pars), width, size)


def _too_wide(pars: Styled, width: float, size: float) -> float:
    return max((widest_word(par.runs, size) - width + level.indent for par, level in pars), default=0.0)


def fill(
    frame: Placeholder,
    pars: Sequence[Par],
    *,
    y: float | None = None,
    w: float | None = None,
    h: float | None = None,
) -> Box:
    """Text in a placeholder; `y`, `w` and `h` in mm where they differ from the layout's."""
    y, w, h = frame.y if y is None else y, frame.w if w is None else w, frame.h if h is None else h
    left, top, right, bottom = STYLES[frame.style].inset
    column = w - left - right
    text, overflow = fit(frame.style, pars, column, h - top - bottom)
    if STYLES[frame.style].balanced and not overflow:
        column = balanced_width(frame.style, pars, column, text.size)
        text = set_text(frame.style, pars, column, text.size)
    return Box(
        words("deck")[f"place_{frame.key}"],
        frame.x,
        y,
        left + column + right,
        h,
        text,
        frame=frame.key,
        fill=frame.fill,
        line=frame.line,
        colour=frame.colour,
        overflow=overflow,
    )


def longest_line(text: Text | None) -> float:
    """How wide, in mm, the longest line of a text may be, wherever it is drawn."""
    lines = (runs_width(line, text.size) for par in text.pars for line in par.lines) if text else ()
    return max(lines, default=0.0) / CAUTION


def fill_airy(frame: Placeholder, pars: Sequence[Par]) -> Box:
    """Text in a placeholder, with more air around its paragraphs where it is short."""
    shown = (fill(replace(frame, style=style), pars) for style in AIRY.get(frame.style, ()))
    return next((box for box in shown if box.overflow == 0), None) or fill(frame, pars)


def plain_par(text: str, level: int = 0) -> Par:
    """A paragraph of plain words at a list level."""
    return Par(level, (Run(text),))


def one_line_box(frame: Placeholder, text: str) -> Box:
    """One paragraph of plain words in a placeholder."""
    return fill(frame, (plain_par(text),))


def free_text_box(name: str, style: str, text: str, place: Rect) -> Box:
    """Plain words in a box of its own, outside the layout's places; `place` is in mm."""
    x, y, w, h = place
    left, top, right, bottom = STYLES[style].inset
    fitted, overflow = fit(style, (plain_par(text),), w - left - right, h - top - bottom)
    return Box(name, x, y, w, h, fitted, overflow=overflow)
