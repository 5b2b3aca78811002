"""One visit of a page, in which everything is judged that every page must meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page, Request

from pages import ALL, COLOURS, OPEN, THINGS, resize, telling, violations

NARROW = {"width": 320, "height": 640}
"""The narrowest screen that a page must fit."""
LOOKS = (("phone", "light"), ("phone", "dark"), ("desk", "dark"))
"""How a page is seen besides on a desk in light, where it holds a kind of thing that no page before it held."""


def crawl(page: Page, paths: Sequence[Path]) -> Iterator[str]:
    """What is wrong on these files, each opened once in a page.

    Every page is judged on a desk in light, and must fit a narrow screen. The few that together hold each kind of
    thing, built or made by a script, are judged on a phone and in dark too.
    """
    first = telling(paths)
    seen: set[str] = set()
    for path in [*first, *(path for path in paths if path not in first)]:
        page.goto(path.as_uri())
        found = set(page.evaluate(THINGS))
        yield from (f"{path}: {wrong}" for wrong in judged(page, LOOKS if found - seen else ()))
        seen |= found


def judged(page: Page, looks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is wrong on an open page."""
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    yield from wide(page)
    page.evaluate(OPEN)
    yield from wide(page)
    for size, scheme in (("desk", "light"), *looks):
        resize(page, size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        rules = ALL if scheme == "light" else COLOURS
        yield from (f"{size}, {scheme}: {found}" for found in violations(page, rules))
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    resize(page, "desk")


def wide(page: Page) -> Iterator[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW["width"]:
        yield f"{width} wide on a screen of {NARROW['width']}"


def listen(page: Page, *roots: str) -> list[str]:
    """A list to which is added what a page asks of any place but these, says in the console, or throws."""
    heard: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((*roots, "data:")):
            heard.append(f"{page.url} asks for {request.url}")

    page.on("request", asked)
    page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    return heard
