"""The outline of a drawing: the path data of an SVG in, a short list of moves, lines and curves out.

All that draws one (deck, slide picture, paper) reads it here, so a drawing is the same everywhere. What lies inside an
even number of its rings is a hole (even-odd), as PowerPoint fills a freeform.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""A letter and its points: "M" moves to one, "L" draws a line to one, "C" a cubic curve by three; "Z" closes."""
LETTERS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z"}


@cache
def steps(path: str) -> tuple[Step, ...]:
    """SVG path data as steps in its own units: arcs and quadratic curves are cubic, what is relative is absolute.

    Raises ValueError where it is no path data.
    """
    from fontTools.pens.recordingPen import RecordingPen  # noqa: PLC0415 - slow to load, and few commands draw
    from fontTools.svgLib.path import parse_path  # noqa: PLC0415 - as above

    pen = RecordingPen()
    try:
        parse_path(path, pen)
    except (ValueError, TypeError, IndexError, AttributeError, AssertionError) as wrong:
        raise ValueError(f"no path data: {path[:60]!r}") from wrong
    return tuple(_steps(pen.value))


def _steps(drawn: Iterable[tuple[str, tuple[Point, ...]]]) -> Iterator[Step]:
    here = start = (0.0, 0.0)
    for name, points in drawn:
        if name == "qCurveTo":
            yield "C", _cubic(here, *points)
        elif name in LETTERS:
            yield LETTERS[name], points
        start = points[0] if name == "moveTo" else start
        here = points[-1] if points else start


def _cubic(start: Point, bend: Point, end: Point) -> tuple[Point, Point, Point]:
    """The quadratic curve from `start` over `bend` to `end` as a cubic one."""
    first, second = (((p[0] + 2 * bend[0]) / 3, (p[1] + 2 * bend[1]) / 3) for p in (start, end))
    return first, second, end
