"""What a doctor shows or gives to a patient: the page alone, and one A4 of it."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser

from pages import opened, violations_in_both

PAGE = "burn-out/bladen/herstel-patient.html"
AROUND = (".mark", ".menu", ".bar", ".find", ".side", ".toc", ".turn", ".foot")


def test_the_course_is_not_around_it(browser: Browser, built: Path) -> None:
    with opened(browser, "phone") as page:
        page.goto((built / "deelnemer" / PAGE).as_uri())
        for around in AROUND:
            assert page.locator(around).filter(visible=True).count() == 0, around
        assert page.locator('a[href="tel:1813"]').filter(visible=True).count() > 0
        assert page.get_by_role("link", name="Hulp", exact=True).is_visible()
        assert page.get_by_role("link", name="Terug naar de avond").is_visible()
        assert violations_in_both(page) == []


def test_it_is_one_page_on_paper(browser: Browser, built: Path) -> None:
    with opened(browser) as page:
        page.goto((built / "deelnemer" / PAGE).as_uri())
        printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        assert len(printed) == 1


def test_trainers_keep_their_menu(browser: Browser, built: Path) -> None:
    with opened(browser) as page:
        page.goto((built / "trainer" / PAGE).as_uri())
        assert page.locator(".bar").is_visible()
