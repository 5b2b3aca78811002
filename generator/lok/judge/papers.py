"""What papers show, which has to be laid out, and what participants read, which has to be made."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lok.load import Loaded
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact
from lok.model.place import Places
from lok.problems import Problem
from lok.processes import several
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.render.paper.paper import documents, unfit
from lok.render.site import site
from lok.view import view


def judge_papers(loaded: Loaded) -> tuple[tuple[Problem, ...], ...]:
    """Of each course what is wrong with papers, and trainer text that participants would read.

    Expects courses without an error. Raises TypesettingError where a paper cannot be laid out.
    """
    with several(len(loaded.courses)) as run:
        return tuple(run(_judged, loaded.courses, [loaded.places[course.id] for course in loaded.courses]))


def _judged(course: Course, places: Places) -> tuple[Problem, ...]:
    seen = view(course, Audience.PARTICIPANT)
    records = (seen, site.listing(seen, Audience.PARTICIPANT))
    leaks = guard(secrets(places), records, _told(seen))
    return (*unfit(view(course, Audience.TRAINER)), *leaks)


def _told(seen: Course) -> Iterator[Artifact]:
    """What participants read, before an engine or Typst makes pages of it."""
    yield from site.render(seen, Audience.PARTICIPANT, {}).files
    for download, document in documents(seen, Audience.PARTICIPANT):
        for paper in document.papers:
            yield Artifact(f"{download.path}.json", json.dumps(paper.data, ensure_ascii=False).encode(), ())
