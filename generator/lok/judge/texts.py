"""What texts and slides show: quick, so it imports nothing that makes papers or sites."""

from __future__ import annotations

from lok.load import Loaded
from lok.model.audience import Audience
from lok.problems import Problem, ordered
from lok.render.deck.notes_fit import full_notes
from lok.view import view


def judge_texts(loaded: Loaded) -> tuple[Problem, ...]:
    """What is wrong with texts and slides: all that loading found, and pages of notes that are too full."""
    notes = (problem for course in loaded.courses for problem in full_notes(view(course, Audience.TRAINER)))
    return ordered((*loaded.problems, *notes))
