"""What the start page for trainers shows: papers in the order of use, downloads by what they are for, how many come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from lok.derive.downloads import PARTICIPANTS as PARTICIPANTS_BUNDLE
from lok.derive.downloads import Download
from lok.model.course import Course
from lok.render.paper import accreditation, handbook, handout, packing, runsheet, script
from lok.render.paper.session_paper import Generated, SessionPaper
from lok.session.clock import rows
from lok.session.lookup import first_to_expire, lookup
from lok.session.materials import needs, prints, to_bring

PARTICIPANTS = 15
"""A group of ordinary size, until somebody fills in how many come."""
READ = (runsheet.PAPER, script.PAPER, handbook.PAPER, handout.PAPER, handout.PAPER_SIX)
"""Papers that trainers read themselves."""
PRINT = (packing.PAPER, accreditation.PAPER)
"""Papers that go with what is printed."""

Files = tuple[Download, ...]
"""One paper, a file for each size."""


def values(course: Course, bundles: Files, generated: Iterable[Generated]) -> Mapping[str, object]:
    """Values of the page, with the bundles and the papers that no author wrote, sorted by what they are for."""
    made = tuple(generated)
    return {
        "rows": rows(course),
        "needs": needs(course.slides),
        "stacks": prints(course, lookup(course)),
        "participants": participants(course),
        "for_each": PARTICIPANTS_BUNDLE,
        "expiring": first_to_expire(course),
        "brings": bool(to_bring(course)),
        "to_read": tuple(_files(made, READ)),
        "to_print": (*((each,) for each in bundles), *_files(made, PRINT)),
        "further": tuple(_files(made, {each.paper for each in made} - {*READ, *PRINT})),
    }


def participants(course: Course) -> int:
    """For how many people the papers are counted: those of the evening, where it says so."""
    return (course.evening.participants if course.evening else 0) or PARTICIPANTS


def _files(made: Iterable[Generated], wanted: Iterable[SessionPaper]) -> Iterator[Files]:
    kept = {*wanted}
    chosen = (each.download for each in made if each.paper in kept)
    for _, files in groupby(chosen, key=lambda file: file.id):
        yield tuple(files)
