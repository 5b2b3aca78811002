"""Whether the notes of a slide fit on its notes page: a course in, warnings out. Needs no deck."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lok.derive import downloads
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.problems import Code, Problem, warning
from lok.render.deck.notes_page import notes
from lok.session.lookup import Lookup, lookup
from lok.slides.canvas import Text
from lok.slides.layouts import PAGE_TEXT
from lok.slides.typeset import fit_unbroken

NOTES_STYLE = "notes"
"""How notes are set."""
SetNotes = Callable[[Slide, str], tuple[Text, float]]
"""The notes of a slide for a reader, and by how many mm they do not fit on a page."""


def full_notes(course: Course) -> Iterator[Problem]:
    """A warning for each page of notes that is too full, without making a deck. Expects the course of trainers."""
    readers = [deck.role for deck in downloads.decks(course, Audience.TRAINER)]
    if readers:
        yield from misfits(course, readers, partial(set_notes, lookup(course)))


def misfits(course: Course, readers: Sequence[str], note: SetNotes) -> Iterator[Problem]:
    """A warning for each slide whose notes are more than one printed page, in the deck where they are longest."""
    for slide in course.slides:
        over = max(note(slide, reader)[1] for reader in readers)
        if over > 0:
            message = f'de notities bij "{slide.title}" vullen meer dan één blad: {over:.0f} mm te veel'
            yield warning(slide.span, Code.NOTES_PAGE_FULL, message, "kort de notities in")


def set_notes(of: Lookup, slide: Slide, reader: str) -> tuple[Text, float]:
    """The notes of a slide at the size at which they fit on a page, and by how many mm they do not."""
    return fit_unbroken(NOTES_STYLE, notes(of, slide, reader), *PAGE_TEXT[2:])
