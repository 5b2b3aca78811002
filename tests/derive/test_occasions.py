"""When people use which pages, and the order that follows from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import samples
from lok.derive.occasions import MOST, Used, faces, occasions, ordered
from lok.model.audience import Audience
from lok.model.course import Course, Handout
from lok.model.library import Case, Exercise, Sheet
from lok.model.ref import Ref, RefKind
from lok.view import view
from projects import SESSION, edit, only, tiny


def names(course: Course) -> dict[str, list[str]]:
    return {used.when: [item.id for item in used.items] for used in occasions(course)}


def sheet(id: str, **changes: object) -> Sheet:
    return replace(samples.sheet(), id=id, title=id, **changes)  # type: ignore[arg-type]


def exercise(id: str, **changes: object) -> Exercise:
    return replace(samples.exercise(samples.columns("Kolom")), id=id, title=id, **changes)  # type: ignore[arg-type]


def paper(id: str) -> Ref:
    return Ref(RefKind.PAPER, id, samples.span())


def evening(*items: Exercise | Sheet, case: Case | None = None) -> Course:
    """A course in which the second exercise comes first, and a sheet is handed out with it."""
    first = samples.slide("Nu", exercise=Ref(RefKind.EXERCISE, "b", samples.span()), handouts=(Handout(paper("mee")),))
    then = samples.slide("Straks", exercise=Ref(RefKind.EXERCISE, "a", samples.span()))
    return samples.course(*items, agenda=(samples.part(first, then),), cases=(case,) if case else ())


def test_what_nobody_ordered_follows_from_what_things_are() -> None:
    course = evening(
        exercise("a"),
        exercise("b"),
        exercise("thuis", for_patient=True),
        sheet("lezen"),
        sheet("mee"),
        replace(samples.cards(samples.section("Zak", *samples.say("op zak"))), id="zak"),
    )
    assert names(course) == {"vanavond": ["b", "a"], "morgen": ["thuis", "zak"], "achteraf": ["lezen", "mee"]}
    assert [used.with_patient for used in occasions(course)] == [False, True, False]


def test_pages_follow_the_evening() -> None:
    course = evening(exercise("a"), exercise("c"), exercise("b"), sheet("lezen"), sheet("mee"))
    assert [item.id for item in ordered(course, course.exercises)] == ["b", "a", "c"]
    assert [item.id for item in ordered(course, course.sheets)] == ["mee", "lezen"]


def test_an_occasion_that_holds_nothing_is_none() -> None:
    assert occasions(samples.course()) == ()
    assert faces(samples.course()) == ()


def test_six_are_in_sight_and_the_others_unfold() -> None:
    used = Used("vanavond", tuple(sheet(f"blad-{number}") for number in range(8)))
    assert len(used.first) == MOST
    assert [item.id for item in used.further] == ["blad-6", "blad-7"]


def test_an_author_orders_them(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SESSION, "bundel duo:", "achteraf: noemie\nvanavond:\n  - stellingen\n  - drempels\nbundel duo:")
    course = only(root)
    assert names(course) == {"vanavond": ["stellingen", "drempels"], "achteraf": ["noemie"]}
    assert [item.id for item in ordered(course, course.exercises)][:2] == ["stellingen", "drempels"]


def test_what_only_an_occasion_names_is_part_of_the_course(tmp_path: Path) -> None:

    root = tiny(tmp_path)
    edit(root, SESSION, "- [De vijf momenten](blad:vijf-momenten) om naast de wastafel te hangen\n", "")
    edit(root, SESSION, "  - vijf-momenten\n", "")
    edit(root, SESSION, "bundel duo:", "morgen: vijf-momenten\nbundel duo:")
    shown = view(only(root), Audience.PARTICIPANT)
    assert "vijf-momenten" in {item.id for item in shown.sheets}
