"""An exercise without a drawing of its own: what to do and, in the field of the group, how long, with whom, on what."""

from __future__ import annotations

from dataclasses import replace

from lok.model.library import Copies, Exercise
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Item, Par
from lok.slides.layouts import (
    BESIDE_PANEL,
    BOTTOM,
    HEIGHT,
    PANEL,
    Decoration,
    Layout,
    Placeholder,
    Rect,
    foot,
    head,
    sourced,
)
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms import cards
from lok.slides.mechanisms import content as plain
from lok.slides.shapes.around import items_drawn
from lok.slides.shapes.clock import clock
from lok.slides.shapes.disc import sign
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import BULLET
from lok.slides.typeset import fill, fit, free_text_box, one_line_box
from lok.words import format_number, words

WORD = "oefening"
CLOCK, CLOCK_TOP = 34.9, 27.5
"""Radius of the clock in the field of the group, and where it begins, in mm."""
NUMBER = Rect(PANEL / 2 - 19, 34.0, 38, 41.4)
"""Where the minutes stand: two figures at the largest size, more of them smaller."""
UNIT = Rect(PANEL / 2 - 26, 69.4, 52, 10.4)
"""Where the word for them stands, in mm."""
DISC, FIRST, PITCH = 8.5, 122.8, 24.0
"""Radius of the disc of a row below the clock, the middle of the first, and from one to the next, in mm."""
ABOVE_CODE = 110.5
"""The middle of the row that stands between the clock and a QR code, in mm from the top."""
LEFT, LABEL, LABEL_HIGH = 19.0, 41.3, 22.0
"""Left of these discs and of the words beside them, and how high those may be, in mm."""
LABEL_WIDE = PANEL - LABEL - 5
"""Width of those words, in mm."""
SIGN = 20.0
"""Radius of the pictogram of the exercise, where nothing else stands below the clock, in mm."""
GAP = 7.0
"""Between what to do and the question below it, in mm."""
TOGETHER, WRITE = "groep", "schrijven"
"""Pictograms of the rows below the clock: with how many, and on what."""
LAYOUT = Layout(
    "exercise",
    "paper",
    (
        *head(BESIDE_PANEL.x),
        Placeholder("text", 23, *BESIDE_PANEL, "lead"),
        Placeholder("below", 37, BESIDE_PANEL.x, BOTTOM - 20, BESIDE_PANEL.w, 20, "aside"),
        Placeholder("question", 22, BESIDE_PANEL.x, BOTTOM - 28, BESIDE_PANEL.w, 28, "question"),
        Placeholder("minutes", 35, *NUMBER, "minutes"),
        Placeholder("sheet", 36, LABEL, FIRST + PITCH - LABEL_HIGH / 2, LABEL_WIDE, LABEL_HIGH, "label"),
        sourced(BESIDE_PANEL),
        *foot(BESIDE_PANEL.x),
    ),
    (Decoration(0, 0, PANEL, HEIGHT, fill="orange"),),
    BESIDE_PANEL,
)


def applies(content: SlideContent) -> bool:
    """Whether it shows an exercise of the course, and no picture needs the room."""
    return content.open_to(WORD) and content.exercise is not None and content.picture is None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """What the group does, above the question: a list as rows with numbers, all else as text."""
    asked = _asked(content, layout)
    room = layout.room
    above = layout.within(room._replace(h=asked.y - GAP - room.y)) if asked else layout
    items = text_form.listed(content.blocks)
    if not items:
        return plain.text(content, above)
    rows = cards.cards if all(map(text_form.lead, items)) else cards.points
    return items_drawn(above, _numbered(content.pars), rows)


def _numbered(pars: tuple[Par, ...]) -> tuple[Par, ...]:
    """Each item of the list with its number."""
    places = [n for n, par in enumerate(pars) if par.level == BULLET]
    numbers = {place: number for number, place in enumerate(places, 1)}
    return tuple(replace(par, number=numbers.get(n, par.number)) for n, par in enumerate(pars))


