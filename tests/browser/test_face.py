"""The small course with the face of an organisation, in colours that just pass: every page, paper and deck is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import deck_checks
import paper_checks
from browser.crawl import crawl, listen
from pages import course, opened, pages


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
def test_every_page_is_for_every_eye(browser: Browser, built_faced: Path, audience: str) -> None:
    with opened(browser) as page:
        heard = listen(page, f"{built_faced.as_uri()}/")
        wrong = list(crawl(page, pages(built_faced, audience)))
        page.goto((course(built_faced, audience) / "index.html").as_uri())
        assert page.get_by_role("img", name="Kring").first.is_visible()
    assert wrong + heard == []


def test_every_paper_and_deck_is_sound(built_faced: Path) -> None:
    files = {path.relative_to(built_faced): path.read_bytes() for path in built_faced.rglob("*") if path.is_file()}
    decks = {path: data for path, data in files.items() if path.suffix == ".pptx"}
    papers = {path: data for path, data in files.items() if path.suffix == ".pdf"}
    assert decks
    assert {path: found for path, data in decks.items() if (found := deck_checks.findings(data))} == {}
    assert {path: found for path, data in papers.items() if (found := paper_checks.findings(path.name, data))} == {}
