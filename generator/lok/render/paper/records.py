"""Cases, exercises, sheets and entries in full, as trainers read them: records in, nodes with all their text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lok.exercises import kind_of
from lok.model.course import Course
from lok.model.exercises import Statement
from lok.model.library import Case, Entry, Exercise, Fragment, Sheet
from lok.model.ref import RefKind
from lok.model.text import Section
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node
from lok.session import clock
from lok.words import long_date, words


def section(source: Section, known: Facts) -> Node:
    """A section with all that hangs under it: possible answer, sections, trainer text."""
    return {
        "title": source.title,
        "notes": [],
        "blocks": nodes.blocks(source.blocks, known),
        "answer": nodes.blocks(source.answer, known),
        "children": sections(source.children, known),
        "trainer": trainer(source.trainer, known),
    }


def sections(source: Iterable[Section], known: Facts) -> list[Node]:
    """Sections, each with all that hangs under it."""
    return [section(each, known) for each in source]


def trainer(source: Iterable[Section], known: Facts) -> list[Node]:
    """Trainer text; a section that is only called so has no title of its own."""
    heading = words("site")["trainer_heading"].lower()
    made = sections(source, known)
    return [{**each, "title": "" if str(each["title"]).lower() == heading else each["title"]} for each in made]


def whole(title: str, where: str, summary: str, **rest: object) -> Node:
    """One record: `where` is the link that leads to it, `rest` what it has of lines, goals, blocks, sections ..."""
    empty: Node = {"lines": [], "goals": [], "blocks": [], "sections": [], "answer": [], "trainer": []}
    return {**empty, "title": title, "where": where, "summary": summary, **rest}


# --- cases ----------------------------------------------------------------------------------------------------------


def case(source: Case, course: Course, known: Facts) -> Node:
    """A case with its fragments and trainer text."""
    return whole(
        source.name,
        f"casus:{source.id}",
        source.summary,
        lines=[words("site")["fictional"]] if source.fictional else [],
        goals=list(source.goals),
        sections=[fragment(each, course, known) for each in source.fragments],
        trainer=trainer(source.trainer, known),
    )


def fragment(source: Fragment, course: Course, known: Facts) -> Node:
    """A fragment or reaction, with who reads it, its possible answer and its trainer text."""
    readers = [role.name for role in course.roles if source.reader and role.id == source.reader.id]
    return {
        "title": fragment_title(source),
        "notes": [f"{words('site')['reader']} {name}" for name in readers],
        "blocks": nodes.blocks(source.blocks, known),
        "answer": nodes.blocks(source.answer, known),
        "children": [],
        "trainer": trainer(source.trainer, known),
    }


def fragment_title(source: Fragment) -> str:
    """What a fragment is called: its kind and number, and the quote of a reaction."""
    spoken = words("site")
    if source.title:
        return f"{spoken['reaction']} {source.number}: {source.title}"
    return f"{spoken['fragment']} {source.number}"


# --- exercises ------------------------------------------------------------------------------------------------------


def exercise(source: Exercise, known: Facts) -> Node:
    """An exercise with its task, all that it is made of, its answers and trainer text."""
    spoken = words("site")
    told = [clock.format_minutes(source.minutes)] if source.minutes is not None else []
    told += [f"{spoken['print']} {source.copies.told}"] if source.copies else []
    boxes = kind_of(source.content).boxes(source.content)
    judged = [verdict(number, each, known) for number, each in enumerate(source.content.judged, 1)]
    return whole(
        source.title,
        f"oefening:{source.id}",
        source.summary,
        lines=told,
        blocks=nodes.blocks(source.task, known),
        sections=[*judged, *sections((*boxes, *source.sections), known)],
        answer=nodes.blocks(source.answer, known),
        trainer=trainer(source.trainer, known),
    )


def verdict(number: int, source: Statement, known: Facts) -> Node:
    """A statement: its verdict and why are its answer."""
    said: Node = {"kind": "paragraph", "inlines": [{"kind": "strong", "inlines": [plain(source.judged)]}]}
    return {
        "title": f"{number}. {source.text}",
        "notes": [],
        "blocks": [said, *nodes.blocks(source.explanation, known)],
        "answer": [],
        "children": [],
        "trainer": trainer(source.trainer, known),
    }


def plain(text: str) -> Node:
    """Words without emphasis, as a template reads them."""
    return {"kind": "text", "text": text}


# --- sheets and entries ---------------------------------------------------------------------------------------------


def sheets(course: Course, known: Facts) -> Iterator[Node]:
    """Sheets for trainers, and of the others what only trainers read: participants' sheets are papers of their own."""
    for source in course.sheets:
        if source.trainer:
            yield sheet(source, known)


def sheet(source: Sheet, known: Facts) -> Node:
    """A sheet by its title and summary, with its trainer text only."""
    told = [f"{words('site')['print']} {source.copies.told}"] if source.copies else []
    return whole(source.title, f"blad:{source.id}", source.summary, lines=told, trainer=trainer(source.trainer, known))


def entry(source: Entry, kind: str, known: Facts) -> Node:
    """A fact, term or source, with where it comes from and when it was checked; a fact is known by its short form."""
    title, short = (source.short, "") if kind == RefKind.FACT and source.short else (source.title, source.short)
    return {
        "title": title,
        "where": f"{kind}:{source.id}",
        "short": short,
        "language": source.language,
        "blocks": nodes.blocks(source.blocks, known),
        "note": " ".join(origin(source)),
    }


def origin(source: Entry) -> Iterator[str]:
    """Where a fact, term or source comes from: a sentence for each thing that is known."""
    spoken = words("site")
    if source.unsure:
        yield f"({words('common')['to_confirm']})"
    if source.source:
        yield f"{spoken['source']} {source.source}."
    if source.checked:
        yield f"{spoken['checked']} {long_date(source.checked)}."
    if source.expires:
        yield f"{spoken['expires']} {long_date(source.expires)}."
    if source.confirm_by:
        yield f"{spoken['confirm_by']} {source.confirm_by}."
