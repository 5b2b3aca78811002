"""The sites in a real browser: for every eye and hand, alone on a USB stick, and without a word to anyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

SIZES = {"phone": (360, 800), "desk": (1440, 900)}
TABLET = {"tablet": (768, 1024)}
SCHEMES = ("light", "dark")
BUILDS = ("built", "built_tiny")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": LEVELS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What another colour scheme can break; every other rule would see the same page twice."""


def pages(folder: Path) -> list[Path]:
    """Every published page."""
    return sorted(path for name in ("deelnemer", "trainer") for path in (folder / name).rglob("*.html"))


@contextmanager
def opened(browser: Browser, size: str = "desk", scheme: str = "light", **options: object) -> Iterator[Page]:
    width, height = (SIZES | TABLET)[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def violations(page: Page, rules: Mapping[str, object] = ALL) -> list[str]:
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def course(folder: Path, audience: str) -> Path:
    return next(path for path in sorted((folder / audience).iterdir()) if path.is_dir())


# --- accessible --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    request: pytest.FixtureRequest, browser: Browser, build: str, size: str, scheme: str
) -> None:
    folder: Path = request.getfixturevalue(build)
    wrong = []
    with opened(browser, size, scheme) as page:
        for path in pages(folder):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(item => item.open = !item.matches('.menu'))")
            rules = ALL if scheme == "light" else COLOURS
            wrong += [f"{path.relative_to(folder)}: {found}" for found in violations(page, rules)]
    assert not wrong


def test_axe_looks(browser: Browser, built_tiny: Path) -> None:
    with opened(browser) as page:
        page.goto(pages(built_tiny)[0].as_uri())
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><h6>x</h6>')")
        assert {found.partition(":")[0] for found in violations(page)} >= {"image-alt", "heading-order"}
        page.evaluate("document.querySelector('main p').style.cssText = 'color: #777; background: #888'")
        assert {found.partition(":")[0] for found in violations(page, COLOURS)} == {"color-contrast"}


@pytest.mark.parametrize("build", BUILDS)
def test_axe_finds_nothing_in_an_open_menu_or_search(
    request: pytest.FixtureRequest, browser: Browser, build: str
) -> None:
    home = course(request.getfixturevalue(build), "trainer") / "index.html"
    for scheme in SCHEMES:
        with opened(browser, "phone", scheme) as page:
            page.goto(home.as_uri())
            page.click(".menu summary")
            assert violations(page) == []
            page.click(".menu summary")
            search(page, "deel")
            assert violations(page) == []


@pytest.mark.parametrize("build", BUILDS)
def test_no_page_is_wider_than_a_narrow_screen(request: pytest.FixtureRequest, browser: Browser, build: str) -> None:
    folder: Path = request.getfixturevalue(build)
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for path in pages(folder):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.relative_to(folder))
    context.close()
    assert not wide


def test_by_keyboard_alone(browser: Browser, built_tiny: Path) -> None:
    with opened(browser, "phone") as page:
        page.goto((course(built_tiny, "trainer") / "index.html").as_uri())
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.md-skip')")
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


@pytest.mark.parametrize("key", ["f", "s", "/", "n", "p", ",", "."])
def test_a_single_letter_does_nothing(browser: Browser, built_tiny: Path, key: str) -> None:
    with opened(browser) as page:
        page.goto((course(built_tiny, "deelnemer") / "begrippen.html").as_uri())
        page.keyboard.press(key)
        page.wait_for_timeout(200)
        assert page.url.endswith("begrippen.html")
        assert page.evaluate("document.activeElement === document.body")


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


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
@pytest.mark.parametrize("protocol", ["http", "file"])
def test_no_request_leaves_and_nothing_is_kept(
    browser: Browser, built: Path, address: str, audience: str, protocol: str
) -> None:
    root = address if protocol == "http" else built.as_uri()
    asked: list[str] = []
    said: list[str] = []
    with opened(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
        for path in pages(built):
            if path.relative_to(built).parts[0] == audience:
                page.goto(f"{root}/{path.relative_to(built).as_posix()}")
        page.goto(f"{root}/{audience}/{course(built, audience).name}/index.html")
        search(page, "deel")
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert not [url for url in asked if not url.startswith((f"{root}/", "data:"))]
    assert not said


@pytest.mark.parametrize("protocol", ["http", "file"])
@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
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


def test_a_result_of_search_opens(browser: Browser, built: Path) -> None:
    with opened(browser, "phone") as page:
        page.goto((course(built, "deelnemer") / "begrippen.html").as_uri())
        search(page, "Manoelle")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "/casussen/" in page.url


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
def test_from_a_stick_every_link_of_the_menu_opens(browser: Browser, built_tiny: Path, audience: str) -> None:
    with opened(browser) as page:
        page.goto((built_tiny / audience / "index.html").as_uri())
        with page.expect_navigation():
            page.click("main a")
        names = page.locator(".bar a").all_inner_texts()
        assert len(names) > 5
        for name in names:
            with page.expect_navigation():
                page.get_by_role("navigation", name="Hoofdmenu").get_by_text(name, exact=True).click()
            assert page.locator("h1").count() == 1
            assert page.locator(".bar [aria-current]").inner_text() == name


def test_slide_pictures_show(browser: Browser, built_tiny: Path) -> None:
    with opened(browser) as page:
        for path in sorted((course(built_tiny, "trainer") / "deel").glob("*.html")):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
            page.wait_for_function("[...document.images].every(image => image.complete)")
            assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)"), path
            assert _ratios(page), path


def _ratios(page: Page) -> bool:
    """Whether each slide picture has the shape that its page keeps free for it."""
    shapes: Iterable[float] = page.evaluate(
        "[...document.querySelectorAll('.slide-picture img')].map(image => image.naturalWidth / image.naturalHeight)"
    )
    return all(abs(shape - 960 / 540) < 0.02 for shape in shapes)


def search(page: Page, word: str) -> list[str]:
    """Type a word in the search field; the titles of what it finds."""
    field = page.locator("#find-query")
    field.click()
    field.fill("")
    field.press("End")  # the theme listens to keys
    page.wait_for_function("() => !document.querySelector('.find-list a')")
    field.fill(word)
    field.press("End")
    page.wait_for_function(
        """() => { const text = document.querySelector('.find-meta').innerText;
            return /[0-9]/.test(text) ? document.querySelector('.find-list a') : /Geen/.test(text); }"""
    )
    return page.locator(".find-list a").all_inner_texts()
