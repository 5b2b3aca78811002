"""The title page: the first slide of a session, with who gives it, for whom and when where that is known."""

from __future__ import annotations

from lok.session.occasion import lines
from lok.slides.canvas import Item
from lok.slides.layouts import MARGIN, WIDE, Layout, Placeholder, Rect
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms import content as plain
from lok.slides.mechanisms import divider
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, fit, plain_par

LAYOUT = Layout(
    "title",
    "petrol",
    (
        Placeholder("title", 0, MARGIN, 31, 150, 56, "opening"),
        Placeholder("text", 23, MARGIN, 92, 150, 54, "lead", colour="paper"),
        Placeholder("evening", 40, MARGIN, 158, WIDE, 20, "names"),
    ),
    (),
    Rect(MARGIN, 92, 150, 54),
)


def applies(content: SlideContent) -> bool:
    """Whether it is the first slide, with no more than a few words of text."""
    place = LAYOUT.placeholder("text")
    spare = content.slide.number == 1 and not (content.question or content.picture or content.reveal)
    few = spare and fit(place.style, content.body, place.w, place.h)[1] == 0
    return few and content.open_to(plain.WORD, divider.WORD)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """Who gives the session, for whom and when, where that is known; and the words below the title."""
    evening = content.on.course.evening
    told = (fill(layout.placeholder("evening"), tuple(map(plain_par, lines(evening)))),) if evening else ()
    return (*told, *plain.text(content, layout))


TITLE = Mechanism("", Basis.REST, applies, (LAYOUT,), draw)
