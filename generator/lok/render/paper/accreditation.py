"""The sheet for who asks credit points: what, when, by whom and for how long, the goals, the sources, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lok.derive.wording import wording
from lok.model.course import Break, Course
from lok.model.library import Entry
from lok.model.plain import plain
from lok.model.ref import Ref, RefKind
from lok.model.text import ListBlock, Paragraph, Plain, Section, Table
from lok.model.walk import walk
from lok.render.paper import heads, nodes
from lok.render.paper.document import WHOLE, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, SessionPaper
from lok.session import clock
from lok.session.lookup import lookup
from lok.session.materials import prints
from lok.session.occasion import moment, where
from lok.session.pace import shares
from lok.words import format_number, words

RULES = "lok-"
"""How the ids of the facts begin that tell the rules for groups of peers."""
NOBODY = "–"
"""In a cell with nothing to tell: an empty one is there to write in."""
MOST_PAGES = 2


def document(course: Course, made: Generated) -> Document:
    """The sheet of one evening; without an evening it leaves room for what is not known."""
    w, title = wording(course, "accreditation"), made.download.title
    sections = [
        Section("", w[name], course.span, blocks)
        for name, blocks in (
            ("evening", (Paragraph((Plain(_evening(course)),)),)),
            ("programme", (_table(w["programme_head"], _programme(course)),)),
            ("speakers", (_table(w["speakers_head"], _speakers(course)),)),
            ("goals", (_list(_goals(course)),)),
            (
                "sources",
                (_list(f"{each.title}: {each.short}" if each.short else each.title for each in _sources(course)),),
            ),
            ("sponsor", (Paragraph((Plain(w["sponsor_text"]),)),)),
            ("rules", _rules(course)),
        )
    ]
    data: Node = {
        "title": title,
        "summary": course.title,
        "tags": [heads.mark("lijst", course.title)],
        "drawing": None,
        "task": [],
        "sections": [nodes.section(each, {}) for each in sections if each.blocks != (ListBlock(False, ()),)],
    }
    return Document(title, course.title, made.download.size, (Paper("sheet", data, {WHOLE: course.span}, MOST_PAGES),))


def _evening(course: Course) -> str:
    evening = course.evening
    if evening is None:
        return words("accreditation")["unknown"]
    end = clock.format_clock(evening.start, course.minutes)
    return words("accreditation")["known"].format(when=moment(evening), end=end, where=where(evening)).rstrip(", ")


def _programme(course: Course) -> Iterator[tuple[str, ...]]:
    for row in clock.rows(course):
        if row.minutes:
            title = row.item.name.capitalize() if isinstance(row.item, Break) else row.item.title
            who = ", ".join(role.name for role in row.roles) or NOBODY
            yield clock.span(course.start, row.start, row.end), title, who, format_number(row.minutes)


def _speakers(course: Course) -> Iterator[tuple[str, ...]]:
    """Each role with its first name and the minutes that it speaks; pauses count for nobody."""
    found = shares(course)
    for each in found:
        name = clock.first_name(course, each.role)
        yield each.role.name, name or ("" if each.role in course.roles else NOBODY), format_number(each.minutes)
    yield words("paper")["total"], NOBODY, format_number(sum((each.minutes for each in found), Decimal(0)))


def _goals(course: Course) -> Iterable[str]:
    """What participants can do after the cases that are told, each goal once."""
    told = {slide.case.id for slide in course.slides if slide.case}
    return dict.fromkeys(goal for case in course.cases if case.id in told for goal in case.goals)


def _sources(course: Course) -> Iterable[Entry]:
    """The sources that the slides, the cases told and the papers of the evening name."""
    told = {slide.case.id for slide in course.slides if slide.case}
    cases = tuple(case for case in course.cases if case.id in told)
    printed = tuple(each.item for each in prints(course, lookup(course)))
    used = (course.intro, course.sections, course.agenda, cases, printed)
    named = {each.id for each in walk(used) if isinstance(each, Ref) and each.kind is RefKind.SOURCE}
    return (each for each in course.references if each.id in named)


def _rules(course: Course) -> tuple[Paragraph | Table, ...]:
    """The rules as facts with their day; where no fact tells them, who to ask."""
    w = wording(course, "accreditation")
    found = [each for each in course.facts if each.id.startswith(RULES)]
    if not found:
        return (Paragraph((Plain(w["no_rules"]),)),)
    rows = ((each.title, plain(each.blocks), each.source, _checked(each)) for each in found)
    return (_table(w["rules_head"], rows),)


def _checked(fact: Entry) -> str:
    w = words("accreditation")
    day = f"{fact.checked:%d/%m/%Y}" if fact.checked else NOBODY
    return f"{day}, {w['open'].format(who=fact.confirm_by)}" if fact.unsure else day


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> Table:
    """A table of plain text; `head` names its columns, with a bar between."""
    made = (tuple((Plain(cell),) if cell else () for cell in row) for row in rows)
    return Table(tuple((Plain(name.strip()),) for name in head.split("|")), tuple(made))


def _list(items: Iterable[str]) -> ListBlock:
    return ListBlock(False, tuple((Paragraph((Plain(each),)),) for each in items))


PAPER = SessionPaper("accreditation", template="sheet", make=document, dated=True)
