"""What to bring: first what no package can hold, then the papers to print with how many for how large a group.

For one evening the page to begin with counts the papers for those who come, so the list leaves them to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lok.model.course import Course
from lok.model.library import Copies
from lok.render.paper import nodes
from lok.render.paper.document import WHOLE, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, SessionPaper
from lok.session.lookup import lookup
from lok.session.materials import Print, needs, numbers, prints, to_bring
from lok.words import words

GROUPS = (8, 12, 16, 20, 25)
"""Participants in each column."""
LEAF = 2
"""Pages: both sides of one leaf."""


def document(course: Course, made: Generated) -> Document:
    """What to bring, and what to print for groups of each size; for one evening the page to begin with tells that."""
    title = made.download.title
    data: Node = {
        "label": course.title,
        "title": title,
        "bring": nodes.blocks(to_bring(course), nodes.facts(course)),
        "needs": [{"text": each.text, "slides": numbers(each.slides)} for each in needs(course.slides)],
        "groups": list(GROUPS),
        "people": course.evening.participants if course.evening else 0,
        "begin": words("pack")["begin_file"] if course.evening else "",
        "prints": [] if course.evening else [row(each) for each in prints(course, lookup(course))],
    }
    paper = Paper(made.paper.template, data, {WHOLE: course.span}, LEAF, (course.agenda, course.trainer))
    return Document(title, course.title, made.download.size, (paper,))


def row(each: Print) -> Node:
    """A paper to print: on what, for which slides, and how many for a group of each size."""
    return {
        "title": each.item.title,
        "sizes": ", ".join(size.upper() for size in each.item.paper),
        "slides": numbers(each.slides),
        "rule": rule(each.copies) + (words("paper")["pack_up"].format(count=each.on_one) if each.on_one > 1 else ""),
        "counts": [each.count(people) for people in GROUPS],
    }


def rule(copies: Sequence[Copies]) -> str:
    """How many, in the author's words; what is said for several slides stands there once, with how often."""
    said = Counter(each.told or words("paper")["pack_each"] for each in copies)
    return " + ".join(text if times == 1 else f"{text} ({times}×)" for text, times in said.items())


PAPER = SessionPaper("packing", template="packing", make=document, bundled=True, dated=True)
