"""Slides in mm: where lines break, which size fits, which layout a slide takes, what is said of one too full."""

from __future__ import annotations

import io
from itertools import pairwise

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
    return compose.layout_slide(compose.slide_context(course or samples.course()), "Een deel", slide)


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
        for count in (3, 7, 8, 9)
    ]
    assert [text.size for text in sizes if text] == [36, 26, 22, 20]


def test_a_slide_that_is_too_full_is_a_warning_at_its_line() -> None:
    slide = samples.slide(body=(samples.bullets(*["nog een punt"] * 30),))
    (problem,) = compose.problems(compose.slide_context(samples.course()), slide)
    assert (problem.span, problem.code) == (slide.span, "slide-te-vol")
    assert "mm te veel" in problem.message
    assert not list(compose.problems(compose.slide_context(samples.course()), samples.slide(body=samples.say("Kort."))))


def test_a_word_wider_than_its_place_is_a_warning() -> None:
    slide = samples.slide(kind="vraag", body=samples.say("x"), question=samples.say("o" * 60))
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


# --- who speaks, and where we are -------------------------------------------------------------------------------


def test_a_sign_says_that_somebody_else_speaks() -> None:
    one, two = samples.course().roles
    slides = [samples.slide(f"S{n}", role=role) for n, role in enumerate((one, one, two, samples.DUO))]
    course = samples.course(agenda=(samples.part(*slides[:2]), samples.part(*slides[2:], first=3)))
    made = [canvas for _, _, canvas in compose.canvases(course)]
    signs = [[i.text for i in canvas.items if isinstance(i, Box) and i.frame == "turn"] for canvas in made]
    assert [len(sign) for sign in signs] == [0, 0, 1, 1]
    assert signs[2][0]
    assert words(signs[2][0].pars[0].lines) == ["→ wissel"]
    role, turn, part = (box(made[2], key) for key in ("role", "turn", "part"))
    assert role.x + role.w < turn.x
    assert turn.x + turn.w < part.x
    assert part.x + part.w == pytest.approx(box(made[1], "part").x + box(made[1], "part").w)


def dividers(count: int) -> list[Canvas]:
    """The dividers of a course with this many parts, behind its title page."""
    opening = samples.part(samples.slide("Begin", body=samples.say("Kort.")), title="Deel 1")
    others = (
        samples.part(samples.slide(f"Tussen {n}", "tussentitel"), title=f"Deel {n}", first=n)
        for n in range(2, count + 1)
    )
    course = samples.course(agenda=(opening, *others))
    return [canvas for _, _, canvas in compose.canvases(course)][1:]


@pytest.mark.parametrize("count", [2, 7, 13])
def test_a_divider_shows_the_parts_with_its_own_lit(count: int) -> None:
    for n, canvas in enumerate(dividers(count), 2):
        (group,) = (item for item in canvas.items if isinstance(item, Group))
        rows = [words(row.text.pars[0].lines) for row in group.boxes if row.text]
        assert rows == [[f"Deel {n}"] for n in range(1, count + 1)]
        assert [number for number, row in enumerate(group.boxes, 1) if row.fill] == [n]
        assert group.alt == f"De delen van de avond. Nu: Deel {n}."
        assert canvas.overflow == 0
        for above, below in pairwise(group.boxes):
            assert above.y + above.h <= below.y + 0.001
        assert group.boxes[-1].y + group.boxes[-1].h <= layouts.BOTTOM + 0.001


def test_a_divider_of_too_many_parts_shows_none() -> None:
    assert not any(isinstance(item, Group) for canvas in dividers(14) for item in canvas.items)


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
        ("tussentitel", {"number": 2}, "divider"),
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


def test_a_case_tells_who_reads_and_nothing_of_the_text() -> None:
    canvas = laid(samples.slide(kind="casus", case=WHO), FULL)
    reading = box(canvas, "reading")
    assert reading.text
    assert reading.text.pars[0].runs[0].text == "EÉN leest deel 1 voor"
    assert reading.fill == "role-1"
    assert "rug" not in str(canvas)


def test_a_reaction_shows_its_sentence() -> None:
    course = samples.course(cases=(samples.case(samples.fragment(title="“Ik wil niet.”")),))
    slide = samples.slide(kind="casus", case=Ref(RefKind.CASE, "iemand", samples.span(), "reactie-1"))
    assert "“Ik wil niet.”" in str(box(laid(slide, course), "quote").text)


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


def numbered(*texts: str) -> ListBlock:
    return ListBlock(True, tuple(samples.say(text) for text in texts))


