"""Slides in mm: where lines break, which size fits, which layout a slide takes, what is said of one too full."""

from __future__ import annotations

import io

import pytest
from PIL import Image

import samples
from lok.check.course import fit
from lok.design import palette
from lok.exercises.steps.kind import Steps
from lok.model.course import Course, Handout, Slide
from lok.model.library import Media
from lok.model.ref import Ref, RefKind
from lok.model.text import Block, Link, ListBlock, Paragraph, Picture, Plain, Quote, Strong, Table
from lok.slides import compose, layouts, line_breaking, type_styles
from lok.slides.canvas import Box, Canvas, Grid, Group, Photo, appearing
from lok.slides.line_breaking import Run, break_lines, runs_text
from lok.slides.paragraphs import paragraphs
from lok.slides.registry import LAYOUTS


def picture() -> bytes:
    """A picture that is twice as wide as it is high."""
    stream = io.BytesIO()
    Image.new("1", (800, 400)).save(stream, "PNG")
    return stream.getvalue()


PNG = picture()


def words(lines: tuple[line_breaking.Runs, ...]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def laid(slide: Slide, course: Course | None = None) -> Canvas:
    return compose.layout_slide(compose.slide_context(course or samples.course()), slide)


def box(canvas: Canvas, frame: str) -> Box:
    return next(item for item in canvas.items if isinstance(item, Box) and item.frame == frame)


# --- metrics ----------------------------------------------------------------------------------------------------


def test_signs_that_the_font_lacks_have_a_width() -> None:
    assert line_breaking.text_width("☐", 20) > 3
    assert line_breaking.text_width("\U0001f600", 20) > 3


def test_lines_break_after_spaces_and_hyphens() -> None:
    runs = (Run("een goed-bedoeld en "), Run("vet", bold=True), Run("woord\nverder"))
    assert words(break_lines(runs, 34, 20)) == ["een goed-", "bedoeld en", "vetwoord", "verder"]
    assert words(break_lines((Run("1-2 en 3"),), 14, 20)) == ["1-2", "en 3"]
    assert words(break_lines((Run("één\u00a0geheel blijft"),), 36, 20)) == ["één\u00a0geheel", "blijft"]


def test_a_word_that_is_too_wide_is_broken() -> None:
    lines = words(break_lines((Run("onoverzichtelijkheid"),), 30, 20))
    assert len(lines) > 1
    assert "".join(lines) == "onoverzichtelijkheid"


@pytest.mark.parametrize("width", [20, 33, 60, 120])
def test_counting_lines_equals_breaking_them(width: float) -> None:
    runs = (Run("Wat hoor je bij wie naar je toe komt, "), Run("en wat", bold=True), Run(" ga je na?\nVraag-het-eens."))
    assert line_breaking.count_lines(runs, width, 22) == len(break_lines(runs, width, 22))
    for line in break_lines(runs, width, 22):
        assert line_breaking.runs_width(line, 22) <= width * line_breaking.FILL


# --- text -------------------------------------------------------------------------------------------------------


def test_blocks_become_levels() -> None:
    nested = ListBlock(True, ((*samples.say("een"), samples.bullets("diep")), samples.say("twee")))
    pars = paragraphs((*samples.say("vooraf"), nested, Quote(samples.say("zei ze"))), {})
    assert [(par.level, par.number) for par in pars] == [(0, 0), (1, 1), (2, 0), (1, 2), (4, 0)]


def test_an_unconfirmed_fact_says_so_in_notes_and_never_on_a_slide() -> None:
    link = Link(samples.target("feit:lijn"), (Plain("1234"),), samples.span())
    here = (Ref(RefKind.FACT, "lijn", samples.span()), Paragraph((link,)))
    for status, mark in (("zeker", ""), ("te bevestigen", " (te bevestigen)")):
        facts = {"lijn": samples.fact(status=status)}
        on_slide, in_notes = paragraphs(here, facts), paragraphs(here, facts, facts)
        assert [runs_text(par.runs) for par in on_slide] == ["Bel de lijn, op elk uur.", "1234"]
        assert [runs_text(par.runs) for par in in_notes] == [f"Bel de lijn, op elk uur.{mark}", f"1234{mark}"]


def test_what_is_nested_appears_with_its_parent() -> None:
    nested = ListBlock(False, ((*samples.say("een"), samples.bullets("diep")), samples.say("twee")))
    pars = appearing(paragraphs((*samples.say("eerst"), nested), {}))
    assert [par.click for par in pars] == [1, 2, 2, 3]


# --- fit --------------------------------------------------------------------------------------------------------


def test_text_takes_the_largest_size_that_fits() -> None:
    sizes = [
        box(laid(samples.slide(body=(samples.bullets(*["een punt"] * count),), number=2)), "text").text
        for count in (3, 5, 7, 10)
    ]
    assert [text.size for text in sizes if text] == [26, 26, 26, 22]


def test_a_slide_that_is_too_full_is_a_warning_at_its_line() -> None:
    slide = samples.slide(body=(samples.bullets(*["nog een punt"] * 30),))
    (problem,) = compose.problems(compose.slide_context(samples.course()), slide)
    assert (problem.span, problem.code) == (slide.span, "slide-te-vol")
    assert "mm te veel" in problem.message
    assert not list(compose.problems(compose.slide_context(samples.course()), samples.slide(body=samples.say("Kort."))))


def test_a_word_wider_than_its_place_is_a_warning() -> None:
    slide = samples.slide(kind="vraag", body=samples.say("x"), question=samples.say("o" * 90))
    assert laid(slide).overflow > 1


def test_a_second_table_is_not_dropped_in_silence() -> None:
    (problem,) = compose.problems(
        compose.slide_context(samples.course()), samples.slide(kind="tabel", body=(TABLE, TABLE))
    )
    assert problem.code == "slide-te-vol"
    assert "tabel" in problem.message


def test_check_asks_the_layout() -> None:
    course = samples.course(agenda=(samples.part(samples.slide(body=(samples.bullets(*["punt"] * 40),))),))
    assert [p.code for p in fit(course, course.updated)] == ["slide-te-vol"]


# --- which layout -----------------------------------------------------------------------------------------------

TABLE = Table((samples.say("a")[0].children, samples.say("b")[0].children), (((), ()),))
FULL = samples.course(samples.exercise(samples.columns("A", "B", "C")), cases=(samples.case(samples.fragment()),))
HERE = Ref(RefKind.EXERCISE, "oefening", samples.span())
WHO = Ref(RefKind.CASE, "iemand", samples.span(), "deel-1")


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("inhoud", {"body": samples.say("x"), "number": 2}, "content"),
        ("inhoud", {"body": samples.say("x")}, "title"),
        ("vraag", {"question": samples.say("Wat?")}, "question"),
        ("vraag", {"question": samples.say("Wat?"), "reveal": samples.say("Dit.")}, "content-question"),
        ("casus", {"case": WHO}, "case"),
        ("casus", {"case": WHO, "question": samples.say("Wat?")}, "case-question"),
        ("kolommen", {"exercise": HERE, "question": samples.say("Wat?")}, "columns-question"),
        ("balans", {"exercise": HERE, "body": samples.say("x"), "number": 2}, "content"),
        ("tabel", {"body": (TABLE,)}, "table"),
    ],
)
def test_the_layout_follows_from_what_the_slide_has(kind: str, changes: dict[str, object], expected: str) -> None:
    assert laid(samples.slide(kind=kind, **changes), FULL).layout.key == expected


