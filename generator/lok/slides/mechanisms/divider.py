"""The slide that leads in a part: its title, whom it is about, and where the evening is."""

from __future__ import annotations

from lok.derive.people import named_in
from lok.model.course import Part
from lok.model.vocabulary import DIVIDER as WORD
from lok.model.vocabulary import MOST_SPEAKERS
from lok.slides.canvas import Box, Item
from lok.slides.layouts import MARGIN, Layout, Placeholder, Rect, number
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.disc import disc, portrait
from lok.slides.shapes.evening_map import evening_map, told_of
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, one_line_box
from lok.words import words

FACE, FACE_TOP, FACE_LEFT = 80.8, 16.2, 237.9
"""Width of a portrait, and where it stands, in mm."""
HALO = 87.3
"""Radius in mm of the pale circle around it."""
ALPHA = 0.07
"""How much of that circle is seen."""
ROOM = Rect(MARGIN, 30, 206, 90)
"""Where the words stand, in mm."""


def _layout(key: str, ground: str, speakers: int = 1) -> Layout:
    places = (
        Placeholder("title", 0, MARGIN, 42, ROOM.w, 56, "opening"),
        Placeholder("kicker", 42, MARGIN, 28, ROOM.w, 12, "kicker"),
        Placeholder("text", 23, MARGIN, 98, ROOM.w, 24, "subtitle"),
        number("white"),
    )
    return Layout(key, ground, places, (), ROOM, speakers)


TOGETHER = _layout("divider", "petrol")
LED = (
    _layout("divider-1", "ground-1"),
    _layout("divider-2", "ground-2"),
    *(_layout(f"divider-{n}", f"ground-{n}", n) for n in range(3, MOST_SPEAKERS + 1)),
)
"""One for each speaker, and one for all together: the colour of who leads."""


def applies(content: SlideContent) -> bool:
    """Whether it opens a part: a slide with nothing but a title does too."""
    slide = content.slide
    meant = slide.kind == WORD or (content.free and slide.bare)
    return meant and not (content.question or content.picture)


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """Which step or part it is, whom it is about, and the path of the evening."""
    course = content.on.course
    place = content.on.part_of[content.slide.id]
    here = course.parts[place]
    over = one_line_box(layout.placeholder("kicker"), _kicker(content, here, place + 1))
    said = (fill(layout.placeholder("text"), content.pars),) if content.pars else ()
    return (
        over,
        *said,
        *_face(content, here),
        *evening_map(course, here, layout.ground, content.on.cases),
    )


def _kicker(content: SlideContent, here: Part, place: int) -> str:
    """The step that the author counts, else which part it is; the name of the part where the title says another."""
    spoken, parts = words("deck"), content.on.course.parts
    step = content.slide.step or here.step
    if step:
        counted = spoken["series"].format(number=step.number, count=step.count)
        return spoken["kicker_step"].format(series=counted, name=step.name) if step.name else counted
    counted = spoken["kicker_part"].format(number=place, count=len(parts))
    other = here.title != content.slide.title
    return spoken["kicker_step"].format(series=counted, name=here.title) if other else counted


def _face(content: SlideContent, here: Part) -> tuple[Item, ...]:
    """Whom the slide is about, else the pictogram that the author chose, else whom its part is about."""
    cases = content.on.cases
    shown = content.case or named_in(content.slide.title, cases.values())
    if not (shown or content.slide.pictogram):
        shown = told_of(here, cases)
    if not (shown or content.slide.pictogram):
        return ()
    x, y = FACE_LEFT + FACE / 2, FACE_TOP + FACE / 2
    halo = Box("", x - HALO, y - HALO, 2 * HALO, 2 * HALO, fill="white", alpha=ALPHA, shape="ellipse")
    if shown:
        return (halo, portrait(shown, FACE_LEFT, FACE_TOP, FACE))
    name = content.slide.pictogram
    return (halo, disc(name, FACE_LEFT, FACE_TOP, FACE / 2, ground="white", ink="petrol"))


class _Divider(Mechanism):
    """A divider on the ground of the one who leads."""

    def layout(self, content: SlideContent) -> Layout:
        roles = content.on.course.roles
        return LED[content.slide.role.order] if content.slide.role in roles else TOGETHER


DIVIDER = _Divider(WORD, Basis.REST, applies, (*LED[:2], TOGETHER, *LED[2:]), draw)
