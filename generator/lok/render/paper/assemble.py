"""What stands on one paper: a record in, the plain data its template lays out and the places of its boxes out.

Papers go to participants, so no trainer text and no answer is ever in this data, whoever the build is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lok.derive.task_cases import reactions
from lok.derive.votes import held
from lok.design.signs import signs
from lok.exercises import kind_of
from lok.model.course import Course
from lok.model.library import Exercise, Sheet
from lok.model.text import Section
from lok.render.paper import heads, nodes
from lok.render.paper.cards import cards
from lok.render.paper.document import WHOLE, Paper
from lok.render.paper.doubts import quiet, without_doubts
from lok.render.paper.exercises import exercise
from lok.render.paper.known import filled
from lok.render.paper.nodes import Facts, Node
from lok.words import words


def paper(course: Course, item: Exercise | Sheet) -> Paper:
    """What a page to read or an exercise prints, on paper of any size."""
    known = nodes.facts(course)
    content = (
        sheet(course, item, known) if isinstance(item, Sheet) else exercise(course, with_scenes(course, item), known)
    )
    titles: Node = {"title": item.title, "summary": item.summary, **answer_signs(course, item)}
    places = {WHOLE: item.span, **content.places}
    made = Paper(content.template, {**titles, **content.data}, places, content.pages, (item,))
    if item.for_patient:
        return without_doubts(made)
    return made if isinstance(item, Sheet) and item.for_trainers else quiet(made, known)


def answer_signs(course: Course, item: Exercise | Sheet) -> Node:
    """The sign of each answer of a vote, as on the cards that people hold up; nothing where there is no vote."""
    choices = item.content.votes if isinstance(item, Exercise) else ()
    made = signs(choices, held(course))
    return {"signs": [{"drawing": nodes.figure(each.figure), "colour": each.colour} for each in made]} if made else {}


def with_scenes(course: Course, item: Exercise) -> Exercise:
    """With the reactions that its task says to practise on: who works on paper has no page to read them on."""
    found = reactions(course, item.task) if kind_of(item.content).scenes else ()
    if not found:
        return item
    scenes = tuple(Section(each.id, f"{case.name}: {each.title}", each.span, each.blocks) for case, each in found)
    return replace(item, sections=(*item.sections, Section("", words("site")["scenes"], item.span, children=scenes)))


def papers(course: Course, items: Iterable[Exercise | Sheet]) -> tuple[Paper, ...]:
    """What `items` print one after the other, a paper for each group of `grouped`."""
    return tuple(_of_group(course, group) for group in grouped(items))


def grouped(items: Iterable[Exercise | Sheet]) -> Iterator[tuple[Exercise | Sheet, ...]]:
    """What becomes one paper each: sets of cards that follow each other share pages."""
    for are_cards, group in groupby(items, key=lambda item: isinstance(item, Sheet) and item.cards):
        if are_cards:
            yield tuple(group)
        else:
            yield from ((item,) for item in group)


def _of_group(course: Course, group: Sequence[Exercise | Sheet]) -> Paper:
    known = nodes.facts(course)
    sets = [item for item in group if isinstance(item, Sheet) and item.cards]
    return quiet(cards(course, sets, known), known) if sets else paper(course, group[0])


def sheet(course: Course, item: Sheet, known: Facts) -> Paper:
    """A page to read. Trainer text is printed only on a sheet that holds nothing else; participants never have one."""
    intro = tuple(block for each in item.trainer for block in each.blocks) if item.for_trainers else item.intro
    data: Node = {
        "tags": [] if item.for_patient else [heads.mark("lijst", course.title), *heads.shared(item.copies)],
        "drawing": nodes.drawing(item.pictogram),
        "task": nodes.blocks(intro, known),
        "sections": [nodes.section(each, known) for each in item.printed],
    }
    return Paper("sheet", filled(data, course), {}, 2)
