"""What a page costs who opens it over a slow connection: bytes, requests, and when one can read and write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from browser.conftest import served
from lok.design import palette
from lok.exercises import KINDS
from pages import opened, pages

MOST_BYTES, MOST_REQUESTS = 120 * 1024, 8
"""Of any page, opened for the first time, as the files are: a host that compresses sends half."""
LATENCY, SPEED = 400, 400_000 / 8
"""Of the connection, in ms and bytes a second."""
FIRST, USABLE = 1200, 2500
"""The ms after which a reader sees something, and can write in the first field."""
RUNS = 3
"""So often may a page try, and the best counts: a busy machine only adds to what the connection takes."""
ASKED = re.compile(rb'(?:href|src)="([^"#]+\.(?:css|js))"')
PAGES = ("oefeningen/kop.html", "index.html", "bladen/zelfdoding.html")
PAINTED = "() => (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime"
LETTERS = """family => document.fonts.status === 'loaded' && ['400', '700'].every(weight => [...document.fonts].some(
    font => font.family.includes(family) && !font.family.includes('at first') && font.weight === weight
        && font.style === 'normal' && font.status === 'loaded'))"""
"""Every page shows both, so then all has come."""
WATCH = """setInterval(() => {
    const field = document.querySelector('.live :is(textarea, fieldset, .exercise button)');
    if (field && field.getClientRects().length && !window.usable) window.usable = performance.now();
}, 10)"""


def test_every_page_is_light(browser: Browser, built: Path, address: str) -> None:
    found = {}
    with opened(browser, "phone", service_workers="block") as page:
        page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        for path in pages(built, "deelnemer"):
            name = path.relative_to(built).as_posix()
            found[name] = _sizes(page, built, f"{address}/{name}")
    weights = {name: sum(sizes.values()) for name, sizes in found.items()}
    assert sum("oefeningen/" in name for name in found) > 20
    assert not {name: sizes for name, sizes in found.items() if len(sizes) > MOST_REQUESTS}
    assert not {name: found[name] for name, weight in weights.items() if weight > MOST_BYTES}


def _sizes(page: Page, built: Path, address: str) -> dict[str, int]:
    """What a page asks for when it is opened, and how many bytes each of it is, sent as it stands in `built`."""
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = (built / urlsplit(response.url).path.lstrip("/")).stat().st_size

    page.on("response", weigh)
    page.goto(address, wait_until="load")
    page.wait_for_function(LETTERS, arg=palette.TEXT_FONT)
    page.remove_listener("response", weigh)
    return sizes


@pytest.mark.parametrize("page_name", PAGES)
def test_a_page_shows_itself_before_anything_else_comes(browser: Browser, address: str, page_name: str) -> None:
    """Its text, in its own colours and sizes, with what waits still closed, while all other files hang."""

    def hang(route: Route) -> None:
        if route.request.resource_type == "document":
            route.continue_()

    with opened(browser, "phone", service_workers="block") as page:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.route("**/*", hang)
        page.goto(f"{address}/deelnemer/burn-out/{page_name}", wait_until="commit")
        page.wait_for_function(PAINTED)
        page.locator(".foot").wait_for()
        petrol = tuple(bytes.fromhex(palette.LIGHT["petrol"]))
        styles = "item => [getComputedStyle(item).color, parseFloat(getComputedStyle(item).fontSize) > 24]"
        assert page.locator("h1").evaluate(styles) == [f"rgb{petrol}", True]
        assert not page.locator(".answer").locator("visible=true").count()
        assert not complaints


def test_over_a_slow_connection_one_soon_reads_and_writes(browser: Browser, built: Path) -> None:
    """On the heaviest page of each kind of exercise, from a host that does not compress."""
    with served(built) as host:
        names = [path.relative_to(built).as_posix() for path in _heaviest(built)]
        assert len(names) >= len(KINDS)
        times = {name: list(_tries(browser, f"{host}/{name}")) for name in names}
    late = {name: tries for name, tries in times.items() if not any(_soon(each) for each in tries)}
    assert not late


def _heaviest(built: Path) -> list[Path]:
    """Of the pages that ask for the same files, the one that is the largest itself, with each of those."""
    chosen: dict[frozenset[bytes], Path] = {}
    for path in sorted(pages(built, "deelnemer"), key=lambda path: path.stat().st_size):
        if "oefeningen" in path.parts and path.name != "index.html":
            chosen[frozenset(ASKED.findall(path.read_bytes()))] = path
    return list(chosen.values())


def _tries(browser: Browser, address: str) -> Iterator[tuple[float, float]]:
    """When a page shows something and when one can write, in ms, until that is soon enough."""
    for _ in range(RUNS):
        times = _times(browser, address)
        yield times
        if _soon(times):
            return


def _soon(times: tuple[float, float]) -> bool:
    first, usable = times
    return first <= FIRST and usable <= USABLE


def _times(browser: Browser, address: str) -> tuple[float, float]:
    with opened(browser, "phone", service_workers="block") as page:
        page.add_init_script(WATCH)
        _slow_down(page)
        page.goto(address)
        page.wait_for_function("() => window.usable")
        return page.evaluate(PAINTED), page.evaluate("window.usable")


def _slow_down(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    limits = {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
    devtools.send("Network.emulateNetworkConditions", limits)
