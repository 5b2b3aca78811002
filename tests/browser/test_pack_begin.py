"""The page to begin with, from a light pack: it fits on a phone, axe finds nothing, and its letters are ours."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lok.archive import contents
from lok.load import load_and_check
from lok.model.course import Evening
from lok.packs import packs
from lok.publish.engine import MKDOCS
from once import once
from pages import opened, violations_in_both
from projects import TODAY, put, tiny
from samples import span

NARROW = 320


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page, in a light pack of the tiny course that was unpacked."""

    def unpacked(folder: Path) -> None:
        loaded = load_and_check(tiny(tmp_path_factory.mktemp("course")), [], TODAY)
        evening = Evening(TODAY, time(20), "De Kring", "LOK Lier", ("An", "Jan"), 14, span())
        [(pack, _)] = packs(loaded.courses[0], [evening], loaded.settings, MKDOCS, True, lambda _: None)
        put(folder, contents(pack.data))

    return (once(tmp_path_factory, "unpacked", unpacked) / "01-begin-hier.html").as_uri()


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_axe_finds_nothing(browser: Browser, begin: str, size: str) -> None:
    with opened(browser, size) as page:
        page.goto(begin)
        assert violations_in_both(page) == []


def test_it_fits_on_a_narrow_phone_and_every_cell_says_what_it_is(browser: Browser, begin: str) -> None:
    with opened(browser, "phone") as page:
        page.set_viewport_size({"width": NARROW, "height": 800})
        page.goto(begin)
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW
        right = page.locator(".files td").evaluate_all(
            "all => Math.max(...all.map(c => c.getBoundingClientRect().right))"
        )
        assert right <= NARROW
        said = page.locator(".files td[data-label]").evaluate_all("all => all.map(c => c.dataset.label)")
        assert said[:3] == ["Hoe vaak", "Papier", "Vellen"]


def test_a_light_pack_brings_its_letters(browser: Browser, begin: str) -> None:
    with opened(browser) as page:
        page.goto(begin)
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.weight)")
        assert sorted(loaded) == ["400", "700"] or sorted(loaded) == ["700", "normal"]
