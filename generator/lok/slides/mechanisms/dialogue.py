"""Two who take turns, as lines on both sides of the slide: a role in its colour, anybody else in grey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lok.design import palette
from lok.model.course import Role
from lok.model.names import fold
from lok.model.text import Block
from lok.model.vocabulary import IN_TURNS
from lok.slides import text_form
from lok.slides.canvas import Box, Group
from lok.slides.layouts import Layout, drawn, pair
from lok.slides.line_breaking import CAUTION, text_width
from lok.slides.mechanism import Basis, Mechanism
from lok.slides.mechanisms.cards import split, spoken_of
from lok.slides.shapes.rows import rows
from lok.slides.slide_content import SlideContent
from lok.slides.type_styles import STYLES
from lok.slides.typeset import fit, inside
from lok.words import words

WORD, SPEAKERS = IN_TURNS, 2
GAP, MOST = 4.0, 34.0
"""Between two lines, and the most that one takes, in mm."""
INDENT = 0.12
"""How far the second speaker stands to the right, as part of the width."""


def applies(content: SlideContent) -> bool:
    """Whether at least three sentences are of two who take turns, and no other word was chosen."""
    return content.open_to(WORD) and _written(content.blocks)


def _written(blocks: Sequence[Block]) -> bool:
    speakers = [text_form.lead(block) for block in blocks]
    return len(blocks) > SPEAKERS and all(name.endswith(":") for name in speakers) and len(set(speakers)) == SPEAKERS


def draw(content: SlideContent, layout: Layout) -> tuple[Group, ...]:
    """One group for each line, which appears when its paragraph does."""
    items = content.pars
    x, y, w, h = layout.room
    parts = [split(item) for item in items]
    names = [spoken_of(name) for name, _ in parts]
    sides = STYLES["speaker"].inset[0] + STYLES["speaker"].inset[2]
    aside = max(text_width(name, STYLES["speaker"].sizes[0], bold=True) for name in names) / CAUTION + sides + 1
    indent = w * INDENT
    made = rows("spoken", [[said] for _, said in parts], w - indent - aside, (y, h), gap=GAP, most=MOST)
    fills = _fills(content.on.course.roles)
    spoken, groups = words("deck"), []
    for n, item in enumerate(items):
        start, high = x + (indent if names[n] != names[0] else 0), made.heights[n]
        said, over = fit("speaker", (parts[n][0],), *inside("speaker", aside, high))
        boxes = (
            Box("", start, made.tops[n], w - indent, high, fill="white", line="line"),
            Box(
                spoken["name_speaker"], start, made.tops[n], aside, high, said,
                fill=fills.get(fold(names[n]), "grey"), overflow=over,
            ),
            Box(
                spoken["name_line_text"], start + aside, made.tops[n], w - indent - aside, high, made.texts[n],
                overflow=made.overflow,
            ),
        )  # fmt: skip
        groups.append(Group(spoken["name_line"].format(number=n + 1), boxes, spoken_of(item), item.click))
    return tuple(groups)


def _fills(roles: Sequence[Role]) -> Mapping[str, str]:
    """Colours of the roles by their name."""
    return {fold(role.name): palette.ROLE_COLOURS[role.order] for role in roles}


DIALOGUE = Mechanism(WORD, Basis.FORM, applies, pair("dialogue", drawn), draw)
