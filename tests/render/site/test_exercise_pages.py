"""The page of each kind of exercise, to be read without scripts: task, content, closed answers, paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from lok.model.audience import Audience
from lok.model.course import Case, Exercise, Fragment
from lok.model.exercises import Matrix, Steps
from lok.model.text import Link, Paragraph, Plain, Section
from lok.render.site import site

OPEN, SECRET = "Zo kan het ook.", "Alleen voor ons."


def page(exercise: Exercise, audience: Audience = Audience.PARTICIPANT) -> str:
    made = site.render(samples.course(exercise), audience, {})
    [found] = [item.data.decode() for item in made.files if item.path == "oefeningen/oefening.md"]
    return found


@pytest.mark.parametrize(
    "content",
    [
        samples.spaces("Nu", "Later"),
        samples.steps("Zoek"),
        samples.matrix(),
        samples.plan(),
        samples.scores(),
        samples.choice(),
    ],
    ids=lambda content: type(content).__name__,
)
def test_every_kind_has_its_task_and_its_paper(content: object) -> None:
    found = page(samples.exercise(content))  # type: ignore[arg-type]
    assert "Neem je pen en begin." in found
    assert "../downloads/oefening-a4.pdf" in found
    assert "built-in" not in found


def test_fields_and_steps_show_name_and_text() -> None:
    assert "Wat hoort bij Later?" in page(samples.exercise(samples.spaces("Nu", "Later")))
    found = page(samples.exercise(samples.steps("Zoek", "Erken")))
    assert '<ol class="steps">' in found
    assert found.index("Doe dit bij Zoek.") < found.index("Doe dit bij Erken.")


def test_a_matrix_names_columns_and_marks() -> None:
    found = page(samples.exercise(samples.matrix()))
    assert "<span>kolom 1</span>, <span>kolom 2</span>, <span>kolom 3</span>." in found
    assert "<strong>doet</strong>, <strong>betrekt</strong>" in found
    assert "Uitleg bij rij 3." in found


def test_answers_are_closed_and_inside_their_row() -> None:
    content = samples.matrix()
    rows = (replace(content.rows[0], answer=samples.say(OPEN)), *content.rows[1:])
    found = page(samples.exercise(Matrix(content.columns, content.marks, rows)))
    assert found.index("Rij 1") < found.index("<details class=") < found.index(OPEN) < found.index("Rij 2")
    assert "<details open" not in found


def test_trainers_find_their_text_where_it_belongs() -> None:
    hidden = samples.section("Trainer", *samples.say(SECRET))
    content = samples.steps("Zoek", "Erken")
    first = replace(content.steps[0], trainer=(hidden,))
    found = page(samples.exercise(Steps((first, *content.steps[1:]))), Audience.TRAINER)
    assert found.index("Zoek") < found.index(SECRET) < found.index("Erken")


def test_columns_lose_no_answer_and_no_trainer_text() -> None:
    content = samples.columns("Links", "Rechts")
    hidden = samples.section("Trainer", *samples.say(SECRET))
    left = replace(content.columns[0], answer=samples.say(OPEN), trainer=(hidden,))
    found = page(samples.exercise(replace(content, columns=(left, content.columns[1]))), Audience.TRAINER)
    assert OPEN in found
    assert SECRET in found


def test_a_plan_says_how_many_weeks_its_paper_has() -> None:
    assert "elke week: 4 in totaal" in page(samples.exercise(samples.plan(weeks=4)))


def test_scores_show_sums_and_means_per_version() -> None:
    found = page(samples.exercise(samples.scores(), samples.section("Zo reken je", *samples.say("Tel alles op."))))
    for wanted in (
        "oranje vanaf",
        "som 25, gemiddelde\u00a03,06",
        "som 13, gemiddelde\u00a02,50",
        "geen grens",
        "Tel alles op.",
    ):
        assert wanted in found


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
