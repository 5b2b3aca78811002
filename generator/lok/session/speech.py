"""How many words a slide asks to be said, and how many a listener can follow."""

from __future__ import annotations

import re

from lok.model.course import Course, Slide
from lok.model.plain import plain
from lok.model.vocabulary import NOTES

WORDS_A_MINUTE = 130
"""Spoken words a minute that a listener follows at ease."""
SPOKEN = "zeg"
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def spoken_words(course: Course, slide: Slide) -> int:
    """Words that are said on a slide: Zeg, the notes per role, the cue, and the case fragment that is read aloud."""
    texts = [note.blocks for note in slide.notes if note.kind == SPOKEN or note.kind not in NOTES]
    fragments = [
        fragment.blocks
        for case in course.cases
        for fragment in case.fragments
        if slide.case and (case.id, fragment.id) == (slide.case.id, slide.case.anchor) and not fragment.audio
    ]
    return sum(len(WORD.findall(plain(text))) for text in (*texts, slide.cue, *fragments))
