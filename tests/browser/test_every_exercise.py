"""Every exercise of both courses, on the smallest screen and by each hand, with a reload in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from hands import HANDS, NOTHING, SMALL, STORED, VALUES, context, fill, type_through, wipe
from pages import reload, violations, violations_in_both

FIRST = """() => Math.min(...[...document.querySelectorAll('.exercise :is(input, textarea, button)')]
    .filter(control => !control.matches('.shower'))
    .map(control => (control.closest('label') || control).getBoundingClientRect())
    .filter(box => box.width && box.height).map(box => box.bottom))"""
"""Where the first thing ends that one can do in an exercise, in pixels from the top of a page that nobody scrolled."""


def addresses(built: Path) -> list[str]:
    found = sorted((built / "deelnemer").glob("*/oefeningen/*.html"))
    return [path.as_uri() for path in found if path.name != "index.html"]


def visited(browser: Browser, built: Path, hand: str, **options: object) -> Iterator[tuple[str, Page]]:
    """Every exercise, one after the other in a tab; none may complain."""
    with context(browser, hand, **options) as made:
        page = made.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        for address in addresses(built):
            page.goto(address)
            yield address, page
        assert wrong == []


def test_there_is_something_to_do_on_the_first_screen_of_a_phone(browser: Browser, built: Path) -> None:
    ends = {address: page.evaluate(FIRST) for address, page in visited(browser, built, "touch")}
    assert len(ends) > 20
    assert {address: end for address, end in ends.items() if end > HANDS["touch"]["viewport"]["height"]} == {}  # type: ignore[index]


def test_nothing_is_chosen_before_a_reader_chooses(browser: Browser, built: Path) -> None:
    for address, page in visited(browser, built, "touch"):
        assert page.evaluate(VALUES) == {}, address
        assert (
            not page.locator(".exercise :is(:checked, [aria-pressed=true])")
            .and_(page.locator(":not(.filters *)"))
            .count()
        ), address


@pytest.mark.parametrize("hand", ["mouse", "touch"])
def test_done_by_hand_with_a_reload_in_the_middle(browser: Browser, built: Path, hand: str) -> None:
    for address, page in visited(browser, built, hand):
        fill(page, hand, most=1)
        half = page.evaluate(VALUES)
        assert half, address
        reload(page)
        assert page.evaluate(VALUES) == half, address
        fill(page, hand, words="en verder")
        whole = page.evaluate(VALUES)
        assert len(whole) >= len(half), address
        assert whole != half, address
        assert page.evaluate(SMALL) == [], address
        wipe(page, hand)
        assert page.evaluate(VALUES) == {}, address
        assert page.evaluate(STORED) == NOTHING, address


def test_done_by_keyboard_with_a_reload_in_the_middle(browser: Browser, built: Path) -> None:
    for address, page in visited(browser, built, "mouse"):
        type_through(page)
        done = page.evaluate(VALUES)
        assert done, address
        reload(page)
        assert page.evaluate(VALUES) == done, address
        page.get_by_role("button", name="Wis alles", exact=True).focus()
        for key in ("Enter", "Tab", "Enter"):
            page.keyboard.press(key)
        page.get_by_text("Alles is gewist.").wait_for()
        assert page.evaluate(VALUES) == {}, address


def sheets(page: Page) -> list[str]:
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]


def test_no_sheet_ends_in_a_heading_of_what_is_not_printed(browser: Browser, built: Path) -> None:
    for address, page in visited(browser, built, "mouse"):
        assert "Op papier" not in " ".join(sheets(page)), address


def test_a_plan_is_on_one_sheet(browser: Browser, built: Path) -> None:
    with context(browser) as made:
        page = made.new_page()
        page.goto(next(each for each in addresses(built) if each.endswith("/kies-drie.html")))
        fill(page, words="onze afspraak hierover", most=3)
        chosen = page.locator(".picked h3").all_inner_texts()
        [plan] = [sheet for sheet in sheets(page) if "Ons plan" in sheet]
    assert len(chosen) == 3
    for wanted in (*chosen, "Terugkijken op dinsdag 12 januari 2027.", "Vanaf wanneer zaterdag 12 december 2026"):
        assert wanted in plan


def test_axe_finds_nothing_and_it_fits_where_something_is_filled_in(browser: Browser, built: Path) -> None:
    found = {}
    for address, page in visited(browser, built, "touch"):
        fill(page, "touch")
        found[address] = violations_in_both(page)
        page.set_viewport_size({"width": 320, "height": 640})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found[address].append("wider than 320 pixels")
        page.set_viewport_size(HANDS["touch"]["viewport"])  # type: ignore[arg-type]
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


LOOK = "item => { const look = getComputedStyle(item); return [look.backgroundColor, look.borderColor, look.fill]; }"
PAIRS = {
    "kies-drie": (".filters [aria-pressed=true]", ".filters [aria-pressed=false]"),
    "taakverdeling": ("label:has(:checked)", "label:not(:has(:checked))"),
    "batterij": (".cell.on", ".cell:not(.on)"),
    "gesprekskaart-werkdruk": (".picked .pick", "li:not(.picked) > .pick"),
}
"""What is chosen, pressed or full, and what is not."""


def test_forced_colours_still_tell_what_is_chosen(browser: Browser, built: Path) -> None:
    for address, page in visited(browser, built, "mouse", forced_colors="active"):
        pair = PAIRS.get(Path(address).stem)
        if pair:
            fill(page, most=1)
            chosen, other = (page.locator(f".exercise {each}").first.evaluate(LOOK) for each in pair)
            assert chosen != other, address
            assert violations(page) == [], address


def test_a_finger_leaves_no_button_dark(browser: Browser, built: Path) -> None:
    with context(browser, "touch") as made:
        page = made.new_page()
        page.goto(next(each for each in addresses(built) if each.endswith("/batterij.html")))
        button = page.get_by_role("button", name="samen lachen", exact=True)
        before = button.evaluate(LOOK)
        button.tap()
        button.tap()
        assert button.get_attribute("aria-pressed") == "false"
        assert button.evaluate(LOOK) == before
