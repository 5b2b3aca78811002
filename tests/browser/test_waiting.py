"""What waits on the public pages until a reader asks for it, with scripts, with slow or broken ones, and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from browser.conftest import served
from pages import opened, violations_in_both

CASE, EXERCISE = "deelnemer/handhygiene/casussen/noemie.html", "deelnemer/handhygiene/oefeningen/drempels.html"
FIRST, SECOND, REACTION = "Het is tien over elf", "Avonds lees ik", "Dertig seconden, dertig patiënten"
ANSWER = "Welke momenten wegen"
OVER = "De avond is voorbij, toon alles"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser, "phone") as shown:
        yield shown


def seen(page: Page) -> list[str]:
    return [text for text in (FIRST, SECOND, REACTION) if page.get_by_text(text).is_visible()]


def answers(page: Page) -> int:
    return page.locator(".answer").filter(visible=True).count()


def test_a_case_opens_part_by_part(page: Page, built_tiny: Path) -> None:
    page.goto((built_tiny / CASE).as_uri())
    assert seen(page) == [FIRST]
    assert answers(page) == 0
    page.get_by_role("button", name="verder met het verhaal").click()
    assert seen(page) == [FIRST, SECOND]
    assert page.evaluate("document.activeElement.id") == "deel-2"
    page.get_by_role("button", name="Lees deze reactie").click()
    assert seen(page) == [FIRST, SECOND, REACTION]
    assert answers(page) == 0
    page.get_by_role("button", name="toon een mogelijk antwoord").click()
    assert answers(page) == 1
    assert not page.get_by_text(ANSWER).is_visible()
    page.keyboard.press("Enter")
    assert page.get_by_text(ANSWER).is_visible()
    assert violations_in_both(page) == []


def test_what_waits_leaves_no_heading_on_paper(page: Page, built_tiny: Path) -> None:
    page.goto((built_tiny / CASE).as_uri())
    page.emulate_media(media="print")
    assert page.locator("main h2:visible").all_inner_texts() == ["Deel 1"]
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Lees deze reactie").click()
    page.emulate_media(media="print")
    assert len(page.locator("main h2:visible").all_inner_texts()) == 2


def test_a_link_to_a_reaction_asks_for_it(page: Page, built_tiny: Path) -> None:
    page.goto((built_tiny / CASE).as_uri() + "#reactie-1")
    assert seen(page) == [FIRST, REACTION]
    assert answers(page) == 0


def test_when_the_evening_is_over_nothing_waits(page: Page, built_tiny: Path) -> None:
    page.goto((built_tiny / CASE).as_uri())
    page.get_by_label(OVER).check()
    assert seen(page) == [FIRST, SECOND, REACTION]
    assert answers(page) == 1
    page.goto((built_tiny / EXERCISE).as_uri())
    assert answers(page) == page.locator(".answer").count() > 0
    assert page.locator(".waiting").filter(visible=True).count() == 0
    assert page.get_by_label(OVER).is_checked()
    page.get_by_label(OVER).uncheck()
    assert answers(page) == 0
    assert page.evaluate("localStorage.length") == 0


def test_a_browser_that_keeps_nothing_says_so(page: Page, built_tiny: Path) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page.goto((built_tiny / CASE).as_uri())
    page.get_by_label(OVER).check()
    assert seen(page) == [FIRST, SECOND, REACTION]
    assert page.get_by_text("laat bewaren niet toe").is_visible()


@pytest.mark.parametrize("path", [CASE, EXERCISE])
def test_on_a_slow_network_nothing_is_given_away(page: Page, built_tiny: Path, path: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/frame.js", hold)
    with served(built_tiny) as address:
        with page.expect_request("**/frame.js"):
            page.goto(f"{address}/{path}", wait_until="commit")
        page.locator("footer").wait_for()
        assert page.locator(".answer").count() > 0
        assert answers(page) == 0
        assert SECOND not in " ".join(seen(page))
        held[0].continue_()
        page.get_by_label(OVER).wait_for()
        assert answers(page) == 0


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {}], ids=["without scripts", "with a broken one"])
def test_else_all_of_it_can_be_read(browser: Browser, built_tiny: Path, options: dict[str, bool]) -> None:
    with opened(browser, "phone", **options) as page:
        page.route("**/frame.js", lambda route: route.abort())
        with served(built_tiny) as address:
            page.goto(f"{address}/{CASE}")
            assert seen(page) == [FIRST, SECOND, REACTION]
            assert answers(page) == 1


def test_trainers_do_not_wait(page: Page, built_tiny: Path) -> None:
    page.goto((built_tiny / CASE.replace("deelnemer", "trainer")).as_uri())
    assert seen(page) == [FIRST, SECOND, REACTION]
    assert answers(page) == 1
