"""Slide in, boxes in mm out: which layout it takes, what stands where, at which size, and where lines break.

Read by `check` (what does not fit), by the deck and by the slide pictures; so all three speak of the same slide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lok.derive import downloads
from lok.design.images import fitted
from lok.model import text_form
from lok.model.course import Case, Course, Entry, Exercise, Media, Part, Slide, SlideKind
from lok.model.exercises import Balance, Columns, Statements
from lok.model.text import Chart, Picture, Table
from lok.model.walk import walk
from lok.problems import Code, Problem, warning
from lok.session.occasion import lines as evening_lines
from lok.slides.canvas import Canvas, Group, Item, Par, Photo, appearing
from lok.slides.layouts import BOTTOM, HEAD_GAP, LAYOUTS, TOP, TURN_WIDTH, Layout
from lok.slides.paragraphs import paragraphs
from lok.slides.shapes.agenda import outline
from lok.slides.shapes.balance import balance
from lok.slides.shapes.cards import cards, points
from lok.slides.shapes.case import case
from lok.slides.shapes.chart import chart
from lok.slides.shapes.dialogue import dialogue
from lok.slides.shapes.pair import pair
from lok.slides.shapes.progress import with_progress
from lok.slides.shapes.qr import code, has_place, with_room
from lok.slides.shapes.statements import statements
from lok.slides.shapes.steps import steps
from lok.slides.shapes.table import around, columns, table
from lok.slides.shapes.task import panel
from lok.slides.type_styles import BULLET
from lok.slides.typeset import fill, fill_airy, fit, label, one_line_box, plain_par
from lok.words import words

TOLERANCE = 0.5
"""Overflow in mm that nobody sees."""
PICTURE_EDGE = 9.0
"""Around a picture in its card, in mm."""
PICTURE_SHARE = 0.46
"""Part of the width that a picture takes beside text."""


@dataclass(frozen=True)
class SlideContext:
    """What slides refer to, by id; made once for a course."""

    course: Course
    cases: Mapping[str, Case]
    exercises: Mapping[str, Exercise]
    facts: Mapping[str, Entry]
    media: Mapping[str, Media]
    sheets: Mapping[str, str]
    """Titles of what is handed out somewhere in the session."""
    turns: frozenset[str]
    """Slides on which somebody else speaks than on the one before."""


def slide_context(course: Course) -> SlideContext:
    titles = {sheet.id: sheet.title for sheet in course.sheets} | {task.id: task.title for task in course.exercises}
    handed = (handout for slide in course.slides for handout in slide.handouts)
    return SlideContext(
        course,
        {case.id: case for case in course.cases},
        {exercise.id: exercise for exercise in course.exercises},
        {fact.id: fact for fact in course.facts},
        {item.path: item for item in course.media},
        {handout.paper.id: titles[handout.paper.id] for handout in handed if handout.paper.id in titles},
        frozenset(slide.id for before, slide in pairwise(course.slides) if before.role != slide.role),
    )


def canvases(course: Course) -> Iterator[tuple[Part, Slide, Canvas]]:
    """Every slide of a course, laid out, in order."""
    on = slide_context(course)
    for part in course.parts:
        for slide in part.slides:
            yield part, slide, layout_slide(on, part.title, slide)


def problems(on: SlideContext, slide: Slide) -> Iterator[Problem]:
    """Warnings where text does not fit at its smallest size, and where a slide has no place for a table or picture."""
    canvas = layout_slide(on, "", slide)
    if canvas.overflow > TOLERANCE:
        message = f'op de slide "{slide.title}" past de tekst niet: {canvas.overflow:.0f} mm te veel'
        yield warning(slide.span, Code.SLIDE_FULL, message, "kort in, of maak er twee slides van")
    tables = [item for item in walk((slide.body, slide.question, slide.reveal)) if isinstance(item, Table)]
    named = (item for item in walk((slide.body, slide.question, slide.reveal)) if isinstance(item, Picture))
    pictures = [item for item in named if item.path in on.media]
    shown = sum(photo.path in on.media for photo in canvas.photos)
    for name, spare in (
        ("tabel", len(tables) - canvas.layout.startswith("table")),
        ("afbeelding", len(pictures) - shown),
    ):
        if spare > 0:
            message = f'op de slide "{slide.title}" staat een {name} waarvoor geen plaats is'
            yield warning(slide.span, Code.SLIDE_FULL, message, "een slide toont één tabel of één afbeelding met tekst")


def layout_slide(on: SlideContext, part_title: str, slide: Slide) -> Canvas:
    """One slide, with all that it refers to."""
    scene = SlideComposer(on, part_title, slide)
    layout = scene.layout()
    return Canvas(layout.key, (*scene.head(layout), *scene.middle(layout), *scene.foot(layout)))


class SlideComposer:
    """One slide while it is laid out."""

    def __init__(self, on: SlideContext, part_title: str, slide: Slide) -> None:
        self.on, self.part_title, self.slide = on, part_title, slide
        exercise = on.exercises.get(slide.exercise.id) if slide.exercise else None
        told = exercise.task if exercise and not slide.body and not isinstance(exercise.content, _DRAWN) else slide.body
        self.blocks = (*told, *slide.reveal)
        self.body = paragraphs(told, on.facts)
        self.question = paragraphs(slide.question, on.facts)
        self.reveal = appearing(paragraphs(slide.reveal, on.facts))
        self.case = on.cases.get(slide.case.id) if slide.case else None
        self.exercise = exercise
        self.address = downloads.public_page(on.course, exercise.id) if exercise else ""
        self.table = next((block for block in slide.body if isinstance(block, (Table, Chart))), None)
        pictures = (block for block in (*slide.body, *slide.reveal) if isinstance(block, Picture))
        self.picture = next((block for block in pictures if block.path in on.media), None)

    def layout_key(self) -> str:
        """The mechanism that the slide has, as far as the course holds what it needs."""
        slide, content = self.slide, self.exercise.content if self.exercise else None
        suffix = "-question" if self.question else ""
        if slide.kind is SlideKind.CASE and self.case:
            return f"case{suffix}"
        for kind, shape, key in _EXERCISES:
            if slide.kind is kind and isinstance(content, shape):
                return f"{key}{suffix}"
        if self.table:
            return f"table{suffix}"
        if slide.kind in _FORMS and text_form.fits(slide.kind, self.blocks):
            return f"{_FORMS[slide.kind]}{suffix}"
        if slide.kind is SlideKind.EXERCISE and self.exercise and not self.picture:
            return "exercise"
        if self.question:
            return "content-question" if self.body or self.reveal or self.picture else "question"
        if slide.kind in (SlideKind.CONTENT, SlideKind.DIVIDER) and self._opens():
            return "title"
        return "divider" if slide.kind is SlideKind.DIVIDER and not self.picture else "content"

    def layout(self) -> Layout:
        """The layout, with room for a QR code where one will stand."""
        chosen = LAYOUTS[self.layout_key()]
        return with_room(chosen) if self.address and has_place(chosen) else chosen

    def _opens(self) -> bool:
        """The first slide of a session is its title page, as long as its text is no more than a few words."""
        place = LAYOUTS["title"].frame("text")
        spare = self.slide.number == 1 and not self.picture and not self.reveal
        return spare and fit(place.style, self.body, place.w, place.h)[1] == 0

    def head(self, layout: Layout) -> tuple[Item, ...]:
        role, part = self.slide.role, one_line_box(layout.frame("part"), self.part_title)
        shown = [
            one_line_box(layout.frame("title"), self.slide.title),
            label(layout.frame("role"), role.name.upper(), role.order),
        ]
        if self.slide.id in self.on.turns:
            shown.append(one_line_box(layout.frame("turn"), words("deck")["turn"]))
            aside = TURN_WIDTH + HEAD_GAP
            part = replace(part, x=part.x + aside, w=part.w - aside)
        return (*shown, *self._evening(layout), *with_progress(layout, part, self.body))

    def _evening(self, layout: Layout) -> tuple[Item, ...]:
        """Who gives the session, for whom and when, on its title page."""
        evening = self.on.course.evening
        if evening is None or layout.key != "title":
            return ()
        return (fill(layout.frame("evening"), tuple(map(plain_par, evening_lines(evening)))),)

    def foot(self, layout: Layout) -> tuple[Item, ...]:
        coded = bool(self.address) and has_place(layout)
        return (
            *self._asked(layout),
            *(panel(layout, self.slide.minutes, self._sheets(), coded) if layout.key == "exercise" else ()),
            *(code(layout, self.address) if coded else ()),
            one_line_box(layout.frame("footer"), self.on.course.title),
            one_line_box(layout.frame("number"), str(self.slide.number)),
        )

    def _sheets(self) -> list[str]:
        """What is handed out here; else the exercise itself, where the group got it earlier."""
        given = [handout.paper.id for handout in self.slide.handouts]
        if not given and self.exercise:
            given = [self.exercise.id]
        return [self.on.sheets[id] for id in given if id in self.on.sheets]

    def _asked(self, layout: Layout) -> tuple[Item, ...]:
        """The question to the group; of an exercise without one, its title."""
        if layout.key == "exercise" and self.exercise and not self.question:
            return (one_line_box(layout.frame("question"), self.exercise.title),)
        return (fill(layout.frame("question"), self.question),) if self.question else ()

    def middle(self, layout: Layout) -> tuple[Item, ...]:
        key = layout.key.removesuffix("-question")
        content = self.exercise.content if self.exercise else None
        pars = (*self.body, *self.reveal)
        if key == "case" and self.case:
            return case(layout, self.slide, self.case, pars, self.on.course, self.on.media)
        if key == "columns" and isinstance(content, Columns):
            return columns(layout, content, self.body, self.reveal, self.on.facts)
        if key == "balance" and isinstance(content, Balance):
            return balance(layout, content, self.body, self.reveal, self.on.facts)
        if key == "statements" and isinstance(content, Statements):
            return statements(layout, content, self.body, self.reveal)
        if key == "table" and isinstance(self.table, Chart):
            return chart(layout, self.table, self.body, self.reveal)
        if key == "table" and isinstance(self.table, Table):
            return table(layout, self.table, self.slide.title, self.body, self.reveal)
        if key == "pair":
            return pair(layout, pars)
        if key == "exercise" and text_form.listed(self.blocks):
            return self._shaped(layout, _DRAW.get(text_form.form(self.blocks), points), pars)
        if key in _FORMS.values() and self.slide.kind in _DRAW:
            return self._shaped(layout, _DRAW[self.slide.kind], pars)
        if key == "dialogue":
            room = (layout.frame("text").x, TOP, layout.frame("text").w, BOTTOM - TOP)
            return dialogue(pars, self.on.course.roles, room)
        beside = outline(self.on.course.parts, self.slide) if key == "divider" else ()
        return (*self._text(layout, pars), *beside)

    def _shaped(self, layout: Layout, draw: Draw, pars: Sequence[Par]) -> tuple[Item, ...]:
        """The items of a list as shapes, between what introduces and what closes it."""
        listed = [n for n, par in enumerate(pars) if par.level == BULLET]
        first, last = listed[0], listed[-1] + 1
        above, below, top, bottom = around(layout, pars[:first], pars[last:], "below")
        frame = layout.frame("text")
        return (*above, *draw(pars[first:last], (frame.x, top, frame.w, bottom - top)), *below)

    def _text(self, layout: Layout, pars: Sequence[Par]) -> tuple[Item, ...]:
        frame = next((frame for frame in layout.frames if frame.key == "text"), None)
        if frame is None:
            return ()
        if not self.picture:
            return (fill_airy(frame, pars),) if pars else ()
        inner = frame.w - 2 * PICTURE_EDGE
        width = inner * PICTURE_SHARE if pars else inner
        photo = self._photo(self.picture, frame.x + PICTURE_EDGE + inner - width, width)
        if not pars:
            photo = replace(photo, x=frame.x + (frame.w - photo.w) / 2)
        text = (fill(frame, pars, w=frame.w - width - PICTURE_EDGE),) if pars else ()
        return (*text, photo)

    def _photo(self, picture: Picture, x: float, width: float) -> Photo:
        w, h = fitted(self.on.media[picture.path].data, width, BOTTOM - TOP - 2 * PICTURE_EDGE)
        last = max((par.click for par in self.reveal), default=0)
        click = last + 1 if picture in self.slide.reveal else 0
        y = TOP + (BOTTOM - TOP - h) / 2
        return Photo(words("deck")["name_picture"], x + width - w, y, w, h, picture.path, picture.alt, click)


_EXERCISES = (
    (SlideKind.COLUMNS, Columns, "columns"),
    (SlideKind.BALANCE, Balance, "balance"),
    (SlideKind.STATEMENTS, Statements, "statements"),
)
"""Exercises with a layout of their own, and its key; of all others a slide shows the author's text, else the task."""
_DRAWN = tuple(shape for _, shape, _ in _EXERCISES)
_FORMS = {
    SlideKind.STEPS: "steps",
    SlideKind.CARDS: "cards",
    SlideKind.DIALOGUE: "dialogue",
    SlideKind.PAIR: "pair",
    SlideKind.SOURCES: "sources",
}
"""Kinds that follow from how the text is written, and the key of their layout."""
Draw = Callable[[Sequence[Par], tuple[float, float, float, float]], tuple[Group, ...]]
"""Items of a list and the room for them (left, top, width, height in mm) in, a group for each out."""
_DRAW: Mapping[SlideKind | None, Draw] = {SlideKind.STEPS: steps, SlideKind.CARDS: cards}
