"""Which files a course offers for download, and what they are called: read by the site, the papers and the decks.

Papers that no author wrote declare themselves, above: `render.paper.catalogue` lists them.
"""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.model.vocabulary import BUNDLE

FOLDER = "downloads"
"""Where all that can be downloaded stands, below the course's folder."""
DECK_TYPE = "pptx"
"""The ending of a deck."""
WORD_TYPE = "docx"
"""The ending of a worksheet."""
PROMPTER = "spreekscherm"
"""The name of the screen beside the projector."""
EXERCISES = "oefeningen"
"""The folder of the pages of exercises."""
PARTICIPANTS = BUNDLE.replace(" ", "-")
"""The id of the bundle that every participant gets."""


@dataclass(frozen=True)
class Download:
    """One file: its path below the course's folder, and the id of what it shows.

    `size` is "a6", "a4", "a3" or "a1".
    """

    path: str
    id: str
    title: str
    size: str

    @property
    def size_name(self) -> str:
        """As people write it: `A4`."""
        return self.size.upper()


@dataclass(frozen=True)
class Worksheet:
    """A paper for a word processor: its path below the course's folder, the id and title of what it shows."""

    path: str
    id: str
    title: str


@dataclass(frozen=True)
class Deck:
    """A deck: its path below the course's folder, and whose notes it has: id and name of a role, the id "" for all."""

    path: str
    role: str
    name: str


def prompter(course: Course, audience: Audience) -> str:
    """Where the screen beside the projector stands; "" for participants, and where there is nothing to say."""
    return f"{FOLDER}/{PROMPTER}.html" if audience is Audience.TRAINER and course.slides else ""


def papers(course: Course) -> tuple[Download, ...]:
    """Each exercise and sheet on each size of paper its author asks for, in the order of the course."""
    return tuple(
        Download(f"{FOLDER}/{item.id}-{size}.pdf", item.id, item.title, size)
        for item in papered(course)
        for size in item.paper
    )


def worksheets(course: Course) -> tuple[Worksheet, ...]:
    """Each editable exercise and each sheet to read that has a paper, in the order of the course.

    A sheet for trainers has none: what stands in it is theirs, and a worksheet is for everyone.
    """
    return tuple(
        Worksheet(f"{FOLDER}/{item.id}.{WORD_TYPE}", item.id, item.title)
        for item in papered(course)
        if item.paper and _editable(item)
    )


def _editable(item: Exercise | Sheet) -> bool:
    return item.content.editable if isinstance(item, Exercise) else not (item.cards or item.for_trainers)


def papered(course: Course) -> tuple[Exercise | Sheet, ...]:
    """What an author may ask paper for: the exercises, then the sheets."""
    return (*course.exercises, *course.sheets)


def decks(course: Course, audience: Audience) -> tuple[Deck, ...]:
    """One deck for each speaker, below one for all where there are more; participants get none."""
    if audience is Audience.PARTICIPANT:
        return ()
    readers = (
        *((role.id, "", role.name) for role in course.together),
        *((role.id, role.id, role.name) for role in course.roles),
    )
    return tuple(Deck(f"{FOLDER}/{course.id}-{stem}.{DECK_TYPE}", role, name) for stem, role, name in readers)


def public_page(course: Course, exercise_id: str) -> str:
    """The web address of an exercise; "" where the session has no address."""
    return public_address(course, f"{EXERCISES}/{exercise_id}.html")


def public_address(course: Course, path: str) -> str:
    """The web address of a page on the participants' site by its path; "" where the session has no address."""
    return f"{course.address.rstrip('/')}/{course.id}/{path}" if course.address else ""


def home_page(course: Course) -> str:
    """The web address of the participants' site; "" where the session has none."""
    return f"{course.address.rstrip('/')}/" if course.address else ""


def picture_path(slide_id: str) -> str:
    """Where the picture of a slide stands below the course's folder."""
    return f"slides/{slide_id}.svg"
