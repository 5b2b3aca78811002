"""The handbook on paper: the evening, each slide beside its notes, and all that slides refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lok.model.course import Course, Note, Part, Slide
from lok.model.ref import Ref
from lok.render.paper import nodes
from lok.render.paper import records as full
from lok.render.paper.document import ANY_NUMBER, Document, Paper
from lok.render.paper.nodes import Facts, Node
from lok.render.paper.session_paper import Generated, SessionPaper
from lok.render.paper.slides import STAGE, Pictures, pictures
from lok.session import clock, materials
from lok.session.aids import aids
from lok.session.lookup import Lookup, lookup
from lok.session.notes import dialogue_label, tell_shortening
from lok.session.reading import who_reads
from lok.session.speech import dialogue
from lok.words import format_number, words

PART = "deel"
"""Before the id of a part, where a page number is asked for."""


def document(course: Course, made: Generated) -> Document:
    """A document of the handbook alone."""
    title = made.download.title
    return Document(f"{course.title}: {title}", course.title, made.download.size, (handbook(course, made),))


def handbook(course: Course, made: Generated) -> Paper:
    """All of a course in one paper: its evening, slides, cases, exercises, sheets and lists."""
    known, spoken = nodes.facts(course), words("site")
    chapters = (
        (spoken["casussen"], [full.case(each, course, known) for each in course.cases]),
        (spoken["oefeningen"], [full.exercise(each, known) for each in course.exercises]),
        (spoken["bladen"], list(full.sheets(course, known))),
    )
    lists = (
        ("begrippen", "begrip", course.terms),
        ("feiten", "feit", course.facts),
        ("bronnen", "bron", course.references),
    )
    shown = pictures(course, answers=True)
    data: Node = {
        "label": made.download.title,
        "title": course.title,
        "intro": nodes.blocks(course.intro, known),
        "stage": STAGE,
        "evening": [row(each, course) for each in clock.rows(course)],
        "total": format_number(sum((each.minutes for each in clock.rows(course)), Decimal(0))),
        "before": full.trainer(course.trainer, known),
        "needs": needs(course),
        "parts": Slides(lookup(course), course, shown, known).parts(),
        "chapters": [{"title": title, "items": items} for title, items in chapters if items],
        "lists": [
            {"title": spoken[name], "items": [full.entry(each, kind, known) for each in entries]}
            for name, kind, entries in lists
            if entries
        ],
    }
    return Paper(made.paper.template, data, {}, ANY_NUMBER, (course,), shown.images)


def row(source: clock.Row, course: Course) -> Node:
    """A line of the evening; `where` is what its page number is asked with, "" for a break."""
    item = source.item
    named = (
        (item.title, f"{PART}:{item.id}", len(item.written))
        if isinstance(item, Part)
        else (item.name.capitalize(), "", 0)
    )
    title, where, count = named
    return {
        "from": moment(course, source.start),
        "title": title,
        "where": where,
        "roles": [nodes.who(each) for each in source.roles],
        "slides": str(count or ""),
        "minutes": format_number(source.minutes),
    }


def moment(course: Course, minute: Decimal) -> str:
    """The time of day, or the minute of the evening where the session does not say when it begins."""
    return clock.format_clock(course.start, minute) if course.start else format_number(minute)


def needs(course: Course) -> list[Node]:
    """What to lay ready, each thing once, with the numbers of the slides that use it."""
    asked = materials.needs(course.slides)
    return [{"text": each.text, "slides": materials.numbers(each.slides)} for each in asked]


@dataclass(frozen=True)
class Slides:
    """The slides of a course, as its handbook shows them."""

    of: Lookup
    course: Course
    shown: Pictures
    known: Facts

    def parts(self) -> list[Node]:
        """Each part with its slides."""
        return [
            {
                "title": item.title,
                "where": f"{PART}:{item.id}",
                "when": self.when(each.start, each.end),
                "minutes": clock.format_minutes(each.minutes),
                "roles": [nodes.who(one) for one in each.roles],
                "slides": [self.slide(slide, start) for slide, start in clock.told(each)],
            }
            for each, item in ((each, each.item) for each in clock.rows(self.course))
            if isinstance(item, Part)
        ]

    def slide(self, slide: Slide, start: Decimal) -> Node:
        """A slide that begins at minute `start` of the evening: picture, texts, short facts, notes and cue."""
        spoken = words("site")
        texts = (
            (dialogue_label(self.of), "reveal", dialogue(slide)),
            (spoken["question"], "ask", slide.question),
            (spoken["reveal"], "reveal", slide.reveal),
        )
        return {
            "title": f"{slide.number}. {slide.title}",
            "picture": self.shown.by_slide[slide.id],
            "role": nodes.who(slide.role),
            "minutes": clock.lasts(slide),
            "when": "" if slide.left_out else self.when(start, start + slide.minutes),
            "texts": [
                {"label": label, "look": look, "blocks": nodes.blocks(blocks, self.known)}
                for label, look, blocks in texts
                if blocks
            ],
            "lines": [{"label": label, "text": text, "record": record} for label, text, record in self.lines(slide)],
            "aids": [
                {"label": each.label, "blocks": nodes.blocks(each.blocks, self.known)} for each in aids(self.of, slide)
            ],
            "notes": [self.note(each) for each in slide.notes],
            "cue": {"to": self.next_role(slide), "blocks": nodes.blocks(slide.cue, self.known)} if slide.cue else None,
        }

    def when(self, start: Decimal, end: Decimal) -> str:
        """From when to when, in minutes of the evening in; times of day out where the session has one to begin at."""
        if self.course.start:
            times = {
                "start": clock.format_clock(self.course.start, start),
                "end": clock.format_clock(self.course.start, end),
            }
            return words("paper")["from_to"].format(**times)
        return words("site")["from_to"].format(start=format_number(start), end=format_number(end))

    def lines(self, slide: Slide) -> Iterator[tuple[str, str, str]]:
        """Short facts of a slide: what each is called, what it says, and the record that it leads to or ""."""
        spoken = words("site")
        if told := who_reads(self.of, slide):
            yield f"{words('deck')['note_first']}:", told, ""
        if slide.case:
            yield spoken["case"], self.case(slide.case), f"casus:{slide.case.id}"
        if slide.exercise and slide.exercise.id in self.of.exercises:
            yield spoken["exercise"], self.of.exercises[slide.exercise.id].title, f"oefening:{slide.exercise.id}"
        if slide.source:
            yield spoken["source_of_slide"], slide.source, ""
        if slide.needs:
            yield f"{spoken['needs']}:", ", ".join(slide.needs), ""
        if given := self.of.given(slide):
            yield f"{spoken['hand_out']}:", ", ".join(map(self.of.format_handout, given)), ""
        label, told = tell_shortening(slide)
        if told:
            yield f"{label}:", told, ""

    def case(self, ref: Ref) -> str:
        """A case by its name, with the fragment that is meant."""
        name = self.of.cases[ref.id].name if ref.id in self.of.cases else ref.id
        return ", ".join(filter(None, (name, ref.anchor.replace("-", " "))))

    def note(self, source: Note) -> Node:
        """A note with its label, and the role where it is for one of the speakers."""
        roles = [nodes.who(each) for each in self.course.roles if each.id == source.role]
        return {
            "label": source.kind.capitalize(),
            "role": roles[0] if roles else None,
            "blocks": nodes.blocks(source.blocks, self.known),
        }

    def next_role(self, slide: Slide) -> Node | None:
        """Who gets the floor, where that is somebody else."""
        after = self.of.after[slide.id]
        return nodes.who(after.role) if after and after.role != slide.role else None


PAPER = SessionPaper("handbook", template="handbook", make=document, endless=True)
