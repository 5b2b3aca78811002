"""A case on a slide: name and summary, the sentence of a reaction, and who reads aloud; no word of the fragment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lok.design import artwork
from lok.model.course import Course, Slide
from lok.model.library import Case, Fragment, Media
from lok.slides.canvas import Box, Item, Photo
from lok.slides.layouts import BOTTOM, MARGIN, TOP, Decoration, Layout, Own, Placeholder, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, label, one_line_box, plain_par
from lok.words import words

WORD = "casus"
GAP = 6.0
"""Above and below the text in a case, in mm."""
BESIDE_TEXT = 22.0
"""Height of the summary or sentence where text stands below it, in mm."""
BUTTON_EDGE = 2.0
"""Around the button that plays a recording, in mm."""


def places(width: float) -> Own:
    """A white card with the name large and, at its foot, who reads what."""
    x, w = MARGIN + 10, width - 20
    made = (
        Placeholder("name", 25, x, TOP + 5, w, 20, "name"),
        Placeholder("summary", 26, x, TOP + 27, w, 26, "summary"),
        Placeholder("quote", 33, x, TOP + 27, w, 63, "quote"),
        Placeholder("text", 23, x, TOP + 54, w, 36, "told"),
        Placeholder("reading", 27, MARGIN, BOTTOM - 22, width, 22, "reading", fill="role-duo"),
    )
    return made, (Decoration(MARGIN, TOP, width, BOTTOM - TOP, fill="white", line="line"),)


def applies(content: SlideContent) -> bool:
    """A case that the course has."""
    return content.open_to(WORD) and content.case is not None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The case on its card; nothing of the fragment but who reads it."""
    return _told(content, layout, content.case) if content.case else ()


def _told(content: SlideContent, layout: Layout, told: Case) -> tuple[Item, ...]:
    slide, pars = content.slide, content.pars
    wanted = slide.case.anchor if slide.case else ""
    fragment = next((item for item in told.fragments if item.id == wanted), None)
    foot = BOTTOM - GAP - (layout.placeholder("reading").h if fragment else 0)
    boxes: list[Box] = [one_line_box(layout.placeholder("name"), told.name)]
    said = ("quote", fragment.title) if fragment and fragment.title else ("summary", told.summary)
    if said[1]:
        frame = layout.placeholder(said[0])
        boxes.append(fill(frame, (plain_par(said[1]),), h=BESIDE_TEXT if pars else foot - frame.y))
    if pars:
        boxes[-1] = _close(boxes[-1])
        top = boxes[-1].y + boxes[-1].h + GAP
        boxes.append(fill(layout.placeholder("text"), pars, y=top, h=foot - top))
    if fragment is None:
        return tuple(boxes)
    strip = layout.placeholder("reading")
    course = content.on.course
    return (*boxes, _reading(strip, fragment, slide, course), *_button(strip, told, fragment, content.on.media))


def fragment_name(fragment: Fragment) -> str:
    """What a fragment is called aloud: its kind and number."""
    return f"{words('deck')[f'fragment_{fragment.kind}']} {fragment.number}"


def _reading(frame: Placeholder, fragment: Fragment, slide: Slide, course: Course) -> Box:
    spoken = words("deck")
    what = fragment_name(fragment)
    if fragment.audio:
        return label(frame, spoken["plays"].format(what=what), slide.role.order)
    reader = next((role for role in course.roles if fragment.reader and role.id == fragment.reader.id), None)
    if reader is None:
        return label(frame, what.capitalize(), slide.role.order)
    return label(frame, spoken["reads"].format(role=reader.name.upper(), what=what), reader.order)


def _button(strip: Placeholder, told: Case, fragment: Fragment, media: Mapping[str, Media]) -> tuple[Item, ...]:
    """What plays the recording, at the end of the strip."""
    if fragment.audio is None or fragment.audio.path not in media:
        return ()
    spoken, side = words("deck"), strip.h - 2 * BUTTON_EDGE
    alt = spoken["alt_sound"].format(what=fragment_name(fragment), name=told.name)
    x, y = strip.x + strip.w - side - BUTTON_EDGE, strip.y + BUTTON_EDGE
    return (Photo(spoken["name_sound"], x, y, side, side, artwork.PLAY, alt, sound=fragment.audio.path),)


def _close(box: Box) -> Box:
    """No higher than its words, so that what stands below it can be clicked and moved on its own."""
    return replace(box, h=box.text.height) if box.text else box


CASE = Mechanism(WORD, Basis.REFERENCE, applies, pair("case", places), draw)
