"""Slide in, boxes in mm out: which layout it takes, what stands where, at which size, and where lines break.

Read by `check` (what does not fit), by the deck and by the slide pictures; so all three speak of the same slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lok.model.course import Course, Part, Slide
from lok.model.library import Exercise, Sheet
from lok.model.remembered import remembered
from lok.model.text import Picture, Table
from lok.model.walk import walk
from lok.problems import Code, Problem, shortened, warning
from lok.slides.canvas import Box, Canvas
from lok.slides.layouts import SECOND_LINE, SOURCE_GAP, SOURCE_HIGH, TITLE_LINE, Layout
from lok.slides.mechanisms.case import CASE
from lok.slides.registry import EXERCISES, choose, named
from lok.slides.shapes.place import foot
from lok.slides.shapes.qr import code, has_place, with_room
from lok.slides.slide_content import SlideContent, SlideContext
from lok.slides.typeset import fill, one_line_box, plain_par
from lok.words import words

TOLERANCE = 0.5
"""Overflow in mm that nobody sees."""


def slide_context(course: Course) -> SlideContext:
    """What the slides of a course refer to."""
    listed: tuple[Sheet | Exercise, ...] = (*course.sheets, *course.exercises)
    papers = {paper.id: paper for paper in listed}
    handed = (handout for slide in course.slides for handout in slide.handouts)
    return SlideContext(
        course,
        {case.id: case for case in course.cases},
        {exercise.id: exercise for exercise in course.exercises},
        {fact.id: fact for fact in course.facts},
        {item.path: item for item in course.media},
        {handout.paper.id: papers[handout.paper.id] for handout in handed if handout.paper.id in papers},
        EXERCISES,
        frozenset(id for part in course.parts for id in _introducing(part)),
        {slide.id: n for n, part in enumerate(course.parts) for slide in part.slides},
    )


def _introducing(part: Part) -> Iterator[str]:
    """The first slide of a part with each of its cases, by id; one that asks or tells something else is none."""
    met: set[str] = set()
    for slide in part.slides:
        if slide.case and slide.kind in ("", CASE.word) and slide.case.id not in met:
            met.add(slide.case.id)
            yield slide.id


def decided(course: Course) -> Course:
    """The same course with the kind of each slide, which follows from all that the author wrote on it.

    So a slide of which an audience may not see everything is still of the same kind.
    """
    on = slide_context(course)
    return replace(
        course, agenda=tuple(_decided(on, item) if isinstance(item, Part) else item for item in course.agenda)
    )


def _decided(on: SlideContext, part: Part) -> Part:
    slides = (replace(slide, kind=slide.kind or choose(SlideContent(on, slide)).word) for slide in part.slides)
    return replace(part, slides=tuple(slides))


@remembered
def canvases(course: Course) -> tuple[tuple[Part, Slide, Canvas], ...]:
    """Every slide of a course, laid out, in order."""
    on = slide_context(course)
    return tuple((part, slide, layout_slide(on, slide)) for part in course.parts for slide in part.slides)


def problems(on: SlideContext, slide: Slide) -> Iterator[Problem]:
    """Warnings where a chosen kind cannot be, and where text, a table or a picture has no place."""
    canvas = layout_slide(on, slide)
    yield from _unfit(SlideContent(on, slide))
    if canvas.overflow > TOLERANCE:
        message = f'op de slide "{shortened(slide.title)}" past de tekst niet: {canvas.overflow:.0f} mm te veel'
        yield warning(slide.span, Code.SLIDE_FULL, message, "kort in, of maak er twee slides van")
    tables = [item for item in walk((slide.body, slide.question, slide.reveal)) if isinstance(item, Table)]
    named = (item for item in walk((slide.body, slide.question, slide.reveal)) if isinstance(item, Picture))
    pictures = [item for item in named if item.path in on.media]
    shown = sum(photo.path in on.media for photo in canvas.photos)
    for name, spare in (
        ("tabel", len(tables) - canvas.layout.key.startswith(("table", "chart"))),
        ("afbeelding", len(pictures) - shown),
    ):
        if spare > 0:
            message = f'op de slide "{slide.title}" staat een {name} waarvoor geen plaats is'
            yield warning(slide.span, Code.SLIDE_FULL, message, "een slide toont één tabel of één afbeelding met tekst")


def _unfit(content: SlideContent) -> Iterator[Problem]:
    """A warning where the author chose a kind that what stands on the slide does not fill."""
    slide = content.slide
    read = bool(content.case) == bool(slide.case) and bool(content.exercise) == bool(slide.exercise)
    if not slide.kind_span or not slide.kind or not read or named(slide.kind).applies(content):
        return
    message = f'deze slide kan niet als "{slide.kind}", en wordt "{choose(content).word}"'
    form = words("forms").get(slide.kind, "een andere vorm")
    yield warning(slide.kind_span, Code.SLIDE_KIND, message, f'"{slide.kind}" vraagt {form}; of haal "soort" weg')


def layout_slide(on: SlideContext, slide: Slide) -> Canvas:
    """One slide, with all that it refers to; a long title or a QR code leaves less room for the rest."""
    content = SlideContent(on, slide)
    mechanism = choose(content)
    chosen = mechanism.layout(content)
    title, layout = _titled(slide.title, chosen)
    coded = bool(content.address) and has_place(layout)
    layout = with_room(layout) if coded else layout
    source, layout = _sourced(slide.source, layout)
    items = (
        title,
        *mechanism.draw(content, layout),
        *mechanism.ask(content, layout),
        *(code(layout, content.address) if coded else ()),
        *source,
        *foot(layout, slide, on.course, on.part_of.get(slide.id, 0)),
        *((one_line_box(layout.placeholder("number"), str(slide.number)),) if layout.has("number") else ()),
    )
    return Canvas(chosen, items)


def _sourced(source: str, layout: Layout) -> tuple[tuple[Box, ...], Layout]:
    """The source in its place, and the layout with the room that is left above it."""
    if not (source and layout.has("source")):
        return (), layout
    box = one_line_box(layout.placeholder("source"), source)
    return (box,), layout.within(layout.room._replace(h=layout.room.h - SOURCE_HIGH - SOURCE_GAP))


def _titled(title: str, layout: Layout) -> tuple[Box, Layout]:
    """The title in its place, and the layout as it is below it: a second line lowers the body."""
    frame = layout.placeholder("title")
    if frame.h > TITLE_LINE:
        return one_line_box(frame, title), layout
    box = fill(frame, (plain_par(title),), h=2 * TITLE_LINE)
    if box.text and box.text.height <= TITLE_LINE:
        return replace(box, h=frame.h), layout
    return box, layout.lowered(SECOND_LINE)
