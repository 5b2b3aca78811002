"""What frames an evening: the foot of each slide, the slides that lok makes itself, the map and the steps counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

import samples
from lok.model.course import Break, Course, Evening, Part, Slide
from lok.model.text import Block
from lok.read.made_slides import with_made_slides
from lok.read.steps import counted
from lok.slides import compose, layouts
from lok.slides.canvas import Box, Canvas, Group, Photo
from lok.slides.line_breaking import runs_text


def words(box: Box) -> list[str]:
    return [runs_text(par.runs).replace("\u00a0", " ") for par in box.text.pars] if box.text else []


def box(canvas: Canvas, frame: str) -> Box:
    return next(item for item in canvas.items if isinstance(item, Box) and item.frame == frame)


def group(canvas: Canvas, name: str) -> Group:
    return next(item for item in canvas.items if isinstance(item, Group) and item.name == name)


def laid(course: Course) -> list[Canvas]:
    return [canvas for _, _, canvas in compose.canvases(course)]


def numbered(*parts: Part | Break) -> Course:
    """A course of these parts, its slides numbered through."""
    count = 0
    agenda: list[Part | Break] = []
    for item in parts:
        slides = item.slides if isinstance(item, Part) else ()
        placed = tuple(replace(slide, number=count + n) for n, slide in enumerate(slides, 1))
        agenda.append(replace(item, slides=placed) if isinstance(item, Part) else item)
        count += len(placed)
    return samples.course(agenda=tuple(agenda))


def full(*slides: Slide) -> Part:
    return samples.part(*(slides or (samples.slide("Iets", body=(samples.bullets("punt"),)),)))


# --- the foot -----------------------------------------------------------------------------------------------------


def test_the_foot_says_who_speaks_in_a_word_and_a_mark_and_in_which_part() -> None:
    one, two = samples.course().roles
    slides = [
        samples.slide(f"S{n}", body=(samples.bullets("x"),), role=role)
        for n, role in enumerate((one, two, samples.DUO))
    ]
    canvases = laid(numbered(samples.part(*slides, title="Kijken")))
    assert [words(box(canvas, "role")) for canvas in canvases] == [[one.name], [two.name], [samples.DUO.name]]
    assert {tuple(words(box(canvas, "footer"))) for canvas in canvases} == {("· Kijken",)}
    marks = [
        sorted((item.line, bool(item.fill)) for item in group(canvas, "Merk van wie spreekt").boxes)
        for canvas in canvases
    ]
    assert marks == [
        [("role-1", True), ("role-2", False)],
        [("role-1", False), ("role-2", True)],
        [("role-1", True), ("role-2", True)],
    ]


def test_a_path_of_dots_says_which_part_it_is() -> None:
    course = numbered(
        *(replace(full(samples.slide(f"S{n}", body=(samples.bullets("x"),))), id=f"p{n}") for n in range(3))
    )
    for place, canvas in enumerate(laid(course)):
        path = group(canvas, "Waar we zijn")
        _, *dots = path.boxes
        assert path.alt == f"Deel {place + 1} van 3"
        assert [dot.fill == path.boxes[0].fill for dot in dots] == [n <= place for n in range(3)]
        assert max(dots, key=lambda dot: dot.w) is dots[place]


# --- what no author wrote -----------------------------------------------------------------------------------------


def made(*parts: Part | Break, title: str = "Een avond") -> list[list[Slide]]:
    return [list(item.slides) for item in with_made_slides(parts, title) if isinstance(item, Part)]


def kinds(slides: list[Slide]) -> list[str]:
    return [slide.kind for slide in slides if slide.made]


def test_an_evening_opens_divides_and_closes_by_itself() -> None:
    first, second = made(full(), Break("pauze", samples.slide().minutes, samples.span()), full())
    assert kinds(first) == ["titel"]
    assert kinds(second) == ["tussentitel", "slot"]
    assert (first[0].title, second[0].title) == ("Een avond", samples.part().title)
    assert all(slide.minutes == 0 and not slide.notes for slide in (*first, *second) if slide.made)


@pytest.mark.parametrize(
    ("slide", "place"),
    [
        (samples.slide("Welkom", "titel"), 0),
        (samples.slide("Welkom", body=samples.say("Een paar woorden.")), 0),
        (samples.slide("Verder", "tussentitel"), 1),
        (samples.slide("Verder"), 1),
        (samples.slide("Dag", "slot", question=samples.say("En morgen?")), 2),
    ],
)
def test_what_the_author_wrote_is_not_made_again(slide: Slide, place: int) -> None:
    parts = [full(), full(), full()]
    parts[place] = full(*((parts[place].slides[0], slide) if place == 2 else (slide, parts[place].slides[0])))
    expected = [["titel"], ["tussentitel"], ["tussentitel", "slot"]]
    expected[place] = expected[place][:-1]
    assert [kinds(slides) for slides in made(*parts)] == expected


def test_nothing_is_made_where_a_part_could_not_be_read() -> None:
    assert made(full(), samples.part()) == [list(full().slides), []]


# --- steps --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Stap 2 van 5: en verder", (2, 5, "en verder")),
        ("stap 5 van 5", (5, 5, "")),
        ("Stap 12 van 12", (12, 12, "")),
        *(
            (text, None)
            for text in ("Stap 6 van 5", "Stap 1 van 1", "Stap 0 van 3", "Stap 3 van 80", "Zet stap 1 van 3")
        ),
    ],
)
def test_a_first_line_that_counts_is_the_step_and_no_text(text: str, step: tuple[int, int, str] | None) -> None:
    body: tuple[Block, ...] = (*samples.say(text), *samples.say("rest"))
    found, rest = counted(body)
    assert ((found.number, found.count, found.name) if found else None) == step
    assert rest == (body[1:] if step else body)


# --- the map ------------------------------------------------------------------------------------------------------


def dividers(count: int) -> list[Canvas]:
    """The dividers of a course with this many parts, behind its title page."""
    opening = replace(samples.part(samples.slide("Begin", "titel"), title="Deel 1"), id="p1")
    others = (
        replace(samples.part(samples.slide(f"Tussen {n}", "tussentitel"), title=f"Deel {n}"), id=f"p{n}")
        for n in range(2, count + 1)
    )
    return laid(numbered(opening, *others))[1:]


@pytest.mark.parametrize("count", [3, 7, 13])
def test_a_divider_shows_the_evening_as_a_path_with_its_own_part_lit(count: int) -> None:
    for n, canvas in enumerate(dividers(count), 2):
        drawn = group(canvas, "De avond als pad")
        assert drawn.alt == f"De avond als pad van {count} delen. Nu deel {n}: Deel {n}."
        assert [text for item in drawn.boxes for text in words(item)] == [str(m) for m in range(1, count + 1)]
        (lit,) = (item for item in drawn.boxes if item.fill == "peach")
        (label,) = (item for item in drawn.boxes if words(item) == [str(n)])
        assert (lit.x + lit.w / 2, lit.y + lit.h / 2) == pytest.approx((label.x + label.w / 2, label.y + label.h / 2))
        assert canvas.overflow == 0
        assert all(item.x >= 0 and item.x + item.w <= layouts.WIDTH for item in drawn.boxes)


@pytest.mark.parametrize("count", [2, 17])
def test_a_path_of_too_few_or_too_many_parts_is_not_drawn(count: int) -> None:
    assert not any(
        isinstance(item, Group) and item.name == "De avond als pad" for c in dividers(count) for item in c.items
    )


def test_a_step_is_the_number_in_the_map_and_stands_above_the_title() -> None:
    step, _ = counted(samples.say("Stap 2 van 3: kiezen"))
    parts = [replace(samples.part(samples.slide(f"T{n}", "tussentitel"), title=f"D{n}"), id=f"p{n}") for n in range(3)]
    parts[1] = replace(parts[1], slides=(replace(parts[1].slides[0], step=step),))
    canvas = laid(numbered(*parts))[1]
    assert words(box(canvas, "kicker")) == ["Stap 2 van 3: kiezen"]
    assert [text for item in group(canvas, "De avond als pad").boxes for text in words(item)] == ["2"]


# --- opening and closing ------------------------------------------------------------------------------------------


def test_the_title_page_says_who_where_and_when_as_far_as_that_is_known() -> None:
    course = numbered(samples.part(samples.slide("Begin", "titel")))
    assert not any(
        isinstance(item, Box) and item.frame in ("first", "second", "evening") for item in laid(course)[0].items
    )
    evening = Evening(date(2027, 1, 12), time(20), "Aalst", "LOK Dender", ("An", ""), 12, samples.span())
    (canvas,) = laid(replace(course, evening=evening))
    assert words(box(canvas, "first")) == ["An", course.roles[0].name]
    assert words(box(canvas, "evening")) == ["Dinsdag 12 januari 2027, 20:00", "LOK Dender, Aalst"]
    assert words(box(canvas, "kicker")) == [course.title]
    assert not any(isinstance(item, Box) and item.frame == "second" for item in canvas.items)


def test_the_last_slide_leads_to_the_site_where_there_is_one() -> None:
    slide = samples.slide("Slot", "slot", question=samples.say("En morgen?"), body=(samples.bullets("een"),))
    for address, count in (("", 0), ("https://lok.voorbeeld.be/x", 1)):
        (canvas,) = laid(replace(numbered(samples.part(slide)), address=address))
        assert canvas.layout.key == "closing"
        assert [isinstance(item, Photo) for item in canvas.items].count(True) == count
        assert canvas.overflow == 0
