"""Charts: numbers as people write them, bars as shares, and what becomes of a line above a table."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import pytest
from pptx import Presentation

import samples
from lok.derive.chart import Bar, bars, ends, figure, points, series, told, zero
from lok.model.audience import Audience
from lok.model.course import Note
from lok.model.place import Span
from lok.model.plain import inline_text, plain
from lok.model.text import Chart, ChartKind, Table
from lok.read.markdown import parse
from lok.read.numbers import parse_number
from lok.read.scan import Text
from lok.render.deck import deck
from lok.render.html import charts
from lok.render.html.prose import Writer
from lok.render.paper import nodes
from lok.slides.canvas import Box, Grid, Group
from lok.slides.compose import layout_slide, slide_context
from lok.slides.compose import problems as slide_problems

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
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["veel", "12 15 3", "1,5,2", "--3", "3 tot 4", "1 50"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


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
    rows = "Gevonden: Aantal 200, blijft over 50, Valt af 150; Bruikbaar: Aantal 50, blijft over 50."
    assert told(chart(FLOW)) == f"Grafiek. Van gevonden naar bruikbaar. {rows}"


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("grafiek: taart, Lekker\n\n| a | b |\n|---|---|\n| c | 1 |", ("grafiek-ongeldig", 7)),
        ("grafiek: staven\n\n| a | b |\n|---|---|\n| c | 1 |", ("grafiek-ongeldig", 7)),
        ("grafiek: staven, Aantal\n\n| a | b |\n|---|---|\n| c | veel |", ("grafiek-ongeldig", 7)),
        ("grafiek: trechter, Aantal\n\n| a | b | c |\n|---|---|---|\n| c | 1 | 2 |", ("grafiek-ongeldig", 7)),
        ("grafiek: stroom, Te veel\n\n| a | n | af |\n|---|---|---|\n| c | 1 | 2 |", ("grafiek-ongeldig", 7)),
        ("grafiek: staven, Aantal\n| a | b |\n|---|---|\n| c | 1 |", ("grafiek-zonder-tabel", 7)),
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


def test_on_a_slide_the_numbers_stand_at_the_bars() -> None:
    canvas = layout_slide(slide_context(samples.course()), samples.slide("Wie valt af?", "tabel", body=(chart(FLOW),)))
    [group] = [item for item in canvas.items if isinstance(item, Group) and item.name == "Grafiek"]
    assert (canvas.overflow, group.alt) == (0, told(chart(FLOW)))
    assert not any(isinstance(item, Grid) for item in canvas.items)
    assert min(box.text.size for box in group.boxes if box.text) >= 22
    rows = [box for box in group.boxes if box.text and box.text.style == "bar-name"]
    pieces = [box for box in group.boxes if shown(box) in ("50", "150") and box.fill]
    for piece, row in zip(pieces, (0, 0, 1), strict=True):
        assert rows[row].y < piece.y < piece.y + piece.h < rows[row].y + rows[row].h


def test_on_a_slide_the_caption_stands_above_and_keys_look_like_their_pieces() -> None:
    slide = samples.slide("Wie?", "tabel", body=(*samples.say("Kijk."), chart(FLOW)))
    items = layout_slide(slide_context(samples.course()), slide).items
    frames = {item.frame: shown(item) for item in items if isinstance(item, Box)}
    assert (frames["text"], frames["conclusion"]) == ("Kijk.", "Van gevonden naar bruikbaar")
    [group] = [item for item in items if isinstance(item, Group) and item.name == "Grafiek"]
    stays, falls = (group.boxes[n].fill for n in (0, 2))
    assert [shown(group.boxes[n]) for n in (1, 3)] == ["blijft over", "Valt af"]
    numbered = [(shown(box), box.fill) for box in group.boxes if box.fill in (stays, falls) and box.text]
    assert numbered == [("50", stays), ("150", falls), ("50", stays)]
    assert stays != falls


def shown(box: Box) -> str:
    return box.text.pars[0].runs[0].text if box.text else ""


@pytest.mark.parametrize(("rows", "fits"), [(6, True), (7, False)])
def test_a_slide_has_room_for_six_rows(rows: int, fits: bool) -> None:
    lines = "\n".join(f"| Rij {n} | {10 - n} | {n} |" for n in range(rows))
    body = (chart(f"grafiek: staven, Veel\n\n| a | x | y |\n|---|---|---|\n{lines}"),)
    found = list(slide_problems(slide_context(samples.course()), samples.slide("Veel", "tabel", body=body)))
    assert [problem.code for problem in found] == ([] if fits else ["slide-te-vol"])


def test_names_of_columns_that_do_not_fit_in_their_keys_are_told() -> None:
    names = " | ".join(("volgens alle huisartsen van het panel samen",) * 3)
    body = (chart(f"grafiek: staven, Veel\n\n| a | {names} |\n|---|---|---|---|\n| b | 1 | 2 | 3 |"),)
    slide = samples.slide("Veel", "tabel", body=body)
    canvas = layout_slide(slide_context(samples.course()), slide)
    [group] = [item for item in canvas.items if isinstance(item, Group) and item.name == "Grafiek"]
    keys = [box for box in group.boxes if box.text and box.text.style == "key"]
    assert [box.overflow > 0 for box in keys] == [False, True, True]
    assert [found.code for found in slide_problems(slide_context(samples.course()), slide)] == ["slide-te-vol"]


def test_a_flow_names_and_counts_what_its_pieces_are() -> None:
    assert series(chart(FLOW)) == ("blijft over", "Valt af")
    assert series(chart(FUNNEL)) == ("Aantal",)
    page = charts.html(chart(FLOW))
    assert re.findall(r'chart-value">([^<]*)<', page) == ["50 + 150", "50"]
    assert re.findall(r"</svg>([^<]+)</span>", page) == ["blijft over", "Valt af"]


@pytest.mark.parametrize(
    ("value", "text"), [("12", "12"), ("1500", "1\u00a0500"), ("1234567.5", "1\u00a0234\u00a0567,5"), ("0.25", "0,25")]
)
def test_numbers_are_written_as_people_do(value: str, text: str) -> None:
    assert figure(Decimal(value)) == text
    assert parse_number(text) == Decimal(value)


def test_a_number_does_not_break_over_two_lines() -> None:
    assert inline_text(chart(FUNNEL).table.rows[0][1]) == "1\u00a0000"


def test_paper_gets_the_same_pieces_and_names() -> None:
    node = nodes.chart(chart(FLOW), {})
    assert (node["names"], node["series"]) == (["Gevonden", "Bruikbaar"], ["blijft over", "Valt af"])
    assert [(bar["row"], bar["start"], bar["length"]) for bar in node["bars"]] == [
        (bar.row, bar.start, bar.length) for bar in bars(chart(FLOW))
    ]
    assert node["table"]["kind"] == "table"


LINE = """grafiek: lijn, Hoe het gaat

