"""The whole evening on one page: when, who, what, what to hand out, and what may go when it runs late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from lok.model.course import Break, Course, Part, Role, Slide
from lok.render.paper import nodes
from lok.render.paper.document import WHOLE, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, SessionPaper
from lok.session import clock
from lok.session.checkpoints import Checkpoint, Drop, checkpoints
from lok.session.clock import format_clock
from lok.session.lookup import Lookup, lookup
from lok.session.reading import heard, reader
from lok.session.shorten import left_out, planned, shortened
from lok.words import format_number, words


@dataclass(frozen=True)
class Turn:
    """Slides in a row of one part in which the same people speak, and the minute they begin; `first` of its part."""

    part: Part
    first: bool
    start: Decimal
    slides: tuple[Slide, ...]

    @property
    def role(self) -> Role:
        """Who speaks."""
        return self.slides[0].role


def document(course: Course, made: Generated) -> Document:
    """The runsheet; what takes more than one page is told and goes on."""
    title = made.download.title
    rows = clock.rows(course)
    start, *later = checkpoints(course)
    data: Node = {
        "label": clock.occasion(course),
        "title": title,
        "clock": course.start is not None,
        "names": [{"role": role.name, "name": clock.first_name(course, role)} for role in course.roles],
        "start": checkpoint(course, start),
        "shorter": shorter(course),
        "rows": [*lines(course, rows, {each.minute: each for each in later})],
        "end": when(course, rows[-1].end),
    }
    paper = Paper(made.paper.template, data, {WHOLE: course.span}, 1, (course.agenda,))
    return Document(title, course.title, made.download.size, (paper,))


def lines(course: Course, rows: Sequence[clock.Row], points: dict[Decimal, Checkpoint]) -> Iterator[Node]:
    """A line for each turn to speak and each break; a checkpoint stands before what begins then."""
    known = lookup(course)
    speaker: Role | None = None
    for row in rows:
        if row.start in points and row.minutes:
            yield {"kind": "checkpoint", **checkpoint(course, points[row.start])}
        if isinstance(row.item, Break):
            name = row.item.name.capitalize()
            yield {"kind": "break", "title": name, "minutes": format_number(row.minutes), **when(course, row.start)}
        for each in turns(row):
            yield turn(course, known, each, speaker)
            speaker = each.role


def turns(row: clock.Row) -> Iterator[Turn]:
    """A part in turns to speak, without what is left out; nothing of a break."""
    if isinstance(row.item, Part):
        shown = (pair for pair in clock.told(row) if not pair[0].left_out)
        for _, group in groupby(shown, key=lambda pair: pair[0].role.id):
            pairs = list(group)
            yield Turn(row.item, pairs[0][1] == row.start, pairs[0][1], tuple(slide for slide, _ in pairs))


def turn(course: Course, known: Lookup, each: Turn, before: Role | None) -> Node:
    """A turn with its slides and what is handed out; it `changes` where somebody else than `before` speaks."""
    given = [known.item(handout) for slide in each.slides for handout in known.given(slide)]
    return {
        "kind": "turn",
        "title": each.part.title if each.first else "",
        **when(course, each.start),
        "who": nodes.who(each.role),
        "changes": before is not None and before != each.role,
        "numbers": ", ".join(runs(each.slides)),
        "slides": [
            {
                "number": slide.number,
                "title": slide.title,
                "minutes": float(slide.minutes),
                "now": format_number(slide.minutes) if slide.cut else "",
            }
            for slide in each.slides
        ],
        "reads": [*reads(known, each)],
        "handouts": [item.title for item in given if item],
    }


def reads(known: Lookup, each: Turn) -> Iterator[str]:
    """Who reads or plays a fragment, on which slide of a turn; the line has the name of who speaks already."""
    for slide in each.slides:
        if found := heard(known, slide):
            who = reader(known, slide, found[1]) or words("deck")["note_either"]
            named = "" if who == each.role.name else who.upper()
            number = str(slide.number) if len(each.slides) > 1 else ""
            told = words("paper")["run_plays" if found[1].audio else "run_reads"]
            yield " ".join(filter(None, (number, named, told)))


def runs(slides: Sequence[Slide]) -> Iterator[str]:
    """The numbers of slides, those in a row as one: `7–9`, `12`."""
    for _, group in groupby(enumerate(slides), key=lambda pair: pair[1].number - pair[0]):
        numbers = [slide.number for _, slide in group]
        yield f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])


def shorter(course: Course) -> Node:
    """How much shorter the evening is, what is left out and what is cut to how many minutes; empty where nothing is."""
    gone, cut = left_out(course), shortened(course)
    if not (gone or cut):
        return {}
    spoken = words("paper")
    return {
        "told": spoken["run_shorter"].format(
            planned=format_number(planned(course)), total=format_number(course.minutes)
        ),
        "left_out": [{"number": slide.number, "title": slide.title} for slide in gone],
        "shortened": [
            {
                "number": slide.number,
                "told": spoken["run_kept"].format(keep=format_number(slide.minutes)),
                "loss": slide.shortening.loss.rstrip(".") if slide.shortening else "",
            }
            for slide in cut
        ],
    }


def checkpoint(course: Course, point: Checkpoint) -> Node:
    """A moment to look at the clock, with the minutes that may be won and what then goes."""
    return {
        **when(course, point.minute),
        "won": format_number(point.won),
        "drops": [drop(each) for each in together(point.drops)],
    }


def together(drops: Iterable[Drop]) -> Iterator[tuple[Drop, ...]]:
    """Each slide that shrinks on its own, slides that go one after the other at once."""
    for going, group in groupby(drops, key=lambda drop: not drop.keep):
        if going:
            yield tuple(group)
        else:
            yield from ((each,) for each in group)


def drop(group: Sequence[Drop]) -> Node:
    """What to do with one slide or with those that go, with what falls out apart: there is not always room for it."""
    won = sum((each.won for each in group), Decimal(0))
    told = words("paper")["run_keep" if group[0].keep else "run_drop"].format(
        keep=format_number(group[0].keep), won=format_number(won)
    )
    return {"numbers": ", ".join(runs([each.slide for each in group])), "told": told, "loss": group[0].loss}


def when(course: Course, minute: Decimal) -> Node:
    """The minute, and the time of day where the session has one to begin at."""
    return {"minute": format_number(minute), "time": format_clock(course.start, minute) if course.start else ""}


PAPER = SessionPaper("runsheet", template="runsheet", make=document, dated=True)
