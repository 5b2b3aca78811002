"""A case on a slide: face, name and summary, and one sentence; who reads it aloud stands in the notes."""

from __future__ import annotations

from collections.abc import Mapping

from lok.design import artwork
from lok.model.library import Case, Fragment, Media
from lok.slides.canvas import Item, Photo
from lok.slides.layouts import Layout, Own, Placeholder, Rect, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.shapes.disc import portrait
from lok.slides.slide_content import SlideContent
from lok.slides.typeset import fill, one_line_box, plain_par
from lok.words import words

WORD = "casus"
FACE, GAP, BUTTON = 96.0, 16.0, 20.0
"""Width of a face and of the button that plays a recording, and room beside the face, in mm."""


def places(room: Rect) -> Own:
    """A face at the left; beside it name, summary and what is said."""
    x, w = room.x + FACE + GAP, room.w - FACE - GAP
    made = (
        Placeholder("name", 25, x, room.y, w, 12, "name"),
        Placeholder("summary", 26, x, room.y + 12, w, 24, "summary"),
        Placeholder("quote", 33, x, room.y + 40, w, room.h - 40, "balloon"),
        Placeholder("text", 23, x, room.y + 40, w, room.h - 40, "told"),
    )
    return made, ()


def applies(content: SlideContent) -> bool:
    """Whether it shows a case that the course has."""
    return content.open_to(WORD) and content.case is not None


def draw(content: SlideContent, layout: Layout) -> tuple[Item, ...]:
    """The case, and of the fragment one sentence at most."""
    return _told(content, layout, content.case) if content.case else ()


def _told(content: SlideContent, layout: Layout, told: Case) -> tuple[Item, ...]:
    slide, pars = content.slide, content.pars
    wanted = slide.case.anchor if slide.case else ""
    fragment = next((item for item in told.fragments if item.id == wanted), None)
    room = layout.room
    shown: list[Item] = [one_line_box(layout.placeholder("name"), told.name)]
    if told.summary:
        shown.append(fill(layout.placeholder("summary"), (plain_par(told.summary),)))
    said = (fragment.quote or fragment.title) if fragment else ""
    if pars:
        shown.append(fill(layout.placeholder("text"), pars))
    elif said:
        shown.append(fill(layout.placeholder("quote"), (plain_par(said),)))
    face = portrait(told, room.x, room.y + (room.h - FACE) / 2, FACE)
    return (*shown, face, *(_button(room, told, fragment, content.on.media) if fragment else ()))


def fragment_name(fragment: Fragment) -> str:
    """What a fragment is called aloud: its kind and number."""
    return f"{words('deck')[f'fragment_{fragment.kind}']} {fragment.number}"


def _button(room: Rect, told: Case, fragment: Fragment, media: Mapping[str, Media]) -> tuple[Item, ...]:
    """What plays the recording, below the face."""
    if fragment.audio is None or fragment.audio.path not in media:
        return ()
    spoken = words("deck")
    alt = spoken["alt_sound"].format(what=fragment_name(fragment), name=told.name)
    x, y = room.x + FACE - BUTTON, room.y + (room.h + FACE) / 2 - BUTTON
    return (Photo(spoken["name_sound"], x, y, BUTTON, BUTTON, artwork.PLAY, alt, sound=fragment.audio.path),)


CASE = Mechanism(WORD, Basis.REFERENCE, applies, pair("case", places, "sand"), draw)
