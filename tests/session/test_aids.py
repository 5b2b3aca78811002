"""What a slide needs that is written with an exercise or a case."""

from __future__ import annotations

from dataclasses import replace

import samples
from lok.model.course import Slide
from lok.model.library import Case, Exercise
from lok.model.plain import plain
from lok.model.ref import Ref, RefKind
from lok.session.aids import aids
from lok.session.lookup import lookup

EXERCISE = Ref(RefKind.EXERCISE, "oefening", samples.span())


def told(slide: Slide, *exercises: Exercise, cases: tuple[Case, ...] = ()) -> list[tuple[str, str]]:
    course = samples.course(*exercises, cases=cases, agenda=(samples.part(slide),))
    return [(each.label, plain(each.blocks)) for each in aids(lookup(course), slide)]


def test_statements_come_with_their_verdicts_and_why() -> None:
    exercise = samples.exercise(samples.statements("Een", "Twee"))
    [(label, text)] = told(samples.slide(exercise=replace(EXERCISE, id=exercise.id)), exercise)
    assert label == "Oordeel per uitspraak"
    for number, each in enumerate(exercise.content.judged, 1):
        assert f"{number} (“{each.text}”): {each.judged}" in text
        assert plain(each.explanation) in text


def test_a_fragment_comes_with_its_possible_answer() -> None:
    fragment = replace(samples.fragment(), answer=samples.say("Vraag door."))
    case = samples.case(fragment)
    here = Ref(RefKind.CASE, case.id, samples.span(), fragment.id)
    found = told(samples.slide(case=here), cases=(case,))
    assert [text for _, text in found] == [plain(fragment.blocks), "Vraag door."]
    assert found[1][0] == "Mogelijk antwoord"
    assert told(samples.slide(case=replace(here, anchor="")), cases=(case,)) == []


def test_each_possible_answer_of_an_exercise_has_the_name_of_what_it_answers() -> None:
    inner = replace(samples.section("Kunnen"), answer=samples.say("De fles staat ver."))
    listed = replace(samples.section("Willen:"), answer=(samples.bullets("tijd", "zin"),))
    exercise = samples.exercise(samples.columns("A"), inner, listed)
    exercise = replace(exercise, answer=samples.say("Alles samen."))
    [(label, text)] = told(samples.slide(exercise=replace(EXERCISE, id=exercise.id)), exercise)
    assert label == f"Mogelijk antwoord: {exercise.title}"
    assert text == "Kunnen: De fles staat ver. Willen: tijd zin Alles samen."


def test_a_slide_about_nothing_needs_nothing() -> None:
    assert told(samples.slide()) == []
    assert told(samples.slide(exercise=EXERCISE)) == [], "an exercise that does not exist"
