"""A shorter evening in everything that a duo holds: the deck hides slides, and all else says what is not there."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import time
from decimal import Decimal
from zipfile import ZipFile

import page
import pytest
from lxml import etree
from pptx import Presentation

import samples
from deck_checks import findings
from deck_edits import Edited
from evenings import evening, printed, talk
from lok.model.audience import Audience
from lok.model.course import Break, Course, Late, Note, Shortening
from lok.model.ref import Ref, RefKind
from lok.render import picture, prompter
from lok.render.deck import deck
from lok.render.site import site
from lok.session.shorten import shorter
from lok.slides.compose import canvases
from lok.view import view
from render.paper.test_paper import text

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
GOES = Shortening(Late.DROP, Decimal(0))
HERE = Ref(RefKind.EXERCISE, "oefening", samples.span())


def keeps(minutes: str, loss: str) -> Shortening:
    return Shortening(Late.SHORTEN, Decimal(minutes), loss)


def whole() -> Course:
    """Forty-one minutes with a break; slides 2, 4, 5 and 6 may go, slide 3 may take two minutes."""
    say = (Note("zeg", "", samples.say("Goedenavond."), samples.span()),)
    talks = [
        talk("Welkom", 0, "10", notes=say, cue=samples.say("Nu jij.")),
        talk("Een zijspoor", 1, "2", notes=say, shortening=GOES),
        talk("Samen zoeken", 0, "5", notes=say, exercise=HERE, shortening=keeps("2", "het rondje.")),
    ]
    divider = talk("Extra", 1, "0", kind="tussentitel", made=True)
    extra = [talk("Meer weten", 1, "3", notes=say, shortening=GOES), talk("Lezen", 1, "1", notes=say, shortening=GOES)]
    return evening(
        samples.part(*talks, title="Begin"),
        Break("pauze", Decimal(5), samples.span()),
        samples.part(divider, *extra, title="Extra"),
        samples.part(talk("Afscheid", 2, "15", notes=say), title="Slot"),
        exercises=(samples.exercise(samples.steps("Zoek")),),
        start=time(20),
    )


@pytest.fixture(scope="module")
def course() -> Course:
    """All that may go has gone: thirty-two minutes."""
    return view(shorter(whole(), Decimal(32)), Audience.TRAINER)


@pytest.fixture(scope="module")
def decks(course: Course) -> list[bytes]:
    return [file.data for file in deck.render(course, Audience.TRAINER, {}).files]


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


# --- the deck ----------------------------------------------------------------------------------------------------


def test_the_deck_hides_what_goes_and_keeps_every_number(course: Course, decks: list[bytes]) -> None:
    for data in decks:
        opened = Presentation(io.BytesIO(data))
        assert len(opened.slides) == 7
        hidden = [n for n, slide in enumerate(opened.slides, 1) if slide._element.get("show") == "0"]
        assert hidden == [2, 4, 5, 6]
        for n, slide in enumerate(opened.slides, 1):
            assert slide.notes_slide.part.partname.endswith(f"notesSlide{n}.xml")
    assert [n for n, slide in enumerate(course.slides, 1) if slide.left_out] == [2, 4, 5, 6]


def test_no_short_show_is_offered_where_nothing_more_may_go(decks: list[bytes]) -> None:
    assert not list(part(decks[0], "ppt/presentation.xml").iter(f"{P}custShow"))


def test_a_short_show_has_no_hidden_slide() -> None:
    [data, *_] = (file.data for file in deck.render(shorter(whole(), Decimal(37)), Audience.TRAINER, {}).files)
    [show] = part(data, "ppt/presentation.xml").iter(f"{P}custShow")
    ids = [item.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") for item in show[0]]
    assert ids == ["slide0", "slide2", "slide6"], "slide 2 may still go, 4 to 6 have gone"
    assert "show" not in {each.code for each in findings(data)}
    spoilt = Edited(data)
    spoilt.first("/p:sld", "ppt/slides/slide3.xml").set("show", "0")
    assert "show" in {each.code for each in findings(spoilt.data())}


def notes(data: bytes, number: int) -> list[str]:
    [shape] = [s for s in Presentation(io.BytesIO(data)).slides[number - 1].notes_slide.placeholders
               if s.placeholder_format.idx == 3]  # fmt: skip
    return [par.text.replace("\u00a0", " ") for par in shape.text_frame.paragraphs]


def test_notes_tell_the_new_time_what_falls_out_and_how_to_show_a_slide_after_all(decks: list[bytes]) -> None:
    assert notes(decks[0], 2)[0] == (
        "WEGGELATEN: deze avond is ingekort, en de slide is verborgen. Toch tonen: typ 2 en druk op Enter."
    )
    assert notes(decks[0], 3)[0] == "EÉN: 20:10 tot 20:12, 2 min (minuut 10 tot 12)"
    assert notes(decks[0], 3)[1] == "Ingekort: 2 in plaats van 5 minuten. Valt weg: het rondje.", "before what is said"
    assert notes(decks[0], 7)[0] == "DUO: 20:17 tot 20:32, 15 min (minuut 17 tot 32). Wissel: jullie spreken samen."
    assert "Geef het woord: Nu jij." in notes(decks[0], 1), "nobody else speaks next"


def test_the_slide_of_an_exercise_shows_its_new_minutes(course: Course) -> None:
    def shown(course: Course) -> list[str]:
        [canvas] = [canvas for _, slide, canvas in canvases(course) if slide.number == 3]
        boxes = [item for item in canvas.items if getattr(item, "frame", "") == "minutes"]
        return [run.text for box in boxes for par in box.text.pars for run in par.runs]

    assert (shown(whole()), shown(course)) == (["5"], ["2"])


def test_hiding_slides_brings_nothing_that_the_gate_of_decks_refuses(decks: list[bytes]) -> None:
    before = deck.render(view(whole(), Audience.TRAINER), Audience.TRAINER, {}).files
    for hiding, shown in zip(decks, before, strict=True):
        assert [each for each in findings(hiding) if each not in findings(shown.data)] == []


# --- paper -------------------------------------------------------------------------------------------------------


def test_the_run_sheet_says_what_is_left_out_and_keeps_time(course: Course) -> None:
    made, problems = printed(course, "draaiboek-a4")
    assert problems == ()
    told = text(made)
    assert "Ingekort van 41 tot 32 minuten." in told
    assert "Weggelaten: 2 Een zijspoor · 5 Meer weten · 6 Lezen Korter: 3 in 2 min: het rondje" in told
    assert "slide 1, 3 · 1 Welkom · 3 Samen zoeken (nu 2 min)" in told
    assert "32 20:32 Einde" in told
    assert "Extra" not in told, "a part of which nothing is left"
    assert page.validate_pdf_bytes(made, profile="ua1").is_compliant


def test_a_run_sheet_of_a_whole_evening_says_nothing_of_it() -> None:
    told = text(printed(whole(), "draaiboek-a4")[0])
    assert "Ingekort" not in told
    assert "Weggelaten" not in told


def test_scripts_name_what_is_left_out_on_a_line(course: Course) -> None:
    for name in ("script-een-a4", "script-twee-a4"):
        made, problems = printed(course, name)
        assert problems == ()
        told = text(made)
        assert "2 Een zijspoor weggelaten" in told
        assert "5 Meer weten weggelaten" in told
        assert "20:17–20:32 · 15 min" in told
        assert page.validate_pdf_bytes(made, profile="ua1").is_compliant
    assert text(printed(course, "script-twee-a4")[0]).count("Jij spreekt") == 0


def test_the_handbook_has_them_marked_and_the_hand_out_does_without(course: Course) -> None:
    handbook = text(printed(course, "handboek-a4")[0])
    assert "Weggelaten: Deze avond is ingekort. De slide is verborgen en houdt haar nummer." in handbook
    assert "Ingekort: 2 in plaats van 5 minuten. Valt weg: het rondje." in handbook
    handout = text(printed(course, "slides-hand-out-a4")[0])
    assert "3. Samen zoeken" in handout
    assert "Een zijspoor" not in handout


# --- screens -----------------------------------------------------------------------------------------------------


def test_the_screen_steps_past_what_is_left_out_and_names_it(course: Course) -> None:
    made = {item.path: item for item in picture.render(course, Audience.TRAINER, {}).files}
    [file] = prompter.render(course, Audience.TRAINER, made).files
    screen = file.data.decode()
    articles = re.findall(r'<article class="moment[^>]*data-start="([^"]*)" data-minutes="([^"]*)"', screen)
    assert [tuple(map(Decimal, each)) for each in articles] == [(0, 10), (10, 2), (12, 5), (17, 15)]
    listed = screen[screen.index('id="all"') :]
    assert re.findall(r'<button type="button" data-index="(\d)"', listed) == ["0", "1", "2", "3"]
    gone = re.findall(r'<li class="left-out"><p>\s*(.*?) <small><strong>(.*?)</strong>', screen, re.S)
    assert gone == [("2. Een zijspoor", "Weggelaten."), ("5. Meer weten", "Weggelaten."), ("6. Lezen", "Weggelaten.")]
    assert "2 in plaats van 5 minuten. Valt weg: het rondje." in screen


def test_the_pages_for_trainers_follow(course: Course) -> None:
    pages = {item.path: item.data.decode() for item in site.render(course, Audience.TRAINER, {}).files
             if item.path.endswith(".md")}  # fmt: skip
    begin = pages["deel/begin.md"]
    assert begin.count("weggelaten") == 2, "in the list and at the slide"
    assert "<dt>Weggelaten</dt>" in begin
    assert "<dt>Ingekort</dt>" in begin
    rows = re.findall(r"<tr[^>]*>.*?</tr>", pages["draaiboek.md"])
    assert [row.count('<td class="num">weggelaten</td>') for row in rows if "Een zijspoor" in row] == [1]
    assert 'data-minute="32"' in pages["draaiboek.md"]
    assert "Ingekort: 2 in plaats van 5 minuten. Valt weg: het rondje.</span>" in pages["draaiboek.md"]


def test_participants_are_told_nothing_of_what_may_go(course: Course) -> None:
    seen = view(course, Audience.PARTICIPANT)
    assert all(slide.shortening is None for slide in seen.slides)
    assert [slide.number for slide in seen.written] == [1, 3, 7]


def test_the_map_of_the_evening_does_not_stop_where_nothing_is_left() -> None:
    divider = talk("Slot", 2, "0", kind="tussentitel", made=True)
    agenda = [
        replace(item, slides=(divider, *item.slides)) if n == 3 else item for n, item in enumerate(whole().agenda)
    ]
    course = evening(*agenda, exercises=whole().exercises)

    def jumps(course: Course) -> set[str]:
        [canvas] = [canvas for _, slide, canvas in canvases(course) if slide.id == "slot"]
        return set(canvas.jumps)

    assert jumps(course) - jumps(shorter(course, Decimal(32))) == {"extra"} & jumps(course)
