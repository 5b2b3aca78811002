"""What a renderer is: a course, its audience and what was made before in; files and problems out.

All are pure: only `publish` writes, and only `build` runs a site engine over the files of a site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact
from lok.problems import Problem

Made = Mapping[str, Artifact]
"""What renderers made before, finished, by path below the course's folder."""


@dataclass(frozen=True)
class Rendered:
    """What a renderer made of a course for an audience, and what only making it shows. No files: none for these."""

    files: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


Render = Callable[[Course, Audience, Made], Rendered]
"""Expects a course that `view` narrowed to the audience, and that holds no error."""


class Tells(IntEnum):
    """How much of an evening the files of a renderer tell: what does not differ between evenings is made once."""

    NOTHING = 0
    PEOPLE = 1
    """When it begins, and how many come."""
    EVENING = 2


@dataclass(frozen=True)
class Renderer:
    """A kind of output. Those that are `light` are also in a pack without website.

    One that stands `apart` needs nothing that others made, and mostly waits for processes of its own.
    """

    render: Render
    tells: Tells
    light: bool = False
    apart: bool = False
