"""Slide in, boxes in mm out: which layout it takes, what stands where, at which size, and where lines break.

Read by `check` (what does not fit), by the deck and by the slide pictures; so all three speak of the same slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from lok import artwork, downloads, layout_code, layout_exercise, layout_outline, layout_statements, layout_table
from lok.canvas import Box, Canvas, Item, Par, Photo, appearing
from lok.flow import paragraphs
from lok.frames import BOTTOM, HEAD_GAP, LAYOUTS, TOP, TURN_WIDTH, WIDTH, Frame, Layout
from lok.images import fitted
from lok.model import (
    Balance,
    Case,
    Columns,
    Course,
    Entry,
    Exercise,
    Fragment,
    Media,
    Part,
    Picture,
    Slide,
    SlideKind,
    Statements,
    Table,
    walk,
)
from lok.place import fill, fit, label, one
from lok.problem import Problem, warning
from lok.words import words

TOLERANCE = 0.5
"""Overflow in mm that nobody sees."""
CASE_GAP = 6.0
"""Above and below the text in a case, in mm."""
BUTTON_EDGE = 2.0
"""Around the button that plays a recording, in mm."""
PICTURE_SHARE = 0.46
"""Part of the width that a picture takes beside text."""


@dataclass(frozen=True)
class Stage:
    """What slides refer to, by id; made once for a course."""

    course: Course
    cases: Mapping[str, Case]
    exercises: Mapping[str, Exercise]
    facts: Mapping[str, Entry]
    media: Mapping[str, Media]
    turns: frozenset[str]
    """Slides on which somebody else speaks than on the one before."""


def stage(course: Course) -> Stage:
    return Stage(
        course,
        {case.id: case for case in course.cases},
        {exercise.id: exercise for exercise in course.exercises},
        {fact.id: fact for fact in course.facts},
        {item.path: item for item in course.media},
        frozenset(slide.id for before, slide in pairwise(course.slides) if before.role != slide.role),
    )


def canvases(course: Course) -> Iterator[tuple[Part, Slide, Canvas]]:
    """Every slide of a course, laid out, in order."""
    on = stage(course)
    for part in course.parts:
        for slide in part.slides:
            yield part, slide, layout_slide(on, part.title, slide)


def problems(on: Stage, slide: Slide) -> Iterator[Problem]:
    """Warnings where text does not fit at its smallest size, and where a slide has no place for a table or picture."""
    canvas = layout_slide(on, "", slide)
    if canvas.overflow > TOLERANCE:
        message = f'op de slide "{slide.title}" past de tekst niet: {canvas.overflow:.0f} mm te veel'
        yield warning(slide.span, "slide-te-vol", message, "kort in, of maak er twee slides van")
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
            yield warning(slide.span, "slide-te-vol", message, "een slide toont één tabel of één afbeelding met tekst")


def layout_slide(on: Stage, part_title: str, slide: Slide) -> Canvas:
    """One slide, with all that it refers to."""
    scene = Scene(on, part_title, slide)
    layout = scene.layout()
    return Canvas(layout.key, (*scene.head(layout), *scene.middle(layout), *scene.foot(layout)))


class Scene:
    """One slide while it is laid out."""

    def __init__(self, on: Stage, part_title: str, slide: Slide) -> None:
        self.on, self.part_title, self.slide = on, part_title, slide
        self.body = paragraphs(slide.body, on.facts)
        self.question = paragraphs(slide.question, on.facts)
        self.reveal = appearing(paragraphs(slide.reveal, on.facts))
        self.case = on.cases.get(slide.case.id) if slide.case else None
        exercise = on.exercises.get(slide.exercise.id) if slide.exercise else None
        self.exercise = exercise
        self.address = downloads.public_page(on.course, exercise.id) if exercise else ""
        if exercise and not self.body and not isinstance(exercise.content, _DRAWN):
            self.body = paragraphs(exercise.task, on.facts)
        self.table = next((block for block in slide.body if isinstance(block, Table)), None)
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
        if self.question:
            return "content-question" if self.body or self.reveal or self.picture else "question"
        if slide.kind in (SlideKind.CONTENT, SlideKind.DIVIDER) and self._opens():
            return "title"
        return "divider" if slide.kind is SlideKind.DIVIDER and not self.picture else "content"

    def layout(self) -> Layout:
        """The layout, with room for a QR code where one will stand."""
        chosen = LAYOUTS[self.layout_key()]
        return layout_code.with_room(chosen) if self.address and layout_code.has_place(chosen) else chosen

    def _opens(self) -> bool:
        """The first slide of a session is its title page, as long as its text is no more than a few words."""
        place = LAYOUTS["title"].frame("text")
        spare = self.slide.number == 1 and not self.picture and not self.reveal
        return spare and fit(place.style, self.body, place.w, place.h)[1] == 0

    def head(self, layout: Layout) -> tuple[Item, ...]:
        role, part = self.slide.role, one(layout.frame("part"), self.part_title)
        shown = [
            one(layout.frame("title"), self.slide.title),
            label(layout.frame("role"), role.name.upper(), role.place),
        ]
        if self.slide.id in self.on.turns:
            shown.append(one(layout.frame("turn"), words("deck")["turn"]))
            aside = TURN_WIDTH + HEAD_GAP
            part = replace(part, x=part.x + aside, w=part.w - aside)
        return (*shown, part)

    def foot(self, layout: Layout) -> tuple[Item, ...]:
        question = (fill(layout.frame("question"), self.question),) if self.question else ()
        code = layout_code.code(layout, self.address) if self.address and layout_code.has_place(layout) else ()
        number = str(self.slide.number)
        return (
            *question,
            *code,
            one(layout.frame("footer"), self.on.course.title),
            one(layout.frame("number"), number),
        )

    def middle(self, layout: Layout) -> tuple[Item, ...]:
        kind = layout.key.removesuffix("-question")
        content = self.exercise.content if self.exercise else None
        if kind == "case" and self.case:
            return self._case(layout, self.case)
        if kind == "columns" and isinstance(content, Columns):
            return layout_table.columns(layout, content, self.body, self.reveal, self.on.facts)
        if kind == "balance" and isinstance(content, Balance):
            return layout_exercise.balance(layout, content, self.body, self.reveal, self.on.facts)
        if kind == "statements" and isinstance(content, Statements):
            return layout_statements.statements(layout, content, self.body, self.reveal)
        if kind == "table" and self.table:
            return layout_table.table(layout, self.table, self.slide.title, self.body, self.reveal)
        beside = layout_outline.outline(self.on.course.parts, self.slide) if kind == "divider" else ()
        return (*self._text(layout), *beside)

    def _text(self, layout: Layout) -> tuple[Item, ...]:
        pars = (*self.body, *self.reveal)
        if kind_without_text(layout):
            return ()
        frame = layout.frame("text")
        if not self.picture:
            return (fill(frame, pars),) if pars else ()
        room = LAYOUTS[layout.key].frame("title").w
        width = room * PICTURE_SHARE if pars else room
        photo = self._photo(self.picture, frame.x + room - width, width)
        if not pars:
            photo = replace(photo, x=(WIDTH - photo.w) / 2)
        text = (fill(frame, pars, w=room - width - 10),) if pars else ()
        return (*text, photo)

    def _photo(self, picture: Picture, x: float, width: float) -> Photo:
        w, h = fitted(self.on.media[picture.path].data, width, BOTTOM - TOP)
        last = max((par.click for par in self.reveal), default=0)
        click = last + 1 if picture in self.slide.reveal else 0
        return Photo(words("deck")["name_picture"], x + width - w, TOP, w, h, picture.path, picture.alt, click)

    def _case(self, layout: Layout, case: Case) -> tuple[Item, ...]:
        """Name and summary, the sentence of a reaction, and who reads aloud; no word of the fragment itself."""
        wanted = self.slide.case.fragment if self.slide.case else ""
        fragment = next((item for item in case.fragments if item.id == wanted), None)
        pars = (*self.body, *self.reveal)
        boxes: list[Box] = [one(layout.frame("name"), case.name)]
        if fragment and fragment.title:
            boxes.append(one(layout.frame("quote"), fragment.title))
        elif case.summary:
            boxes.append(one(layout.frame("summary"), case.summary))
        if pars:
            boxes[-1] = _close(boxes[-1])
            boxes.append(self._below(layout, pars, boxes[-1], fragment is None))
        if fragment is None:
            return tuple(boxes)
        strip = layout.frame("reading")
        return (*boxes, self._reading(strip, fragment), *self._button(strip, case, fragment))

    def _below(self, layout: Layout, pars: tuple[Par, ...], above: Box, to_the_foot: bool) -> Box:
        """Text in a case starts where the words above it really end, and may use the strip's room if there is none."""
        top = above.y + above.h + CASE_GAP
        bottom = BOTTOM - CASE_GAP - (0 if to_the_foot else layout.frame("reading").h)
        return fill(layout.frame("text"), pars, y=top, h=bottom - top)

    def _reading(self, frame: Frame, fragment: Fragment) -> Box:
        spoken = words("deck")
        what = fragment_name(fragment)
        if fragment.audio:
            return label(frame, spoken["plays"].format(what=what), self.slide.role.place)
        reader = next((role for role in self.on.course.roles if role.id == fragment.reader), None)
        if reader is None:
            return label(frame, what.capitalize(), self.slide.role.place)
        return label(frame, spoken["reads"].format(role=reader.name.upper(), what=what), reader.place)

    def _button(self, strip: Frame, case: Case, fragment: Fragment) -> tuple[Item, ...]:
        """What plays the recording, at the end of the strip."""
        if fragment.audio not in self.on.media:
            return ()
        spoken, side = words("deck"), strip.h - 2 * BUTTON_EDGE
        alt = spoken["alt_sound"].format(what=fragment_name(fragment), name=case.name)
        x, y = strip.x + strip.w - side - BUTTON_EDGE, strip.y + BUTTON_EDGE
        return (Photo(spoken["name_sound"], x, y, side, side, artwork.PLAY, alt, sound=fragment.audio),)


def fragment_name(fragment: Fragment) -> str:
    return f"{words('deck')[f'fragment_{fragment.kind}']} {fragment.number}"


def _close(box: Box) -> Box:
    """No higher than its words, so that what stands below it can be clicked and moved on its own."""
    return replace(box, h=box.text.height) if box.text else box


def kind_without_text(layout: Layout) -> bool:
    return all(frame.key != "text" for frame in layout.frames)


_EXERCISES = (
    (SlideKind.COLUMNS, Columns, "columns"),
    (SlideKind.BALANCE, Balance, "balance"),
    (SlideKind.STATEMENTS, Statements, "statements"),
)
"""Exercises with a layout of their own, and its key; of all others a slide shows the author's text, else the task."""
_DRAWN = tuple(shape for _, shape, _ in _EXERCISES)
