"""Which files a course offers for download, and what they are called: read by the site, the papers and the decks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lok.derive import worth_printing
from lok.model.audience import Audience
from lok.model.course import Course, Exercise, Sheet
from lok.model.vocabulary import BUNDLE, CARD_SIZE, DUO, DUO_BUNDLE, PAPER_SIZES
from lok.words import words

FOLDER = "downloads"
DECK_TYPE = "pptx"
PROMPTER = "spreekscherm"
EXERCISES = "oefeningen"
"""The folder of the pages of exercises."""
PARTICIPANTS = BUNDLE.replace(" ", "-")
"""The id of the bundle that every participant gets."""


@dataclass(frozen=True)
class Download:
    """One file: its path below the course's folder, and the id of what it shows.

    `size` is "a6", "a4", "a3", "a1" or "telefoon".
    """

    path: str
    id: str
    title: str
    size: str

    @property
    def size_name(self) -> str:
        """As people write it: `A4`, `telefoon`."""
        return self.size.upper() if self.size in (*PAPER_SIZES, CARD_SIZE) else self.size


Owner = tuple[str, str]
"""The id and name of a role, exercise or case that has a paper of its own; both "" where all share one."""
Owners = Callable[[Course], tuple[Owner, ...]]


def one(_: Course) -> tuple[Owner, ...]:
    return (("", ""),)


def each_role(course: Course) -> tuple[Owner, ...]:
    return tuple((role.id, role.name) for role in course.roles)


def with_answers(course: Course) -> tuple[Owner, ...]:
    return tuple((each.id, each.title) for each in worth_printing.answered_exercises(course))


def cases_with_answers(course: Course) -> tuple[Owner, ...]:
    return tuple((each.id, each.name) for each in worth_printing.answered_cases(course))


def where_drawn(course: Course) -> tuple[Owner, ...]:
    return one(course) if worth_printing.drawn(course) else ()


@dataclass(frozen=True)
class Kind:
    """A kind of paper that is made of the session itself: for whom, on which sizes, and who or what has its own.

    `name` chooses the maker in `render.paper` and the words in the locale.
    """

    name: str
    audiences: tuple[Audience, ...]
    sizes: tuple[str, ...]
    owners: Owners = one


PHONE = "telefoon"
KINDS = (
    Kind("runsheet", (Audience.TRAINER,), ("a4",)),
    Kind("script", (Audience.TRAINER,), ("a4", PHONE), each_role),
    Kind("packing", (Audience.TRAINER,), ("a4",)),
    Kind("handbook", (Audience.TRAINER,), ("a4",)),
    Kind("handout", (Audience.TRAINER, Audience.PARTICIPANT), ("a4",)),
    Kind("answers", (Audience.TRAINER,), ("a4",), with_answers),
    Kind("case_answers", (Audience.TRAINER,), ("a4",), cases_with_answers),
    Kind("sketches", (Audience.TRAINER,), ("a4",), where_drawn),
)
BUNDLED = ("runsheet", "script", "packing", "sketches")
"""The kinds that the duo prints first, in one file."""


@dataclass(frozen=True)
class Generated:
    """A paper made of the session itself: the name of its kind, the id of its owner or "", and the file."""

    kind: str
    owner: str
    download: Download


@dataclass(frozen=True)
class Deck:
    """A deck: its path below the course's folder, and whose notes it carries: id and name of a role, or "" for both."""

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


def generated(course: Course, audience: Audience) -> tuple[Generated, ...]:
    """The papers that no author wrote: those of each kind, for this audience; none for a session without slides."""
    return tuple(
        _generated(kind, owner, size)
        for kind in KINDS
        if audience in kind.audiences and course.slides
        for owner in kind.owners(course)
        for size in kind.sizes
    )


def _generated(kind: Kind, owner: Owner, size: str) -> Generated:
    spoken = words("generated")
    id, name = owner
    stem = spoken[f"{kind.name}_file"].format(owner=id)
    title = spoken[kind.name].format(name=name)
    return Generated(kind.name, id, Download(f"{FOLDER}/{stem}-{size}.pdf", stem, title, size))


def papered(course: Course) -> tuple[Exercise | Sheet, ...]:
    return (*course.exercises, *course.sheets)


def bundles(course: Course, audience: Audience) -> tuple[Download, ...]:
    """What to print first, each in one file: the papers of a participant and, for trainers, those of the duo."""
    found = [(PARTICIPANTS, "bundle")] if course.bundle else []
    if audience is Audience.TRAINER and (course.duo_bundle or generated(course, audience)):
        found.append((DUO_BUNDLE.replace(" ", "-"), "duo_bundle"))
    return tuple(Download(f"{FOLDER}/{id}.pdf", id, words("common")[name], "a4") for id, name in found)


def decks(course: Course, audience: Audience) -> tuple[Deck, ...]:
    """One deck for both speakers and one for each; participants get none."""
    if audience is Audience.PARTICIPANT:
        return ()
    duo = words("common")["duo"]
    readers = ((DUO, "", duo), *((role.id, role.id, role.name) for role in course.roles))
    return tuple(Deck(f"{FOLDER}/{course.id}-{stem}.{DECK_TYPE}", role, name) for stem, role, name in readers)


def public_page(course: Course, exercise_id: str) -> str:
    """The web address of an exercise; "" where the session has no address."""
    return f"{course.address.rstrip('/')}/{course.id}/{EXERCISES}/{exercise_id}.html" if course.address else ""


def picture_path(slide_id: str) -> str:
    """Where the picture of a slide stands below the course's folder."""
    return f"slides/{slide_id}.svg"
