"""The search of a site: what a doctor types comes first, answers stay closed, and it works by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lok.publish import search
from pages import SIZES, course, opened
from projects import ROOT

TABLE = Path(__file__).with_name("queries.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^\| (burn-out|werkdruk) \| (.+) \| (\S+) \|$", TABLE, re.MULTILINE)
AUDIENCES = ("trainer", "deelnemer")
FIND = ROOT / "generator" / "lok" / "assets" / "search" / "find.js"


@pytest.fixture(scope="module")
def page(browser: Browser, built: Path) -> Page:
    """A page of the participants' site with the search of both courses: `found[course](query)` gives addresses."""
    shown = browser.new_page()
    shown.add_script_tag(path=FIND)
    shown.evaluate("() => { window.found = {} }")
    for name in ("burn-out", "werkdruk"):
        shown.add_script_tag(path=built / "deelnemer" / name / search.INDEX)
        shown.evaluate(
            """name => { const index = lokFind.prepare(lokIndex);
                found[name] = query => lokFind.find(index, query).map(each => each.record.address) }""",
            name,
        )
    return shown


def test_the_table_is_read() -> None:
    assert len(QUERIES) >= 30
    assert TABLE.count("\n| ") == len(QUERIES) + 1, "a row without course or page"


@pytest.mark.parametrize(("name", "query", "first"), QUERIES, ids=lambda each: each)
def test_what_is_typed_comes_first(page: Page, name: str, query: str, first: str) -> None:
    found = page.evaluate("([name, query]) => found[name](query)", [name, query])
    assert found[:1] == [first]


@pytest.mark.parametrize("query", ["in", "de", "qqqq", "", "?", "💥", "a" * 500, "<b>", "' or 1=1"])
def test_any_query_is_answered(page: Page, query: str) -> None:
    assert isinstance(page.evaluate("query => found['werkdruk'](query)", query), list)


def test_answers_stay_closed_for_participants(built_tiny: Path) -> None:
    index = {audience: (course(built_tiny, audience) / search.INDEX).read_text("utf-8") for audience in AUDIENCES}
    assert "Handschoenen lekken" in index["trainer"]
    assert "Handschoenen lekken" not in index["deelnemer"]


def typed(page: Page, built: Path, query: str) -> None:
    page.goto((course(built, "deelnemer") / "begrippen.html").as_uri())
    page.click("#find-query")
    page.keyboard.type(query)
    page.wait_for_function("() => /[0-9]|Geen/.test(document.querySelector('.find-meta').textContent)")


def test_by_keyboard(browser: Browser, built: Path) -> None:
    with opened(browser) as page:
        typed(page, built, "jeroen")
        for key, focused in (
            ("ArrowDown", ".find-list li:first-child > a"), ("ArrowDown", ".find-list li:nth-child(2) > a"),
            ("ArrowUp", ".find-list li:first-child > a"), ("ArrowUp", "#find-query"), ("ArrowUp", "#find-query"),
            ("Tab", ".find-list li:first-child > a"), ("Tab", ".find-list li:nth-child(2) > a"),
        ):  # fmt: skip
            page.keyboard.press(key)
            assert page.evaluate("css => document.activeElement.matches(css)", focused), (key, focused)
            assert page.locator(".find-output").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator(".find-output").is_visible()
        assert page.evaluate("document.activeElement.matches('#find-query')")
        page.click("h1")  # nothing lies over the page


def test_escape_closes_before_the_index_came(browser: Browser, built: Path) -> None:
    with opened(browser) as page:
        page.route(re.compile(r"index\.js$"), lambda _: None)  # never answered
        page.goto((course(built, "deelnemer") / "begrippen.html").as_uri())
        page.click("#find-query")
        page.keyboard.type("je")
        assert page.locator(".find-output").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator(".find-output").is_visible()
        page.click("h1")


def test_what_is_found_is_told_and_marked(browser: Browser, built: Path) -> None:
    with opened(browser) as page:
        typed(page, built, "adviserend arts")
        assert re.fullmatch(r"\d+ pagina’s gevonden\.", page.inner_text(".find-meta[role=status]"))
        marked = {each.lower() for each in page.locator(".find-list mark").all_inner_texts()}
        assert {"adviserend", "arts"} <= marked


@pytest.mark.parametrize("size", SIZES)
def test_what_is_found_stands_whole_on_the_screen(browser: Browser, built: Path, size: str) -> None:
    with opened(browser, size) as page:
        typed(page, built, "burnout")
        box = page.locator(".find-output").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= SIZES[size][0]


@pytest.mark.parametrize("query", ["zelfmoord", "suïcide", "ik wil dood"])
def test_who_is_in_need_can_call_at_once(browser: Browser, built: Path, query: str) -> None:
    with opened(browser, "phone") as page:
        typed(page, built, query)
        assert page.locator(".find-list li").first.locator("a.find-call").get_attribute("href") == "tel:1813"


def test_nothing_found_offers_near_words_and_who_to_call(browser: Browser, built: Path) -> None:
    with opened(browser) as page:
        typed(page, built, "mutolitait")
        assert page.locator(".find-list li").count() == 0
        assert page.locator(".find-near a").first.get_attribute("href") == "tel:1813"
        assert page.locator(".find-near button").count()
        page.locator(".find-near button").first.click()
        assert page.locator(".find-list li").count()