def test_an_exercise_without_a_layout_of_its_own_shows_its_task() -> None:
    course = samples.course(samples.exercise(Steps((samples.section("Eerst"),))))
    canvas = laid(samples.slide(kind="inhoud", exercise=HERE, number=2), course)
    assert "Neem je pen en begin." in str(box(canvas, "text").text)


def test_a_picture_keeps_its_shape_beside_text() -> None:
    picture = Picture("slides/s/zee.png", "De zee", samples.span())
    course = samples.course(media=(Media("slides/s/zee.png", PNG, 800, 400),))
    canvas = laid(samples.slide(body=(picture, *samples.say("Kijk."))), course)
    (photo,) = [item for item in canvas.items if isinstance(item, Photo)]
    assert photo.w / photo.h == pytest.approx(2)
    text = box(canvas, "text")
    assert text.x + text.w <= photo.x
    assert photo.click == 0


def test_a_picture_that_comes_later_waits_for_its_click() -> None:
    picture = Picture("slides/s/zee.png", "De zee", samples.span())
    course = samples.course(media=(Media("slides/s/zee.png", PNG, 800, 400),))
    canvas = laid(samples.slide(reveal=(*samples.say("Kijk."), picture)), course)
    assert [item.click for item in canvas.items if isinstance(item, Photo)] == [2]


# --- what the form of the text asks for -----------------------------------------------------------------------------


def shaped(kind: str, *blocks: Block, reveal: bool = False, **changes: object) -> Canvas:
    """A slide of a kind with these blocks, from the start or after clicks."""
    place = {"reveal" if reveal else "body": blocks}
    return laid(samples.slide(kind=kind, number=2, **place, **changes))


def groups(canvas: Canvas) -> list[Group]:
    return [item for item in canvas.items if isinstance(item, Group)]


def said(group: Group) -> list[str]:
    return [" ".join(words(par.lines)) for box in group.boxes if box.text for par in box.text.pars]


TALK = tuple(Paragraph((Strong((Plain(who),)), Plain(" Echt waar?"))) for who in ("Eén:", "Iemand:", "Eén:"))


def test_sources_are_marked_as_what_leads_further() -> None:
    canvas = shaped("bronnen", samples.bullets("een boek"))
    text = box(canvas, "text").text
    assert canvas.layout.key == "sources"
    assert text
    assert type_styles.STYLES[text.style].levels[type_styles.BULLET].marker == "→"


def test_a_kind_that_the_text_cannot_have_is_plain() -> None:
    assert shaped("kaarten", *samples.say("Geen lijst.")).layout.key == "content"


