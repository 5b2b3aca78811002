"""What the second course must hold, counted: nothing may go missing in an edit."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from lok.exercises.choice.record import Choice
from lok.exercises.conversation.record import Conversation
from lok.exercises.matrix.kind import Matrix
from lok.exercises.spaces.kind import WritingFields
from lok.exercises.statements.record import Statements
from lok.model.course import Break, Course, Late
from lok.model.library import Case, Fragment
from lok.model.plain import plain
from lok.model.text import Chart, ChartKind
from lok.model.walk import walk
from own.test_content import own

EXERCISES = {
    "administratie", "bewijs-inzetten", "delphi", "eigen-arts", "feit-of-fabel-werkdruk", "gesprekskaart-werkdruk",
    "gesprekskaart-werkplezier", "huisregels", "kies-drie", "nee-zeggen", "zes-domeinen",
}  # fmt: skip
SHARED_FACTS = {"arts-in-nood", "noodnummer", "tele-onthaal", "wachtdienst", "zelfmoordlijn"}


@pytest.fixture
def course() -> Course:
    return own("werkdruk")


def content(course: Course, id: str) -> object:
    return next(each.content for each in course.exercises if each.id == id)


def test_slides_parts_and_minutes(course: Course) -> None:
    assert len(course.written) == 39
    assert len(course.parts) == 10
    breaks = [(item.name, item.minutes) for item in course.agenda if isinstance(item, Break)]
    assert breaks == [("pauze", 5), ("marge", 4)]


def test_both_speak_about_as_long(course: Course) -> None:
    spoken: Counter[str] = Counter()
    for slide in course.slides:
        spoken[slide.role.id] += slide.minutes  # type: ignore[assignment]
    assert abs(spoken["arts"] - spoken["psycholoog"]) <= Decimal(spoken["arts"]) / 10
    assert spoken["duo"] > 0


def test_two_slides_on_which_lives_may_depend_are_never_shortened(course: Course) -> None:
    never = [s.id for s in course.slides if s.shortening and s.shortening.how is Late.NEVER]
    assert {"greet-is-haar-eigen-dokter", "vraag-het-ook-aan-een-collega"} <= set(never)


def test_the_talk_on_suicide_has_words_for_each_reader(course: Course) -> None:
    """Both read it aloud, so the script of each holds the lines that are theirs."""
    slide = next(slide for slide in course.slides if slide.id == "vraag-het-ook-aan-een-collega")
    words = {note.kind: plain(note.blocks) for note in slide.notes}
    assert slide.role.id == "duo"
    assert "Soms wel" in words["arts"]
    assert "Denk je soms aan zelfdoding?" in words["psycholoog"]


def test_after_a_yes_or_a_no_there_is_something_to_do(course: Course) -> None:
    """Means are asked for, a no is not the end where it is not believed, and everybody takes the sheet home."""
    for id in ("greet-is-haar-eigen-dokter", "vraag-het-ook-aan-een-collega"):
        slide = next(slide for slide in course.slides if slide.id == id)
        spoken = " ".join(plain(note.blocks) for note in slide.notes if note.kind in {"zeg", "psycholoog"})
        assert re.search("wat er klaarligt|wat ligt er in die kast", spoken), id
        assert re.search(r"\bnee\b", spoken), id
    assert course.bundle
    assert "zelfdoding" in {paper.id for paper in course.bundle.papers}


def test_each_vote_says_what_its_cards_mean(course: Course) -> None:
    card = "stemkaarten-werkdruk"
    votes = [slide for slide in course.slides if card in {each.paper.id for each in slide.handouts}]
    assert len(votes) == 3
    for slide in votes:
        said = " ".join(plain(note.blocks) for note in slide.notes if note.kind == "zeg").lower()
        assert all(re.search(rf"\b{word}\b", said) for word in ("ja", "nee", "ertussenin")), slide.id


def test_what_a_practice_and_a_team_can_do_themselves(course: Course) -> None:
    """Findings of the report and steps of the protocol that an earlier version left out."""
    shown = " ".join(plain(slide.body) for slide in course.slides)
    for word in ("Brochure", "Charter", "Op afspraak", "Bemiddelaar", "alcohol en medicatie", "kans op fouten"):
        assert word in shown, word
    assert {"kies-drie-ploeg", "zelfdoding", "zorgniveaus"} <= {sheet.id for sheet in course.sheets}


def test_own_cases_are_invented_and_one_is_shared(course: Course) -> None:
    assert {"bilal", "greet", "nadia", "jeroen"} <= {case.id for case in course.cases}
    assert all(case.fictional and case.trainer for case in course.cases)
    assert fragments(course, "greet") == fragments(course, "bilal") == fragments(course, "nadia") == 2
    assert "jeroen" in {slide.case.id for slide in course.slides if slide.case}


def fragments(course: Course, id: str) -> int:
    [case] = [item for item in course.cases if isinstance(item, Case) and item.id == id]
    return sum(isinstance(item, Fragment) and item.kind == "deel" for item in walk(case))


def test_every_exercise_of_the_plan_is_there(course: Course) -> None:
    assert {exercise.id for exercise in course.exercises} >= EXERCISES
    on_slides = {slide.exercise.id for slide in course.slides if slide.exercise}
    assert on_slides >= EXERCISES


def test_statements_with_verdict_and_explanation(course: Course) -> None:
    rounds = {id: content(course, id) for id in ("feit-of-fabel-werkdruk", "bewijs-inzetten", "delphi")}
    counted = {}
    for id, each in rounds.items():
        assert isinstance(each, Statements)
        for one in each.statements:
            assert one.verdict
            assert re.search("§|tabel", plain(one.explanation)), one.text
        counted[id] = len(each.statements)
    assert counted == {"feit-of-fabel-werkdruk": 8, "bewijs-inzetten": 8, "delphi": 9}


def test_six_domains_and_the_own_doctor(course: Course) -> None:
    domains, doctor = content(course, "zes-domeinen"), content(course, "eigen-arts")
    assert isinstance(domains, Matrix)
    assert len(domains.rows) == 6
    assert isinstance(doctor, WritingFields)


def test_fifteen_actions_in_four_groups_with_all_their_properties(course: Course) -> None:
    actions = content(course, "kies-drie")
    assert isinstance(actions, Choice)
    assert [len(group.options) for group in actions.groups] == [4, 4, 3, 4]
    every = [option for group in actions.groups for option in group.options]
    assert all({"wat", "hoe", "doel", "hoe vaak", "wie"} <= {name for name, _ in option.properties} for option in every)
    assert (actions.most, actions.after and actions.after.text) == (3, "1 maand")
    assert actions.review


def test_the_card_on_work_pressure_has_its_eight_questions(course: Course) -> None:
    card = content(course, "gesprekskaart-werkdruk")
    assert isinstance(card, Conversation)
    assert sum(len(theme.questions) for theme in card.themes) == 8
    model, causes = next(each.sections for each in course.exercises if each.id == "gesprekskaart-werkdruk")[:2]
    assert len(model.children) == 5
    assert len(causes.children) == 5


def test_the_general_card_has_more_than_thirty_questions(course: Course) -> None:
    card = content(course, "gesprekskaart-werkplezier")
    assert isinstance(card, Conversation)
    codes = [question.code for theme in card.themes for question in theme.questions]
    assert len(codes) >= 31
    assert len(set(codes)) == len(codes)


def test_charts_of_each_kind_stand_on_slides(course: Course) -> None:
    charts = [item for slide in course.slides for item in slide.body if isinstance(item, Chart)]
    assert {chart.kind for chart in charts} == set(ChartKind) - {ChartKind.LINE}


def test_figures_name_their_place_in_the_report(course: Course) -> None:
    """A slide with a chart or table of the report says from which section and year."""
    for slide in course.slides:
        if any(isinstance(item, Chart) for item in slide.body):
            assert re.search(r"2011, §", slide.source), slide.id


def test_facts_cases_and_cards_are_shared(course: Course) -> None:
    first = own("burn-out")
    assert {fact.id for fact in course.facts} & {fact.id for fact in first.facts} >= SHARED_FACTS
    assert {"veiligheid-duo", "veiligheidskaart"} <= {s.id for s in course.sheets} & {s.id for s in first.sheets}
