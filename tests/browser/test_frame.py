"""What stands around every page: help is in sight wherever one is, and lies over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hands import exercise, place
from pages import SIZES, opened

HELP = """() => {
    const help = document.querySelector('.help'), box = help.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === help;
    const inside = box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    return hit && inside && Math.min(box.width, box.height) >= 40;
}"""
"""Whether it can be seen and hit as a whole."""
OVER = """() => {
    const item = document.activeElement, stays = document.querySelector('.top-stay');
    if (item.closest('.top, .skip') || item === document.body) return '';
    const at = item.getBoundingClientRect(), help = document.querySelector('.help').getBoundingClientRect();
    const bar = getComputedStyle(stays).position === 'sticky' ? stays.getBoundingClientRect().bottom : 0;
    const crosses = at.right > help.left && at.left < help.right && at.bottom > help.top && at.top < help.bottom;
    return crosses || at.bottom <= bar ? item.outerHTML.slice(0, 80) : '';
}"""
"""What has focus and lies below the help, or has gone behind the bar that stays."""
COVERED = """() => {
    const help = document.querySelector('.help').getBoundingClientRect(), range = document.createRange(), found = [];
    const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        range.selectNodeContents(words.currentNode);
        if ([...range.getClientRects()].some(box => box.right > help.left)) found.push(words.currentNode.data.trim());
    }
    return found.filter(Boolean);
}"""
"""Text that comes below the help when one scrolls, where that stands in the margin."""
PLACES = ("burn-out/index.html", "burn-out/oefeningen/kop.html", "burn-out/bladen/herstel-patient.html", "index.html")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PLACES)
def test_help_stays_in_sight_and_over_no_text(browser: Browser, built: Path, name: str, size: str) -> None:
    with opened(browser, size) as page:
        page.goto((built / "deelnemer" / name).as_uri())
        for part in (0, 0.5, 1):
            page.evaluate("part => scrollTo(0, part * document.body.scrollHeight)", part)
            assert page.evaluate(HELP)
        if size == "desk":
            assert page.evaluate(COVERED) == []


BROKEN = """() => [...document.querySelectorAll('main a[href^="tel:"]')]
    .filter(link => link.getClientRects().length > 1).map(link => link.textContent)"""
"""Numbers to call that stand on two lines."""


@pytest.mark.parametrize("name", ["burn-out/bladen/evaluatie.html", "werkdruk/bladen/werkdruk-evaluatie.html"])
def test_on_a_phone_a_table_keeps_the_name_of_its_first_column_and_a_number_its_line(
    browser: Browser, built: Path, name: str
) -> None:
    with opened(browser, "phone") as page:
        page.goto((built / "deelnemer" / name).as_uri())
        assert page.get_by_text("Na deze avond").bounding_box()["height"] > 15  # type: ignore[index]
        assert page.evaluate(BROKEN) == []


def test_help_is_in_sight_from_the_back_of_the_room(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop"), "touch") as page:
        page.get_by_role("button", name="Groot beeld").tap()
        page.evaluate("scrollTo(0, 900)")
        assert page.evaluate(HELP)


def test_from_any_page_a_number_is_two_taps_away(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "batterij"), "touch") as page:
        page.evaluate("scrollTo(0, 2000)")
        page.locator(".help").tap()
        number = page.locator("h2:target + div .entry-short a[href='tel:1813']")
        number.wait_for()
        assert number.evaluate("link => link.getBoundingClientRect().bottom < innerHeight")


@pytest.mark.parametrize("size", ["phone", "desk"])
@pytest.mark.parametrize("name", ["oefeningen/taakverdeling.html", "feiten.html"])
def test_nothing_that_has_focus_is_hidden(browser: Browser, built: Path, name: str, size: str) -> None:
    with opened(browser, size) as page:
        page.goto((built / "deelnemer" / "burn-out" / name).as_uri())
        assert _hidden(page, "Tab") + _hidden(page, "Shift+Tab") == []


def _hidden(page: Page, key: str) -> list[str]:
    found = []
    for _ in range(60):
        page.keyboard.press(key)
        found.append(page.evaluate(OVER))
    return [each for each in found if each]
