"""The sites in a real browser: for every eye and hand, alone on a USB stick, and without a word to anyone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.crawl import crawl, listen
from pages import course, opened, pages, search, telling, things, violations_in_both

BUILDS = ("built", "built_tiny")
AUDIENCES = ("deelnemer", "trainer")
KEPT = "[localStorage.length, sessionStorage.length, document.cookie]"


# --- every page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_page_is_for_every_eye_fits_and_keeps_to_itself(
    browser: Browser, built: Path, built_tiny: Path, audience: str
) -> None:
    """Axe finds nothing, no page is too wide, none asks for anything elsewhere, complains, or keeps a thing."""
    folders = (built, built_tiny)
    with opened(browser) as page:
        heard = listen(page, *(f"{folder.as_uri()}/" for folder in folders))
        wrong = list(crawl(page, [path for folder in folders for path in pages(folder, audience)]))
        page.goto((course(built, audience) / "index.html").as_uri())
        search(page, "deel")
        assert page.evaluate(KEPT) == [0, 0, ""]
    assert wrong + heard == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_from_a_server_no_request_leaves_and_nothing_is_kept(
    browser: Browser, built: Path, address: str, audience: str
) -> None:
    """Pages from a server differ in what they may fetch and keep, so a page of each kind of thing tells."""
    with opened(browser) as page:
        heard = listen(page, f"{address}/")
        for path in telling(pages(built, audience)):
            page.goto(f"{address}/{path.relative_to(built).as_posix()}")
        page.goto(f"{address}/{audience}/{course(built, audience).name}/index.html")
        search(page, "deel")
        assert page.evaluate(KEPT) == [0, 0, ""]
    assert heard == []


STYLE = """<style>main { color: #333; background: #fff; }
@media (prefers-color-scheme: dark) { .built, .made { color: #777; background: #888; } }
@media (max-width: 400px) { .small { color: #777; background: #888; } }</style>"""
PLAIN = f"<!doctype html><html lang=nl><title>t</title>{STYLE}<main><h1>t</h1><p>t</p>%s</main></html>"
SCRIPT = "<script>document.querySelector('p').outerHTML = '<p class=made>dark</p>'</script>"
FAULTS = {
    "<p class=built>dark</p>": {"desk, dark: color-contrast", "phone, dark: color-contrast"},
    SCRIPT: {"desk, dark: color-contrast", "phone, dark: color-contrast"},
    "<p class=small>small</p>": {"phone, light: color-contrast", "phone, dark: color-contrast"},
    "<p class=plain style='color: #777; background: #888'>plain</p>": {"desk, light: color-contrast"},
    "<img src='data:,'>": {"desk, light: image-alt"},
    "<p style='width: 500px'>t</p>": {"508 wide on a screen of 320"},
    "<details><summary>t</summary><p style='width: 600px'>t</p></details>": {"608 wide on a screen of 320"},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_crawl_sees_a_fault_on_one_page_of_many(browser: Browser, tmp_path: Path, fault: str) -> None:
    paths = [tmp_path / f"{n}.html" for n in range(3)]
    for path in paths:
        path.write_text(PLAIN % (fault if path is paths[1] else ""), encoding="utf-8")
    with opened(browser) as page:
        found = list(crawl(page, paths))
    assert [wrong for wrong in found if not wrong.startswith(f"{paths[1]}: ")] == []
    assert [fault for fault in FAULTS[fault] if f"{paths[1]}: {fault}" not in "\n".join(found)] == []


def test_the_crawl_hears(browser: Browser, tmp_path: Path) -> None:
    faults = ("<img alt='' src='http://127.0.0.1:9/x'>", "<script>console.log('said')</script>", "<script>x()</script>")
    path = tmp_path / "a.html"
    path.write_text(PLAIN % "".join(faults), encoding="utf-8")
    with opened(browser) as page:
        heard = listen(page, f"{tmp_path.as_uri()}/")
        page.goto(path.as_uri())
    assert {"asks for http://127.0.0.1:9/x", "said", "x is not defined"} <= {each.split(" ", 1)[1] for each in heard}


def test_few_pages_hold_every_kind_of_thing(built: Path) -> None:
    paths = pages(built, "trainer")
    chosen = telling(paths)
    assert set().union(*map(things, chosen)) == set().union(*map(things, paths))
    assert len(chosen) < len(paths) / 4


# --- for every hand ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("build", BUILDS)
def test_axe_finds_nothing_in_an_open_menu_or_search(
    request: pytest.FixtureRequest, browser: Browser, build: str
) -> None:
    home = course(request.getfixturevalue(build), "trainer") / "index.html"
    with opened(browser, "phone") as page:
        page.goto(home.as_uri())
        page.click(".menu summary")
        assert violations_in_both(page) == []
        page.click(".menu summary")
        search(page, "deel")
        assert violations_in_both(page) == []


def test_by_keyboard_alone(browser: Browser, built_tiny: Path) -> None:
    with opened(browser, "phone") as page:
        page.goto((course(built_tiny, "trainer") / "index.html").as_uri())
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.skip')")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.cover-button')")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector('.menu').open")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith("/draaiboek.html")


def test_escape_closes_the_menu_and_gives_the_focus_back(browser: Browser, built_tiny: Path) -> None:
    with opened(browser, "phone") as page:
        page.goto((course(built_tiny, "deelnemer") / "index.html").as_uri())
        page.click(".menu summary")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not page.locator(".menu nav").is_visible()
        assert page.evaluate("document.activeElement.matches('.menu > summary')")
        page.click(".menu summary")
        page.focus("#find-query")
        assert not page.locator(".menu nav").is_visible()


@pytest.mark.parametrize("key", ["f", "s", "/", "n", "p", ",", "."])
def test_a_single_letter_does_nothing(browser: Browser, built_tiny: Path, key: str) -> None:
    with opened(browser) as page:
        page.goto((course(built_tiny, "deelnemer") / "begrippen.html").as_uri())
        page.evaluate("() => { window.asked = []; navigation.onnavigate = event => asked.push(event.destination.url) }")
        page.keyboard.press(key)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.skip')"), "nothing took the focus before"
        page.keyboard.press("Enter")
        assert [url.partition("#")[0] for url in page.evaluate("asked")] == [page.url.partition("#")[0]]
        assert page.url.partition("#")[0].endswith("begrippen.html")


def test_without_scripts_all_can_be_read(browser: Browser, built_tiny: Path) -> None:
    with opened(browser, "phone", java_script_enabled=False) as page:
        page.goto((course(built_tiny, "deelnemer") / "oefeningen/stellingen.html").as_uri())
        assert not page.locator(".find").is_visible()
        assert not page.get_by_text("Handschoenen lekken").is_visible()
        page.get_by_text("Toon het oordeel").first.click()
        assert page.get_by_text("Handschoenen lekken").is_visible()
        page.click(".menu summary")
        page.click(".menu >> text=Casussen")
        assert page.locator("h1").inner_text() == "Casussen"


# --- alone -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", ["http", "file"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("page_name", ["index.html", "casussen/manoelle.html"])
def test_search_finds_words_without_their_accents(
    browser: Browser, built: Path, address: str, audience: str, protocol: str, page_name: str
) -> None:
    root = address if protocol == "http" else built.as_uri()
    with opened(browser) as page:
        page.goto(f"{root}/{audience}/{course(built, audience).name}/{page_name}")
        for word, marked in (("patient", "patiënt"), ("Manoelle", "Manoëlle"), ("patiënt", "patiënt")):
            results = search(page, word)
            assert results, word
            assert marked.lower() in page.locator(".find-list mark").first.inner_text().lower()
        assert search(page, "qqqq") == []


@pytest.mark.parametrize("protocol", ["http", "file"])
def test_the_index_is_fetched_only_once_somebody_searches(
    browser: Browser, built: Path, address: str, protocol: str
) -> None:
    late, root = re.compile(r"(search|find)\.js"), address if protocol == "http" else built.as_uri()
    with opened(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.goto(f"{root}/trainer/{course(built, 'trainer').name}/index.html")
        page.wait_for_load_state("networkidle")
        assert [name for name in asked if late.match(name)] == []
        assert search(page, "deel")
        assert len([name for name in asked if late.match(name)]) == 2


def test_a_result_of_search_opens(browser: Browser, built: Path) -> None:
    with opened(browser, "phone") as page:
        page.goto((course(built, "deelnemer") / "begrippen.html").as_uri())
        search(page, "Manoelle")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "/casussen/" in page.url


@pytest.mark.parametrize("audience", AUDIENCES)
def test_from_a_stick_every_link_of_the_menu_opens(browser: Browser, built_tiny: Path, audience: str) -> None:
    with opened(browser) as page:
        page.goto((built_tiny / audience / "index.html").as_uri())
        with page.expect_navigation():
            page.click("main a")
        names = page.locator(".bar a").all_text_contents()
        assert len(names) > 5
        for name in names:
            link = page.get_by_role("navigation", name="Hoofdmenu").locator("a").get_by_text(name, exact=True)
            if not link.is_visible():
                link.locator("xpath=ancestor::details/summary").click()
            with page.expect_navigation():
                link.click()
            assert page.locator("h1").count() == 1
            assert page.locator(".bar [aria-current]").text_content() == name


def test_slide_pictures_show(browser: Browser, built_tiny: Path) -> None:
    with opened(browser) as page:
        for path in sorted((course(built_tiny, "trainer") / "deel").glob("*.html")):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
            page.wait_for_function("() => [...document.images].every(image => image.complete)")
            assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)"), path
            assert _ratios(page), path


def _ratios(page: Page) -> bool:
    """Whether each slide picture has the shape that its page keeps free for it."""
    shapes: Iterable[float] = page.evaluate(
        "[...document.querySelectorAll('.slide-picture img')].map(image => image.naturalWidth / image.naturalHeight)"
    )
    return all(abs(shape - 960 / 540) < 0.02 for shape in shapes)
