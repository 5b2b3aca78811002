"""A conversation to prepare, in a real browser: chosen questions, agreements, and nothing that stays behind."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from hands import DRAFT, EVIL, HANDS, NOTHING, STORED, context, exercise, press, visible, wipe
from pages import course, reload, violations_in_both

PAGE = "oefeningen/handgesprek.html"
CHOSEN = """() => [...document.querySelectorAll('article [name]')]
    .filter(field => ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value)
    .map(field => field.name)"""
"""Names of what is chosen or filled in."""
SMALL = """() => [...document.querySelectorAll('.exercise :is(button, label, textarea, .field input), .tools button')]
    .map(item => [item.innerText, item.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 44 || box.height < 44)).map(([text]) => text)"""
"""What a finger must hit and is smaller than 44 by 44."""
AGREED = "elke vrijdag de flessen vullen"


@pytest.fixture(scope="module")
def talk(built_tiny: Path) -> str:
    """The address of the page as a file."""
    return (course(built_tiny, "deelnemer") / PAGE).as_uri()


@pytest.fixture(scope="module")
def served(built_tiny: Path) -> Iterator[str]:
    """The address of the page on a server."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    folder = course(built_tiny, "deelnemer")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/{PAGE}"
    server.shutdown()


def prepare(page: Page, hand: str = "mouse", words: str = AGREED) -> None:
    """One side chooses a question of each theme, and something is agreed."""
    press(page.get_by_text("nieuwkomer", exact=True).locator("visible=true"), hand)
    for code in ("Z2", "W1"):
        press(page.locator(".pick", has_text=f"Kies {code}"), hand)
    page.get_by_label("Afspraak 1, Wat").fill(words)
    page.get_by_label("Afspraak 1, Wanneer").fill("2026-12-12")


def mine(page: Page) -> list[str]:
    return page.get_by_role("region", name="Wat ik wil bespreken").get_by_role("listitem").all_inner_texts()


def printed(page: Page) -> str:
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return " ".join("".join(sheet.get_textpage().get_text_bounded() for sheet in sheets).split())


