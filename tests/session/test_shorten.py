"""A shorter evening: what goes and what shrinks, never more than the author allows, and all times after it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from evenings import evening, talk
from lok.model.course import Break, Course, Handout, Late, Shortening, Slide
from lok.model.library import Copies
from lok.model.ref import Ref, RefKind
from lok.session import clock
from lok.session.checkpoints import checkpoints, drops
from lok.session.lookup import lookup
from lok.session.materials import needs, prints
from lok.session.moments import moments
from lok.session.shorten import left_out, plan, planned, shortened, shorter

GOES = Shortening(Late.DROP, Decimal(0))
STAYS = Shortening(Late.NEVER, Decimal(0))


def keeps(minutes: str, loss: str = "het rondje") -> Shortening:
    return Shortening(Late.SHORTEN, Decimal(minutes), loss)


def course_of(*slides: tuple[str, Shortening | None]) -> Course:
    """Slides with their minutes and what may fall out of them, in two parts with a break between."""
    made = [talk(f"Slide {n}", n % 3, minutes, shortening=late) for n, (minutes, late) in enumerate(slides)]
    half = (len(made) + 1) // 2
    parts = [samples.part(*made[:half], title="Begin"), samples.part(*made[half:], title="Einde")]
    return evening(parts[0], Break("pauze", Decimal(5), samples.span()), parts[1])


def numbers(slides: tuple[Slide, ...]) -> list[int]:
    return [slide.number for slide in slides]


def changed(course: Course, minutes: str) -> tuple[list[int], list[int]]:
    """The numbers of what goes and of what shrinks."""
    made = shorter(course, Decimal(minutes))
    return numbers(left_out(made)), numbers(shortened(made))


# --- which -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "gone", "cut"),
    [("25", [], []), ("20", [], []), ("19", [5], []), ("18.5", [], [3]), ("18", [], [3]), ("17", [5], [3]),
     ("16.5", [2, 5], [3]), ("16", [2, 5], [3]), ("3", [2, 5], [3])],
)  # fmt: skip
def test_as_few_slides_change_as_can_be_and_the_last_is_the_smallest_that_suffices(
    minutes: str, gone: list[int], cut: list[int]
) -> None:
    course = course_of(("3", STAYS), ("1", GOES), ("5", keeps("3")), ("5", None), ("1", GOES))
    assert changed(course, minutes) == (gone, cut)


def test_of_equals_one_that_goes_as_a_whole_comes_first_then_the_later() -> None:
    course = course_of(("2", keeps("1")), ("1", GOES), ("1", GOES), ("2", keeps("1")))
    assert changed(course, "10") == ([3], [])
    assert changed(course, "9") == ([2, 3], [])
    assert changed(course, "8") == ([2, 3], [4])


def test_what_is_cut_to_nothing_is_left_out() -> None:
    assert changed(course_of(("2", keeps("0")), ("2", None)), "7") == ([1], [])


def test_a_course_without_anything_to_give_stays_as_it_is() -> None:
    course = course_of(("2", STAYS), ("2", None), ("2", keeps("2")))
    made = plan(course, Decimal(1))
    assert (made.drops, made.total, made.shortfall) == ((), Decimal(11), Decimal(10))
    assert shorter(course, None) is course


# --- properties --------------------------------------------------------------------------------------------------

HALVES = st.integers(0, 16).map(lambda halves: str(Decimal(halves) / 2))
LATE = st.one_of(st.none(), st.just(GOES), st.just(STAYS), HALVES.map(keeps))
COURSES = st.lists(st.tuples(HALVES, LATE), min_size=1, max_size=9).map(lambda slides: course_of(*slides))
ASKED = st.integers(0, 160).map(lambda halves: Decimal(halves) / 2)


def lasts(course: Course) -> Decimal:
    return clock.rows(course)[-1].end


@given(COURSES, ASKED)
def test_the_plan_adds_up_and_fits_or_takes_all_there_is(course: Course, asked: Decimal) -> None:
    made, after = plan(course, asked), shorter(course, asked)
    assert lasts(after) == after.minutes == made.total == made.planned - sum(drop.won for drop in made.drops)
    assert planned(after) == made.planned == lasts(course)
    assert made.shortfall == max(0, made.total - asked)
    if made.shortfall:
        assert set(made.drops) == set(drops(course.slides))
        assert drops(after.slides) == ()


@given(COURSES, ASKED)
def test_nothing_becomes_shorter_than_its_author_allows(course: Course, asked: Decimal) -> None:
    after = shorter(course, asked)
    assert [slide.id for slide in after.slides] == [slide.id for slide in course.slides]
    assert numbers(after.slides) == numbers(course.slides)
    for before, now in zip(course.slides, after.slides, strict=True):
        assert now.minutes + now.cut == before.minutes
        late = before.shortening
        if late is None or late.how is Late.NEVER:
            assert now == before
        elif now != before:
            assert now.minutes == late.minutes < before.minutes
            assert now.left_out is (late.minutes == 0)


@given(COURSES, ASKED)
def test_no_smaller_choice_fits(course: Course, asked: Decimal) -> None:
    made = plan(course, asked)
    fewer = combinations(drops(course.slides), max(0, len(made.drops) - 1))
    if made.drops and not made.shortfall:
        assert all(made.planned - sum(drop.won for drop in some) > asked for some in fewer)


@given(COURSES, ASKED, ASKED)
def test_a_shorter_evening_never_takes_longer_than_a_longer_one(course: Course, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    assert plan(course, less).total <= plan(course, more).total
    assert len(plan(course, less).drops) >= len(plan(course, more).drops)


# --- what follows from it ----------------------------------------------------------------------------------------


def test_the_divider_of_a_part_of_which_all_goes_goes_too() -> None:
    divider = talk("Deel", 0, "0", kind="tussentitel", made=True)
    title = talk("Titel", 0, "0", kind="titel", made=True)
    closing = talk("Einde", 2, "0", kind="slot", made=True)
    course = evening(
        samples.part(title, talk("A", 0, "1", shortening=GOES), title="Een"),
        samples.part(divider, talk("B", 0, "1", shortening=GOES), talk("C", 1, "2", shortening=GOES), title="Twee"),
        samples.part(replace(divider, id="ander"), talk("D", 1, "2", shortening=GOES), closing, title="Drie"),
        samples.part(replace(divider, id="leeg"), title="Vier"),
    )
    made = shorter(course, Decimal(0))
    assert [slide.title for slide in made.slides if slide.left_out] == ["A", "Deel", "B", "C", "Deel", "D"]
    assert [slide.left_out for slide in made.parts[3].slides] == [False], "it led nothing in before either"
    half = shorter(course, Decimal(4))
    assert [slide.title for slide in half.slides if slide.left_out] == ["Deel", "D"]


def handing(id: str) -> tuple[Handout, ...]:
    return (Handout(Ref(RefKind.PAPER, id, samples.span()), Copies(1, 0, "1 voor de groep")),)


def test_the_clock_the_floor_and_what_to_bring_go_past_what_is_left_out() -> None:
    whole = evening(
        samples.part(
            talk("A", 0, "2", needs=("stiften",)),
            talk("B", 1, "3", shortening=GOES, needs=("een bel", "stiften"), handouts=handing("blad")),
            talk("C", 0, "4", shortening=keeps("3")),
            talk("D", 1, "1"),
        )
    )
    course = shorter(whole, Decimal(6))
    known = lookup(course)
    a, b, c, d = course.slides
    assert [known.starts[slide.id] for slide in course.slides] == [0, 2, 2, 5]
    assert (known.after[a.id], known.staying[a.id], known.own["twee"][a.id]) == (c, c, d)
    assert [moment.takes_over for moment in moments(course)] == [False, False, False, True]
    assert known.given(b) == ()
    assert [need.text for need in needs(course.slides)] == ["stiften"]
    assert [each.item.id for each in prints(whole, lookup(whole))] == ["blad"]
    assert prints(course, known) == ()
    assert course.written == (a, c, d)
    assert checkpoints(course)[0].drops == (), "what was taken cannot be won again"
