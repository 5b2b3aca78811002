"""The title page: what the evening is called, three faces in two circles, and who gives it where and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lok.design import palette
from lok.model.course import Course, Evening, Role
from lok.model.library import Case
from lok.model.vocabulary import DIVIDER, TITLE_PAGE
from lok.session.occasion import moment, where
from lok.slides.canvas import Box, Group, Item, Par, Photo
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
DOT, DOT_GAP, DOT_DOWN = 6.4, 3.2, 5.0
"""Width of the dot of a role, room beside it, and how far below the top of two lines it stands, in mm."""
FEW, MANY = (22.2, 113.7), (22.2, 118.0)
"""Where the dots of one or two speakers stand, and of more, in two rows, in mm from the left."""
NAMES = ("first", "second", "third", "fourth")
"""The places of their names."""
FIRST_NAME = 43
"""The number in the deck of the first of these places."""
WHEN = Rect(214.0, NAMES_TOP, WIDTH - MARGIN - 214.0, NAMES_HIGH)
"""Where group, place, day and hour stand, in mm."""
LOGO, PLATE = Rect(WIDTH - MARGIN - 42.0, 5.5, 42.0, 12.5), 1.8
"""The most room for a logo, and the white around it, in mm."""


def _layout(key: str, columns: tuple[float, float], rows: int, style: str, speakers: int) -> Layout:
    """The title page whose names stand in these columns and so many rows, from this number of speakers on."""
    wide, high = columns[1] - columns[0] - DOT - DOT_GAP - 4, NAMES_HIGH / rows
    grid = ((x + DOT + DOT_GAP, NAMES_TOP + row * high) for row in range(rows) for x in columns)
    places = (
        Placeholder("title", 0, MARGIN, 28, 144, 54, "opening"),
        Placeholder("kicker", 42, MARGIN, 6, 144, 20.5, "kicker"),
        Placeholder("text", 23, MARGIN, 84, 144, 64, "subtitle"),
        *(
            Placeholder(name, FIRST_NAME + n, x, y, wide, high, style)
            for n, (name, (x, y)) in enumerate(zip(NAMES, grid, strict=False))
        ),
        Placeholder("evening", 40, *WHEN, "moment"),
    )
    return Layout(key, "petrol", places, (), Rect(MARGIN, 84, 144, 64), speakers)


LAYOUT = _layout("title", FEW, 1, "names", 1)
CROWDED = _layout("title-many", MANY, 2, "named", len(FEW) + 1)
"""For more speakers than one row holds."""


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
    logo = tuple(_logo(course))
    return (*over, *told, Group(words("deck")["name_circles"], circles, ""), *faces, *logo, *evening)


def _logo(course: Course) -> Iterator[Item]:
    """The logo of the organisation that publishes, as large as its place is, on white: it was drawn for paper."""
    face, media = course.face, {item.path: item for item in course.media}
    if face is None or face.logo is None or face.logo.path not in media:
        return
    file = media[face.logo.path]
    scale = min(LOGO.w / file.width, LOGO.h / file.height)
    wide, high = file.width * scale, file.height * scale
    x, y = LOGO.x + LOGO.w - wide, LOGO.y + (LOGO.h - high) / 2
    plate = Box("", x - PLATE, y - PLATE, wide + 2 * PLATE, high + 2 * PLATE, fill="white", shape="round")
    yield Group(words("deck")["decoration"], (plate,), "")
    yield Photo(words("deck")["name_logo"], x, y, wide, high, face.logo.path, face.logo.alt)


def _people(content: SlideContent) -> tuple[Case, ...]:
    """The people of the evening in order of appearance."""
    cases = content.on.cases
    told = dict.fromkeys(slide.case.id for slide in content.on.course.slides if slide.case)
    return tuple(cases[id] for id in (*told, *(id for id in cases if id not in told)) if id in cases)


def _evening(layout: Layout, evening: Evening, roles: tuple[Role, ...]) -> Iterator[Item]:
    """A line, then each name that is known with its role, and where and when."""
    yield Box("", MARGIN, RULE, WIDE, 0.4, fill="role-1-light")
    for key, name, role in zip(NAMES, evening.names, roles, strict=False):
        if name:
            frame, colour = layout.placeholder(key), f"{palette.SPEAKERS[role.order]}-light"
            below = DOT_DOWN if layout is LAYOUT else (frame.h - DOT) / 2
            yield Box("", frame.x - DOT - DOT_GAP, frame.y + below, DOT, DOT, fill=colour, shape="ellipse")
            yield fill(frame, _named(name, role.name) if layout is LAYOUT else (_beside(name, role.name),))
    lines = (moment(evening), where(evening))
    yield fill(layout.placeholder("evening"), (_bold(lines[0]), *(plain_par(line) for line in lines[1:] if line)))


def _named(name: str, role: str) -> tuple[Par, ...]:
    return _bold(name), replace(plain_par(role), level=0)


def _beside(name: str, role: str) -> Par:
    return Par(0, (Run(name, bold=True), Run(f", {role}")))


def _bold(text: str) -> Par:
    return Par(0, (Run(text, bold=True),))


class _Title(Mechanism):
    """A title page with as many columns as there are speakers."""

    def layout(self, content: SlideContent) -> Layout:
        return LAYOUT if len(content.on.course.roles) < CROWDED.speakers else CROWDED


TITLE = _Title(TITLE_PAGE, Basis.REST, applies, (LAYOUT, CROWDED), draw)
