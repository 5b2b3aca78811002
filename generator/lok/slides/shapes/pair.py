"""Two heads, each with its list, beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok.slides.canvas import Box, Par
from lok.slides.layouts import Layout
from lok.slides.shapes.table import around
from lok.slides.type_styles import PLAIN
from lok.slides.typeset import fill, fit, inside, set_text


def pair(layout: Layout, pars: Sequence[Par]) -> tuple[Box, ...]:
    """A bold line and its list, twice, and what closes; both lists at the size of the fuller one."""
    first, second = (n for n, par in enumerate(pars) if par.level == PLAIN and _headed(pars, n))
    end = next((n for n in range(second + 1, len(pars)) if pars[n].level == PLAIN), len(pars))
    _, below, _, bottom = around(layout, (), pars[end:], "below")
    sides = (("left", pars[first + 1 : second]), ("right", pars[second + 1 : end]))
    height = bottom - layout.frame("left").y
    size = min(
        fit(layout.frame(key).style, said, *inside(layout.frame(key).style, layout.frame(key).w, height))[0].size
        for key, said in sides
    )
    boxes: list[Box] = []
    for (key, said), head in zip(sides, (first, second), strict=True):
        frame = layout.frame(key)
        boxes.append(fill(layout.frame(f"{key}-head"), (pars[head],)))
        listed = fill(frame, said, h=height)
        boxes.append(replace(listed, text=set_text(frame.style, said, frame.w, size)))
    return (*boxes, *below)


def _headed(pars: Sequence[Par], n: int) -> bool:
    return n + 1 < len(pars) and pars[n + 1].level > PLAIN
