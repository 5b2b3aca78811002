"""Makes the pictures of the README from a finished build: `python tests/readme_pictures.py build`; needs Chromium."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from guide_pictures import sheet_picture, slide_picture, small
from projects import ROOT

PICTURES = ROOT / "docs" / "pictures"
COURSE = "burn-out"
SLIDE = "zoek-ook-wat-energie-geeft"


@contextmanager
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def page_picture(browser: Browser, page: Path, place: str, size: tuple[int, int]) -> Image.Image:
    """What a reader sees at a place of a page, in a window of so many pixels."""
    window = browser.new_page(viewport={"width": size[0], "height": size[1]})
    window.goto(page.resolve().as_uri())
    window.locator(place).first.evaluate("item => item.scrollIntoView()")
    return Image.open(io.BytesIO(window.screenshot()))


def main(build: Path) -> None:
    trainer, participant = build / "trainer" / COURSE, build / "deelnemer" / COURSE
    with chromium() as browser:
        part = next(
            page for page in sorted((trainer / "deel").glob("*.html")) if f'id="{SLIDE}"' in page.read_text("utf-8")
        )
        made = {
            "handbook": page_picture(browser, part, f"#{SLIDE}", (1120, 700)),
            "participants": page_picture(browser, participant / "oefeningen" / "batterij.html", "form", (360, 740)),
            "slide": slide_picture((trainer / "slides" / f"{SLIDE}.svg").read_bytes()),
            "worksheet": sheet_picture((participant / "downloads" / "batterij-a4.pdf").read_bytes()),
        }
    for name, image in made.items():
        (PICTURES / f"{name}.png").write_bytes(small(image))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
