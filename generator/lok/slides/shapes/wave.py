"""A way that goes up and down: nodes at equal steps, and the curve through them as a freeform."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lok.slides.canvas import Box

Point = tuple[float, float]


def wave(x0: float, x1: float, y: float, amplitude: float, count: int) -> tuple[Point, ...]:
    """Middles of `count` nodes (two or more) from `x0` to `x1`, up and down around `y`.

    All in mm on the slide; the first node stands above. Raises ZeroDivisionError where there is one node.
    """
    step = (x1 - x0) / (count - 1)
    return tuple((x0 + n * step, y + (amplitude if n % 2 else -amplitude)) for n in range(count))


def curve(nodes: Sequence[Point]) -> str:
    """Path data in the units of the nodes: level at each node, with bends halfway between two."""
    (x, y), halves = nodes[0], []
    for (left, start), (right, end) in pairwise(nodes):
        half = (left + right) / 2
        halves.append(f"C{half:.3f} {start:.3f} {half:.3f} {end:.3f} {right:.3f} {end:.3f}")
    return f"M{x:.3f} {y:.3f}" + "".join(halves)


def band(nodes: Sequence[Point], colour: str, wide: float) -> Box:
    """The way through two nodes or more, in mm on the slide, as a line `wide` mm across."""
    left, right = nodes[0][0], nodes[-1][0]
    top, bottom = min(y for _, y in nodes), max(y for _, y in nodes)
    path = curve([(x - left, y - top) for x, y in nodes])
    w, h = right - left, bottom - top
    return Box("", left, top, w, h, shape="path", line=colour, stroke=wide, path=path, view=(w, h))