def led(*pairs: tuple[str, str]) -> ListBlock:
    return ListBlock(False, tuple((Paragraph((Strong((Plain(lead),)), Plain(f" {rest}"))),) for lead, rest in pairs))


TALK = tuple(Paragraph((Strong((Plain(who),)), Plain(" Echt waar?"))) for who in ("Eén:", "Iemand:", "Eén:"))


def test_a_few_short_steps_are_phases_in_a_row() -> None:
    canvas = shaped("stappen", *samples.say("Zo:"), numbered("kijk", "denk", "doe"), *samples.say("Klaar."))
    assert canvas.layout.key == "steps"
    made = groups(canvas)
    assert [group.boxes[0].shape for group in made] == ["plate", "chevron", "chevron"]
    assert [said(group) for group in made] == [["1", "kijk"], ["2", "denk"], ["3", "doe"]]
    assert [group.alt for group in made][1] == "Stap 2 van 3: denk"
    order = [item.name for item in canvas.items]
    assert order.index("Tekst") < order.index("Stap 1") < order.index("Stap 3") < order.index("Tekst onderaan")


def test_many_steps_stand_on_two_rails() -> None:
    made = groups(shaped("stappen", numbered(*[f"stap {n}" for n in range(1, 9)])))
    circles = [box for group in made for box in group.boxes if box.shape == "ellipse"]
    assert len({round(circle.x) for circle in circles}) == 2
    assert [circle.y for circle in circles[:4]] == pytest.approx([circle.y for circle in circles[4:]])
    assert len({box.text.size for group in made for box in group.boxes if box.text and box.text.style == "step"}) == 1
    rails = [box for group in made for box in group.boxes if not box.text]
    assert len(rails) == 6


def test_steps_beside_a_question_stand_on_one_rail_and_wait_for_their_click() -> None:
    canvas = shaped(
        "stappen", *samples.say("Drie:"), numbered("a", "b", "c"), reveal=True, question=samples.say("En jij?")
    )
    assert canvas.layout.key == "steps-question"
    made = groups(canvas)
    assert [group.click for group in made] == [2, 3, 4]
    assert len({round(box.x) for group in made for box in group.boxes if box.shape == "ellipse"}) == 1
    assert all(box.x + box.w <= layouts.PANEL for group in made for box in group.boxes)


@pytest.mark.parametrize(
    ("text", "full", "count"), [("Stap 2 van 5: en verder", 2, 5), ("stap 5 van 5", 5, 5), ("Stap 12 van 12", 12, 12)]
)
def test_a_slide_that_counts_shows_where_it_stands(text: str, full: int, count: int) -> None:
    for kind in ("inhoud", "tussentitel"):
        canvas = shaped(kind, *samples.say(text))
        rail, *dots = next(group for group in groups(canvas) if group.name == "Waar we zijn").boxes
        assert len(dots) == count
        assert sum(dot.fill == rail.fill for dot in dots) == full
        assert [dot.w for dot in dots].index(max(dot.w for dot in dots)) == full - 1
        part = box(canvas, "part")
        assert part.x + part.w <= dots[0].x


@pytest.mark.parametrize("text", ["Stap 6 van 5", "Stap 1 van 1", "Stap 0 van 3", "Stap 3 van 80", "Zet stap 1 van 3"])
def test_what_only_looks_like_counting_shows_nothing(text: str) -> None:
    assert not groups(shaped("inhoud", *samples.say(text)))


def test_leads_are_the_heads_of_cards() -> None:
    canvas = shaped("kaarten", led(("Waar?", "hier"), ("Wie:", "jij"), ("Hoe:", "zo")))
    assert canvas.layout.key == "cards"
    made = groups(canvas)
    assert [said(group) for group in made] == [["Waar?", "hier"], ["Wie", "jij"], ["Hoe", "zo"]]
    assert [group.alt for group in made] == ["Waar? hier", "Wie: jij", "Hoe: zo"]
    assert len({round(box.y, 3) for group in made for box in group.boxes[:1]}) == 1
    for left, right in pairwise(made):
        assert left.boxes[0].x + left.boxes[0].w < right.boxes[0].x


@pytest.mark.parametrize(
    ("pairs", "changes"),
    [
        ((("A:", "b"), ("C:", "d")), {"question": samples.say("En?")}),
        ((("A:", "b"),) * 5, {}),
        ((("A:", "veel te veel woorden om naast elkaar nog van achteraan te lezen " * 2),) * 4, {}),
    ],
)
def test_leads_are_rows_where_cards_would_be_small(
    pairs: tuple[tuple[str, str], ...], changes: dict[str, object]
) -> None:
    canvas = shaped("kaarten", led(*pairs), **changes)
    made = groups(canvas)
    assert len(made) == len(pairs)
    assert len({round(group.boxes[0].x, 3) for group in made}) == 1
    for above, below in pairwise(made):
        assert above.boxes[0].y + above.boxes[0].h < below.boxes[0].y
    assert canvas.overflow == 0


