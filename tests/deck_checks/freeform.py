"""What a freeform covers: its rings as points, and whether a spot lies within an odd number of them."""

from __future__ import annotations

from itertools import pairwise

from .package import Element, find, number

PIECES = 12
"""Straight lines that stand for one curve."""
Spot = tuple[float, float]


def inside(form: Element, across: float, down: float) -> bool:
    """Whether a spot, as parts of its width and height, lies in the filled area of an `a:path` (even-odd)."""
    x, y = across * number(form.get("w")), down * number(form.get("h"))
    crossed = 0
    for ring in rings(form):
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            crossed += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossed % 2 == 1


def rings(form: Element) -> list[list[Spot]]:
    """The rings of an `a:path` in its own units, curves as short lines."""
    found: list[list[Spot]] = []
    for step in form:
        ends = [(float(number(p.get("x"))), float(number(p.get("y")))) for p in find(step, "a:pt")]
        if step.tag.endswith("}moveTo"):
            found.append(ends)
        elif step.tag.endswith("}lnTo"):
            found[-1] += ends
        elif step.tag.endswith("}cubicBezTo"):
            start = found[-1][-1]
            found[-1] += [_on((start, *ends), n / PIECES) for n in range(1, PIECES + 1)]
    return found


def _on(curve: tuple[Spot, ...], part: float) -> Spot:
    """The spot on a cubic curve after this part of it."""
    weights = ((1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y
