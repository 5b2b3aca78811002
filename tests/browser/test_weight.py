"""What a page costs who opens it over a slow connection: bytes and requests, which no busy machine changes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Response

from pages import opened

MOST_BYTES, MOST_REQUESTS = 120 * 1024, 8
"""Of a page with an exercise, opened for the first time, as the files are: a host that compresses sends half."""


@pytest.mark.parametrize("page_name", ["oefeningen/kop.html", "index.html", "bladen/zelfdoding.html"])
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
