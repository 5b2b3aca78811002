"""What an evening takes: things to bring, and papers to print with how many of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lok.derive.card_sheets import on_one_sheet
from lok.derive.downloads import papered
from lok.model.course import Course, Slide
from lok.model.library import Copies, Exercise, Sheet
from lok.model.names import fold
from lok.model.ref import Ref, RefKind
from lok.model.text import Blocks, Section
from lok.model.vocabulary import BRING, CARD_SIZE
from lok.model.walk import walk
from lok.session.lookup import Lookup

EACH = Copies(1, 1, "")
"""Of a handout that does not say how many."""
ONE = Copies(1, 0, "")
"""Of cards for the duo that do not say how many."""
NAMES_PAPER = {RefKind.SHEET, RefKind.EXERCISE, RefKind.PAPER, RefKind.PAGE}
"""The kinds of reference that may name a paper."""


@dataclass(frozen=True)
class Need:
    """Something to bring, and the slides that use it."""

    text: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Print:
    """A paper to print; each time it is handed out there is a slide and a number of copies."""

    item: Exercise | Sheet
    slides: tuple[Slide, ...]
    copies: tuple[Copies, ...]

    def count(self, people: int) -> int:
        """How many to print for so many participants; one print of a small set of cards serves several."""
        wanted = sum(count(each, people) for each in self.copies)
        return -(-wanted // self.on_one)

    @property
    def on_one(self) -> int:
        """How many stand on one print: 1, but for a small set of cards."""
        return on_one_sheet(self.item) if isinstance(self.item, Sheet) else 1


def count(copies: Copies, people: int) -> int:
    """Copies for so many people: `count` for each group of `people`, also for a last group that is not full."""
    return copies.count * -(-people // copies.people) if copies.people else copies.count


def needs(slides: Iterable[Slide]) -> tuple[Need, ...]:
    """What the slides ask for, each thing once."""
    found: dict[str, list[Slide]] = {}
    for slide in slides:
        for text in slide.needs if not slide.left_out else ():
            found.setdefault(text, []).append(slide)
    return tuple(Need(text, tuple(users)) for text, users in found.items())


def numbers(slides: Iterable[Slide]) -> str:
    """The numbers of slides: `3, 12`."""
    return ", ".join(str(slide.number) for slide in slides)


def to_bring(course: Course) -> Blocks:
    """What the session's author lists for the trainers under the heading that is kept for it."""
    sections = (each for each in walk(course.trainer) if isinstance(each, Section))
    return tuple(block for each in sections if fold(each.title) == BRING for block in each.blocks)


def prints(course: Course, known: Lookup) -> tuple[Print, ...]:
    """Papers in the order in which they are handed out, then those of no slide that the session names elsewhere.

    Of the latter only those count that say how many, and the cards of the duo, which no bundle holds.
    """
    found: dict[str, tuple[list[Slide], list[Copies]]] = {}
    items = {item.id: item for item in papered(course) if item.paper}
    for slide in course.slides:
        for handout in known.given(slide):
            if handout.paper.id in items:
                slides, copies = found.setdefault(handout.paper.id, ([], []))
                slides.append(slide)
                copies.append(handout.copies or items[handout.paper.id].copies or EACH)
    gone = _named(slide for slide in course.slides if slide.left_out) - _named(
        slide for slide in course.slides if not slide.left_out
    )
    mentioned = _mentioned(course) - gone
    of_the_duo = {ref.id for ref in course.duo_bundle.papers} if course.duo_bundle else set()
    for item in items.values():
        copies_of = item.copies or (ONE if item.id in of_the_duo and in_cards(item) else None)
        if copies_of and item.id in mentioned and item.id not in found:
            found[item.id] = ([], [copies_of])
    return tuple(Print(items[id], tuple(slides), tuple(copies)) for id, (slides, copies) in found.items())


def _named(slides: Iterable[Slide]) -> set[str]:
    """Ids of the papers that slides name: what they hand out, and their exercises."""
    refs = (ref for slide in slides for ref in (slide.exercise, *(handout.paper for handout in slide.handouts)))
    return {ref.id for ref in refs if ref}


def in_cards(item: Exercise | Sheet) -> bool:
    """Whether its paper is cut to cards."""
    return item.paper[:1] == (CARD_SIZE,)


def _mentioned(course: Course) -> set[str]:
    """Ids of the papers that the session names: in its own file, on its slides or in a bundle."""
    named = (course.bundle, course.duo_bundle, course.read_before, course.occasions)
    own = (course.intro, course.sections, course.trainer, course.agenda, *named)
    refs = (each for each in walk(own) if isinstance(each, Ref))
    return {ref.id for ref in refs if ref.kind in NAMES_PAPER}
