"""The work that commands share: a project read, everything made of it, what is wrong with it; each once.

What was found for the same files, or made of an equal course, is taken from what is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import click

from lok.build import Built, builds, joined
from lok.cli.common import told_to_author
from lok.judge.papers import judge_papers
from lok.kept import keep, kept, key_of
from lok.load import Loaded
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Step
from lok.model.place import Places
from lok.problems import Problem, has_errors, ordered
from lok.publish.engine import EngineError

JUDGED = "judged"
"""What is wrong with the papers of a course and what leaks from it, which a check and a build both find."""


def make(loaded: Loaded, audiences: Sequence[Audience], engine: str, step: Step) -> Built:
    """Everything for these audiences. Raises click.ClickException where the engine stops or there is no room."""

    def missing(numbers: Sequence[int]) -> Sequence[Built]:
        some = _some(loaded, numbers)
        made = builds(some, audiences, engine, step)
        for judged, each in zip(_judged(some), made, strict=True):
            if {*audiences} == {*Audience} and not has_errors(each.problems):
                keep(key_of(JUDGED, judged), each.problems)
        return made

    made_of = [(*judged, loaded.settings, engine, tuple(audiences)) for judged in _judged(loaded)]
    try:
        with told_to_author():
            return joined(kept("course", made_of, missing))
    except BrokenProcessPool as wrong:
        raise click.ClickException("een deel van lok is afgebroken; is het geheugen vol?") from wrong
    except EngineError as wrong:
        raise click.ClickException(f"{engine} kon de pagina's niet maken:\n{wrong}") from wrong


def wrong_papers(loaded: Loaded) -> tuple[Problem, ...]:
    """What is wrong with papers, and what leaks."""
    found = kept(JUDGED, _judged(loaded), lambda numbers: judge_papers(_some(loaded, numbers)))
    return ordered(problem for problems in found for problem in problems)


def _judged(loaded: Loaded) -> list[tuple[Course, Places]]:
    """Of each course all that decides what is wrong with it."""
    return [(course, loaded.places[course.id]) for course in loaded.courses]


def _some(loaded: Loaded, numbers: Sequence[int]) -> Loaded:
    return replace(loaded, courses=tuple(loaded.courses[n] for n in numbers))
