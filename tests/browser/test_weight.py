"""What a page costs who opens it over a slow connection: bytes, requests, and when one can read and write."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from browser.conftest import Quiet, served
from lok.design import palette
from pages import opened

MOST_BYTES, MOST_REQUESTS = 120 * 1024, 8
"""Of a page with an exercise, opened for the first time, as the files are: a host that compresses sends half."""
LATENCY, SPEED = 400, 400_000 / 8
"""Of the connection, in ms and bytes a second."""
FIRST, USABLE = 1200, 2500
"""The ms after which a reader sees something, and can write in the first field."""
RUNS = 3
"""The best counts: a busy machine only adds to what the connection takes."""
PAGES = ("oefeningen/kop.html", "index.html", "bladen/zelfdoding.html")
PAINTED = "() => (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime"
WATCH = """setInterval(() => {
    const field = document.querySelector('.live :is(textarea, fieldset, .exercise button)');
    if (field && field.getClientRects().length && !window.usable) window.usable = performance.now();
}, 10)"""


@pytest.mark.parametrize("page_name", PAGES)
def test_a_page_is_light(browser: Browser, address: str, page_name: str) -> None:
    with opened(browser, "phone", service_workers="block") as page:
        sizes: list[tuple[str, int]] = []

        def weigh(response: Response) -> None:
            sizes.append((response.url.rpartition("/")[2], int(response.headers["content-length"])))

        page.on("response", weigh)
        page.goto(f"{address}/deelnemer/burn-out/{page_name}")
        page.wait_for_load_state("networkidle")
    assert len(sizes) <= MOST_REQUESTS, sizes
    assert sum(size for _, size in sizes) <= MOST_BYTES, sizes


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


class _Compressing(Quiet):
    """A host that compresses what is text, as hosts of pages do."""

    def send_head(self) -> io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in (".html", ".css", ".js", ".svg"):
            return super().send_head()  # type: ignore[return-value]
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@pytest.mark.parametrize("name", ["burn-out/oefeningen/kop.html", "werkdruk/oefeningen/kies-drie.html"])
def test_over_a_slow_connection_one_soon_reads_and_writes(browser: Browser, built: Path, name: str) -> None:
    with served(built, _Compressing) as host:
        times = [_times(browser, f"{host}/deelnemer/{name}") for _ in range(RUNS)]
    assert min(first for first, _ in times) <= FIRST, times
    assert min(usable for _, usable in times) <= USABLE, times


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
