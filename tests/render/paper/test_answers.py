"""Papers with answers, and sketches of flipcharts: what stands on them and for which exercises they are made."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

import samples
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.exercises import ExerciseContent
from lok.model.library import Exercise
from lok.model.ref import Ref, RefKind
from lok.render.paper.catalogue import generated
from lok.render.paper.paper import documents, render
from render.paper.test_paper import descriptions, text

ANSWER = samples.say("Zo kan het ook.")


def course(*items: Exercise, **changes: object) -> Course:
    """A session with a slide for each exercise."""
    slides = (
        samples.slide(f"Slide over {each.id}", exercise=Ref(RefKind.EXERCISE, each.id, samples.span()))
        for each in items
    )
    return samples.course(*items, agenda=(samples.part(*slides),), **changes)


def paths(made: Course, audience: Audience = Audience.TRAINER) -> list[str]:
    return [each.download.path.removeprefix("downloads/") for each in generated(made, audience)]


def paper(made: Course, name: str) -> bytes:
    done = render(made, Audience.TRAINER, {})
    assert done.problems == ()
    return next(each.data for each in done.files if each.path == f"downloads/{name}")


def test_only_trainers_get_answers_and_sketches() -> None:
    made = course(samples.exercise(samples.balance()), replace(samples.exercise(samples.statements("A.")), id="stem"))
    assert {"antwoorden-stem-a4.pdf", "teken-zelf-a4.pdf"} <= set(paths(made))
    assert "antwoorden-oefening-a4.pdf" not in paths(made)
    assert paths(made, Audience.PARTICIPANT) == ["slides-hand-out-a4.pdf", "slides-zes-op-een-blad-a4.pdf"]


def test_verdicts_come_with_their_statement_and_why() -> None:
    found = text(paper(course(samples.exercise(samples.statements("De maan is rond."))), "antwoorden-oefening-a4.pdf"))
    assert "De maan is rond. waar (eerder) Uitleg achteraf." in found


def test_possible_answers_stand_below_their_own_title_and_nothing_else_does() -> None:
    with_answer = replace(samples.section("Eerst"), answer=ANSWER)
    exercise = samples.exercise(samples.steps("Begin"), with_answer, samples.section("Leeg"))
    found = text(paper(course(exercise), "antwoorden-oefening-a4.pdf"))
    assert "Eerst Zo kan het ook." in found
    assert "Leeg" not in found
    assert "Begin" not in found


def test_a_case_tells_its_possible_answers_and_no_other_trainer_text() -> None:
    model = samples.section("Mogelijke indeling", *samples.say("Dit bij dat."))
    background = samples.section("Achtergrond", *samples.say("Niet hier."))
    trainer = (samples.section("Trainer", children=(background, model)),)
    fragment = replace(samples.fragment(title="“Nee”"), answer=ANSWER)
    case = replace(samples.case(fragment), trainer=trainer)
    made = course(samples.exercise(samples.steps("A")), cases=(case,))
    found = text(paper(made, "antwoorden-casus-iemand-a4.pdf"))
    assert "Mogelijke indeling Dit bij dat." in found
    assert "Reactie 1: “Nee” Zo kan het ook." in found
    assert "Niet hier" not in found


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (samples.columns("Eén", "Twee", "Drie"), ["dwars", "twee lijnen van boven", "“Eén”, “Twee” en “Drie”"]),
        (samples.spaces("A", "B", "C", across=2), ["één lijn van boven", "één lijn van links", "“A”, “B” en “C”"]),
        (samples.spaces("A", "B", across=1), ["één lijn van links"]),
        (samples.matrix(columns=3, rows=2), ["drie lijnen van boven", "twee lijnen van links", "“Rij 1” en “Rij 2”"]),
        (samples.balance(), ["Schrijf links “Plussen”", "Schrijf rechts “Minnen”"]),
    ],
    ids=["columns", "spaces", "one-below-the-other", "matrix", "balance"],
)
def test_a_sketch_comes_with_the_steps_of_its_form(content: ExerciseContent, told: list[str]) -> None:
    data = paper(course(samples.exercise(content)), "teken-zelf-a4.pdf")
    for words in ("Schrijf bovenaan “Een oefening”.", *told):
        assert words in text(data)
    assert descriptions(data) == {"Schets van het vel “Een oefening”. De stappen staan erbij."}


def test_one_column_asks_for_no_line() -> None:
    assert "lijn" not in text(paper(course(samples.exercise(samples.columns("Alles"))), "teken-zelf-a4.pdf"))


def test_words_on_a_sketch_do_not_run_into_each_other() -> None:
    """However long they are: each is as small as its place asks."""
    word = "Onafhankelijkheidsverklaringen"
    exercise = samples.exercise(samples.columns(*(word + letter for letter in "abcd")), paper=())
    [sheet] = pypdfium2.PdfDocument(paper(course(exercise), "teken-zelf-a4.pdf"))
    items = sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    askew = sorted(item.get_bounds() for item in items if item.get_matrix().b)
    heads = [bounds for bounds in askew if bounds[3] < max(each[3] for each in askew) - 20]
    assert len(heads) == 4
    assert all(one[2] < other[0] for one, other in pairwise(heads))


def test_the_names_of_files_and_kinds_are_unique() -> None:
    items = (samples.exercise(samples.statements("A.")), replace(samples.exercise(samples.balance()), id="balans"))
    made = course(*items)
    found = [file.path for file, _ in documents(made, Audience.TRAINER)]
    assert len(found) == len(set(found))


def test_the_duo_prints_sketches_first_and_finds_answers_and_handbook_apart() -> None:
    made = course(samples.exercise(samples.balance()), replace(samples.exercise(samples.statements("A.")), id="stem"))
    [bundle] = [
        document for file, document in documents(made, Audience.TRAINER) if file.path.endswith("bundel-sprekers.pdf")
    ]
    templates = [each.template for each in bundle.papers]
    assert "sketches" in templates
    assert not {"answers", "handbook", "handout"} & set(templates)


def test_the_handout_of_slides_tells_last_what_nobody_confirmed_yet() -> None:
    slide = samples.slide("Bel", body=(samples.fact_here(),))
    made = samples.course(facts=(samples.fact(status="te bevestigen"),), agenda=(samples.part(slide),))
    found = text(paper(made, "slides-hand-out-a4.pdf"))
    assert found.count("Nagekeken op 22 november 2026, nog niet bevestigd: lijn.") == 1
    assert "te bevestigen" not in found
