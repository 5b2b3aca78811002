"""A course and a deck that comes back in, what a trainer changed and the author's files with it out. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from lok.derive import downloads
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Case, Entry, Exercise
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import Paragraph
from lok.model.walk import everything
from lok.read.disk import Disk
from lok.render.deck import deck, thread
from lok.render.deck.shown import Shown
from lok.returning.brought import Brought, Page, read_deck
from lok.returning.compare import Change, changes
from lok.returning.edits import LABEL_END, Edit, Why, edit, line_of
from lok.returning.pairs import nearest, paired
from lok.returning.rewrite import Book, Manuscript
from lok.view import view


class State(Enum):
    """What becomes of a change."""

    WRITTEN = "written"
    DONE = "done"
    BOTH = "both"
    LEFT = "left"


@dataclass(frozen=True)
class Outcome:
    """A change with what becomes of it: why it is left, where it belongs and the edit for it, as far as known."""

    change: Change
    state: State
    why: Why | None = None
    where: Span | None = None
    edit: Edit | None = None


@dataclass(frozen=True)
class SlideBack:
    """A slide of the deck that was changed: its number there, its title at the author and its outcomes."""

    number: int
    title: str
    span: Span | None
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class WayBack:
    """All that differs. `files` are the author's files with what can be written, by path.

    A copy is a page and the title of what it copies; `moved` and `gone` are titles. `guessed` tells whether the deck
    lost what it kept of the build.
    """

    slides: tuple[SlideBack, ...]
    copies: tuple[tuple[Page, str], ...]
    new: tuple[Page, ...]
    moved: tuple[str, ...]
    gone: tuple[str, ...]
    files: Mapping[str, bytes]
    guessed: bool

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Those of all slides."""
        return tuple(outcome for slide in self.slides for outcome in slide.outcomes)


def way_back(root: Path, course: Course, brought: Brought) -> WayBack:
    """What is different in a deck of a course of the project in `root`.

    Raises OSError where a file of the author cannot be read.
    """
    seen = view(course, Audience.TRAINER)
    now = _now(seen, brought.reader)
    ours = brought.kept or {id: now[id] for id in brought.prints if id in now} or now
    pairing = paired(course.id, brought.pages, ours)
    titles = {id: shown.title for id, shown in ours.items()}
    desk = _Desk(root, seen, brought, now)
    slides = tuple(found for id, page in pairing.pairs.items() if (found := desk.compared(id, page)).outcomes)
    return WayBack(
        desk.settled(slides),
        tuple((page, titles[id]) for id, page in pairing.copies),
        pairing.new,
        tuple(titles[id] for id in pairing.moved),
        tuple(titles[id] for id in pairing.gone),
        desk.changed,
        not brought.kept,
    )


def _now(course: Course, reader: str) -> Mapping[str, Shown]:
    """What the deck of this reader would show if it were made now, by the id of the slide."""
    readers = [each.role for each in downloads.decks(course, Audience.TRAINER)]
    made = deck.render(course, Audience.TRAINER, {}).files
    return read_deck(made[readers.index(reader) if reader in readers else 0].data).kept


