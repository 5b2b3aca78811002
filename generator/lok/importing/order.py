"""The shapes of a slide in any order in, in the order in which people read them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Shape = Any
"""A shape of python-pptx, which ships no types."""


def in_reading_order(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Placeholders in the order of their layout, then what stands free, row by row; a group is one shape."""
    listed = list(shapes)
    yield from sorted((each for each in listed if each.is_placeholder), key=lambda each: each.placeholder_format.idx)
    yield from by_rows(each for each in listed if not each.is_placeholder)


def by_rows(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """From top to bottom; what stands beside each other from left to right."""
    rows: list[list[Shape]] = []
    for shape in sorted(shapes, key=lambda each: (each.top or 0, each.left or 0)):
        if rows and all(_beside(each, shape) for each in rows[-1]):
            rows[-1].append(shape)
        else:
            rows.append([shape])
    for row in rows:
        yield from sorted(row, key=lambda each: each.left or 0)


def _beside(one: Shape, other: Shape) -> bool:
    """Whether two shapes share more than half the height of the smaller one."""
    tops = [each.top or 0 for each in (one, other)]
    heights = [each.height or 0 for each in (one, other)]
    shared = min(top + height for top, height in zip(tops, heights, strict=True)) - max(tops)
    return shared > min(heights) / 2
