"""Two who take turns, as balloons on both sides of the slide: a role beside its pictogram, a case beside its face."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lok.design import palette, pictograms
from lok.model.library import Case
from lok.model.names import fold
from lok.model.text import Block
from lok.model.vocabulary import IN_TURNS
from lok.slides import text_form
from lok.slides.canvas import Box, Group, Text
from lok.slides.layouts import Layout, Rect, drawn, pair
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.cards import split, spoken_of
from lok.slides.shapes.balloon import balloon
from lok.slides.shapes.disc import disc, initial, portrait
from lok.slides.shapes.rows import rows
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import STYLES
from lok.slides.typeset import longest_line
from lok.words import words

WORD, SPEAKERS = IN_TURNS, 2
DISC, GAP = 21.2, 6.3
"""Width of who speaks and of a line of one line, and the room between two lines, in mm."""
BESIDE, TAIL, CORNER, END = 28.6, 5.3, 5.3, 2.0
"""From the edge to a balloon, its tail, the radius of its corners, and room added behind its words, in mm."""


@dataclass(frozen=True)
class _Speaker:
    """Who speaks: their case, or the colour and tint of their role; and on which side."""

    name: str
    right: bool
    case: Case | None = None
    colour: str = "grey"
    tint: str = "sand"


def applies(content: SlideContent) -> bool:
    """Whether at least three sentences are of two who take turns, and no other word was chosen."""
    return content.open_to(WORD) and _written(content.blocks)


def _written(blocks: Sequence[Block]) -> bool:
    speakers = [text_form.lead(block) for block in blocks]
    return len(blocks) > SPEAKERS and all(name.endswith(":") for name in speakers) and len(set(speakers)) == SPEAKERS


def draw(content: SlideContent, layout: Layout) -> tuple[Group, ...]:
    """One group for each line, which appears when its paragraph does."""
    parts = [split(item) for item in content.pars]
    speakers = _speakers(content, [spoken_of(name) for name, _ in parts])
    room = layout.room
    made = rows("spoken", [[said] for _, said in parts], room.w - 2 * BESIDE, (room.y, room.h), gap=GAP, most=DISC)
    groups = []
    for n, item in enumerate(content.pars):
        who, text, high = speakers[spoken_of(parts[n][0])], made.texts[n], made.heights[n]
        place = Rect(room.x, made.tops[n], room.w, high)
        said = Box(words("deck")["name_line_text"], *_body(text, place, who), text,
                   overflow=made.overflow)  # fmt: skip
        drawn = balloon(
            Rect(said.x, said.y, said.w, said.h), who.tint,
            tail=(TAIL, said.y + high / 2), radius=min(CORNER, high / 3), right=who.right,
        )  # fmt: skip
        name = words("deck")["name_line"].format(number=n + 1)
        groups.append(Group(name, (drawn, said, *_shown(who, place)), spoken_of(item), item.click))
    return tuple(groups)


def _body(text: Text, place: Rect, who: _Speaker) -> Rect:
    """Where a balloon stands: as wide as its words, at the side of who says them."""
    left, _, right, _ = STYLES["spoken"].inset
    wide = min(longest_line(text) + left + right + END, place.w - 2 * BESIDE)
    return Rect(place.right - BESIDE - wide if who.right else place.x + BESIDE, place.y, wide, place.h)


def _shown(who: _Speaker, place: Rect) -> tuple[Box, ...]:
    """Their face, the pictogram of their role, or the first letter of their name."""
    side = min(DISC, place.h)
    x, y = place.right - side if who.right else place.x, place.y + (place.h - side) / 2
    if who.case:
        return portrait(who.case, x, y, side).boxes
    if fold(who.name) in pictograms.PICTOGRAMS:
        return disc(fold(who.name), x, y, side / 2, ground=who.colour, ink="white").boxes
    return initial(who.name, x, y, side, who.colour, "white")


def _speakers(content: SlideContent, names: Sequence[str]) -> Mapping[str, _Speaker]:
    """Both who speak: a case stands at the right of a role, else the first at the left."""
    cases = {fold(case.name): case for case in content.on.cases.values()}
    roles = {fold(role.name): role.order for role in content.on.course.roles}
    both = list(dict.fromkeys(names))
    told = [fold(name) in cases for name in both]
    swapped = told == [True, False]
    made = {}
    for n, name in enumerate(both):
        known, order = fold(name), roles.get(fold(name))
        colours = () if order is None else (palette.SPEAKERS[order], f"{palette.SPEAKERS[order]}-tint")
        made[name] = _Speaker(name, (n == 0) == swapped, cases.get(known), *colours)
    return made


DIALOGUE = Mechanism(WORD, Basis.FORM, applies, pair("dialogue", drawn), draw)
