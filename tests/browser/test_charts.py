"""Charts in a real browser: for every eye, on every width, and with their table below them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pages import SCHEMES, SIZES, course, opened, violations_in_both

FILLS = """() => [0, 1, 2].map(n => {
  const style = getComputedStyle(document.querySelector(`.chart-key .series-${n}`));
  return style.fill + " " + style.fillOpacity;
})"""


def show(page: Page, built: Path) -> None:
    page.goto((course(built, "deelnemer") / "bladen/vijf-momenten.html").as_uri())


@pytest.mark.parametrize("size", SIZES)
def test_a_chart_is_for_everyone(browser: Browser, built_tiny: Path, size: str) -> None:
    with opened(browser, size) as page:
        show(page, built_tiny)
        assert page.locator("figure.chart").count() == 2
        assert violations_in_both(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_a_chart_says_its_numbers_and_has_its_table(browser: Browser, built_tiny: Path) -> None:
    with opened(browser) as page:
        show(page, built_tiny)
        stacked = page.locator("figure.chart").first
        assert stacked.get_by_role("row").count() == 0, "the bars say it already"
        stacked.get_by_text("Toon de getallen als tabel").click()
        assert page.get_by_role("figure", name="Hoe vaak het lukt, per moment").count() == 1
        picture = stacked.get_by_role("img")
        assert "vooraf: altijd 12, soms 6, nooit 2" in picture.get_attribute("aria-label")
        assert stacked.get_by_role("row").count() == 3


def test_bars_are_as_long_as_their_numbers(browser: Browser, built_tiny: Path) -> None:
    with opened(browser) as page:
        show(page, built_tiny)
        boxes = [bar.bounding_box() for bar in page.locator("figure.chart").last.locator("rect").all()]
        first, second, third = boxes
        assert second["width"] / first["width"] == pytest.approx(900 / 1200, abs=0.01)
        assert third["width"] / first["width"] == pytest.approx(412.5 / 1200, abs=0.01)
        middles = [box["x"] + box["width"] / 2 for box in boxes]
        assert max(middles) - min(middles) < 1


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("forced", ["none", "active"])
def test_pieces_differ_with_any_colours(browser: Browser, built_tiny: Path, forced: str, scheme: str) -> None:
    with opened(browser, scheme=scheme, forced_colors=forced) as page:
        show(page, built_tiny)
        assert len(set(page.evaluate(FILLS))) == 3
