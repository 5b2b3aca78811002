"""All that stands in a pack goes through the gates that a build goes through: of a whole evening and of a shorter one.

A pack lays out again what tells of its evening and hides slides, so a build that passes says nothing of it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from pathlib import Path

import page
import pytest
from openxml_audit import validate_pptx
from playwright.sync_api import Browser
from pptx import Presentation

import deck_checks
import paper_checks
from browser.crawl import crawl, listen
from lok.archive import contents
from lok.load import load_and_check
from lok.model.course import Evening
from lok.packs import packs
from lok.publish.engine import MKDOCS
from once import once
from pages import opened
from projects import TODAY, put, tiny
from samples import span

MINUTES: Mapping[str, Decimal | None] = {"whole": None, "shorter": Decimal("28.5")}
"""How long each evening lasts; the shorter one does without a slide and cuts another."""


@dataclass(frozen=True)
class Unpacked:
    """A pack of the tiny course in a folder, as a duo finds it."""

    folder: Path
    short: bool

    def files(self, ending: str) -> list[Path]:
        return sorted(self.folder.rglob(f"*{ending}"))


@pytest.fixture(scope="module", params=MINUTES)
def pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    def unpacked(folder: Path) -> None:
        loaded = load_and_check(tiny(tmp_path_factory.mktemp("course")), [], TODAY)
        minutes = MINUTES[request.param]
        evening = Evening(TODAY, time(20), "De Kring", "LOK Lier", ("An", "Jan"), 14, span(), minutes)
        [(made, _)] = packs(loaded.courses[0], [evening], loaded.settings, MKDOCS, False, lambda _: None)
        put(folder, contents(made.data))

    folder = once(tmp_path_factory, f"pack-{request.param}", unpacked)
    return Unpacked(folder, MINUTES[request.param] is not None)


def test_our_own_checker_and_the_open_xml_audit_find_nothing_in_any_deck(pack: Unpacked) -> None:
    """Titles that differ, alternative text, reading order and language, on hidden slides too."""
    decks = pack.files(".pptx")
    assert len(decks) == len({"to show", "its copy", "of one role", "of the other"})
    assert {deck.name: found for deck in decks if (found := deck_checks.findings(deck.read_bytes()))} == {}
    assert {deck.name: found for deck in decks if (found := validate_pptx(deck).errors)} == {}


def test_a_shorter_evening_hides_slides_that_the_gates_judged(pack: Unpacked) -> None:
    hidden = [
        [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(deck.read_bytes())).slides
         if slide._element.get("show") == "0"]
        for deck in pack.files(".pptx")
    ]  # fmt: skip
    assert all(bool(titles) is pack.short for titles in hidden)
    assert all(titles == hidden[0] for titles in hidden)


def test_every_paper_passes_our_own_checker_and_an_independent_pdf_ua_check(pack: Unpacked) -> None:
    papers = {path.read_bytes(): path for path in pack.files(".pdf")}
    assert len(papers) > 20
    found = {path.name: paper_checks.findings(path.name, data) for data, path in papers.items()}
    for data, path in papers.items():
        report = page.validate_pdf_bytes(data, profile="ua1")
        found[path.name] += (
            [] if report.is_compliant else [f"{each.rule_id}: {each.message}" for each in report.failures]
        )
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_page_is_for_every_eye_fits_and_keeps_to_itself(browser: Browser, pack: Unpacked) -> None:
    pages = pack.files(".html")
    assert {"01-begin-hier.html", "04-spreekscherm.html", "index.html"} <= {path.name for path in pages}
    with opened(browser) as shown:
        heard = listen(shown, f"{pack.folder.as_uri()}/")
        wrong = list(crawl(shown, pages))
    assert wrong + heard == []
