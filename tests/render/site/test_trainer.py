"""What the pages for trainers work out: copies, moments on the clock, time per role, words a minute, and changes."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from lxml.html import fragment_fromstring

import samples
from lok.model.audience import Audience
from lok.model.course import Break, Course, Handout, Late, Note, Part, Shortening, Slide
from lok.model.ref import Ref, RefKind
from lok.model.text import Link, Paragraph, Plain
from lok.render import picture, prompter
from lok.render.contract import Rendered
from lok.render.site import site, trainer
from lok.session.moments import moments
from lok.session.pace import paces, shares
from lok.view import view
from projects import CHANGES, FIRST, edit, only, put, tiny

ONE, TWO = samples.course().roles


def evening(*agenda: Part | Break, **changes: object) -> Course:
    """A course of these parts, their slides numbered through."""
    numbers = itertools.count(1)
    numbered = (
        replace(item, slides=tuple(replace(slide, number=next(numbers)) for slide in item.slides))
        if isinstance(item, Part)
        else item
        for item in agenda
    )
    return samples.course(agenda=tuple(numbered), **changes)


def talk(title: str, role: int, minutes: str, **changes: object) -> Slide:
    return samples.slide(title, role=(ONE, TWO, samples.DUO)[role], minutes=Decimal(minutes), **changes)


# --- moments -----------------------------------------------------------------------------------------------------


def test_moments_of_an_evening() -> None:
    begin = samples.part(talk("Welkom", 0, "2.5"), talk("Luister", 1, "0.5"), title="Begin")
    end = samples.part(talk("Verder", 1, "4"), talk("Samen", 2, "1"), title="Slot")
    found = list(moments(evening(begin, Break("pauze", Decimal(10), samples.span()), end)))
    assert [(str(each.start), str(each.end)) for each in found] == [
        ("0", "2.5"), ("2.5", "3.0"), ("3.0", "13.0"), ("13.0", "17.0"), ("17.0", "18.0"),
    ]  # fmt: skip
    assert [each.takes_over for each in found] == [False, True, False, False, True]
    assert [each.opens.title if each.opens else "" for each in found] == ["Begin", "", "", "Slot", ""]


def test_what_may_go_knows_when_it_begins() -> None:
    shorter, gone = Shortening(Late.SHORTEN, Decimal(1), "het rondje"), Shortening(Late.DROP, Decimal(0))
    course = evening(
        samples.part(
            talk("Een", 0, "3", shortening=shorter), talk("Twee", 0, "2"), talk("Drie", 0, "1.5", shortening=gone)
        ),
        Break("marge", Decimal(5), samples.span()),
    )
    values = trainer.runsheet(course)
    assert [(start, drop.slide.title, drop.won) for start, drop in values["drops"]] == [  # type: ignore[attr-defined]
        (Decimal(0), "Een", Decimal(2)),
        (Decimal(5), "Drie", Decimal("1.5")),
    ]
    assert (values["margin"], values["end"]) == (Decimal(5), Decimal("11.5"))


# --- for authors -------------------------------------------------------------------------------------------------


def test_time_per_role() -> None:
    course = evening(
        samples.part(talk("Een", 0, "6"), talk("Twee", 1, "3"), talk("Drie", 0, "1.5"), talk("Vier", 2, "1.5"))
    )
    found = [(share.role.id, share.minutes, share.slides, share.percent) for share in shares(course)]
    assert found == [("een", Decimal("7.5"), 2, 62), ("twee", Decimal(3), 1, 25), ("duo", Decimal("1.5"), 1, 12)]


def test_words_against_minutes() -> None:
    said = Note("zeg", "", samples.say("woord " * 70), samples.span())
    slow, fast = (talk(title, 0, minutes, notes=(said,)) for title, minutes in (("Traag", "1"), ("Snel", "0.5")))
    found = [(pace.words, pace.a_minute, pace.too_many) for pace in paces(evening(samples.part(slow, fast)))]
    assert found == [(70, 70, False), (70, 140, True)]


# --- changes -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return only(tiny(tmp_path_factory.mktemp("tiny")))


def test_changes_are_read_in_their_order_and_are_for_trainers(course: Course) -> None:
    assert [(change.version, change.day) for change in course.changes] == [
        ("0.3", date(2026, 11, 22)),
        ("0.2", date(2026, 11, 1)),
    ]
    assert view(course, Audience.PARTICIPANT).changes == ()
    made = pages(replace(course, version="0.1"))
    assert "Deze avond is versie 0.1" in made["index.md"]
    assert "versie 0.3" not in made["index.md"].lower(), "a number of the project is not one of this evening"
    assert "Alles samen, versie 0.3, 22 november 2026" in unescape(made["wijzigingen.md"])
    assert "deze avond zelf is versie 0.1" in made["wijzigingen.md"]
    assert "Alles is nieuw." in made["wijzigingen.md"]


def test_a_project_needs_no_changes(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    (root / CHANGES).unlink()
    bare = only(root)
    assert bare.changes == ()
    assert "wijzigingen" not in "".join(pages(bare)) + pages(bare)["index.md"]


# --- pages -------------------------------------------------------------------------------------------------------


def pages(course: Course, audience: Audience = Audience.TRAINER) -> dict[str, str]:
    made = site.render(view(course, audience), audience, {})
    return {item.path: item.data.decode() for item in made.files if item.path.endswith(".md")}


def hours(text: str) -> list[str]:
    return re.findall(r'<span class="hour"[^>]*>([^<]*)</span>', text)


def test_the_run_sheet_tells_minutes_and_where_the_session_says_so_hours(course: Course) -> None:
    plain, timed = (pages(replace(course, start=start))["draaiboek.md"] for start in (None, time(23, 50)))
    assert hours(plain)[-1] == "minuut 30"
    assert hours(timed)[-1] == "0:20"
    assert 'value="23:50"' in timed
    assert "→ wissel" in timed
    assert "Deel uit: <a" in timed


def test_what_is_to_be_confirmed_shows_its_sentence_and_where_it_is_said() -> None:
    link = Paragraph((Link(samples.target("feit:lijn"), (Plain("1234"),), samples.span()),))
    told = Note("let op", "", (link,), samples.span())
    who = Ref(RefKind.CASE, "iemand", samples.span(), "deel-1")
    given = (Handout(Ref(RefKind.PAPER, "blad", samples.span())),)
    slides = (
        talk("Eerst", 0, "2", handouts=given),
        talk("Noot", 0, "2", notes=(told,)),
        talk("Verhaal", 1, "2", case=who),
    )
    case = samples.case(replace(samples.fragment(), blocks=(link,)))
    line, silent = samples.fact(status="te bevestigen"), samples.fact("stil", "te bevestigen")
    further = Paragraph((Link(samples.target("feit:stil"), (Plain("meer"),), samples.span()),))
    facts = (replace(line, blocks=(*line.blocks, further)), silent)
    made = evening(samples.part(*slides), cases=(case,), facts=facts)
    page = pages(replace(made, sheets=(samples.sheet(samples.section("A", link)),)))["te-bevestigen.md"]
    assert page.count("Bel de lijn, op elk uur.") == 2
    [said, unsaid] = re.findall(r'data-label="Waar het komt">(.*?)</td>', page, re.DOTALL)
    assert re.findall(r">([^<>]+)</a>", said) == ["2", "3", "Iemand", "Een blad"]
    assert unsaid.strip() == "alleen in de lijst"


def test_a_part_holds_what_is_said_folded_and_away_from_search(course: Course) -> None:
    made = pages(course)
    page = fragment_fromstring(made["deel/01-kijken.md"].partition("{: #_begin }")[2], create_parent="main")
    aids = [each for each in page.find_class("aid") if "data-search-exclude" in each.attrib]
    told = [(each.findtext("summary"), each.find("div").text_content()) for each in aids]
    assert [label for label, _ in told] == [
        "Lees voor (HYGIËNIST, Noémie, deel 1)",
        "Mogelijk antwoord: Drempels op een rij",
    ]
    assert "Het is tien over elf" in told[0][1]
    assert "Weten: niets." in told[1][1]
    assert "Oordeel per uitspraak" in made["deel/02-doen.md"]


def test_parts_tell_the_hour_where_the_session_does(course: Course) -> None:
    assert "20:06 tot 20:09" in pages(replace(course, start=time(20, 0)))["deel/01-kijken.md"]
    assert "hours" not in pages(course)["deel/01-kijken.md"]


def test_a_session_without_slides_has_no_tools_for_the_evening(course: Course) -> None:
    bare = replace(course, agenda=())
    assert not {"draaiboek.md", "spreekscherm.md"} & set(pages(bare))
    assert prompter.render(bare, Audience.TRAINER, {}) == Rendered()


def test_participants_get_no_trainer_script_or_style(course: Course) -> None:
    assets = {
        item.path: item.data.decode() for item in site.assets(Audience.PARTICIPANT) if item.path.endswith(("css", "js"))
    }
    assert not [path for path in assets if "trainer" in path]
    assert not [word for word in ("banner", "slide", "trainer", "note-") if word in "".join(assets.values())]


# --- the screen beside the projector -----------------------------------------------------------------------------


def screen(course: Course) -> str:
    seen = view(course, Audience.TRAINER)
    pictures = {item.path: item for item in picture.render(seen, Audience.TRAINER, {}).files}
    [page] = prompter.render(seen, Audience.TRAINER, pictures).files
    return page.data.decode()


def test_the_screen_is_one_file_with_everything_inside(course: Course) -> None:
    page = screen(course)
    assert page.count("data:image/svg+xml,") == len(course.slides)
    assert "Denk aan je vorige consult." in page
    assert "Lees voor (" in page
    addresses = re.findall(r'(?:src|href)="([^"]{0,12})', page) + re.findall(r"url\(([^)]{0,12})", page)
    assert {re.split(r"[:,]", address.strip("\"'"))[0] for address in addresses} <= {"data", "https", "tel", "mailto"}


def test_the_screen_is_not_for_participants(course: Course) -> None:
    assert prompter.render(view(course, Audience.PARTICIPANT), Audience.PARTICIPANT, {}) == Rendered()


def test_a_picture_becomes_an_address_that_html_and_urls_leave_alone() -> None:
    address = prompter.svg_address(b'<svg fill="#fff" width="100%"><use href="#g1"/></svg>')
    assert address == "data:image/svg+xml,<svg fill='%23fff' width='100%25'><use href='%23g1'/></svg>"


def test_same_course_same_screen(course: Course) -> None:
    assert screen(course) == screen(course)


def test_a_picture_in_the_notes_is_inside_too(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    druppel = (root / "slides/handhygiene/druppel.png").read_bytes()
    put(root, {"slides/handhygiene/twee.png": druppel})
    edit(root, FIRST, "### Intussen\n", "### Intussen\n![Beeld](twee.png)\n\n")
    assert "data:image/png;base64," in screen(only(root))
