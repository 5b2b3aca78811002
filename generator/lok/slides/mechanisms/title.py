"""The title page: what the evening is called, three faces in two circles, and who gives it where and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lok.model.course import Evening, Role
from lok.model.library import Case
from lok.model.vocabulary import DIVIDER, TITLE_PAGE
from lok.session.occasion import moment, where
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import MARGIN, WIDE, WIDTH, Layout, Placeholder, Rect
from lok.slides.line_breaking import Run
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms import content as plain
from lok.slides.shapes.disc import portrait
from lok.slides.shapes.lens import two_circles
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, one_line_box, plain_par
from lok.words import words

RADIUS, MIDDLES, HEIGHT = 57.2, (222.8, 277.3), 79.4
"""Of the two circles: radius, middles from the left and height of both from the top, in mm."""
FACES = ((177.15, 80.35, 41.5), (227.25, 68.25, 45.5), (281.45, 80.35, 41.5))
"""Left, top and width of three faces, in mm: one in each circle, one where they overlap."""
RULE, NAMES_TOP, NAMES_HIGH = 155.0, 159.5, 20.0
"""The line above the names, and their place below it, in mm."""
DOT, DOT_GAP = 6.4, 3.2
"""Width of the dot of a role, and room beside it, in mm."""
COLUMNS = (22.2, 113.7)
"""Where the dots of the two speakers stand, in mm from the left."""
NAME_WIDE = COLUMNS[1] - COLUMNS[0] - DOT - DOT_GAP - 4
"""Room for one name, in mm."""
DOTS = ("role-1-light", "role-2-light")
"""Colours of the two roles on a dark ground."""
WHEN = Rect(214.0, NAMES_TOP, WIDTH - MARGIN - 214.0, NAMES_HIGH)
"""Where group, place, day and hour stand, in mm."""
LAYOUT = Layout(
    "title",
    "petrol",
    (
        Placeholder("title", 0, MARGIN, 28, 144, 54, "opening"),
        Placeholder("kicker", 42, MARGIN, 6, 144, 20.5, "kicker"),
        Placeholder("text", 23, MARGIN, 84, 144, 64, "subtitle"),
        *(
            Placeholder(key, idx, x + DOT + DOT_GAP, NAMES_TOP, NAME_WIDE, NAMES_HIGH, "names")
            for key, idx, x in (("first", 43, COLUMNS[0]), ("second", 44, COLUMNS[1]))
        ),
        Placeholder("evening", 40, *WHEN, "moment"),
    ),
    (),
    Rect(MARGIN, 84, 144, 64),
)


def applies(content: SlideContent) -> bool:
    """Whether the author chose so; else the first slide, with no more than a few words of text."""
    slide = content.slide
    shows = slide.question or slide.reveal or content.case or content.exercise or content.picture
    few = not shows and all(par.level == 0 for par in content.body)
    return slide.kind == TITLE_PAGE or (slide.number == 1 and few and content.open_to(plain.WORD, DIVIDER))


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """What the session is called, the words below the title, the people, and who gives it for whom and when."""
    course, slide = content.on.course, content.slide
    named = course.title != slide.title
    told = (fill(layout.placeholder("text"), content.pars),) if content.pars else ()
    over = (one_line_box(layout.placeholder("kicker"), course.title),) if named else ()
    faces = (portrait(case, x, y, wide) for case, (x, y, wide) in zip(_people(content), FACES, strict=False))
    evening = tuple(_evening(layout, course.evening, course.roles)) if course.evening else ()
    circles = two_circles(MIDDLES, HEIGHT, RADIUS, ("role-1", "role-2"), "sand")
    return (*over, *told, Group(words("deck")["name_circles"], circles, ""), *faces, *evening)


def _people(content: SlideContent) -> tuple[Case, ...]:
    """The people of the evening in order of appearance."""
    cases = content.on.cases
    told = dict.fromkeys(slide.case.id for slide in content.on.course.slides if slide.case)
    return tuple(cases[id] for id in (*told, *(id for id in cases if id not in told)) if id in cases)


def _evening(layout: Layout, evening: Evening, roles: tuple[Role, Role]) -> Iterator[Item]:
    """A line, then each name that is known with its role, and where and when."""
    yield Box("", MARGIN, RULE, WIDE, 0.4, fill="role-1-light")
    for key, name, role, x, colour in zip(("first", "second"), evening.names, roles, COLUMNS, DOTS, strict=True):
        if name:
            yield Box("", x, NAMES_TOP + 5, DOT, DOT, fill=colour, shape="ellipse")
            yield fill(layout.placeholder(key), (_bold(name), replace(plain_par(role.name), level=0)))
    lines = (moment(evening), where(evening))
    yield fill(layout.placeholder("evening"), (_bold(lines[0]), *(plain_par(line) for line in lines[1:] if line)))


def _bold(text: str) -> Par:
    return Par(0, (Run(text, bold=True),))


TITLE = Mechanism(TITLE_PAGE, Basis.REST, applies, (LAYOUT,), draw)
