"""THE list of papers made of the session itself, and which of them and of the bundles a course offers for download.

Read by the site, the packs and the checks, which know nothing else of papers.
"""

from __future__ import annotations

from lok.derive.downloads import FOLDER, PARTICIPANTS, Download
from lok.derive.wording import wording
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.vocabulary import OWN_BUNDLES
from lok.render.paper import accreditation, answers, handbook, handout, packing, runsheet, script, sketches
from lok.render.paper.session_paper import A4, Generated, Owner, SessionPaper
from lok.words import words

SESSION_PAPERS: tuple[SessionPaper, ...] = (
    runsheet.PAPER,
    script.PAPER,
    packing.PAPER,
    accreditation.PAPER,
    handbook.PAPER,
    handout.PAPER,
    handout.PAPER_SIX,
    answers.OF_EXERCISES,
    answers.OF_CASES,
    sketches.PAPER,
)
"""In the order in which the start page and the bundle show them."""


def generated(course: Course, audience: Audience) -> tuple[Generated, ...]:
    """The papers that no author wrote, for this audience; none for a session without slides."""
    return tuple(
        _generated(paper, owner, size)
        for paper in SESSION_PAPERS
        if audience in paper.audiences and course.slides
        for owner in paper.owners(course)
        for size in paper.sizes
    )


def _generated(paper: SessionPaper, owner: Owner, size: str) -> Generated:
    spoken = words("generated")
    id, name = owner
    stem = spoken[f"{paper.name}_file"].format(owner=id)
    title = spoken[paper.name].format(name=name)
    return Generated(paper, id, Download(f"{FOLDER}/{stem}-{size}.pdf", stem, title, size))


def bundles(course: Course, audience: Audience) -> tuple[Download, ...]:
    """What to print first, each in one file: the papers of a participant and, for trainers, those of the speakers."""
    found = [(PARTICIPANTS, "bundle")] if course.bundle else []
    if audience is Audience.TRAINER and (course.duo_bundle or generated(course, audience)):
        found.append((OWN_BUNDLES[0].replace(" ", "-"), "duo_bundle"))
    return tuple(Download(f"{FOLDER}/{id}.pdf", id, wording(course, "common")[name], A4) for id, name in found)