def exercise_slide(address: str = "", **changes: object) -> Canvas:
    given = (Handout(Ref(RefKind.PAPER, "oefening", samples.span())),)
    slide = samples.slide(kind="oefening", exercise=HERE, number=2, **{"handouts": given, **changes})
    exercise = samples.exercise(samples.steps("Eerst"))
    return laid(slide, samples.course(exercise, agenda=(samples.part(slide),), address=address))


def test_an_exercise_may_have_been_handed_out_earlier() -> None:
    course = samples.course(
        samples.exercise(samples.steps("Eerst")),
        agenda=(
            samples.part(
                samples.slide("Nu", handouts=(Handout(Ref(RefKind.PAPER, "oefening", samples.span())),)),
                samples.slide("Straks", kind="oefening", exercise=HERE),
            ),
        ),
    )
    _, later = (canvas for _, _, canvas in compose.canvases(course))
    assert "Een oefening" in str(box(later, "sheet").text)
    assert not any(isinstance(item, Box) and item.frame == "sheet" for item in exercise_slide(handouts=()).items)


def test_an_exercise_without_a_question_shows_its_task() -> None:
    canvas = exercise_slide()
    assert "Neem je pen en begin." in str(box(canvas, "text").text)
    assert not any(isinstance(item, Box) and item.frame == "question" for item in canvas.items)


def test_a_second_line_of_a_title_lowers_the_body() -> None:
    short, long = (
        shaped("inhoud", *samples.say("x"), title=title)
        for title in ("Kort", "Een titel die voor één enkele regel van een slide toch echt wel te lang is")
    )
    lines = [len(text.pars[0].lines) for canvas in (short, long) if (text := box(canvas, "title").text)]
    assert lines == [1, 2]
    assert box(long, "title").y + box(long, "title").h <= box(long, "text").y
    assert box(long, "text").y > box(short, "text").y


# --- every layout -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", LAYOUTS.values(), ids=lambda chosen: chosen.key)
def test_layouts_are_sound(chosen: layouts.Layout) -> None:
    numbers = [frame.idx for frame in chosen.placeholders]
    assert len(numbers) == len(set(numbers))
    assert chosen.placeholders[0].key == "title"
    round_ones = [mark for mark in chosen.decorations if mark.shape == "ellipse"]  # a circle may run off the slide
    for place in (*chosen.placeholders, *(mark for mark in chosen.decorations if mark not in round_ones)):
        assert place.x >= 0
        assert place.y >= 0
        if isinstance(place, layouts.Decoration) and place.shape == "ellipse":
            continue  # a circle may bleed off the slide at the right and below
        assert place.x + place.w <= layouts.WIDTH + 0.01
        assert place.y + place.h <= layouts.HEIGHT + 0.01
    for circle in round_ones:
        assert circle.x < layouts.WIDTH
        assert circle.y < layouts.HEIGHT


SCALE = (9, 11, 14, 18, 22, 26, 32, 44, 60, 96)
"""All sizes of type in points; those of notes pages stand apart."""


def test_text_on_slides_stands_on_the_scale() -> None:
    for name, style in type_styles.STYLES.items():
        assert style.sizes == tuple(sorted(style.sizes, reverse=True)), name
        if name != "notes":
            assert set(style.sizes) <= set(SCALE), name
            assert min(style.sizes) >= 14, name


@pytest.mark.parametrize(
    "kind", ["body", "lead", "aside", "question", "cell", "row", "told", "spoken", "statement-row"]
)
def test_text_to_read_is_at_least_22_points(kind: str) -> None:
    assert min(type_styles.STYLES[kind].sizes) >= 22


def luminance(name: str) -> float:
    channels = (int(palette.LIGHT[name][n : n + 2], 16) / 255 for n in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("chosen", LAYOUTS.values(), ids=lambda chosen: chosen.key)
def test_every_place_can_be_read_on_its_ground(chosen: layouts.Layout) -> None:
    for frame in chosen.placeholders:
        grounds = [frame.fill] if frame.fill else [ground_below(chosen, frame)]
        ink = frame.colour or type_styles.STYLES[frame.style].colour
        for ground in grounds:
            light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (frame.key, ink, ground)


def ground_below(chosen: layouts.Layout, frame: layouts.Placeholder) -> str:
    x, y = frame.x + frame.w - 1, frame.y + frame.h / 2
    below = [
        mark.fill
        for mark in chosen.decorations
        if mark.fill and mark.shape == "rect" and mark.x <= x <= mark.x + mark.w and mark.y <= y <= mark.y + mark.h
    ]
    return below[-1] if below else chosen.ground


def test_tables_fill_their_width_and_share_one_size() -> None:
    rows = tuple(
        (samples.say(a)[0].children, samples.say(b)[0].children)
        for a, b in (("kort", "een veel langere cel met meer dan een handvol woorden"), ("nog", "een rij"))
    )
    canvas = laid(samples.slide(kind="tabel", body=(Table(rows[0], rows),)))
    (grid,) = [item for item in canvas.items if isinstance(item, Grid)]
    assert sum(grid.widths) == pytest.approx(layouts.WIDE)
    assert grid.widths[0] < grid.widths[1]
    assert len({cell.size for row in grid.rows for cell in row}) == 1
