"""What trainers read at a slide, in the order in which they need it: slide and reader in, labelled author text out.

Who reads aloud stands first, with the verdicts of a vote; then what to do and say, what to expect; the sentence that
gives the floor closes. On a slide of
the other, a reader learns what to do meanwhile and when to take over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lok.derive.doubts import named
from lok.model.course import Late, Note, Shortening, Slide
from lok.model.exercises import Statement
from lok.model.library import Case, Entry, Fragment
from lok.model.text import Block, Blocks, ListBlock, Paragraph, Plain, Strong
from lok.session.clock import format_clock, format_minutes
from lok.session.lookup import Lookup, may_go
from lok.session.reading import fragment_name, heard, who_reads
from lok.session.speech import dialogue
from lok.words import format_number, long_date, words

FIRST, SAY, LAST, MEANWHILE = "doe", "zeg", "achtergrond", "intussen"
FEW = 4
"""Words by which a statement is known."""
SPOKEN = (FIRST, SAY)
"""Kinds of notes that stand before what is read aloud."""


@dataclass(frozen=True)
class Told:
    """A label and what it announces.

    `aloud` is said or read to the room word by word, a `cue` changes the floor, `aside` can wait.
    """

    label: str
    blocks: Blocks
    aloud: bool = False
    cue: bool = False
    aside: bool = False


class Notes:
    """The notes of one slide for a role, by its id, or for all where `reader` is ""."""

    def __init__(self, of: Lookup, slide: Slide, reader: str) -> None:
        self.of, self.slide, self.reader = of, slide, reader
        self.after = of.after.get(slide.id)

    @property
    def listens(self) -> bool:
        """Whether others speak."""
        return bool(self.reader) and not self.of.speaks(self.reader, self.slide)

    def speaking(self) -> Iterator[Told]:
        """All that the author wrote, for who speaks or for all."""
        yield from self._cut()
        yield from self._reader()
        yield from self._verdicts()
        yield from map(self._note, _ranked(self.slide.notes, before=True))
        yield from self._dialogue()
        yield from self._case()
        yield from map(self._note, _ranked(self.slide.notes, before=False))
        yield from self._doubts()
        yield from self._things()
        yield from self._when_late()
        if self.slide.cue:
            yield Told(self._cue_label(), self.slide.cue, cue=True)

    def _cut(self) -> Iterator[Told]:
        """What falls out in a shorter evening: who reads on would say it."""
        if self.slide.cut and not self.slide.left_out:
            yield _line(*tell_shortening(self.slide))

    def _when_late(self) -> Iterator[Told]:
        """What may be said shorter: what may go as a whole, or is left out, stands above all notes."""
        slide = self.slide
        if slide.shortening and not slide.left_out and not slide.cut and not may_go(slide):
            yield _line(words("deck")["note_late"], format_shortening(slide.shortening))

    def listening(self) -> Iterator[Told]:
        """What to do while the other speaks, and when to take over."""
        spoken = words("deck")
        if not any(note.kind == MEANWHILE for note in self.slide.notes) and not dialogue(self.slide):
            yield _line(spoken["note_meanwhile"], spoken["note_listen"])
        yield from self.meanwhile()
        yield from self._things()
        if not self._is_next():
            yield from self._later()
        elif not self.slide.cue:
            yield _line(spoken["note_yours"], spoken["note_next"])
        yield from self.take_over()

    def elsewhere(self) -> Iterator[Told]:
        """What is needed here and written with an exercise or case: verdicts, what is read aloud, its answer."""
        yield from self._verdicts()
        yield from self._case()

    def meanwhile(self) -> Iterator[Told]:
        """What the reader does, and says or reads aloud, while the other speaks."""
        if any(self._case(self.reader)):
            yield from self._reader()
        for note in self.slide.notes:
            if note.kind == MEANWHILE:
                yield Told(words("deck")["note_meanwhile"], note.blocks)
        yield from (self._note(note) for note in self.slide.notes if note.role == self.reader)
        if dialogue(self.slide):
            yield from (self._note(note) for note in self.slide.notes if note.kind == FIRST)
            yield from self._dialogue()
        yield from self._case(self.reader)

    def _reader(self) -> Iterator[Told]:
        """Who reads the fragment aloud, or plays it."""
        if told := who_reads(self.of, self.slide):
            yield _line(words("deck")["note_first"], told)

    def _dialogue(self) -> Iterator[Told]:
        """What the speakers read together from the slide; what to do before it says who reads whom."""
        if lines := dialogue(self.slide):
            yield Told(dialogue_label(self.of), lines, aloud=True)

    def take_over(self) -> Iterator[Told]:
        """The sentence after which the reader speaks."""
        if self.after and self._is_next() and self.slide.cue:
            label = "note_take" if self.after.role.id == self.reader else "note_take_both"
            yield Told(words("deck")[label], self.slide.cue, cue=True)

    def _is_next(self) -> bool:
        return self.after is not None and self.of.own[self.reader].get(self.slide.id) is self.after

    def _later(self) -> Iterator[Told]:
        """Which slide is the reader's, and when it will be there."""
        later, spoken = self.of.own[self.reader].get(self.slide.id), words("deck")
        if later is None:
            return
        minute = self.of.starts[later.id]
        where = spoken["note_slide"].format(number=later.number, minute=format_number(minute))
        if self.of.opening is not None:
            where = spoken["note_slide_clock"].format(number=later.number, time=format_clock(self.of.opening, minute))
        yield _line(spoken["note_yours"], where)

    def _things(self) -> Iterator[Told]:
        """What to have at hand and what to hand out."""
        slide, spoken = self.slide, words("deck")
        if slide.needs:
            yield _line(spoken["note_needs"], ", ".join(slide.needs))
        if given := self.of.given(slide):
            yield _line(spoken["note_handouts"], ", ".join(map(self.of.format_handout, given)))
        if address := self.of.code(slide):
            yield _line(spoken["note_code"], address)

    def _cue_label(self) -> str:
        """Names who gets the floor, where that is somebody else."""
        spoken = words("deck")
        if self.after is None or self.after.role == self.slide.role:
            return spoken["note_cue"]
        return spoken["note_cue_to"].format(role=self.after.role.name.upper())

    def _note(self, note: Note) -> Told:
        label = self.of.speaker(note.role).upper() if note.role else note.kind.capitalize()
        return Told(label, note.blocks, aloud=note.kind == SAY, aside=note.kind == LAST)

    def _case(self, reader: str = "") -> Iterator[Told]:
        """The text that is read aloud, with its possible answer; with a `reader`, only what that role reads."""
        found = heard(self.of, self.slide)
        if found and reader in ("", found[1].reader.id if found[1].reader else None):
            yield Told(self._reading(*found), found[1].blocks, aloud=True)
            yield Told(words("deck")["note_answer"], found[1].answer)

    def _reading(self, case: Case, fragment: Fragment) -> str:
        spoken = words("deck")
        what = f"{case.name}, {fragment_name(fragment)}"
        if fragment.audio:
            return f"{spoken['note_recording']} ({what})"
        reader = self.of.speaker(fragment.reader.id).upper() if fragment.reader else ""
        return f"{spoken['note_reading']} ({', '.join(filter(None, (reader, what)))})"

    def _verdicts(self) -> Iterator[Told]:
        """Each statement with its verdict and why, where the slide shows them."""
        ref = self.slide.exercise
        exercise = self.of.exercises.get(ref.id) if ref else None
        if exercise and exercise.content.judged:
            verdicts = tuple(_verdict(number, each) for number, each in enumerate(exercise.content.judged, 1))
            yield Told(words("deck")["note_verdicts"], (ListBlock(False, verdicts),))

    def _doubts(self) -> Iterator[Told]:
        """What the slide shows and nobody confirmed yet."""
        slide, spoken = self.slide, words("deck")
        exercise = self.of.exercises.get(slide.exercise.id) if slide.exercise else None
        shown = (slide.body, slide.question, slide.reveal, exercise.task if exercise else ())
        if found := named(shown, self.of.facts):
            yield _line(spoken["note_doubt"], " ".join((*map(_doubt, found), spoken["note_doubt_say"])))


