"""Options to choose from on its page, to be read without scripts."""

from __future__ import annotations

from dataclasses import replace

import samples
from exercises.shown import page
from lok.model.audience import Audience
from lok.model.text import Section


def test_options_stand_in_their_group_with_their_properties() -> None:
    found = page(samples.exercise(samples.choice()))
    assert found.index("Groep 1") < found.index("Keuze 1.2") < found.index("Groep 2") < found.index("Keuze 2.1")
    for wanted in ("<strong>Wat:</strong> Doe dit bij 2.1.", "<strong>Tijd:</strong> 1 minuut", "Uitleg bij 2."):
        assert wanted in found


def test_what_a_script_needs_to_choose_is_in_the_page() -> None:
    found = page(samples.exercise(samples.choice(most=2)))
    assert 'data-most="2"' in found
    assert found.count("data-option=") == 4
    assert "<span>Wie</span>, <span data-date>Vanaf</span>." in found
    assert 'data-count="4" data-unit="week"' in found
    assert found.index("data-review") < found.index("Wat werkt?")


def test_a_choice_without_plan_shows_no_plan() -> None:
    found = page(samples.exercise(replace(samples.choice(), agreements=(), dates=(), review=None, after=None)))
    assert "data-plan" not in found
    assert "data-review" not in found


def test_trainers_find_what_belongs_to_an_option_and_to_a_group() -> None:
    content = samples.choice()
    first, second = content.groups

    def hidden(text: str) -> tuple[Section, ...]:
        return (samples.section("Trainer", *samples.say(text)),)

    option = replace(first.options[0], section=replace(first.options[0].section, trainer=hidden("Bij de keuze.")))
    group = replace(
        first, section=replace(first.section, trainer=hidden("Bij de groep.")), options=(option, *first.options[1:])
    )
    exercise = samples.exercise(replace(content, groups=(group, second)))
    found = page(exercise, Audience.TRAINER)
    places = [found.index(text) for text in ("Keuze 1.1", "Bij de keuze.", "Keuze 1.2", "Bij de groep.", "Groep 2")]
    assert places == sorted(places)
