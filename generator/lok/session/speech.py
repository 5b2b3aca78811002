"""How many words a slide asks to be said, and how many a listener can follow."""

from __future__ import annotations

import re

from lok.model.course import Course, Note, Slide
from lok.model.plain import plain
from lok.model.text import Blocks
from lok.model.vocabulary import DIVIDER, IN_TURNS, NOTES

WORDS_A_MINUTE = 130
"""Spoken words a minute that a listener follows at ease. An estimate: no source stands behind it."""
SPOKEN = "zeg"
"""The kind of note that is said."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""Letters and figures, joined by hyphens and apostrophes."""


def spoken_words(course: Course, slide: Slide) -> int:
    """How many words are said on a slide: Zeg, notes per role, cue, dialogue, and the case that is read aloud."""
    texts = [note.blocks for note in slide.notes if _is_said(note)]
    fragments = [
        fragment.blocks
        for case in course.cases
        for fragment in case.fragments
        if slide.case and (case.id, fragment.id) == (slide.case.id, slide.case.anchor) and not fragment.audio
    ]
    return sum(len(WORD.findall(plain(text))) for text in (*texts, dialogue(slide), slide.cue, *fragments))


def dialogue(slide: Slide) -> Blocks:
    """What the speakers read aloud together from the slide; nothing where it shows no dialogue."""
    return slide.body if slide.kind == IN_TURNS else ()


def has_words(slide: Slide) -> bool:
    """Whether somebody has something to say, to ask, to explain or to read aloud.

    A slide that only announces a part speaks for itself.
    """
    on_slide = dialogue(slide) or slide.question or slide.exercise or slide.case
    return bool(on_slide) or slide.kind == DIVIDER or any(map(_is_said, slide.notes))


def _is_said(note: Note) -> bool:
    """Whether a note is spoken: Zeg, and what is under the name of a role."""
    return note.kind == SPOKEN or note.kind not in NOTES