def format_shortening(shortening: Shortening) -> str:
    """What may happen to a slide when the evening runs late, in few words."""
    spoken = words("deck")
    told = spoken["late_never"]
    if shortening.how is Late.SHORTEN:
        told = spoken["late_shorten"].format(minutes=format_number(shortening.minutes))
    return f"{told}: {shortening.loss}" if shortening.loss else told


def dialogue_label(of: Lookup) -> str:
    """What stands above a dialogue: who speaks alone reads both."""
    return words("deck")["note_dialogue" if of.together else "note_dialogue_alone"]


def tell_shortening(slide: Slide) -> tuple[str, str]:
    """A label, and in whole sentences what happens to a slide that is or may be shortened; both "" where nothing is."""
    spoken, shortening = words("site"), slide.shortening
    lost = shortening.loss if shortening else ""
    if slide.left_out:
        return spoken["left_out_label"], _with_loss(spoken["left_out_text"], lost)
    if slide.cut:
        now, full = format_number(slide.minutes), format_minutes(slide.minutes + slide.cut)
        return spoken["cut_label"], _with_loss(spoken["cut_text"].format(minutes=now, full=full), lost)
    if shortening is None:
        return "", ""
    if shortening.how is not Late.SHORTEN:
        return spoken["late"], f"{shortening.how.value.capitalize()}."
    return spoken["late"], _with_loss(spoken["shorten_to"].format(minutes=format_minutes(shortening.minutes)), lost)


def _with_loss(told: str, loss: str) -> str:
    return f"{told} {words('site')['falls_out']} {loss.rstrip('.')}." if loss else told


def _line(label: str, text: str) -> Told:
    return Told(label, (Paragraph((Plain(text),)),))


def _ranked(notes: Sequence[Note], before: bool) -> list[Note]:
    """What to do and say stands `before` what is read aloud, the rest after it, background last."""
    spoken = [note for note in notes if bool(note.role or note.kind in SPOKEN) == before]
    return sorted(spoken, key=lambda note: (note.kind != FIRST, note.kind == LAST))


def _doubt(fact: Entry) -> str:
    """A fact by its title, when it was looked up and who is to confirm it."""
    told = words("deck")["note_doubt_one" if fact.checked else "note_doubt_undated"]
    return told.format(title=fact.title, date=long_date(fact.checked) if fact.checked else "", who=fact.confirm_by)


def _verdict(number: int, statement: Statement) -> Blocks:
    """Which statement in words, then the verdict, then why: the number is text, so that no program counts on."""
    which = words("deck")["note_statement"].format(number=number, words=_begin(statement.text))
    verdict = (Plain(which), Strong((Plain(statement.judged),)))
    first, *rest = statement.explanation or (None,)
    if isinstance(first, Paragraph):
        return (Paragraph((*verdict, Plain(". "), *first.children)), *rest)
    found: tuple[Block, ...] = (Paragraph(verdict), *statement.explanation)
    return found


def _begin(text: str) -> str:
    """The first words of a sentence, whole where it is short."""
    bare = text.strip("“”").rstrip(".")
    found = bare.split()
    return bare if len(found) <= FEW + 1 else " ".join(found[:FEW]) + " …"
