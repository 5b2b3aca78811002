"""Statements to vote on on a slide."""

from __future__ import annotations

from itertools import pairwise

import samples
from lok.slides.canvas import Group
from slides.test_compose import HERE, box, laid


def test_statements_and_verdicts_come_click_by_click() -> None:
    course = samples.course(samples.exercise(samples.statements("Zus.", "Zo.")))
    slide = samples.slide(kind="uitspraken", exercise=HERE, reveal=samples.say("Klaar."))
    canvas = laid(slide, course)
    groups = [item for item in canvas.items if isinstance(item, Group) and item.click]
    assert [group.click for group in groups] == [1, 2, 3, 4]
    text = box(canvas, "reveal").text
    assert text
    assert text.pars[0].click == 5


def test_boxes_of_statements_do_not_overlap() -> None:
    course = samples.course(samples.exercise(samples.statements(*["Een zin die om een antwoord vraagt."] * 7)))
    canvas = laid(samples.slide(kind="uitspraken", exercise=HERE, question=samples.say("Wat?")), course)
    cards = [item.boxes[-1] for item in canvas.items if isinstance(item, Group) and item.click % 2]
    assert len(cards) == 7
    assert all(above.y + above.h <= below.y for above, below in pairwise(cards))
    assert canvas.overflow == 0
