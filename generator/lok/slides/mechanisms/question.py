"""Nothing but a question: the field of the group over the whole width."""

from __future__ import annotations

from lok.slides.layouts import BOTTOM, HEIGHT, MARGIN, TOP, WIDE, WIDTH, Decoration, Layout, Placeholder, foot, head
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.slide_content import SlideContent

LAYOUT = Layout(
    "question",
    "paper",
    (*head(WIDE), Placeholder("question", 22, MARGIN, 80, WIDE, BOTTOM - 80, "question-large"), *foot("ink")),
    (
        Decoration(0, TOP, WIDTH, HEIGHT - TOP, fill="orange"),
        Decoration(MARGIN, 61, 22, 1.4, fill="ink"),
        Decoration(MARGIN, 65, 120, 8, word="ask", style="label"),
    ),
)


def applies(content: SlideContent) -> bool:
    """Whether there is a question without anything beside it."""
    return bool(content.question) and not (content.pars or content.picture)


QUESTION = Mechanism("vraag", Basis.REST, applies, (LAYOUT,), lambda content, layout: ())
