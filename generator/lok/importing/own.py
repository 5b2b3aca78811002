"""What only a deck of ours says beside its words: who speaks and how long, the question, what waits for a click."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from lok.importing.frames import Element, P
from lok.importing.order import Shape
from lok.importing.paragraphs import Par, nested, without
from lok.model.names import slug
from lok.model.plain import inline_text
from lok.model.text import Block, Blocks, Paragraph, Plain
from lok.model.vocabulary import CLOSING, DIVIDER, TITLE_PAGE
from lok.read.values import parse_minutes
from lok.words import words

FURNITURE = (
    *("place_role", "place_number", "place_kicker", "name_mark", "name_path", "name_pictogram", "name_map"),
    *("name_portrait", "name_invented", "name_clock", "name_unit", "name_grouping", "name_gauge", "name_circles"),
)
"""What each of our slides has and no author wrote."""
KINDS = {"layout_title": TITLE_PAGE, "layout_divider": DIVIDER, "layout_closing": CLOSING}
WHO = re.compile(r"(?:JIJ \()?([^:()]+)\)?:\s(?:\S+\stot\s\S+,\s)?(\d+(?:,\d+)?)\smin\b")
"""The first line of our notes."""


@dataclass(frozen=True)
class Head:
    """Who speaks at a slide, "" where nothing says so, for how many minutes, whether it may go, and the notes below."""

    role: str = ""
    minutes: Decimal = Decimal(0)
    may_go: bool = False
    notes: tuple[Par, ...] = ()


def is_ours(slide: Any) -> bool:
    """Whether lok made a slide: its name is an id, and its layout has one of the places that ours have."""
    names = {each.name for each in slide.slide_layout.placeholders}
    ours = {_called(key) for key in ("place_role", "place_number", "place_kicker", "place_question")}
    return bool(slide.name) and slide.name == slug(slide.name) and bool(names & ours)


def kind(slide: Any) -> str:
    """The kind of a slide that opens, divides or closes an evening, by its layout; "" for any other."""
    called = slide.slide_layout.name
    return next((word for key, word in KINDS.items() if called.startswith(_called(key).partition(",")[0])), "")


def is_furniture(shape: Shape) -> bool:
    """Whether a shape is only there to find one's way."""
    return shape.name in {_called(key) for key in FURNITURE}


def is_question(shape: Shape) -> bool:
    """Whether a shape is the question to the group."""
    return bool(shape.name == _called("place_question"))


def waiting(tree: Element) -> frozenset[tuple[int, int]]:
    """The shapes and paragraphs that appear after a click; -1 for all of a shape."""
    found = set()
    for target in (spot for change in tree.iter(f"{P}set") for spot in change.iter(f"{P}spTgt")):
        lines = [int(each.get("st")) for each in target.iter(f"{P}pRg")]
        found |= {(int(target.get("spid")), line) for line in lines or [-1]}
    return frozenset(found)


def regrouped(blocks: Blocks) -> Blocks:
    """Blocks, where paragraphs that count are one list: each step of ours is a drawing of its own."""
    found: list[Block] = []
    for running, group in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        listed = list(group)
        pars = [_numbered(Par(block.children)) for block in listed if isinstance(block, Paragraph)]
        found += nested(pars) if running else listed
    return tuple(found)


def _numbered(par: Par) -> Par:
    """A step that says how many there are, with its number alone."""
    series = words("deck")["series"].format(number=r"(\d+)", count=r"\d+")
    match = re.match(rf"{series}[:,.]?\s+", inline_text(par.children), re.IGNORECASE)
    return Par((Plain(f"{match.group(1)}. "), *without(par.children, match.end()))) if match else par


def head(pars: Sequence[Par]) -> Head:
    """The notes of a slide of ours, without the lines that lok wrote above them."""
    role, minutes, may_go, start = "", Decimal(0), False, 0
    for n, par in enumerate(pars[:2]):
        text = inline_text(par.children)
        if match := WHO.match(text):
            role, minutes, start = match.group(1).lower(), parse_minutes(match.group(2)) or minutes, n + 1
        elif text.startswith(f"{words('deck')['late_drop']}:"):
            may_go, start = True, n + 1
    return Head(role, minutes, may_go, tuple(pars[start:]))


def _called(key: str) -> str:
    return words("deck")[key]