def test_two_lists_stand_beside_each_other_at_one_size() -> None:
    def head(text: str) -> Paragraph:
        return Paragraph((Strong((Plain(text),)),))

    blocks = (head("Kost"), samples.bullets("tijd"), head("Brengt op"), samples.bullets(*["rust en nog veel meer"] * 7))
    canvas = shaped("twee kolommen", *blocks, *samples.say("Dus."))
    assert canvas.layout.key == "pair"
    left, right, below = (box(canvas, key) for key in ("left", "right", "below"))
    assert left.text
    assert right.text
    assert left.text.size == right.text.size
    assert left.x + left.w < right.x
    assert right.y + right.h <= below.y


def test_two_speakers_stand_on_two_sides_and_a_role_in_its_colour() -> None:
    canvas = shaped("gesprek", *TALK)
    assert canvas.layout.key == "dialogue"
    made = groups(canvas)
    assert [said(group)[0] for group in made] == ["Eén", "Iemand", "Eén"]
    assert made[0].boxes[0].x == made[2].boxes[0].x < made[1].boxes[0].x
    assert [group.boxes[1].fill for group in made] == ["role-1", "grey", "role-1"]


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


def test_an_exercise_says_how_long_and_on_which_sheet() -> None:
    canvas = exercise_slide(body=(samples.bullets("alleen", "per twee"),), question=samples.say("Wat kies jij?"))
    assert canvas.layout.key == "exercise"
    assert [said(group) for group in groups(canvas)] == [["alleen"], ["per twee"]]
    assert "min" in str(box(canvas, "minutes").text)
    assert "Blad: “" in str(box(canvas, "sheet").text)
    question, minutes, sheet = (box(canvas, key) for key in ("question", "minutes", "sheet"))
    assert question.y + question.h <= minutes.y
    assert minutes.y + minutes.h <= sheet.y


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
    assert "Blad: “" in str(box(later, "sheet").text)
    assert not any(isinstance(item, Box) and item.frame == "sheet" for item in exercise_slide(handouts=()).items)


def test_an_exercise_without_a_question_says_its_name() -> None:
    canvas = exercise_slide()
    assert "Neem je pen en begin." in str(box(canvas, "text").text)
    assert box(canvas, "question").text


def test_a_code_takes_the_place_of_the_sheet() -> None:
    canvas = exercise_slide("https://lok.voorbeeld.be/", question=samples.say("Wat kies jij?"))
    (photo,) = canvas.photos
    minutes = box(canvas, "minutes")
    assert photo.x + photo.w < minutes.x
    assert not any(isinstance(item, Box) and item.frame == "sheet" for item in canvas.items)
    text = next(item for item in canvas.items if isinstance(item, Box) and item.name == "Waarvoor de QR-code dient")
    assert text.y >= minutes.y + minutes.h


def test_a_title_rather_stays_on_one_line() -> None:
    sizes = [
        box(shaped("inhoud", *samples.say("x"), title=title, question=samples.say("Wat?")), "title").text
        for title in (
            "Kort",
            "Een titel die hier net wat te lang voor is",
            "Een titel die voor één enkele regel toch echt te lang is",
        )
    ]
    assert [(text.size, len(text.pars[0].lines)) for text in sizes if text] == [(34, 1), (32, 1), (30, 2)]


# --- every layout -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", LAYOUTS.values(), ids=lambda chosen: chosen.key)
def test_layouts_are_sound(chosen: layouts.Layout) -> None:
    numbers = [frame.idx for frame in chosen.placeholders]
    assert len(numbers) == len(set(numbers))
    assert chosen.placeholders[0].key == "title"
    for place in (*chosen.placeholders, *chosen.decorations):
        assert place.x >= 0
        assert place.y >= 0
        assert place.x + place.w <= layouts.WIDTH + 0.01
        assert place.y + place.h <= layouts.HEIGHT + 0.01


def test_text_on_slides_is_large_enough() -> None:
    small = {"badge", "turn", "part", "label", "verdict", "footer", "number", "notes"}
    for name, style in type_styles.STYLES.items():
        assert style.sizes == tuple(sorted(style.sizes, reverse=True)), name
        assert min(style.sizes) >= (18 if name not in small else 10), name


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
