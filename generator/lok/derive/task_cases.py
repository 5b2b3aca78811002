"""The cases, and the parts of them, that a task tells the reader to work with: those it links to."""

from __future__ import annotations

from lok.model.course import Course
from lok.model.library import Case, Fragment
from lok.model.ref import Ref, RefKind
from lok.model.text import Blocks
from lok.model.walk import walk


def cases(course: Course, task: Blocks) -> tuple[Case, ...]:
    """Every case that the task links to, once, in its order."""
    known = {case.id: case for case in course.cases}
    names = dict.fromkeys(name for name, _ in _places(task))
    return tuple(known[name] for name in names if name in known)


def reactions(course: Course, task: Blocks) -> tuple[tuple[Case, Fragment], ...]:
    """Every reaction that the task links to, with its case: a scene to practise on."""
    known = {
        (case.id, fragment.id): (case, fragment)
        for case in course.cases
        for fragment in case.fragments
        if fragment.title
    }
    places = dict.fromkeys(_places(task))
    return tuple(known[place] for place in places if place in known)


def _places(task: Blocks) -> list[tuple[str, str]]:
    """The case and the anchor of each link to a case."""
    return [(item.id, item.anchor) for item in walk(task) if isinstance(item, Ref) and item.kind is RefKind.CASE]