def ask(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """How long, with how many, on what, and the question."""
    question = _asked(content, layout)
    minutes = content.slide.minutes
    face = clock(PANEL / 2 - CLOCK, CLOCK_TOP, CLOCK, float(minutes))
    long = one_line_box(layout.placeholder("minutes"), format_number(minutes))
    spoken = words("deck")
    unit = free_text_box(
        spoken["name_unit"], "minutes-word", spoken["minute_word" if minutes == 1 else "minutes_word"], UNIT
    )
    below = _grouping(content, ABOVE_CODE) if content.address else _below(content, layout)
    return (*((question,) if question else ()), face, long, unit, *below)


def _asked(content: SlideContent, layout: Layout) -> Box | None:
    """The question at the bottom of the body, as high as it needs."""
    if not content.question:
        return None
    place, room = layout.placeholder("question"), layout.room
    high = min(fit(place.style, content.question, place.w, room.h / 2)[0].height + 1, room.h / 2)
    return fill(place, content.question, y=room.bottom - high, h=high)


def _below(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """With how many and on what, each beside its disc; where neither is known, the pictogram of the exercise."""
    group, sheet = _grouping(content, FIRST), _paper(content)
    if not sheet:
        return group or _pictogram(content)
    middle = FIRST + PITCH if group else FIRST
    frame = layout.placeholder("sheet")
    label = one_line_box(replace(frame, y=middle - LABEL_HIGH / 2), sheet)
    return (*group, sign(WRITE, LEFT, middle - DISC, DISC), label)


def _grouping(content: SlideContent, middle: float) -> tuple[Item, ...]:
    """With how many, in the author's words: what follows the number of copies; the row has its middle at `middle`."""
    shared = _shared(content)
    if not shared:
        return ()
    place = Rect(LABEL, middle - LABEL_HIGH / 2, LABEL_WIDE, LABEL_HIGH)
    label = free_text_box(words("deck")["name_grouping"], "label", shared.text.partition(" ")[2], place)
    return (sign(TOGETHER, LEFT, middle - DISC, DISC), label)


def _pictogram(content: SlideContent) -> tuple[Group, ...]:
    own = content.exercise.pictogram if content.exercise else ""
    name = content.slide.pictogram or own
    return (sign(name, PANEL / 2 - SIGN, FIRST - DISC, SIGN),) if name else ()


def _given(content: SlideContent) -> list[str]:
    """What is handed out here; else the exercise itself, where the group got it earlier."""
    given = [handout.paper.id for handout in content.slide.handouts]
    return given or ([content.exercise.id] if content.exercise else [])


def _shared(content: SlideContent) -> Copies | None:
    """How many of what is handed out here go to how many people, where they share it."""
    here = {handout.paper.id: handout.copies for handout in content.slide.handouts}
    papers = (content.on.sheets[id] for id in _given(content) if id in content.on.sheets)
    copies = (here.get(paper.id) or paper.copies for paper in papers)
    return next((each for each in copies if each and each.people > 1), None)


def _paper(content: SlideContent) -> str:
    """What a group shares by its size where that is large; else the titles of the sheets, its own before others."""
    given = [id for id in _given(content) if id in content.on.sheets]
    own = content.exercise.id if content.exercise else ""
    group = _shared(content)
    paper = content.on.sheets.get(own)
    if group and isinstance(paper, Exercise) and own in given and paper.paper[:1] not in ((), ("a4",)):
        spoken = words("deck")["one_paper" if group.count == 1 else "some_papers"]
        return spoken.format(count=group.count, size=paper.paper[0].upper())
    return ", ".join(content.on.sheets[id].title for id in given if own not in given or id == own)


EXERCISE = Mechanism(WORD, Basis.TASK, applies, (LAYOUT,), draw, ask)
