"""What somebody said, large, and beside it the face of the case who said it, where the slide names one."""

from __future__ import annotations

from dataclasses import replace

from lok.model.library import Case
from lok.model.text import Quote
from lok.model.vocabulary import QUOTE as WORD
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import ABOVE_STRIP, BODY, MARGIN, Decoration, Layout, Placeholder, Rect, foot, strip
from lok.slides.line_breaking import Run
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.disc import portrait
from lok.slides.shapes.figure import path_box
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import PLAIN
from lok.slides.typeset import fill
from lok.words import words

MARKS = Rect(MARGIN, 31.0, 38.1, 32.3)
"""Where the quotation marks stand at the highest, in mm."""
MARK = "M{0} 62C{0} 32 {1} 9 {2} 0L{3} 16C{4} 24 {5} 38 {5} 62H{6}V122H{0}Z"
POINTS, APART, VIEW = (0, 20, 50, 58, 41, 32, 56), 86, (144.0, 122.0)
"""One mark, where its places across go, how far the second stands from it, and the size of both."""
TEXT_TOP, TEXT_WIDE, WHO = 67.0, 169.0, 20.0
"""Where the words begin and how wide they are, and how high the place is that says whose they are, in mm."""
GAP = 8.0
"""Between the words and whose they are, in mm."""
ABOVE = 0.35
"""Part of the spare room that stands above what was said."""
MIDDLE, ROUND, FACE = (267.2, 113.7), 100.5, 127.0
"""Middle and radius of the circle behind a face, which bleeds off the slide, and width of the face, in mm."""
UPPER, SMALLER, SMALL_FACE = (260.0, 79.0), 62.0, 100.0
"""The same above the strip, where all of the circle is seen."""


def _layout(key: str, room: Rect, stripped: bool) -> Layout:
    question, orange = strip() if stripped else ((), ())
    high = room.bottom - TEXT_TOP - WHO - GAP
    (x, y), radius = (UPPER, SMALLER) if stripped else (MIDDLE, ROUND)
    circle = Decoration(x - radius, y - radius, 2 * radius, 2 * radius, fill="line", shape="ellipse", alpha=0.55)
    places = (
        Placeholder("title", 0, MARGIN, 9.8, 205, 20, "asked", colour="grey"),
        Placeholder("quote", 33, MARGIN, TEXT_TOP, TEXT_WIDE, high, "quote"),
        Placeholder("name", 25, MARGIN, room.bottom - WHO, TEXT_WIDE, WHO, "summary", colour="ink"),
        *question,
        *foot(colour="ink"),
    )
    return Layout(key, "sand", places, (circle, *orange), room._replace(w=TEXT_WIDE))


def applies(content: SlideContent) -> bool:
    """Whether the author chose it for a slide with only what somebody said."""
    said = content.slide.body
    return content.slide.kind == WORD and bool(said) and all(isinstance(block, Quote) for block in content.blocks)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The words between drawn marks, whose they are, and the face."""
    place = layout.placeholder("quote")
    said = fill(place, [replace(par, level=PLAIN) for par in content.pars])
    high = said.text.height if said.text and not said.overflow else said.h
    who = _who(layout, content.case, 0) if content.case else None
    spare = layout.room.bottom - said.y - high - (GAP + who.h if who else 0)
    shift = max(spare, 0.0) * ABOVE
    said = replace(said, y=said.y + shift, h=high)
    if not content.case or not who:
        return (_marks(shift), said)
    return (_marks(shift), said, replace(who, y=said.y + high + GAP), _face(layout, content.case))


def _marks(shift: float) -> Group:
    """Opening quotation marks: an ornament, for the words say themselves that somebody speaks."""
    path = "".join(MARK.format(*(across + beside for across in POINTS)) for beside in (0, APART))
    return Group(words("deck")["name_marks"], (path_box(*MARKS._replace(y=MARKS.y + shift), path, VIEW, "role-1"),), "")


def _who(layout: Layout, case: Case, y: float) -> Box:
    about = (Run(f", {case.summary}"),) if case.summary else ()
    return fill(layout.placeholder("name"), (Par(PLAIN, (Run(case.name, bold=True), *about)),), y=y)


def _face(layout: Layout, case: Case) -> Group:
    (x, y), width = (UPPER, SMALL_FACE) if layout.has("question") else (MIDDLE, FACE)
    return portrait(case, x - width / 2, y - width / 2, width)


QUOTE = Mechanism(
    WORD, Basis.FORM, applies, (_layout("quote", BODY, False), _layout("quote-question", ABOVE_STRIP, True)), draw
)
