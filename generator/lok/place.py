"""Put text in a place: a frame and paragraphs in, a box with broken lines out, at the largest size that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok import look
from lok.canvas import Box, Par, Text
from lok.frames import STYLES, Frame
from lok.metrics import POINT, SAFETY, Run, break_lines, line_height, widest_word
from lok.words import words


def set_text(style: str, pars: Sequence[Par], width: float, size: float) -> Text:
    """Break paragraphs for a column of `width` mm at `size` points."""
    chosen = STYLES[style]
    broken, height = [], 0.0
    for n, par in enumerate(pars):
        level = chosen.levels[min(par.level, len(chosen.levels) - 1)]
        runs = tuple(replace(run, bold=True) for run in par.runs) if chosen.bold else par.runs
        if level.italic:
            runs = tuple(replace(run, italic=True) for run in runs)
        lines = break_lines(runs, width - level.indent, size)
        height += len(lines) * line_height(size) + (level.space * size * POINT if n else 0)
        broken.append(replace(par, runs=runs, lines=lines))
    return Text(style, size, tuple(broken), height)


def fit(style: str, pars: Sequence[Par], width: float, height: float) -> tuple[Text, float]:
    """The text at the first size that fits in the room inside the insets, and by how many mm it still overflows."""
    text = set_text(style, pars, width, STYLES[style].sizes[0])
    overflow = 0.0
    for size in STYLES[style].sizes:
        text = set_text(style, pars, width, size)
        overflow = max(text.height - height, _too_wide(text, width))
        if overflow <= 0:
            return text, 0.0
    return text, overflow


def _too_wide(text: Text, width: float) -> float:
    levels = STYLES[text.style].levels
    return max(
        (
            widest_word(par.runs, text.size) - SAFETY * (width - levels[min(par.level, len(levels) - 1)].indent)
            for par in text.pars
        ),
        default=0.0,
    )


def fill(
    frame: Frame,
    pars: Sequence[Par],
    *,
    y: float | None = None,
    w: float | None = None,
    h: float | None = None,
) -> Box:
    """Text in a placeholder; `y`, `w` and `h` in mm where they differ from the layout's."""
    y, w, h = frame.y if y is None else y, frame.w if w is None else w, frame.h if h is None else h
    left, top, right, bottom = STYLES[frame.style].inset
    text, overflow = fit(frame.style, pars, w - left - right, h - top - bottom)
    return Box(
        words("deck")[f"place_{frame.key}"],
        frame.x,
        y,
        w,
        h,
        text,
        frame=frame.key,
        fill=frame.fill,
        line=frame.line,
        colour=frame.colour,
        overflow=overflow,
    )


def plain_par(text: str, level: int = 0) -> Par:
    return Par(level, (Run(text),))


def one(frame: Frame, text: str) -> Box:
    """One paragraph of plain words in a placeholder."""
    return fill(frame, (plain_par(text),))


def label(frame: Frame, text: str, place: int) -> Box:
    """Words on the colour of a role, by its place in the session."""
    return replace(one(frame, text), fill=look.ROLE_COLOURS[place])


def free(name: str, style: str, text: str, place: tuple[float, float, float, float]) -> Box:
    """Plain words in a box of its own, outside the layout's places."""
    x, y, w, h = place
    left, top, right, bottom = STYLES[style].inset
    fitted, overflow = fit(style, (plain_par(text),), w - left - right, h - top - bottom)
    return Box(name, x, y, w, h, fitted, overflow=overflow)
