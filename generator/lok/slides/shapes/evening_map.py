"""The evening as a path: a node for each part and break, full until where we are, with what each part is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lok.derive.people import named_in
from lok.design import pictograms
from lok.model.course import Break, Course, Part
from lok.model.library import Case
from lok.model.vocabulary import MARGIN as SPARE
from lok.slides.canvas import Box, Group, Item
from lok.slides.layouts import Rect
from lok.slides.shapes.figure import figure_boxes, path_box
from lok.slides.shapes.wave import Point, band, wave
from lok.slides.typeset import free_text_box
from lok.words import words

FIRST, LAST, MIDDLE, SWING = 29.1, 309.6, 147.1, 6.9
"""Where the first and the last node stand from the left, and how far nodes stand above and below a height, in mm."""
NODE, HERE, FACE = 5.8, 10.1, 7.4
"""Radius of a node, of the one where we are and of a portrait, in mm."""
CLEAR = 2.0
"""Around the node where we are, in mm: there the path is broken."""
STROKE = 1.3
"""Width of the path in mm."""
FEWEST, MOST = 3, 16
"""Of fewer nodes there is no path, and of more nobody sees one."""
RULE, LABEL_HIGH = 164.5, 9.0
"""Height of the rules below the path, and room for their words, in mm."""
PAUSE = "rust"
"""The pictogram of a break."""
SIDE = 0.62
"""How wide a pictogram is in its node, as part of it."""
Stop = Part | Break


def evening_map(course: Course, here: Part, ground: str, cases: Mapping[str, Case]) -> tuple[Item, ...]:
    """The path on a dark ground; nothing where there are too few or too many stops. A click on a node leads there."""
    stops = [stop for stop in course.agenda if stop is here or _comes(stop)]
    if not FEWEST <= len(stops) <= MOST:
        return ()
    nodes = wave(FIRST, LAST, MIDDLE, SWING, len(stops))
    now = next(n for n, stop in enumerate(stops) if stop is here)
    drawing = _Nodes(course, ground, cases)
    boxes = (
        *_way(nodes, now),
        *(box for n, stop in enumerate(stops) for box in drawing.node(stop, nodes[n], n - now)),
        *_halves(stops, nodes),
    )
    parts = course.parts
    spoken = words("deck")
    said = spoken["alt_map"].format(count=len(parts), number=parts.index(here) + 1, title=here.title)
    return (Group(spoken["name_map"], tuple(boxes), said),)


def _comes(stop: Stop) -> bool:
    """Whether the evening stops there: not in spare time, nor in a part of which nothing is shown."""
    if isinstance(stop, Break):
        return stop.name != SPARE
    return not stop.slides or not all(slide.left_out for slide in stop.slides)


def _way(nodes: Sequence[Point], now: int) -> Iterator[Box]:
    """White until where we are, then pale."""
    if now:
        yield band(nodes[: now + 1], "white", STROKE)
    if now < len(nodes) - 1:
        yield band(nodes[now:], "way", STROKE)


class _Nodes:
    """What stands in nodes: the face of a case, the number of a step or part, or the pictogram of a break."""

    def __init__(self, course: Course, ground: str, cases: Mapping[str, Case]) -> None:
        self.course, self.ground, self.cases = course, ground, cases
        self.counts = any(part.step for part in course.parts)

    def node(self, stop: Stop, at: Point, beyond: int) -> Iterator[Box]:
        """One node, `beyond` so many nodes after the one where we are; a click on a part leads to its first slide."""
        jump = stop.slides[0].id if isinstance(stop, Part) and stop.slides else ""
        return (replace(box, jump=jump) for box in self._drawn(stop, at, beyond))

    def _drawn(self, stop: Stop, at: Point, beyond: int) -> Iterator[Box]:
        x, y = at
        radius = HERE if beyond == 0 else NODE
        face = pictograms.portrait(case.portrait) if (case := self._case(stop)) else None
        if beyond == 0:
            yield _circle(at, radius + CLEAR, self.ground)
        if face:
            side = HERE if beyond == 0 else FACE
            yield from figure_boxes(face, x - side, y - side, 2 * side, "white")
            return
        if beyond > 0:
            yield _circle(at, radius, self.ground, "white")
        else:
            yield _circle(at, radius, "white" if beyond else "peach")
        yield from self._sign(stop, at, radius, "white" if beyond > 0 else "petrol", here=beyond == 0)

    def _sign(self, stop: Stop, at: Point, radius: float, ink: str, *, here: bool) -> Iterator[Box]:
        x, y = at
        if isinstance(stop, Break):
            side = 2 * radius * SIDE
            yield from figure_boxes(pictograms.pictogram(PAUSE), x - side / 2, y - side / 2, side, ink)
            return
        if self.counts and not stop.step:
            yield from _unnumbered(stop is self.course.parts[0], at, radius, ink)
            return
        label = str(stop.step.number if stop.step else self.course.parts.index(stop) + 1)
        place = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        yield replace(
            free_text_box(words("deck")["name_ordinal"], "node-here" if here else "node", label, place), colour=ink
        )

    def _case(self, stop: Stop) -> Case | None:
        """The case that a part is about, where it is no step of its own."""
        return None if isinstance(stop, Break) or stop.step else told_of(stop, self.cases)


def told_of(part: Part, cases: Mapping[str, Case]) -> Case | None:
    """The case that a part is about: it begins with that one and tells of no other, or its title names it."""
    first = next(iter(part.written), None)
    told = {slide.case.id for slide in part.written if slide.case}
    only = cases.get(*told) if len(told) == 1 and first and first.case else None
    return only or named_in(part.title, cases.values())


def _unnumbered(first: bool, at: Point, radius: float, ink: str) -> Iterator[Box]:
    """A part that is no step, where others are: the sign to begin, else two circles."""
    x, y = at
    if first:
        side = radius * 0.95
        yield path_box(x - side * 0.4, y - side / 2, side, side, "M0 0L1 .5L0 1Z", (1, 1), ink)
        return
    ring = radius * 0.42
    for left in (x - 1.7 * ring, x - 0.3 * ring):
        yield Box("", left, y - ring, 2 * ring, 2 * ring, line=ink, stroke=0.7, shape="ellipse")


def _circle(at: Point, radius: float, fill: str, line: str = "") -> Box:
    x, y = at
    return Box("", x - radius, y - radius, 2 * radius, 2 * radius, fill=fill, line=line, stroke=0.6, shape="ellipse")


def _halves(stops: Sequence[Stop], nodes: Sequence[Point]) -> Iterator[Box]:
    """A rule with words below what comes before the one break and below what comes after it."""
    breaks = [n for n, stop in enumerate(stops) if isinstance(stop, Break)]
    if len(breaks) != 1 or not 0 < breaks[0] < len(stops) - 1:
        return
    spoken = words("deck")
    for said, run in (("before_break", nodes[: breaks[0]]), ("after_break", nodes[breaks[0] + 1 :])):
        left, right = run[0][0] - NODE, run[-1][0] + NODE
        yield Box("", left, RULE, right - left, 0.4, fill="way")
        middle = max(right - left, 44.0)
        place = Rect((left + right - middle) / 2, RULE + 1, middle, LABEL_HIGH)
        yield free_text_box(spoken["name_half"], "run", spoken[said], place)