class _Desk:
    """The author's files of one course, while edits are tried in them."""

    def __init__(self, root: Path, course: Course, brought: Brought, now: Mapping[str, Shown]) -> None:
        self.course, self.brought, self.now = course, brought, now
        roles = {role.id: role for role in (*course.roles, *course.together)}
        self.book = Book(Disk(root), roles, {fact.id: fact for fact in course.facts})
        self.slides = {slide.id: slide for slide in course.slides}
        lost = {id: shown for id, shown in brought.kept.items() if id not in now}
        fresh = {id: shown for id, shown in now.items() if id not in brought.kept} if brought.kept else {}
        self.renamed = nearest(lost, fresh)
        self.files: dict[str, Manuscript] = {}

    @property
    def changed(self) -> Mapping[str, bytes]:
        """The files that differ from those on the disk, by path."""
        return {path: file.raw for path, file in self.files.items() if file.raw != self._saved(path)}

    def compared(self, id: str, page: Page) -> SlideBack:
        """What is different on a slide, by its id at the build."""
        slide = self.slides.get(self.renamed.get(id, id))
        if slide is None:
            lost = changes(self.brought.kept[id], page.shown, self.brought.kept[id])
            return SlideBack(page.number, page.shown.title, None, tuple(_left(each, Why.ABSENT) for each in lost))
        now = self.now[slide.id]
        built = self._built(id, now)
        found = changes(built or now, page.shown, now)
        outcomes = tuple(self._outcome(slide, each, known=built is not None) for each in found)
        return SlideBack(page.number, slide.title, slide.span, outcomes)

    def settled(self, slides: Sequence[SlideBack]) -> tuple[SlideBack, ...]:
        """The same slides, with each edit made that can be; the last in a file first, so that places keep."""
        wanted = [
            (slide.span.path, each.edit) for slide in slides for each in slide.outcomes if slide.span and each.edit
        ]
        refused: dict[tuple[str, Edit], Why] = {}
        for path, each in sorted(wanted, key=lambda pair: (pair[0], pair[1].order), reverse=True):
            made = self.files[path].edited(each)
            if isinstance(made, Why):
                refused[path, each] = made
            else:
                self.files[path] = made
        return tuple(_settled(slide, refused) for slide in slides)

    def _built(self, id: str, now: Shown) -> Shown | None:
        """What a slide showed at the build: as the deck kept it, else as it is if that has the same fingerprint."""
        if id in self.brought.kept:
            return self.brought.kept[id]
        return now if self.brought.prints.get(id) == thread.fingerprint(now) else None

    def _outcome(self, slide: Slide, change: Change, known: bool) -> Outcome:
        """What may become of a change, before the edits are made."""
        if slide.made:
            return _left(change, Why.MADE, slide.span)
        splits = self._file(slide.span.path).slide(slide.span.line)
        line = line_of(change, splits)
        where = replace(slide.span, line=line, column=1) if line else slide.span
        if not known:
            return _left(change, Why.UNKNOWN, where)
        if change.done or change.both:
            return Outcome(change, State.DONE if change.done else State.BOTH, None, where)
        wanted = edit(change, splits)
        if isinstance(wanted, Why):
            source = self._origin(slide, change) if wanted is Why.OWN else None
            return _left(change, Why.ELSEWHERE if source else wanted, source or where)
        return Outcome(change, State.WRITTEN, None, where, wanted)

    def _file(self, path: str) -> Manuscript:
        if path not in self.files:
            self.files[path] = Manuscript(self.book, path, self._saved(path))
        return self.files[path]

    def _saved(self, path: str) -> bytes:
        return (self.book.disk.real(path) or self.book.disk.root / path).read_bytes()

    def _origin(self, slide: Slide, change: Change) -> Span | None:
        """The case, exercise or fact in which these words stand, where one that the slide uses has them."""
        named = {ref.id for ref in (slide.case, slide.exercise) if ref}
        library: tuple[Case | Exercise, ...] = (*self.course.cases, *self.course.exercises)
        used: list[Case | Exercise | Entry] = [each for each in library if each.id in named]
        words = {change.old, change.old.partition(LABEL_END)[2]} - {""}
        for record in (*used, *self.course.facts):
            said = {inline_text(each.children) for each in everything(record) if isinstance(each, Paragraph)}
            said |= {each for each in everything(record) if isinstance(each, str)}
            if words & said:
                return record.span
        return None


def _left(change: Change, why: Why, where: Span | None = None) -> Outcome:
    return Outcome(change, State.LEFT, why, where)


def _settled(slide: SlideBack, refused: Mapping[tuple[str, Edit], Why]) -> SlideBack:
    path = slide.span.path if slide.span else ""
    whys = ((each, refused.get((path, each.edit)) if each.edit else None) for each in slide.outcomes)
    return replace(
        slide, outcomes=tuple(replace(each, state=State.LEFT, why=why) if why else each for each, why in whys)
    )
