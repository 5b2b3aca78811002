"""Every layout of slides; all that the rest knows of them follows from this list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lok.exercises import KINDS
from lok.slides.layouts import Layout
from lok.slides.mechanism import Mechanism
from lok.slides.mechanisms.cards import CARDS
from lok.slides.mechanisms.case import CASE
from lok.slides.mechanisms.circles import CIRCLES
from lok.slides.mechanisms.closing import CLOSING
from lok.slides.mechanisms.content import CONTENT
from lok.slides.mechanisms.dialogue import DIALOGUE
from lok.slides.mechanisms.divider import DIVIDER
from lok.slides.mechanisms.exercise import EXERCISE
from lok.slides.mechanisms.number import NUMBER
from lok.slides.mechanisms.pair import PAIR
from lok.slides.mechanisms.path import PATH
from lok.slides.mechanisms.question import QUESTION
from lok.slides.mechanisms.quote import QUOTE
from lok.slides.mechanisms.scales import SCALES
from lok.slides.mechanisms.sources import SOURCES
from lok.slides.mechanisms.steps import STEPS
from lok.slides.mechanisms.table import CHART, TABLE
from lok.slides.mechanisms.title import TITLE
from lok.slides.slide_content import SlideContent

MECHANISMS: tuple[Mechanism, ...] = (
    TITLE,
    DIVIDER,
    CONTENT,
    CASE,
    QUESTION,
    *(kind.slide for kind in KINDS if kind.slide),
    TABLE,
    STEPS,
    CARDS,
    DIALOGUE,
    PAIR,
    SOURCES,
    EXERCISE,
    CLOSING,
    CIRCLES,
    SCALES,
    PATH,
    NUMBER,
    QUOTE,
    CHART,
)
"""In the order of the deck template; a new one stands last."""
LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {layout.key: layout for mechanism in MECHANISMS for layout in mechanism.layouts}
)
"""Every layout by its key, in the order of the deck template."""


def layouts_for(speakers: int) -> tuple[Layout, ...]:
    """The layouts that a deck for so many speakers has, in the order of its template."""
    return tuple(layout for layout in LAYOUTS.values() if layout.speakers <= speakers)


WORDS = tuple(mechanism.word for mechanism in MECHANISMS if mechanism.word)
"""What an author may write under `soort`."""
EXERCISES = tuple(mechanism.exercise for mechanism in MECHANISMS if mechanism.exercise)
"""The contents of exercises that a layout of their own draws."""
_BY_BASIS = sorted(MECHANISMS, key=lambda mechanism: mechanism.basis)


def choose(content: SlideContent) -> Mechanism:
    """What draws a slide: of all that apply, the one with the strongest basis."""
    return next(mechanism for mechanism in _BY_BASIS if mechanism.applies(content))


def named(word: str) -> Mechanism:
    """What an author chooses with a word under `soort`. Raises StopIteration where there is none of that word."""
    return next(mechanism for mechanism in MECHANISMS if mechanism.word == word)
