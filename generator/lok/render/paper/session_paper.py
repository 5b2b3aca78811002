"""How a paper made of the session itself declares itself: for whom, on which sizes, whose it is, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lok.derive.downloads import Download
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.remembered import remembered
from lok.render.paper.document import Document

TRAINERS = (Audience.TRAINER,)
"""Trainers alone."""
A4 = "a4"
"""The size of most papers."""
Owner = tuple[str, str]
"""The id and name of a role, exercise or case that has a paper of its own; both "" where all share one."""
Owners = Callable[[Course], tuple[Owner, ...]]
"""Finds who or what has a paper of its own."""


def one(_: Course) -> tuple[Owner, ...]:
    """A single paper, which is nobody's in particular."""
    return (("", ""),)


@dataclass(frozen=True)
class SessionPaper:
    """A paper that no author wrote. `name` chooses its words in the locale: `<name>` its title, `<name>_file` its file.

    `template` lays it out, `make` gives the document of one owner. Those that are `bundled` the duo prints first, in
    one file; those that are `dated` tell of the evening, all others are the same on each. One that is `endless` goes on
    to as many pages as it needs, so nobody has to measure whether it fits.
    """

    name: str
    template: str
    make: Callable[[Course, Generated], Document]
    audiences: tuple[Audience, ...] = TRAINERS
    sizes: tuple[str, ...] = (A4,)
    owners: Owners = one
    bundled: bool = False
    dated: bool = False
    endless: bool = False


@dataclass(frozen=True)
class Generated:
    """A paper of one course: what it declares, the id of its owner or "", and the file."""

    paper: SessionPaper
    owner: str
    download: Download

    def document(self, course: Course) -> Document:
        """What stands in it, before layout."""
        return self.paper.make(course if self.paper.dated else _undated(course), self)


@remembered
def _undated(course: Course) -> Course:
    return replace(course, evening=None) if course.evening else course
