"""A case on a slide: face, name and summary, and one sentence; who reads it aloud stands in the notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lok.design import artwork
from lok.model.library import Case, Fragment, Media
from lok.session.reading import fragment_name
from lok.slides.canvas import Box, Group, Item, Photo
from lok.slides.layouts import MARGIN, STRIPPED, WIDTH, Layout, Own, Placeholder, Rect, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.balloon import balloon
from lok.slides.shapes.disc import portrait
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import STYLES
from lok.slides.typeset import fill, fit, free_text_box, longest_line, needed, plain_par
from lok.words import words

WORD = "casus"
FACE, FACE_TOP, BUTTON = 103.7, 25.4, 20.0
"""Width of a face, where it begins above the strip, and width of the button that plays a recording, in mm."""
LOWER = 0.4
"""Part of the room of an absent strip by which the face stands lower."""
LEFT = 136.5
"""Where title, name and what is said begin, in mm."""
WIDE = WIDTH - MARGIN - LEFT
NAME, GAP = 12.0, 7.0
"""Height of the name, and room between what stands below it, in mm."""
ABOVE = 0.2
"""Part of the spare room that stands above the text."""
TALLEST, AIR = 59.0, 6.0
"""The most that a balloon takes, and what is added to its insets above and below, in mm."""
CORNER, TAIL, MOUTH = 6.4, 11.0, 0.63
"""Radius and tail of a balloon in mm, and the height that the tail points at, as part of the face."""


def places(room: Rect) -> Own:
    """Right of the face: name, summary and what is said."""
    x, w, below = LEFT, WIDE, room.y + NAME
    made = (
        Placeholder("name", 25, x, room.y, w, NAME, "name"),
        Placeholder("summary", 26, x, below, w, 20, "summary"),
        Placeholder("quote", 33, x, below + 26, w, TALLEST, "balloon"),
        Placeholder("text", 23, x, below + 26, w, room.bottom - below - 26, "told"),
    )
    return made, ()


def applies(content: SlideContent) -> bool:
    """Whether it shows a case that the course has."""
    return content.open_to(WORD) and content.case is not None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The case, and of the fragment one sentence at most."""
    return _told(content, layout, content.case) if content.case else ()


def _told(content: SlideContent, layout: Layout, told: Case) -> tuple[Item, ...]:
    slide, room = content.slide, layout.room
    wanted = slide.case.anchor if slide.case else ""
    fragment = next((item for item in told.fragments if item.id == wanted), None)
    face = Rect(MARGIN, FACE_TOP + (room.bottom - STRIPPED) * LOWER, FACE, FACE)
    return (
        *_words(content, layout, told, (fragment.quote or fragment.title) if fragment else "", face),
        portrait(told, face.x, face.y, FACE),
        *(_invented(face) if told.fictional else ()),
        *(_button(face, told, fragment, content.on.media) if fragment else ()),
    )


def _words(content: SlideContent, layout: Layout, told: Case, said: str, face: Rect) -> tuple[Item, ...]:
    """Name, summary where the case is new or all there is, the sentence as far as there is room, and the text."""
    room = layout.room
    shown = [fill(layout.placeholder("name"), (plain_par(told.name),), y=room.y, h=NAME)]
    top = room.y + NAME
    new = content.slide.id in content.on.introducing
    if told.summary and (new or not (said or content.pars)):
        place, summary = layout.placeholder("summary"), (plain_par(told.summary),)
        high = needed(place.style, summary, place.w, STYLES[place.style].sizes[0])
        shown.append(fill(place, summary, y=top, h=high))
        top += high
    rest = Rect(LEFT, top + GAP, WIDE, room.bottom - top - GAP)
    spoken: tuple[Group, Box] | tuple[()] = ()
    if said:
        spoken = _balloon(layout, said, rest, face, alone=not content.pars)
        below = spoken[-1].y + spoken[-1].h + GAP
        under = rest._replace(y=below, h=rest.bottom - below)
        if content.pars and fit("told", content.pars, WIDE, under.h)[1]:
            spoken = ()
        rest = under if spoken else rest
    if not content.pars:
        return (*shown, *spoken)
    place = layout.placeholder("text")
    spare = max(rest.h - needed(place.style, content.pars, WIDE, STYLES[place.style].sizes[0]), 0.0) * ABOVE
    return (*shown, *spoken, fill(place, content.pars, y=rest.y + spare, h=rest.h - spare))


def _balloon(layout: Layout, said: str, rest: Rect, face: Rect, *, alone: bool) -> tuple[Group, Box]:
    """The sentence in a balloon as large as it asks; its tail points at the mouth."""
    place, pars = layout.placeholder("quote"), (plain_par(said),)
    left, top, right, bottom = STYLES[place.style].inset
    box = fill(place, pars, y=rest.y, h=min(TALLEST, rest.h))
    wide = min(longest_line(box.text) + left + right + 1, WIDE)
    words_high = box.text.height if box.text else 0.0
    high = min(words_high + top + bottom + (AIR if alone else 0), rest.h)
    mouth = face.y + face.h * MOUTH
    y = max(rest.y, min(mouth - high / 2, rest.bottom - high)) if alone else rest.y
    body = Rect(LEFT, y, wide, high)
    tip = min(max(mouth, y + CORNER + TAIL * LOWER), y + high - CORNER - TAIL * (1 - LOWER))
    drawn = balloon(body, "white", tail=(TAIL, tip), radius=CORNER)
    return Group(words("deck")["name_balloon"], (drawn,), ""), replace(box, y=y, w=wide, h=high)


def _invented(face: Rect) -> tuple[Box, ...]:
    """That nobody has this face, below it."""
    spoken = words("deck")
    place = Rect(face.x, face.bottom + 2, face.w, 7)
    return (free_text_box(spoken["name_invented"], "invented", spoken["invented"], place),)


def _button(face: Rect, told: Case, fragment: Fragment, media: Mapping[str, Media]) -> tuple[Item, ...]:
    """What plays the recording, at the lower right of the face."""
    if fragment.audio is None or fragment.audio.path not in media:
        return ()
    spoken = words("deck")
    alt = spoken["alt_sound"].format(what=fragment_name(fragment), name=told.name)
    x, y = face.right - BUTTON, face.bottom - BUTTON
    return (Photo(spoken["name_sound"], x, y, BUTTON, BUTTON, artwork.PLAY, alt, sound=fragment.audio.path),)


CASE = Mechanism(WORD, Basis.REFERENCE, applies, pair("case", places, "sand", LEFT), draw)