# --- every hand --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hand", HANDS)
def test_what_was_chosen_becomes_a_list_to_bring(browser: Browser, talk: str, hand: str) -> None:
    with exercise(browser, talk, hand) as page:
        assert mine(page) == []
        prepare(page, hand)
        assert mine(page) == ["Z2 Wat stoort je?", "W1 Wat wil je morgen anders doen?"]
        assert page.get_by_text("Als nieuwkomer breng je mee: Z2, W1.").is_visible()
        press(page.locator(".pick", has_text="Kies Z2"), hand)
        assert mine(page) == ["W1 Wat wil je morgen anders doen?"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(SMALL) == []


def test_without_a_side_the_list_still_counts(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        page.get_by_label("Kies Z1").check()
        assert page.get_by_text("Breng mee: Z1.", exact=True).is_visible()


def test_by_keyboard_alone(browser: Browser, talk: str) -> None:
    """Tab reaches all of it; space, arrow and letters do the rest, and Enter wipes."""
    with exercise(browser, talk) as page:
        page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus(); }")
        focus = ""
        for _ in range(80):
            page.keyboard.press("Tab")
            focus = page.evaluate("document.activeElement.type + ' ' + document.activeElement.innerText")
            if focus.startswith("button Wis alles"):
                break
            if focus.startswith(("radio", "checkbox")):
                page.keyboard.press("Space")
            if focus.startswith("textarea"):
                page.keyboard.type("abc")
        assert focus == "button Wis alles"
        assert len(mine(page)) == 3
        texts = [f"agreed-{row}-{column}" for row in (1, 2, 3) for column in (0, 1)]
        assert page.evaluate(CHOSEN) == ["side", "Z1", "Z2", "W1", *texts]
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_text("Alles is gewist.").wait_for()
        assert page.evaluate(CHOSEN) == []
        assert mine(page) == []


@pytest.mark.parametrize("hand", HANDS)
def test_what_the_questions_need_stands_before_them_and_stays_for_the_room(
    browser: Browser, talk: str, hand: str
) -> None:
    with exercise(browser, talk, hand) as page:
        schema = page.locator(".schema")
        need = schema.get_by_text("de kraan is ver")
        assert not need.is_visible()
        press(schema.locator("summary"), hand)
        assert need.is_visible()
        first = page.locator("[data-question]").first
        above, below = schema.bounding_box(), first.bounding_box()
        assert above is not None
        assert below is not None
        assert above["y"] < below["y"]
        press(page.get_by_role("button", name="Groot beeld"), hand)
        assert need.is_visible()
        assert first.is_visible()
        assert not visible(page, ".tools")
        press(page.get_by_role("button", name="Groot beeld"), hand)
        assert not need.is_visible()


# --- private -----------------------------------------------------------------------------------------------------


def test_it_can_be_printed_copied_and_wiped_and_no_more(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        tools = page.locator("[data-tools]")
        assert tools.get_by_role("button").all_inner_texts() == ["Druk af", "Kopieer als tekst", "Wis alles"]
        assert not tools.locator("input").count()
        prepare(page)
        wipe(page)
        assert page.evaluate(CHOSEN) == []


def test_a_reload_forgets_nothing_and_a_closed_tab_everything(browser: Browser, talk: str) -> None:
    with context(browser) as made:
        page = made.new_page()
        page.goto(talk)
        prepare(page)
        filled = page.evaluate(CHOSEN)
        assert len(filled) == 5
        reload(page)
        assert page.evaluate(CHOSEN) == filled
        assert page.evaluate(STORED) == DRAFT
        page.close()
        page = made.new_page()
        page.goto(talk)
        assert page.evaluate(CHOSEN) == []
        assert page.evaluate(STORED) == NOTHING


def test_it_goes_home_as_text(browser: Browser, served: str) -> None:
    with exercise(browser, served, permissions=["clipboard-read", "clipboard-write"]) as page:
        prepare(page)
        page.get_by_role("button", name="Kopieer als tekst").click()
        page.get_by_text("Gekopieerd. Plak het waar je wilt.").wait_for()
        text = page.evaluate("navigator.clipboard.readText()")
    for said in ("Wie ben jij?: nieuwkomer", "Z2 Wat stoort je?", f"Wat: {AGREED}", "zaterdag 12 december 2026"):
        assert said in text
    assert "Wat doen we goed?" not in text


def test_what_another_page_stored_under_its_name_is_not_read(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        key = "lok:" + str(page.locator(".exercise").get_attribute("data-key"))
        page.evaluate("key => localStorage.setItem(key, JSON.stringify({Z1: 'on'}))", key)
        reload(page)
        assert page.evaluate(CHOSEN) == []


def test_nothing_is_asked_of_another_origin_and_an_open_page_asks_for_nothing(browser: Browser, served: str) -> None:
    with context(browser) as made:
        page = made.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(served, wait_until="networkidle")
        assert served in asked
        assert {urlsplit(url).netloc for url in asked} == {urlsplit(served).netloc}
        asked.clear()
        made.set_offline(True)
        prepare(page)
        printed(page)
        wipe(page)
        assert asked == []
        assert page.evaluate(STORED) == NOTHING


def test_markup_stays_text(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        title, loud = page.title(), page.locator("article :is(img, script)")
        before = loud.count()
        prepare(page, words=EVIL)
        assert page.get_by_label("Afspraak 1, Wat").input_value() == EVIL
        assert (page.title(), loud.count()) == (title, before)


# --- paper -------------------------------------------------------------------------------------------------------


def test_print_holds_what_was_chosen_and_agreed_and_no_more(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        prepare(page)
        text = printed(page)
        for said in (
            "nieuwkomer",
            "Z2 Wat stoort je?",
            "W1 Wat wil je morgen anders doen?",
            AGREED,
            "12 december 2026",
        ):
            assert said in text, said
        for left in ("Wat doen we goed?", "ervaren collega", "Kies", "Druk af", "Wis alles", "Afspraak 2"):
            assert left not in text, left


def test_before_the_conversation_no_empty_agreements_are_printed(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        page.get_by_label("Kies Z2").check()
        text = printed(page)
        assert "Z2 Wat stoort je?" in text
        assert "Onze afspraken" not in text


def test_agreements_alone_are_printed_without_an_empty_list(browser: Browser, talk: str) -> None:
    with exercise(browser, talk) as page:
        page.get_by_label("Afspraak 1, Wat").fill(AGREED)
        text = printed(page)
        assert AGREED in text
        assert "Wat ik wil bespreken" not in text


# --- for every eye -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
def test_axe_finds_nothing_where_something_is_chosen(browser: Browser, built_tiny: Path, audience: str) -> None:
    with context(browser, "touch") as made:
        page = made.new_page()
        page.goto((course(built_tiny, audience) / PAGE).as_uri())
        prepare(page, "touch")
        assert violations_in_both(page) == []
        page.get_by_role("button", name="Groot beeld").click()
        assert violations_in_both(page) == []


def test_without_scripts_it_reads(browser: Browser, talk: str) -> None:
    with context(browser, java_script_enabled=False) as made:
        page = made.new_page()
        page.goto(talk)
        assert not page.locator("article :is(button, textarea, input)").count()
        shown = page.locator("article").inner_text()
        for said in ("nieuwkomer", "Z1 Wat doen we goed?", "Spreek telkens af: Wat, Wie, Wanneer.", "de kraan is ver"):
            assert said in shown
        assert visible(page, ".plain a")
