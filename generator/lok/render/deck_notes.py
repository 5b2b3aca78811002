"""What trainers read below a slide: course and slide in, paragraphs with bold labels out.

The next action stands first, then what to say, what to expect, what to prepare; the sentence that gives the floor
closes the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lok.canvas import Par
from lok.flow import paragraphs, plain
from lok.metrics import Run
from lok.model import (
    Block,
    Case,
    Copies,
    Course,
    Entry,
    Exercise,
    Fragment,
    Handout,
    Late,
    Note,
    Sheet,
    Shortening,
    Slide,
    Statements,
    Table,
)
from lok.styles import BULLET, PLAIN, QUOTE
from lok.words import words

FIRST, LAST = "doe", "achtergrond"
SPOKEN = (FIRST, "zeg")


@dataclass(frozen=True)
class Library:
    """What notes refer to, by id; made once for a course."""

    cases: Mapping[str, Case]
    exercises: Mapping[str, Exercise]
    sheets: Mapping[str, Sheet]
    facts: Mapping[str, Entry]
    roles: Mapping[str, str]


def library(course: Course) -> Library:
    return Library(
        {case.id: case for case in course.cases},
        {exercise.id: exercise for exercise in course.exercises},
        {sheet.id: sheet for sheet in course.sheets},
        {fact.id: fact for fact in course.facts},
        {role.id: role.name for role in course.roles},
    )


def notes(of: Library, slide: Slide) -> tuple[Par, ...]:
    """The notes page of one slide."""
    page = _Page(of, slide)
    return tuple(replace(par, level=PLAIN) if par.level == QUOTE else par for par in page.pars())


class _Page:
    def __init__(self, of: Library, slide: Slide) -> None:
        self.of, self.slide = of, slide

    def pars(self) -> Iterator[Par]:
        slide, spoken = self.slide, words("deck")
        minutes = spoken["note_minutes"].format(minutes=number(slide.minutes))
        yield Par(PLAIN, (Run(f"{slide.role.name.upper()}: ", bold=True), Run(minutes)))
        for note in _ranked(slide.notes, before=True):
            yield from self._labelled(self._label(note), note.blocks)
        yield from self._case()
        yield from self._verdicts()
        for note in _ranked(slide.notes, before=False):
            yield from self._labelled(self._label(note), note.blocks)
        if slide.needs:
            yield from self._line(spoken["note_needs"], ", ".join(slide.needs))
        if slide.handouts:
            yield from self._line(spoken["note_handouts"], ", ".join(map(self._handout, slide.handouts)))
        if slide.shortening:
            yield from self._line(spoken["note_late"], late(slide.shortening))
        yield from self._labelled(spoken["note_cue"], slide.cue)

    def _label(self, note: Note) -> str:
        return self.of.roles.get(note.role, note.kind).upper() if note.role else note.kind.capitalize()

    def _labelled(self, label: str, blocks: Sequence[Block]) -> Iterator[Par]:
        """The label before the first paragraph, or alone above a list."""
        pars = self._readable(blocks)
        if not pars:
            return
        mark = Run(f"{label}: ", bold=True)
        if pars[0].level == PLAIN:
            yield replace(pars[0], runs=(mark, *pars[0].runs))
            yield from pars[1:]
        else:
            yield Par(PLAIN, (Run(f"{label}:", bold=True),))
            yield from pars

    def _readable(self, blocks: Sequence[Block]) -> tuple[Par, ...]:
        """Paragraphs of author text; the rows of a table as list items."""
        found: list[Par] = []
        for block in blocks:
            if isinstance(block, Table):
                rows = (block.header, *block.rows)
                found.extend(Par(BULLET, (Run(" | ".join(map(plain, row))),)) for row in rows)
            else:
                found.extend(paragraphs((block,), self.of.facts))
        return tuple(found)

    def _line(self, label: str, text: str) -> Iterator[Par]:
        yield Par(PLAIN, (Run(f"{label}: ", bold=True), Run(text)))

    def _case(self) -> Iterator[Par]:
        """The text that is read aloud, with its possible answer."""
        ref, spoken = self.slide.case, words("deck")
        case = self.of.cases.get(ref.id) if ref else None
        if ref is None or case is None:
            return
        for fragment in case.fragments:
            if fragment.id == ref.fragment:
                yield from self._labelled(self._reading(case, fragment), fragment.blocks)
                yield from self._labelled(spoken["note_answer"], fragment.answer)

    def _reading(self, case: Case, fragment: Fragment) -> str:
        spoken = words("deck")
        reader = self.of.roles.get(fragment.reader, "")
        what = f"{case.name}, {spoken[f'fragment_{fragment.kind}']} {fragment.number}"
        return f"{spoken['note_reading']} ({', '.join(filter(None, (reader.upper(), what)))})"

    def _verdicts(self) -> Iterator[Par]:
        """Each statement with its verdict and why, where the slide shows them."""
        ref = self.slide.exercise
        exercise = self.of.exercises.get(ref.id) if ref else None
        if exercise is None or not isinstance(exercise.content, Statements):
            return
        yield Par(PLAIN, (Run(f"{words('deck')['note_verdicts']}:", bold=True),))
        for count, statement in enumerate(exercise.content.statements, 1):
            nuance = f" ({statement.nuance})" if statement.nuance else ""
            why = paragraphs(statement.explanation, self.of.facts)
            reason = (Run(". "), *why[0].runs) if why else ()
            yield Par(BULLET, (Run(f"{statement.verdict}{nuance}", bold=True), *reason), count)
            yield from (replace(par, level=max(par.level, BULLET + 1), number=0) for par in why[1:])

    def _handout(self, handout: Handout) -> str:
        given = self.of.sheets.get(handout.id) or self.of.exercises.get(handout.id)
        copies = handout.copies or (given.copies if given else None)
        return f"{given.title if given else handout.id}{f' ({_copies(copies)})' if copies else ''}"


def _ranked(notes: Sequence[Note], before: bool) -> list[Note]:
    """What to do and say stands `before` what is read aloud, the rest after it, background last."""
    spoken = [note for note in notes if bool(note.role or note.kind in SPOKEN) == before]
    return sorted(spoken, key=lambda note: (note.kind != FIRST, note.kind == LAST))


def number(value: Decimal) -> str:
    """Minutes as a person writes them: "4", "1,5"."""
    return f"{value.normalize():f}".replace(".", ",")


def late(shortening: Shortening) -> str:
    """What may happen when the evening runs late."""
    spoken = words("deck")
    match shortening.how:
        case Late.DROP:
            told = spoken["late_drop"]
        case Late.NEVER:
            told = spoken["late_never"]
        case Late.SHORTEN:
            told = spoken["late_shorten"].format(minutes=number(shortening.minutes))
    return f"{told}: {shortening.loss}" if shortening.loss else told


def _copies(copies: Copies) -> str:
    return copies.text
