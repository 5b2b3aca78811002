"""Charts: numbers as people write them, bars as shares, and what becomes of a line above a table."""

from __future__ import annotations

from decimal import Decimal

import pytest

import samples
from lok.canvas import Grid, Group
from lok.chart import Bar, bars, told
from lok.layout import layout_slide, stage
from lok.model import SlideKind
from lok.numbers import number
from lok.prose import parse, plain
from lok.render import charts
from lok.render.html import Writer
from lok.source import Span, Text
from lok.text import Chart, ChartKind, Table

FLOW = """grafiek: stroom, Van gevonden naar bruikbaar

| Stap | Aantal | Valt af |
|---|---|---|
| Gevonden | 200 | 150 |
| Bruikbaar | 50 | |"""
FUNNEL = """Grafiek: Trechter, Wie blijft over

| Groep | Aantal |
|---|---|
| bezoekers | 1 000 |
| deelnemers | 250,5 |"""


def read(source: str) -> tuple[tuple[object, ...], list[tuple[str, int]]]:
    blocks, problems = parse(Text(Span("content/bladen/a.md", 7), tuple(source.split("\n"))))
    return blocks, [(problem.code, problem.span.line) for problem in problems]


def chart(source: str) -> Chart:
    [found], problems = read(source)
    assert problems == []
    assert isinstance(found, Chart)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("1 500", "1500"),
        ("1.500", "1500"),
        ("27,3", "27.3"),
        ("27,3 %", "27.3"),
        ("", "0"),
        (" 8% ", "8"),
    ],
)
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["veel", "12 15 3", "1,5,2", "-3", "3 tot 4", "1 50"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


def test_a_flow_shows_what_goes_on_and_what_falls_off() -> None:
    assert bars(chart(FLOW)) == (
        Bar(0, 0.0, 0.25, 0, Decimal(50)),
        Bar(0, 0.25, 0.75, 1, Decimal(150)),
        Bar(1, 0.0, 0.25, 0, Decimal(50)),
    )


def test_a_funnel_stands_in_the_middle() -> None:
    first, second = bars(chart(FUNNEL))
    assert (first.start, first.length) == (0.0, 1.0)
    assert second.length == 0.2505
    assert second.start == pytest.approx((1 - 0.2505) / 2)


def test_pieces_follow_each_other_and_the_longest_row_is_whole() -> None:
    table = "grafiek: staven, Oordeel\n\n| a | x | y |\n|---|---|---|\n| een | 1 | 3 |\n| twee | 1 | 1 |"
    found = bars(chart(table))
    assert [(bar.row, bar.start, bar.length) for bar in found] == [
        (0, 0, 0.25),
        (0, 0.25, 0.75),
        (1, 0, 0.25),
        (1, 0.25, 0.25),
    ]


def test_nothing_but_zeros_draws_nothing() -> None:
    assert bars(chart("grafiek: staven, Niets\n\n| a | x |\n|---|---|\n| een | 0 |")) == ()


def test_the_words_of_a_chart_are_its_caption_and_its_table() -> None:
    assert plain((chart(FUNNEL),)) == "Wie blijft over Groep Aantal bezoekers 1 000 deelnemers 250,5"
    assert told(chart(FUNNEL)) == "Grafiek. Wie blijft over. bezoekers: 1 000; deelnemers: 250,5."
    assert "Gevonden: Aantal 200, Valt af 150; Bruikbaar: Aantal 50." in told(chart(FLOW))


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("grafiek: taart, Lekker\n\n| a | b |\n|---|---|\n| c | 1 |", ("grafiek-ongeldig", 7)),
        ("grafiek: staven\n\n| a | b |\n|---|---|\n| c | 1 |", ("grafiek-ongeldig", 7)),
        ("grafiek: staven, Aantal\n\n| a | b |\n|---|---|\n| c | veel |", ("grafiek-ongeldig", 7)),
        ("grafiek: trechter, Aantal\n\n| a | b | c |\n|---|---|---|\n| c | 1 | 2 |", ("grafiek-ongeldig", 7)),
        ("Tekst.\n\ngrafiek: staven, Aantal\n\nGeen tabel.", ("grafiek-zonder-tabel", 9)),
        ("grafiek: staven, Aantal", ("grafiek-zonder-tabel", 7)),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_line(source: str, problem: tuple[str, int]) -> None:
    blocks, problems = read(source)
    assert problems == [problem]
    assert not any(isinstance(block, Chart) for block in blocks)


def test_on_a_page_a_picture_with_words_stands_above_its_table() -> None:
    page = Writer("a.html", {}, {}, {}).prose((chart(FLOW),))
    assert page.index('role="img" aria-label="Grafiek. Van gevonden') < page.index("<table>")
    assert page.count("<rect") == 3 + 2  # the bars and the keys of two columns
    assert "style=" not in page
    assert charts.html(chart(FUNNEL)).count("chart-keys") == 0


def test_on_a_slide_bars_stand_beside_the_rows_of_a_table() -> None:
    slide = samples.slide("Wie valt af?", SlideKind.TABLE, body=(chart(FLOW),))
    canvas = layout_slide(stage(samples.course()), "", slide)
    [grid] = [item for item in canvas.items if isinstance(item, Grid)]
    [group] = [item for item in canvas.items if isinstance(item, Group) and item.name == "Grafiek"]
    assert canvas.overflow == 0
    assert len(grid.rows) == 3
    assert group.alt == told(chart(FLOW))
    tops = [grid.y + sum(grid.heights[:n]) for n in range(4)]
    for box, row in zip(group.boxes, (1, 1, 2), strict=True):
        assert tops[row] < box.y < box.y + box.h < tops[row + 1]
        assert grid.x + sum(grid.widths) < box.x
        assert box.text
        assert box.text.size >= 18


def test_kinds_are_the_words_of_authors() -> None:
    assert {kind.value for kind in ChartKind} == {"staven", "trechter", "stroom"}
    assert isinstance(chart(FLOW).table, Table)
