"""Steps on its page, to be read without scripts."""

from __future__ import annotations

from dataclasses import replace

import samples
from exercises.shown import OPEN, SECRET, page
from lok.exercises.steps.kind import Steps
from lok.model.audience import Audience
from lok.model.library import Case, Fragment
from lok.model.text import Link, Paragraph, Plain
from lok.render.site import site


def test_trainers_find_their_text_where_it_belongs() -> None:
    hidden = samples.section("Trainer", *samples.say(SECRET))
    content = samples.steps("Zoek", "Erken")
    first = replace(content.steps[0], trainer=(hidden,))
    found = page(samples.exercise(Steps((first, *content.steps[1:]))), Audience.TRAINER)
    assert found.index("Zoek") < found.index(SECRET) < found.index("Erken")


def test_a_task_brings_the_reactions_it_links_to() -> None:
    """Steps are practised on them, once each, in the order of the task; a link to a whole case brings none."""
    say = samples.say
    first, second = (
        Fragment(
            f"reactie-{n}", "reactie", n, f"“Nee {n}”", samples.span(), None, None, say(f"Liever niet {n}."), say(OPEN)
        )
        for n in (1, 2)
    )
    case = Case("an", "An", "", True, (), samples.span(), (first, second))
    targets = ("casus:an#reactie-2", "casus:an", "casus:weg#reactie-1", "casus:an#reactie-2", "oefening:x#reactie-1")
    task = (Paragraph(tuple(Link(samples.target(target), (Plain("zin"),), samples.span()) for target in targets)),)
    exercise = replace(samples.exercise(samples.steps("Zoek")), task=task)
    made = site.render(replace(samples.course(exercise), cases=(case,)), Audience.PARTICIPANT, {})
    [found] = [item.data.decode() for item in made.files if item.path == "oefeningen/oefening.md"]
    assert found.count('<section class="scene"') == 1
    assert found.index("An: “Nee 2”") < found.index("Liever niet 2.") < found.index(OPEN)
    assert "data-field" not in found


def test_steps_without_reactions_are_each_a_place_to_write() -> None:
    found = page(samples.exercise(samples.steps("Zoek", "Erken")))
    assert 'data-field="zoek"' in found
    assert "scene" not in found
