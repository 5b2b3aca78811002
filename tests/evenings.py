"""Small evenings for tests of what is made of the session itself."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

import samples
from lok.model.audience import Audience
from lok.model.course import Break, Course, Part, Slide
from lok.model.library import Copies
from lok.problems import Problem
from lok.render.paper.catalogue import generated
from lok.render.paper.document import Document, misfits, press

ONE, TWO = samples.course().roles


def talk(title: str, role: int, minutes: str, **changes: object) -> Slide:
    """A slide of the first or second speaker, or (2) of both."""
    speaker = (ONE, TWO, samples.DUO)[role]
    return samples.slide(title, role=speaker, minutes=Decimal(minutes), **changes)


def evening(*parts: Part | Break, **changes: object) -> Course:
    """Parts with their slides numbered through, and a sheet with the id `blad`."""
    count = itertools.count(1)
    agenda = (
        replace(item, slides=tuple(replace(slide, number=next(count)) for slide in item.slides))
        if isinstance(item, Part)
        else item
        for item in parts
    )
    sheet = replace(samples.sheet(), title="Het blad", copies=Copies(1, 1, "1 per deelnemer"))
    return samples.course(sheet, agenda=tuple(agenda), **changes)


def document(course: Course, path: str) -> Document:
    """What stands in one generated file, by its name without folder and ending."""
    made = {each.download.path: each for each in generated(course, Audience.TRAINER)}[f"downloads/{path}.pdf"]
    return made.document(course)


def printed(course: Course, path: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The PDF and what it tells."""
    wanted = document(course, path)
    done = press(wanted, course)
    return done.pdf, tuple(misfits(done.measures, wanted))
