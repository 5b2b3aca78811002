"""A course and a name in, one thing more for it out: a new file, or a slide in a file that is there.

Nothing is left alone: a page of the session links to a new file, and the minutes of a new slide are added to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lok.exercises import KINDS, kind_of
from lok.model.course import Course, Part, Slide
from lok.model.library import Case, Exercise, Sheet
from lok.model.names import clean, slug
from lok.model.vocabulary import CLOSING, TRAINER
from lok.read.format import CARDS, CASE, EXERCISE, SHEET
from lok.start.templates import fill
from lok.words import format_number

SLIDE_MINUTES = Decimal(2)
"""Of a new slide."""
DURATION = re.compile(r"(?im)^(duur[ \t]*:[ \t]*)[^\r\n]*")
TRAINER_HEADING = re.compile(rf"(?im)^##[ \t]+{TRAINER}[ \t]*\r?$")
DRAWN = frozenset(kind.word for kind in KINDS if kind.slide)
"""The forms of exercise that a kind of slide is for."""
LIST_ITEM = re.compile(r"- \S")


class AdditionError(Exception):
    """What is asked for cannot be added; the message is Dutch and for the author."""


@dataclass(frozen=True)
class Thing:
    """A kind of file that can be added: its folder, the word of a link to it, and what it is called without a name."""

    folder: str
    link: str
    name: str


THINGS: Mapping[str, Thing] = {
    "casus": Thing(CASE.folder, "casus", "Noor"),
    "oefening": Thing(EXERCISE.folder, "oefening", "Nieuwe oefening"),
    "blad": Thing(SHEET.folder, "blad", "Nieuw blad"),
    "kaart": Thing(CARDS.folder, "blad", "Nieuwe kaarten"),
}
"""By the word that an author types."""


@dataclass(frozen=True)
class Addition:
    """The path and text of a new file ("" where there is none), and the new text of each file that changes."""

    path: str
    text: str
    changed: Mapping[str, str]


def new_file(what: str, template: str, name: str, course: Course, session_text: str) -> Addition:
    """A file of a kind in THINGS, to which the page of the session then links. `name` may be "".

    Raises AdditionError where the name gives no name of a file, or one that is there already.
    """
    thing = THINGS[what]
    filed: tuple[Case | Exercise | Sheet, ...] = (*course.cases, *course.exercises, *course.sheets)
    taken = {item.id for item in filed}
    title = clean(name) or _free(thing.name, taken)
    if not slug(title):
        raise AdditionError(f'uit "{title}" volgt geen naam voor een bestand; gebruik letters van a tot z')
    if slug(title) in taken:
        raise AdditionError(f'"{slug(title)}" bestaat al; kies een andere naam')
    text = fill(template, name=title, reader=course.roles[0].name)
    linked = with_link(session_text, f"[{title}]({thing.link}:{slug(title)})")
    return Addition(f"{thing.folder}/{slug(title)}.md", text, {course.span.path: linked})


def new_slide(kind: str, name: str, course: Course, part_id: str, texts: Mapping[str, str]) -> Addition:
    """A slide of a kind at the end of a part (of the last where `part_id` is ""); `texts` has the course's own files.

    Raises AdditionError where there is no such part, or nothing that the slide could show.
    """
    part = _part(course, part_id)
    before = next(slide for slide in reversed(part.slides) if not _last(slide))
    taken = {slide.id for slide in course.slides}
    text = fill(
        f"slides/{'oefening' if kind in DRAWN else slug(kind)}.md",
        title=clean(name) or _free(f"Nieuwe slide: {kind}", taken),
        kind=kind,
        role=before.role.name,
        roles=[role.name for role in course.roles],
        minutes=format_number(SLIDE_MINUTES),
        shown=_shown(kind, course),
    )
    following = course.slides[course.slides.index(before) + 1 :]
    if following and following[0].role != before.role:
        text += "\n### Geef het woord\nEn dan nu verder.\n"
    page = with_slide(texts[before.span.path], text, _line_below(part, before))
    session = with_minutes(texts[course.span.path], course.minutes + SLIDE_MINUTES)
    return Addition("", "", {before.span.path: page, course.span.path: session})


def with_link(text: str, link: str) -> str:
    """The page of a session with one link more, where what everybody reads ends."""
    found = TRAINER_HEADING.search(text)
    end = found.start() if found else len(text)
    public, trainer = text[:end].rstrip(), text[end:]
    below = "\n" if LIST_ITEM.match(public.rpartition("\n")[2]) else "\n\n"
    return _in_form_of(text, f"{public}{below}- {link}\n" + (f"\n{trainer}" if trainer else ""))


def with_minutes(text: str, minutes: Decimal) -> str:
    """The page of a session that lasts this long."""
    return DURATION.sub(lambda found: f"{found[1]}{format_number(minutes)} minuten", text, count=1)


def with_slide(text: str, slide: str, line: int | None) -> str:
    """A file of slides with one more, above the heading on `line` (from 1), or at its end."""
    lines = [f"{each}\n" for each in text.split("\n")]
    above, below = lines[: line and line - 1], lines[line - 1 :] if line else []
    joined = "".join(above).rstrip() + f"\n\n{slide}" + ("\n" if below else "") + "".join(below)
    return _in_form_of(text, joined)


def _in_form_of(text: str, changed: str) -> str:
    """With the line ends of a file."""
    plain = changed.replace("\r\n", "\n")
    return plain.replace("\n", "\r\n") if "\r\n" in text else plain


def _part(course: Course, part_id: str) -> Part:
    """Raises AdditionError where the session has no such part, or none that an author wrote a slide in."""
    found = [part for part in course.parts if part_id in ("", part.id) and not all(map(_last, part.slides))]
    if not found:
        choice = ", ".join(part.id for part in course.parts)
        raise AdditionError(f'er is geen deel "{part_id}" met slides; kies uit: {choice}')
    return found[-1]


def _last(slide: Slide) -> bool:
    """Whether no new slide can come behind it: it closes the evening, or no author wrote it."""
    return slide.made or slide.kind == CLOSING


def _line_below(part: Part, slide: Slide) -> int | None:
    """The line of the next slide that an author wrote in a part; None below the last."""
    return next((each.span.line for each in part.slides if each.span.line > slide.span.line and not each.made), None)


def _shown(kind: str, course: Course) -> str:
    """The id of what a slide of this kind shows, "" where it shows nothing else.

    Raises AdditionError where the session has none.
    """
    exercises = [(exercise.id, kind_of(exercise.content).word) for exercise in course.exercises]
    found = {
        "casus": ("casus", [case.id for case in course.cases]),
        "oefening": (f"oefening {KINDS[0].word}", [id for id, _ in exercises]),
        **{word: (f"oefening {word}", [id for id, form in exercises if form == word]) for word in DRAWN},
    }
    asked, ids = found.get(kind, ("", [""]))
    if not ids:
        raise AdditionError(f"deze slide toont een {asked.partition(' ')[0]}: maak die eerst met `lok nieuw {asked}`")
    return ids[0]


def _free(name: str, taken: set[str]) -> str:
    """A name of which no id is taken, with a number behind it where need be."""
    names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if slug(each) not in taken)
