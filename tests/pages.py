"""Pages of a finished site in a browser: where they are, how they are opened, searched and judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page

SIZES = {"phone": (360, 800), "tablet": (768, 1024), "desk": (1440, 900)}
SCHEMES = ("light", "dark")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": LEVELS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What another colour scheme can break; every other rule would see the same page twice."""
AXE = Axe().axe_script
OPEN = "document.querySelectorAll('details').forEach(item => item.open = !item.matches('.menu, .bar details'))"
"""Unfolds the text; a menu lies over the page, where it hides what is below it: those are judged on their own."""
THINGS = """() => [...new Set([...document.querySelectorAll('*')].map(
    item => [item.localName, [...item.classList].sort().join('.'), item.getAttribute('role') || ''].join(' ')))]"""


def pages(folder: Path, audience: str) -> list[Path]:
    """Every published page of an audience."""
    return sorted((folder / audience).rglob("*.html"))


def course(folder: Path, audience: str) -> Path:
    return min((folder / audience).glob("*/index.html")).parent


@contextmanager
def opened(browser: Browser, size: str = "desk", scheme: str = "light", **options: object) -> Iterator[Page]:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def resize(page: Page, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})


def reload(page: Page) -> None:
    """Open a page again, as somebody does who comes back to what it kept.

    Chromium loses the storage of a page from a file now and then where the machine is busy, without any call of the
    page. What is lost so is put back, once: a page that wipes what it should keep does that the second time too.
    """
    kept = page.evaluate("({ ...localStorage })")
    page.reload()
    if kept and not page.evaluate("localStorage.length"):
        page.evaluate("kept => Object.assign(localStorage, kept)", kept)
        page.reload()


def violations(page: Page, rules: Mapping[str, object] = ALL) -> list[str]:
    """What axe-core finds wrong, as `rule: element`; it fetches no style sheets, which a file may not."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    page.evaluate("scrollTo(0, 0)")  # what scrolled half below the bar that stays is judged where it is free
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": {"assets": ["media"]}}
    found = page.evaluate("options => axe.run(document, options).then(result => result.violations)", options)
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def violations_in_both(page: Page) -> list[str]:
    """What is wrong in light, and what then has the wrong colours in dark."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    dark = [f"dark: {each}" for each in violations(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    return found + dark


def things(path: Path) -> set[str]:
    """The kinds of things in a page as it was built, each with its classes and role: `THINGS` before any script."""
    elements = (item for item in html.fromstring(path.read_bytes()).iter() if isinstance(item.tag, str))
    return {" ".join((item.tag, ".".join(sorted(set(item.classes))), item.get("role", ""))) for item in elements}


def telling(paths: Sequence[Path]) -> list[Path]:
    """Few pages that hold every kind of thing that any of these has: each time the one with most that is new."""
    left = {path: things(path) for path in paths}
    chosen = []
    while best := max((path for path in left if left[path]), key=lambda path: len(left[path]), default=None):
        new = left.pop(best)
        chosen.append(best)
        left = {path: found - new for path, found in left.items()}
    return chosen


def search(page: Page, word: str) -> list[str]:
    """Type a word in the search field; the titles of what it finds."""
    field = page.locator("#find-query")
    field.click()
    field.fill("")
    page.wait_for_function("() => !document.querySelector('.find-list a')")
    field.fill(word)
    page.wait_for_function(
        """() => { const text = document.querySelector('.find-meta').innerText;
            return /[0-9]/.test(text) ? document.querySelector('.find-list a') : /Geen/.test(text); }"""
    )
    return page.locator(".find-list a").all_inner_texts()
