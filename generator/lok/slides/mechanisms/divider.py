"""The slide that opens a part: its title, and beside it the parts of the session with that one lit."""

from __future__ import annotations

from lok.slides.canvas import Item
from lok.slides.layouts import MARGIN, Layout, Placeholder, Rect, number
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill

WORD = "tussentitel"
LAYOUT = Layout(
    "divider",
    "petrol",
    (
        Placeholder("title", 0, MARGIN, 44.5, 206, 50, "opening"),
        Placeholder("text", 23, MARGIN, 30, 206, 12, "kicker"),
        number("paper"),
    ),
    (),
    Rect(MARGIN, 30, 206, 70),
)


def applies(content: SlideContent) -> bool:
    """Whether it opens a part: a slide with nothing but a title does too."""
    slide = content.slide
    meant = slide.kind == WORD or (content.free and not (slide.body or slide.reveal or slide.case or slide.exercise))
    return meant and not (content.question or content.picture)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The words above the title."""
    return (fill(layout.placeholder("text"), content.pars),) if content.pars else ()


DIVIDER = Mechanism(WORD, Basis.REST, applies, (LAYOUT,), draw)
