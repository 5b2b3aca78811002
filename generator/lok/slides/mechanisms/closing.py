"""The last slide: what stays, what the group takes home, who can be called, and one question to go on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.derive import downloads
from lok.model.vocabulary import CLOSING as WORD
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import DISC, HEIGHT, MARGIN, WIDE, WIDTH, Decoration, Layout, Placeholder, Rect
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.cards import split
from lok.slides.shapes.disc import pictogram
from lok.slides.shapes.qr import picture_of_code
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import BULLET
from lok.slides.typeset import fill, plain_par
from lok.words import words

MOST = 4
"""Points in two rows of two."""
TOP, PITCH, HIGH, WIDTH_OF = 61.5, 29.6, 24.0, 134.0
"""Where the points begin, from row to row, and how high and wide one is, in mm."""
COLUMNS = (MARGIN, 155.6)
"""Where they stand from the left, in mm."""
EDGE = 1.0
"""Width of the line beside a point, in mm."""
STRIP = 152.4
"""Where the field of the group begins, in mm."""
HELP_TOP, HELP_HIGH, PHONE = 125.0, 16.0, 9.0
"""The line with who can be called: its place, height and the width of its pictogram, in mm."""
CODE = Rect(WIDTH - MARGIN - 44, 92, 44, 44)
"""Where the code to the site stands, in mm."""
_ASKED = MARGIN + 2 * DISC + 8.5
LAYOUT = Layout(
    "closing",
    "petrol",
    (
        Placeholder("title", 0, MARGIN, 13.0, 210, 38, "opening"),
        *(
            Placeholder(f"item-{n + 1}", 45 + n, COLUMNS[n % 2], TOP + n // 2 * PITCH, WIDTH_OF, HIGH, "item")
            for n in range(MOST)
        ),
        Placeholder("text", 23, MARGIN, TOP, 220, STRIP - TOP - 8, "taken"),
        Placeholder("help", 49, MARGIN + PHONE + 6, HELP_TOP, 230, HELP_HIGH, "help"),
        Placeholder("question", 22, _ASKED, STRIP, WIDE - _ASKED + MARGIN, HEIGHT - STRIP, "question"),
    ),
    (
        Decoration(240.8, -39.7, 142.8, 142.8, fill="role-1", shape="ellipse", alpha=0.6),
        Decoration(288.4, -12.0, 125.0, 125.0, fill="role-2", shape="ellipse", alpha=0.75),
        Decoration(0, STRIP, WIDTH, HEIGHT - STRIP, fill="orange"),
    ),
    Rect(MARGIN, TOP, WIDE, HELP_TOP - TOP),
)


def applies(content: SlideContent) -> bool:
    """Whether the author chose so, and asks the group something."""
    return content.slide.kind == WORD and bool(content.question) and not content.picture


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """What stays in two rows, or as text; who can be called; and the code to the site of the participants."""
    code = picture_of_code(CODE, address) if (address := downloads.home_page(content.on.course)) else None
    if content.slide.made:
        return (*_taken(content, layout), *((code,) if code else ()))
    points = [par for par in content.pars if par.level == BULLET]
    others = [par for par in content.pars if par.level != BULLET]
    led = all(map(text_form.lead, text_form.listed(content.blocks))) and 0 < len(points) <= MOST
    stays = _points(layout, points) if led else (fill(layout.placeholder("text"), points or others),)
    called = _called(layout, others) if others and points else ()
    return (*stays, *called, *((code,) if code else ()))


def _points(layout: Layout, points: Sequence[Par]) -> Iterator[Item]:
    for n, point in enumerate(points):
        head, rest = split(point)
        place = layout.placeholder(f"item-{n + 1}")
        edge = Box("", place.x, place.y, EDGE, place.h, fill="peach")
        yield Group(words("deck")["decoration"], (edge,), "", click=point.click)
        said = Par(0, tuple(replace(run, bold=True, italic=False, link="") for run in head.runs), click=point.click)
        yield fill(place, (said, Par(0, rest.runs, click=point.click)))


def _called(layout: Layout, others: Sequence[Par]) -> tuple[Item, ...]:
    place = layout.placeholder("help")
    phone = pictogram("telefoon", MARGIN, place.y + (place.h - PHONE) / 2, PHONE, "peach")
    return (phone, fill(place, others))


def _taken(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The papers that every participant takes home, on a slide that no author wrote."""
    course = content.on.course
    papers = course.bundle.papers if course.bundle else ()
    titles = {item.id: item.title for item in downloads.papered(course)}
    given = [plain_par(titles[paper.id], BULLET) for paper in papers if paper.id in titles]
    if not given:
        return ()
    return (fill(layout.placeholder("text"), (plain_par(words("deck")["closing_take"]), *given)),)


CLOSING = Mechanism(WORD, Basis.REFERENCE, applies, (LAYOUT,), draw)
