"""What stands on one slide and what it refers to: what a layout looks at to see whether it applies, and draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from lok.derive import downloads
from lok.model.course import Course, Slide
from lok.model.library import Case, Entry, Exercise, Media, Sheet
from lok.model.text import Chart, Picture, Table
from lok.slides.canvas import appearing
from lok.slides.paragraphs import paragraphs

Shape = TypeVar("Shape")
ASK, WRITE = "vraag", "schrijven"
"""Pictograms beside a question: one to answer aloud, and one to answer on the sheet that is handed out."""


@dataclass(frozen=True)
class SlideContext:
    """What slides refer to, by id; made once for a course."""

    course: Course
    cases: Mapping[str, Case]
    exercises: Mapping[str, Exercise]
    facts: Mapping[str, Entry]
    media: Mapping[str, Media]
    sheets: Mapping[str, Sheet | Exercise]
    """What is handed out somewhere in the session."""
    drawn: tuple[type, ...]
    """Exercises with a layout of their own; of all others a slide shows the author's text, else the task."""
    introducing: frozenset[str]
    """The slides, by id, that show a case for the first time in their part."""
    part_of: Mapping[str, int]
    """In which part of the course each slide stands, from 0, by the id of the slide."""


class SlideContent:
    """One slide with its text as paragraphs, and the case, exercise, table and picture that it shows, if any."""

    def __init__(self, on: SlideContext, slide: Slide) -> None:
        self.on, self.slide = on, slide
        exercise = on.exercises.get(slide.exercise.id) if slide.exercise else None
        shows_task = exercise and not slide.body and not isinstance(exercise.content, on.drawn)
        told = exercise.task if exercise and shows_task else slide.body
        self.blocks = (*told, *slide.reveal)
        self.body = paragraphs(told, on.facts)
        self.question = paragraphs(slide.question, on.facts)
        self.reveal = appearing(paragraphs(slide.reveal, on.facts))
        self.pars = (*self.body, *self.reveal)
        self.case = on.cases.get(slide.case.id) if slide.case else None
        self.exercise = exercise
        self.address = downloads.public_page(on.course, exercise.id) if exercise else ""
        self.table = next((block for block in slide.body if isinstance(block, (Table, Chart))), None)
        pictures = (block for block in (*slide.body, *slide.reveal) if isinstance(block, Picture))
        self.picture = next((block for block in pictures if block.path in on.media), None)

    @property
    def sign(self) -> str:
        """The pictogram beside the question for the group: the author's, else what the group does."""
        writes = any(handout.paper.id in self.on.exercises for handout in self.slide.handouts)
        return self.slide.pictogram or (WRITE if writes else ASK)

    @property
    def free(self) -> bool:
        """Whether no word under `soort` says how this slide is to be shown."""
        return not self.slide.kind

    def open_to(self, *words: str) -> bool:
        """Whether one of these words was chosen under `soort`, or none at all."""
        return self.free or self.slide.kind in words

    def exercise_as(self, shape: type[Shape]) -> Shape | None:
        """The content of the exercise on this slide where it has that shape."""
        content = self.exercise.content if self.exercise else None
        return content if isinstance(content, shape) else None
