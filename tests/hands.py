"""Exercises in a browser, as any hand uses them: opened, filled in, wiped, saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page

HANDS = {
    "mouse": {"viewport": {"width": 1440, "height": 900}},
    "touch": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "zoom": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}
NOW = datetime(2026, 12, 1, 9)
EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script> {{7*7}} ${1}'
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"
NOTHING, DRAFT, KEPT = [0, 0, ""], [0, 1, ""], [1, 0, ""]
"""What `STORED` is where nothing is written, where something is, and where a reader asked to keep it."""
VALUES = """() => Object.fromEntries([...document.querySelectorAll('article [name]')]
    .filter(field => field.value && (!['radio', 'checkbox'].includes(field.type) || field.checked))
    .map(field => [field.name, field.value]))"""

FOCUS = """() => {
    const at = document.activeElement;
    const pressed = at.closest('.exercise li') && at.getAttribute('aria-pressed');
    return [at.closest('.tools label') ? '' : at.type || at.localName, at.innerText || '', pressed];
}"""
"""What has focus: its type, its words, and whether it is a thing to choose that is not chosen."""
SMALL = """() => [...document.querySelectorAll(
        '.exercise :is(button, label:has([type=radio]), textarea, .field input), .tools :is(button, label)')]
    .map(item => [item.innerText, item.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 44 || box.height < 44)).map(([text]) => text)"""
"""What a finger must hit and is smaller than 44 by 44."""


def place(root: str, name: str, audience: str = "deelnemer") -> str:
    return f"{root}/{audience}/burn-out/oefeningen/{name}.html"


@contextmanager
def context(browser: Browser, hand: str = "mouse", **options: object) -> Iterator[BrowserContext]:
    made = browser.new_context(**{"locale": "nl-BE", **HANDS[hand], **options})  # type: ignore[arg-type]
    made.set_default_timeout(20000)
    made.clock.set_fixed_time(NOW)
    yield made
    made.close()


@contextmanager
def exercise(browser: Browser, address: str, hand: str = "mouse", **options: object) -> Iterator[Page]:
    """A page at the address, in which nothing may go wrong."""
    with context(browser, hand, **options) as made:
        page = made.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        yield page
        assert not wrong


def press(item: Locator, hand: str) -> None:
    if hand == "touch":
        item.tap()
    else:
        item.click()


def fill(page: Page, hand: str = "mouse", words: str = "eigen woorden", most: int = 2) -> list[str]:
    """Use what an exercise offers, at most so many of each kind on a screen; what was typed and chosen."""
    used: list[str] = []

    def write(field: Locator, text: str) -> None:
        press(field, hand)
        page.keyboard.insert_text(text)
        used.append(text)

    while True:
        for field in visible(page, ".own input")[:most]:
            write(field, f"{words} {len(used)}")
            press(field.locator("xpath=following-sibling::button"), hand)
        for group in visible(page, ".exercise fieldset")[:most]:
            label = group.locator("label").nth(1)
            press(label, hand)
            used.append(label.inner_text())
        for box in visible(page, ".exercise [type=checkbox]")[:most]:
            press(box, hand)
        for field in visible(page, "article textarea")[:most]:
            write(field, f"{words} {len(used)}")
        for field in visible(page, "input[inputmode=numeric]")[:most]:
            write(field, "20")
        for field in visible(page, "input[type=date]")[:most]:
            field.fill("2026-12-12")
        onward = page.get_by_role("button", name="Volgende")
        if not onward.count() or not onward.is_enabled():
            return used
        press(onward, hand)


def type_through(page: Page) -> None:
    """Go from the title to the button that wipes, by keyboard alone: letters, arrows and the space bar do the rest."""
    page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus(); }")
    for _ in range(400):
        page.keyboard.press("Tab")
        kind, said, pressed = page.evaluate(FOCUS)
        if [kind, said] == ["button", "Wis alles"]:
            return
        if kind in ("textarea", "text"):
            page.keyboard.type("abc")
        if kind == "text":
            page.keyboard.press("Enter")
        if kind == "radio":
            page.keyboard.press("ArrowRight")
        if kind == "checkbox" or said == "Volgende" or pressed == "false":
            page.keyboard.press("Space")
    raise AssertionError("Tab never comes to the end")


def visible(page: Page, selector: str) -> list[Locator]:
    return page.locator(selector).locator("visible=true").all()


def wipe(page: Page, hand: str = "mouse") -> None:
    press(page.get_by_role("button", name="Wis alles", exact=True), hand)
    press(page.get_by_role("button", name="Ja, wis alles"), hand)
    page.get_by_text("Alles is gewist.").wait_for()


def choose(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open een bestand").click()
    chooser.value.set_files(file)
