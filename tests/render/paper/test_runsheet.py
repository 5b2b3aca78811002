"""The evening on one page: times, turns to speak, what to hand out, and what may go when it runs late."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import page
import pypdfium2
import pytest

import samples
from evenings import document, evening, printed, talk
from lok.model.audience import Audience
from lok.model.course import Break, Course, Handout, Late, Part, Shortening, Slide
from lok.model.ref import Ref, RefKind
from lok.problems import Problem
from lok.render.paper.catalogue import generated
from lok.render.paper.paper import render
from lok.session.checkpoints import checkpoints, spread
from render.paper.test_paper import sizes, text

PATH = "downloads/draaiboek-a4.pdf"


def two_parts(**changes: object) -> Course:
    begin = samples.part(
        talk("Welkom", 0, "2.5"),
        talk("Luister eens", 1, "5", shortening=Shortening(Late.SHORTEN, Decimal(3), "het rondje.")),
        title="Begin",
    )
    end = samples.part(
        talk("Aan het werk", 2, "10", handouts=(Handout(Ref(RefKind.PAPER, "blad", samples.span())),)),
        talk("Nog iets", 1, "1", shortening=Shortening(Late.DROP, Decimal(0), "")),
        title="Slot",
    )
    return evening(begin, Break("pauze", Decimal(15), samples.span()), end, **changes)


def runsheet(course: Course) -> tuple[bytes, tuple[Problem, ...]]:
    return printed(course, "draaiboek-a4")


def test_only_trainers_get_what_is_made_of_the_session() -> None:
    assert PATH not in [each.download.path for each in generated(two_parts(), Audience.PARTICIPANT)]
    assert PATH in [each.download.path for each in generated(two_parts(), Audience.TRAINER)]
    assert PATH in [each.path for each in render(two_parts(), Audience.TRAINER, {}).files]
    assert PATH not in [each.path for each in render(two_parts(), Audience.PARTICIPANT, {}).files]
    assert generated(samples.course(), Audience.TRAINER) == (), "nothing to tell without slides"


def test_one_page_tells_when_who_what_and_what_to_hand_out() -> None:
    made, problems = runsheet(two_parts(start=time(20)))
    assert problems == ()
    assert sizes(made) == [(210, 297)]
    for wanted in ("Begin slide 1", "Slot slide 3", "Pauze 15 minuten", "EÉN", "TWEE", "DUO", "Deel uit: Het blad"):
        assert wanted in text(made)


def test_it_names_who_reads_aloud_and_on_which_slide() -> None:
    def heard(title: str, role: int) -> Slide:
        return talk(title, role, "2", case=Ref(RefKind.CASE, "iemand", samples.span(), "deel-1"))

    slides = (heard("Eerst", 0), talk("Dan", 1, "2"), heard("Daarna", 1), heard("Samen", 2))
    course = evening(samples.part(*slides), cases=(samples.case(samples.fragment()),))
    found = text(runsheet(course)[0])
    for wanted in ("slide 1 · leest voor", "slide 2–3 · 3 EÉN leest voor", "slide 4 · EÉN leest voor"):
        assert wanted in found


def test_time_goes_on_past_midnight_and_half_minutes_are_counted() -> None:
    found = text(runsheet(two_parts(start=time(23, 50)))[0])
    for wanted in ("0 23:50", "2,5 23:52", "7,5 23:57", "22,5 0:12", "32,5 0:22", "33,5 0:23 Einde"):
        assert wanted in found


def test_without_a_beginning_the_hours_are_left_to_write() -> None:
    found = text(runsheet(two_parts())[0])
    assert ":" not in found.partition("Minuut Uur")[2].partition("pagina")[0].replace("Deel uit:", "")
    assert "echt begonnen om" in found
    assert "Later dan minuut 7,5?" in found


def test_a_sign_stands_where_the_floor_changes_and_nowhere_else() -> None:
    rows = document(two_parts(), "draaiboek-a4").papers[0].data["rows"]
    turns = [(row["who"]["name"], row["changes"]) for row in rows if row["kind"] == "turn"]  # type: ignore[attr-defined]
    assert turns == [("Eén", False), ("Twee", True), ("duo", True), ("Twee", True)]
    assert text(runsheet(two_parts())[0]).count("→") == 3
    same = evening(samples.part(talk("A", 0, "1")), samples.part(talk("B", 0, "1"), title="Verder"))
    assert "→" not in text(runsheet(same)[0])


@pytest.mark.parametrize(
    ("boundaries", "expected"),
    [
        ([20, 40, 60, 80, 100], [20, 40, 60, 80, 100]),
        ([3, 18, 31, 36, 50, 60, 66, 74, 86, 91, 99, 115], [18, 36, 60, 74, 99]),
        ([50, 60], [50, 60]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6]),
        ([90, 92, 94, 96, 98, 99, 110], [90, 92, 94, 96, 99]),
        ([], []),
    ],
)
def test_checkpoints_are_spread_over_the_parts(boundaries: list[int], expected: list[int]) -> None:
    assert spread([Decimal(each) for each in boundaries], Decimal(120)) == tuple(map(Decimal, expected))


def test_each_checkpoint_knows_what_may_go_until_the_next() -> None:
    points = checkpoints(two_parts())
    assert [(point.minute, [drop.slide.number for drop in point.drops], point.won) for point in points] == [
        (Decimal(0), [2], Decimal(2)),
        (Decimal("7.5"), [], Decimal(0)),
        (Decimal("22.5"), [4], Decimal(1)),
    ]
    found = text(runsheet(two_parts())[0])
    assert "Later begonnen? Win tot 2 min, slide 2 in 3 min (−2): het rondje" in found
    assert "Later dan minuut 22,5? Win tot 1 min, slide 4 weg (−1)" in found


def test_slides_that_go_one_after_the_other_are_told_at_once() -> None:
    goes = Shortening(Late.DROP, Decimal(0))
    shrinks = Shortening(Late.SHORTEN, Decimal("0.5"), "de ronde")
    late = (goes, goes, shrinks, goes)
    slides = (talk(f"Slide {n}", 0, "1", shortening=each) for n, each in enumerate(late))
    found = text(runsheet(evening(samples.part(*slides)))[0])
    assert "slide 1–2 weg (−2); 3 in 0,5 min (−0,5): de ronde; 4 weg (−1)" in found


def test_what_may_never_be_shortened_is_no_win() -> None:
    kept = talk("Altijd", 0, "5", shortening=Shortening(Late.NEVER, Decimal(0), ""))
    assert all(point.drops == () for point in checkpoints(evening(samples.part(kept))))


def test_titles_stand_where_there_is_room_and_the_longest_stay_longest() -> None:
    def parts(count: int) -> list[Part]:
        wordy = "met een titel die veel woorden telt en daarmee een hele regel vult"
        slides = [(talk(f"Kort {n} {wordy}", 0, "1"), talk(f"Lang {n}", 0, "6")) for n in range(count)]
        return [samples.part(*pair, title=f"Deel {n}") for n, pair in enumerate(slides)]

    few, problems = runsheet(evening(*parts(4)))
    assert problems == ()
    assert "Kort 3" in text(few)
    many, problems = runsheet(evening(*parts(26)))
    assert problems == ()
    assert len(sizes(many)) == 1
    assert "Kort" not in text(many)
    assert "Lang 25" in text(many)


def test_too_much_for_one_page_is_told_and_not_cut() -> None:
    made, [problem] = runsheet(evening(*(samples.part(talk("Iets", 0, "1"), title=f"Deel {n}") for n in range(60))))
    assert (problem.code, problem.span.path) == ("past-niet", "content/s.md")
    assert len(sizes(made)) == 2
    assert all(f"Deel {n} slide" in text(made) for n in range(60))


def test_it_is_accessible_and_little_ink() -> None:
    made, _ = runsheet(two_parts(start=time(20)))
    report = page.validate_pdf_bytes(made, profile="ua1")
    assert report.is_compliant, [(each.rule_id, each.message) for each in report.failures]
    shades = pypdfium2.PdfDocument(made)[0].render().to_pil().convert("L").histogram()
    assert sum(shades[:128]) < 0.08 * sum(shades)
