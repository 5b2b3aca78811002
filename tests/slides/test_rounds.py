"""Slides of what the group does and of numbers: votes, exercises, tables and charts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

import samples
from lok.exercises.statements.record import Statements
from lok.model.course import Course, Handout, Slide
from lok.model.exercises import Statement
from lok.model.library import Copies
from lok.model.ref import Ref, RefKind
from lok.model.text import Blocks, Chart, ChartKind, ListBlock, Paragraph, Plain, Strong, Table
from lok.slides.canvas import Box, Canvas, Grid, Group
from lok.slides.compose import layout_slide, slide_context
from lok.slides.layouts import BESIDE_PANEL, PANEL
from lok.slides.line_breaking import runs_text

TASK = Ref(RefKind.EXERCISE, "oefening", samples.span())


def laid(slide: Slide, course: Course | None = None) -> Canvas:
    return layout_slide(slide_context(course or samples.course()), slide)


def groups(canvas: Canvas, name: str) -> list[Group]:
    return [item for item in canvas.items if isinstance(item, Group) and item.name.startswith(name)]


def said(box: Box) -> str:
    return "".join(runs_text(par.runs) for par in box.text.pars) if box.text else ""


def words(canvas: Canvas) -> Iterator[str]:
    for item in canvas.items:
        boxes = item.boxes if isinstance(item, Group) else (item,) if isinstance(item, Box) else ()
        yield from filter(None, map(said, boxes))


def row(*cells: str) -> tuple[tuple[Plain, ...], ...]:
    return tuple((Plain(cell),) for cell in cells)


def numbers(*rows: tuple[str, ...], kind: ChartKind = ChartKind.BARS) -> Chart:
    head, *others = rows
    values = tuple(tuple(Decimal(cell or "0") for cell in each[1:]) for each in others)
    return Chart(kind, "Wat opvalt", Table(row(*head), tuple(row(*each) for each in others)), values, samples.span())


def vote(count: int, *choices: str) -> Course:
    made = tuple(Statement(f"Zin {n}", choices[n % len(choices)], "eerder", samples.span(), ()) for n in range(count))
    return samples.course(samples.exercise(Statements(choices, made)))


def voted(count: int, *choices: str) -> Canvas:
    return laid(samples.slide(exercise=TASK, question=samples.say("Wat denk je?")), vote(count, *choices))


def test_each_verdict_is_a_sign_with_its_word_on_its_own_ground() -> None:
    canvas = voted(3, "rood", "blauw", "groen")
    pills = groups(canvas, "Oordeel")
    assert [said(pill.boxes[-1]) for pill in pills] == ["rood", "blauw", "groen"]
    assert len({pill.boxes[0].fill for pill in pills}) == len({pill.boxes[1].path for pill in pills}) == 3
    assert all(pill.answer and pill.alt.endswith("(eerder)") for pill in pills)
    assert [pill.click for pill in pills] == [2, 4, 6]


def test_a_verdict_has_the_sign_of_the_card_that_is_held_up() -> None:
    cards = samples.cards(samples.section("rood"), samples.section("blauw"))
    course = samples.course(cards, *vote(1, "blauw").exercises)
    held = groups(laid(samples.slide(exercise=TASK), course), "Oordeel")[0]
    first = groups(voted(1, "blauw"), "Oordeel")[0]
    assert held.boxes[1].path != first.boxes[1].path


@pytest.mark.parametrize(("count", "fits"), [(7, True), (9, True), (10, False)])
def test_nine_statements_fit_above_a_question(count: int, fits: bool) -> None:
    assert (voted(count, "ja", "nee").overflow == 0) is fits


def item(lead: str) -> Blocks:
    return (Paragraph((Strong((Plain(f"{lead}:"),)), Plain(" doe iets"))),)


def shared(minutes: str = "5", address: str = "", people: int = 4, paper: tuple[str, ...] = ("a3",)) -> Canvas:
    """An exercise of which one sheet goes to some people."""
    copies = Copies(1, people, f"1 per {people}")
    slide = samples.slide(
        exercise=TASK,
        minutes=Decimal(minutes),
        body=(ListBlock(False, (item("Kies"), item("Doe"), item("Zeg"))),),
        question=samples.say("Wat kies jij, en waarom kies je net dat en niet iets anders van wat er nog allemaal is?"),
        handouts=(Handout(TASK, copies),),
    )
    task = samples.exercise(samples.matrix(), paper=paper)
    return laid(slide, samples.course(task, agenda=(samples.part(slide),), address=address))


@pytest.mark.parametrize(
    ("minutes", "size", "word"),
    [("5", 96, "minuten"), ("12", 96, "minuten"), ("0.5", 60, "minuten"), ("1", 96, "minuut")],
)
def test_minutes_are_as_large_as_the_clock_allows(minutes: str, size: float, word: str) -> None:
    canvas = shared(minutes)
    number = next(item for item in canvas.items if isinstance(item, Box) and item.frame == "minutes")
    assert number.text
    assert (number.text.size, canvas.overflow) == (size, 0)
    assert word in list(words(canvas))


@pytest.mark.parametrize(
    ("minutes", "end"), [("15", "0 0 1 69.800 34.900Z"), ("45", "0 1 1 0.000 34.900Z"), ("90", "")]
)
def test_the_wedge_of_the_clock_is_as_long_as_the_exercise(minutes: str, end: str) -> None:
    (clock,) = groups(shared(minutes), "Klok")
    wedge = clock.boxes[1]
    assert (wedge.shape, wedge.path[-len(end) :] if end else "") == ("path" if end else "ellipse", end)


def test_the_field_of_the_group_says_with_how_many_and_on_what() -> None:
    assert {"per 4", "één A3"} <= set(words(shared()))
    alone = list(words(shared(people=1, paper=("a4",))))
    assert "Een oefening" in alone
    assert not any(word.startswith("per ") for word in alone)
    coded = list(words(shared(address="https://lok.voorbeeld.be")))
    assert "per 4" in coded
    assert "één A3" not in coded


def test_rows_of_an_exercise_end_above_its_question() -> None:
    canvas = shared()
    question = next(item for item in canvas.items if isinstance(item, Box) and item.frame == "question")
    rows = groups(canvas, "Kaart")
    assert [next(word for word in map(said, row.boxes) if word) for row in rows] == ["1", "2", "3"]
    assert max(box.y + box.h for row in rows for box in row.boxes) < question.y
    assert min(box.x for row in rows for box in row.boxes) >= BESIDE_PANEL.x > PANEL


def drawn(chart: Chart, *after: str, **changes: object) -> Canvas:
    return laid(samples.slide(body=(chart, *(samples.say(text)[0] for text in after)), **changes))


BARS = numbers(("Wat", "Aantal"), ("Appel", "5"), ("Peer", "9"), ("Noot", "1"))


@pytest.mark.parametrize(("row", "lit"), [(0, "9"), (1, "5"), (3, "1")])
def test_one_bar_stands_out(row: int, lit: str) -> None:
    (chart,) = groups(drawn(BARS, highlight=row), "Grafiek")
    assert [said(box) for box in chart.boxes if box.text and box.text.style == "bar-lit"] == [lit]
    assert [box.fill for box in chart.boxes if box.fill in ("role-1", "bar")].count("role-1") == 1


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.FUNNEL])
def test_bars_begin_at_the_axis_and_are_as_long_as_their_numbers(kind: ChartKind) -> None:
    chart = numbers(("Wat", "Aantal"), ("Appel", "10"), ("Peer", "5"), kind=kind)
    (group,) = groups(drawn(chart), "Grafiek")
    long, short = (box for box in group.boxes if box.fill in ("role-1", "bar"))
    assert long.x == short.x
    assert long.w == pytest.approx(2 * short.w)


def test_pieces_of_a_bar_tell_their_number_and_the_key_what_they_count() -> None:
    flow = numbers(("Stap", "Aantal", "Valt af"), ("Begin", "100", "40"), ("Eind", "60", ""), kind=ChartKind.FLOW)
    (group,) = groups(drawn(flow), "Grafiek")
    assert [word for word in map(said, group.boxes) if word] == [
        "blijft over", "Valt af", "Begin", "60", "40", "100", "Eind", "60", "60",
    ]  # fmt: skip
    assert all(number in group.alt for number in ("100", "60", "40"))


def test_the_source_of_what_a_slide_shows_stands_below_it() -> None:
    table = Table(row("Wat", "Waarom"), (row("Appel", "omdat het lekker is"),))
    for block in (BARS, table):
        slide = samples.slide(body=(samples.say("Vooraf")[0], block), source="Ons boek, 2011")
        frames = {item.frame: said(item) for item in laid(slide).items if isinstance(item, Box)}
        assert (frames["source"], frames["text"]) == ("Ons boek, 2011", "Vooraf")


@pytest.mark.parametrize(
    ("cells", "heavy"),
    [
        (("zorgzaam", "voelt aan wat anderen nodig hebben"), True),
        (("een lange zin over boos zijn", "een korte"), False),
        (("een lange zin over moe zijn", "een", "twee"), True),
    ],
)
def test_the_first_column_is_bold_where_it_is_what_the_others_tell_about(cells: tuple[str, ...], heavy: bool) -> None:
    table = Table(row(*("Kop" for _ in cells)), (row(*cells),))
    (grid,) = (item for item in laid(samples.slide(body=(table,))).items if isinstance(item, Grid))
    assert [cell.pars[0].runs[0].bold for cell in grid.rows[1]] == [heavy, *(False for _ in cells[1:])]
