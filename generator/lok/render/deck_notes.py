"""What trainers read below a slide: slide and reader in, paragraphs with bold labels out.

Who speaks and until when stands first, then what to do next, what to say, what to expect; the sentence that gives the
floor closes the page. In the deck of one role, a slide of the other says what to do meanwhile and when to take over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.canvas import Par
from lok.flow import paragraphs, plain
from lok.metrics import Run
from lok.model import Block, Case, Copies, Fragment, Handout, Late, Note, Shortening, Slide, Statements, Table
from lok.render.deck_library import Library, may_go
from lok.render.schedule import clock, number
from lok.styles import BULLET, PLAIN, QUOTE
from lok.words import words

FIRST, LAST, MEANWHILE = "doe", "achtergrond", "intussen"
SPOKEN = (FIRST, "zeg")


def notes(of: Library, slide: Slide, reader: str) -> tuple[Par, ...]:
    """The notes page of one slide for a role, by its id, or for both where `reader` is ""."""
    page = _Page(of, slide, reader)
    listening = reader and not of.speaks(reader, slide)
    pars = page.listening() if listening else page.speaking()
    return tuple(replace(par, level=PLAIN) if par.level == QUOTE else par for par in pars)


class _Page:
    def __init__(self, of: Library, slide: Slide, reader: str) -> None:
        self.of, self.slide, self.reader = of, slide, reader
        self.after = of.after.get(slide.id)

    def speaking(self) -> Iterator[Par]:
        """All that the author wrote."""
        yield from self._head()
        for note in _ranked(self.slide.notes, before=True):
            yield from self._labelled(self._label(note), note.blocks)
        yield from self._case()
        yield from self._verdicts()
        for note in _ranked(self.slide.notes, before=False):
            yield from self._labelled(self._label(note), note.blocks)
        yield from self._things()
        if self.slide.shortening and not may_go(self.slide):
            yield from self._line(words("deck")["note_late"], late(self.slide.shortening))
        yield from self._labelled(self._cue_label(), self.slide.cue)

    def listening(self) -> Iterator[Par]:
        """What to do while the other speaks, and when to take over."""
        yield from self._head()
        spoken, slide = words("deck"), self.slide
        meanwhile = [note for note in slide.notes if note.kind == MEANWHILE]
        for note in meanwhile:
            yield from self._labelled(spoken["note_meanwhile"], note.blocks)
        if not meanwhile:
            yield from self._line(spoken["note_meanwhile"], spoken["note_listen"])
        for note in slide.notes:
            if note.role == self.reader:
                yield from self._labelled(self._label(note), note.blocks)
        yield from self._case(self.reader)
        yield from self._things()
        yield from self._take_over()

    def _head(self) -> Iterator[Par]:
        """Who speaks and when; on a slide that may go, how to leave it out."""
        slide, spoken = self.slide, words("deck")
        who = slide.role.name.upper()
        mine = self.reader == slide.role.id
        yield from self._line(spoken["note_you"].format(role=who) if mine else who, self._when())
        if slide.shortening and may_go(slide):
            yield from self._line(spoken["late_drop"], self._leaving(slide.shortening))

    def _when(self) -> str:
        """How long the slide takes, from which minute, and at what time where the session has one to begin at."""
        start, spoken = self.of.starts[self.slide.id], words("deck")
        end = start + self.slide.minutes
        shown = {"minutes": number(self.slide.minutes), "start": number(start), "end": number(end)}
        if self.of.opening is None:
            return spoken["note_minutes"].format(**shown)
        times = {"begins": clock(self.of.opening, start), "ends": clock(self.of.opening, end)}
        return spoken["note_clock"].format(**shown, **times)

    def _leaving(self, shortening: Shortening) -> str:
        """How to leave this slide out, during the show and before it, and what falls out."""
        spoken, follows = words("deck"), self.of.staying.get(self.slide.id)
        jump = spoken["note_skip"].format(number=follows.number) if follows else spoken["note_end"]
        loss = (spoken["note_loss"].format(loss=shortening.loss.rstrip(".")),) if shortening.loss else ()
        return " ".join((jump, spoken["note_hide"], *loss))

    def _things(self) -> Iterator[Par]:
        """What to have at hand and what to hand out."""
        slide, spoken = self.slide, words("deck")
        if slide.needs:
            yield from self._line(spoken["note_needs"], ", ".join(slide.needs))
        if given := self.of.given(slide):
            yield from self._line(spoken["note_handouts"], ", ".join(map(self._handout, given)))
        if address := self.of.code(slide):
            yield from self._line(spoken["note_code"], address)

    def _cue_label(self) -> str:
        """Names who gets the floor, where that is somebody else."""
        spoken = words("deck")
        if self.after is None or self.after.role == self.slide.role:
            return spoken["note_cue"]
        return spoken["note_cue_to"].format(role=self.after.role.name.upper())

    def _take_over(self) -> Iterator[Par]:
        """The sentence after which the reader speaks, or where that will be."""
        spoken, mine = words("deck"), self.of.own[self.reader].get(self.slide.id)
        if mine is None:
            return
        if mine is not self.after:
            yield from self._line(spoken["note_yours"], self._from(mine))
        elif self.slide.cue:
            label = "note_take" if mine.role.id == self.reader else "note_take_both"
            yield from self._labelled(spoken[label], self.slide.cue)
        else:
            yield from self._line(spoken["note_yours"], spoken["note_next"])

    def _from(self, later: Slide) -> str:
        """Which slide, and when it will be there."""
        minute, spoken = self.of.starts[later.id], words("deck")
        if self.of.opening is None:
            return spoken["note_slide"].format(number=later.number, minute=number(minute))
        return spoken["note_slide_clock"].format(number=later.number, time=clock(self.of.opening, minute))

    def _label(self, note: Note) -> str:
        return self._role(note.role).upper() if note.role else note.kind.capitalize()

    def _role(self, id: str) -> str:
        return self.of.roles[id].name if id in self.of.roles else id

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

    def _case(self, reader: str = "") -> Iterator[Par]:
        """The text that is read aloud, with its possible answer; with a `reader`, only what that role reads."""
        ref, spoken = self.slide.case, words("deck")
        case = self.of.cases.get(ref.id) if ref else None
        if ref is None or case is None:
            return
        for fragment in case.fragments:
            if fragment.id == ref.fragment and reader in ("", fragment.reader):
                yield from self._labelled(self._reading(case, fragment), fragment.blocks)
                yield from self._labelled(spoken["note_answer"], fragment.answer)

    def _reading(self, case: Case, fragment: Fragment) -> str:
        spoken = words("deck")
        what = f"{case.name}, {spoken[f'fragment_{fragment.kind}']} {fragment.number}"
        if fragment.audio:
            return f"{spoken['note_recording']} ({what})"
        return f"{spoken['note_reading']} ({', '.join(filter(None, (self._role(fragment.reader).upper(), what)))})"

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
        given = self.of.item(handout)
        copies = handout.copies or (given.copies if given else None)
        return f"{given.title if given else handout.id}{f' ({_copies(copies)})' if copies else ''}"


def _ranked(notes: Sequence[Note], before: bool) -> list[Note]:
    """What to do and say stands `before` what is read aloud, the rest after it, background last."""
    spoken = [note for note in notes if bool(note.role or note.kind in SPOKEN) == before]
    return sorted(spoken, key=lambda note: (note.kind != FIRST, note.kind == LAST))


def late(shortening: Shortening) -> str:
    """What may happen, when the evening runs late, to a slide that stays."""
    spoken = words("deck")
    told = spoken["late_never"]
    if shortening.how is Late.SHORTEN:
        told = spoken["late_shorten"].format(minutes=number(shortening.minutes))
    return f"{told}: {shortening.loss}" if shortening.loss else told


def _copies(copies: Copies) -> str:
    return copies.text