| Maand | thuis | werk |
|---|---|---|
| jan | -4 | 12 |
| feb | − 2,5 | 0 |
| mrt | 8 | 4 |"""
BELOW = """grafiek: staven, Winst en verlies

| Wat | Punten |
|---|---|
| slaap | 12 |
| werk | -4 |"""


def test_a_line_is_points_between_the_lowest_and_the_highest() -> None:
    made = chart(LINE)
    assert bars(made) == ()
    assert [(point.series, round(point.x, 3), point.y) for point in points(made)] == [
        (0, 0.167, 0.0), (0, 0.5, 1.5 / 16), (0, 0.833, 0.75), (1, 0.167, 1.0), (1, 0.5, 0.25), (1, 0.833, 0.5),
    ]  # fmt: skip
    assert (zero(made), ends(made)) == (0.25, ("12", "−4"))
    assert told(made) == "Grafiek. Hoe het gaat. jan: thuis −4, werk 12; feb: thuis −2,5, werk 0; mrt: thuis 8, werk 4."


def test_a_bar_below_zero_goes_the_other_way() -> None:
    made = chart(BELOW)
    assert [(bar.start, bar.length, bar.value) for bar in bars(made)] == [(0.25, 0.75, 12), (0.0, 0.25, -4)]
    assert zero(made) == 0.25
    assert "werk: −4" in told(made)


def test_all_that_is_not_below_zero_begins_at_the_left() -> None:
    assert [zero(chart(each)) for each in (FLOW, FUNNEL)] == [0, 0]


@pytest.mark.parametrize(
    "source",
    [
        LINE.replace("| feb | − 2,5 | 0 |\n| mrt | 8 | 4 |", ""),
        LINE.replace("| 0 |", "| |"),
        FUNNEL.replace("1 000", "-1 000"),
        FLOW.replace("| 200 |", "| -200 |"),
        BELOW.replace("lok", "")
        .replace("| Punten |", "| a | b |")
        .replace("|---|---|", "|---|---|---|")
        .replace("-4 |", "-4 | 2 |"),
    ],
)
def test_what_no_line_or_bar_can_show_is_told(source: str) -> None:
    assert [code for code, _ in read(source)[1]] == ["grafiek-ongeldig"]


def test_page_paper_and_slide_draw_the_same_points() -> None:
    made = chart(LINE)
    html = str(charts.html(made))
    assert html.count('<path class="line-') == 4  # two lines, and one in each key
    assert [re.sub(" .*", "", each) for each in re.findall(r'class="dots-0" d="M([^"]*)', html)][0:1] == ["10"]
    node = nodes.chart(made, {})
    assert node["points"] == [{"x": each.x, "y": each.y, "series": each.series} for each in points(made)]
    slide = samples.slide("Hoe gaat het?", body=(made,))
    on = slide_context(samples.course(slide))
    [group] = [item for item in layout_slide(on, slide).items if isinstance(item, Group) and item.name == "Grafiek"]
    marks = [box for box in group.boxes if box.shape == "ellipse" and box.fill == "role-1"]
    heights = [box.y for box in marks[1:]]
    assert (heights[0] - heights[2]) * (0.75 - 1.5 / 16) == pytest.approx((heights[1] - heights[2]) * 0.75, abs=0.01)
    assert list(slide_problems(on, slide)) == []


def test_kinds_are_the_words_of_authors() -> None:
    assert {kind.value for kind in ChartKind} == {"staven", "trechter", "stroom", "lijn"}
    assert isinstance(chart(FLOW).table, Table)


def test_notes_keep_the_caption_and_the_rows() -> None:
    note = Note("zeg", "", (chart(FUNNEL),), samples.span())
    slide = samples.slide("Wie?", notes=(note,))
    course = samples.course(agenda=(samples.part(slide),))
    (made, *_) = deck.render(course, Audience.TRAINER, {}).files
    notes = Presentation(io.BytesIO(made.data)).slides[0].notes_slide.notes_text_frame.text
    assert "Wie blijft over\nGroep | Aantal\nbezoekers | 1\u00a0000\n" in notes
