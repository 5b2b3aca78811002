"""What leads a slide and is written elsewhere: verdicts, what is read aloud, and possible answers."""

from __future__ import annotations

from collections.abc import Iterator

from lok.model.course import Slide
from lok.model.text import Blocks, Paragraph, Plain, Section, Strong
from lok.model.walk import walk
from lok.session.lookup import Lookup
from lok.session.notes import Notes, Told
from lok.words import words


def aids(of: Lookup, slide: Slide) -> tuple[Told, ...]:
    """In the order of use: the verdicts of a vote, the fragment that the room hears, possible answers."""
    found = (*Notes(of, slide, "").elsewhere(), *_answers(of, slide))
    return tuple(each for each in found if each.blocks)


def _answers(of: Lookup, slide: Slide) -> Iterator[Told]:
    """The possible answers of the exercise on the slide, each below the name of what it answers."""
    exercise = of.exercises.get(slide.exercise.id) if slide.exercise else None
    if exercise is None:
        return
    sections = (each for each in walk((exercise.content, exercise.sections)) if isinstance(each, Section))
    nested = tuple(block for each in sections if each.answer for block in _named(each))
    yield Told(f"{words('deck')['note_answer']}: {exercise.title}", (*nested, *exercise.answer))


def _named(section: Section) -> Blocks:
    """The answer of a section after its title: on one line where it begins with a sentence."""
    title = Strong((Plain(f"{section.title.rstrip('.:')}:"),))
    first, *rest = section.answer
    if isinstance(first, Paragraph):
        return (Paragraph((title, Plain(" "), *first.children)), *rest)
    return (Paragraph((title,)), *section.answer)
