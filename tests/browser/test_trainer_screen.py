"""The screen beside the projector, with a clock that the test turns: it points, is corrected, and remembers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from pages import course, opened

HERE = ZoneInfo("Europe/Brussels")
FILE = "downloads/spreekscherm.html"
BEGIN = datetime(2026, 12, 10, 20, 0, tzinfo=HERE)


@pytest.fixture(params=["http", "file"])
def screen(request: pytest.FixtureRequest, built: Path, address: str) -> str:
    name = course(built, "trainer").name
    return f"{address if request.param == 'http' else built.as_uri()}/trainer/{name}/{FILE}"


@pytest.fixture
def stick(built: Path) -> str:
    return (course(built, "trainer") / FILE).as_uri()


@contextmanager
def at(browser: Browser, address: str, moment: datetime, size: str = "desk", **options: object) -> Iterator[Page]:
    """The screen at this moment, its clock standing still until the test turns it."""
    with opened(browser, size, timezone_id="Europe/Brussels", **options) as page:
        page.clock.install(time=moment - timedelta(minutes=1))
        page.goto(address)
        page.clock.pause_at(moment)
        yield page


def begins(page: Page, hour: str) -> None:
    """Type when the evening begins."""
    page.evaluate("document.getElementById('settings').open = true")
    page.fill("#begin", hour)
    page.locator("#begin").blur()
    page.evaluate("document.getElementById('settings').open = false")


def passes(page: Page, minutes: float) -> None:
    page.clock.fast_forward(round(minutes * 60000))


def shown(page: Page) -> str:
    headings: list[str] = page.locator(".moment:visible h2").all_inner_texts()
    assert len(headings) == 1
    return headings[0]


def pace(page: Page) -> str:
    return page.locator("#pace").inner_text()


def plan(page: Page) -> list[tuple[str, float, float]]:
    """Each moment of the evening: heading, minute at which it begins, minutes it lasts."""
    found = page.evaluate(
        """[...document.querySelectorAll('.moment')].map(box =>
            [box.querySelector('h2').textContent, Number(box.dataset.start), Number(box.dataset.minutes)])"""
    )
    return [(str(title), float(start), float(length)) for title, start, length in found]


# --- the clock points --------------------------------------------------------------------------------------------


def test_the_clock_points_through_the_whole_session(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN - timedelta(minutes=1)) as page:
        begins(page, "20:00")
        moments = plan(page)
        assert pace(page) == "Jullie beginnen over 1 minuut"
        assert sum(length for _, _, length in moments) == 120
        assert any(length == 0.5 for _, _, length in moments)
        passes(page, 1)
        for (title, _, length), following in zip(moments, [*moments[1:], None], strict=True):
            assert shown(page) == title
            assert pace(page) == "Op schema"
            if following:
                assert page.locator("#next .next-title").inner_text() == following[0]
            passes(page, length - 1 / 60)
            assert shown(page) == title
            passes(page, 1 / 60)
        assert page.locator("#clock").inner_text() == "22:00"
        assert page.locator("#left").inner_text() == "De avond zit erop"
        assert not page.locator("#next").is_visible()


def test_long_before_it_begins_it_names_the_hour(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN - timedelta(hours=5)) as page:
        begins(page, "20u")
        assert pace(page) == "Jullie beginnen om 20:00"
        assert shown(page) == plan(page)[0][0]


def test_hours_and_pointer_are_right_over_midnight(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN.replace(hour=23, minute=58)) as page:
        begins(page, "23:15")
        before = shown(page)
        moments = plan(page)
        assert before == next(title for title, start, length in moments if start <= 43 < start + length)
        passes(page, 20)
        assert page.locator("#clock").inner_text() == "0:18"
        assert shown(page) == next(title for title, start, length in moments if start <= 63 < start + length)
        page.reload()
        assert shown(page) == next(title for title, start, length in moments if start <= 63 < start + length)
        assert pace(page) == "Op schema"
        hours = page.evaluate("[...document.querySelectorAll('#all .hour')].map(hour => hour.textContent)")
        assert (hours[0], hours[-1]) == ("23:15", "1:13")


def test_it_says_how_long_a_slide_still_lasts(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        assert page.locator("#left").inner_text() == "nog 1 minuut"
        passes(page, 0.6)
        assert page.locator("#left").inner_text() == "nog 0,5 minuten"


# --- a tap corrects ----------------------------------------------------------------------------------------------


def test_a_tap_corrects_and_the_correction_stays(browser: Browser, screen: str) -> None:
    with at(browser, screen, BEGIN + timedelta(minutes=20)) as page:
        begins(page, "20:00")
        moments = plan(page)
        titles = [title for title, _, _ in moments]
        here = titles.index(shown(page))
        page.click("#on")
        page.click("#on")
        assert shown(page) == titles[here + 2]
        early = round(moments[here + 2][1] - 20)
        assert pace(page) == f"{early} minuten voor op schema"
        passes(page, moments[here + 2][2])
        assert shown(page) == titles[here + 3]
        assert pace(page) == f"{early} minuten voor op schema"
        page.reload()
        assert shown(page) == titles[here + 3]
        assert pace(page) == f"{early} minuten voor op schema"


def test_back_gives_the_slide_before_a_minute_more(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        titles = [title for title, _, _ in plan(page)]
        passes(page, 3)
        assert shown(page) == titles[2]
        page.click("#back")
        assert shown(page) == titles[1]
        assert pace(page) == "1 minuut achter op schema"
        passes(page, 0.9)
        assert shown(page) == titles[1]
        passes(page, 0.1)
        assert shown(page) == titles[2]
        assert pace(page) == "1 minuut achter op schema"


def test_a_tap_on_a_slide_in_the_list(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN + timedelta(minutes=50), "phone", has_touch=True) as page:
        begins(page, "20:00")
        title, start, _ = plan(page)[10]
        page.tap("#all summary")
        page.locator("#all button").nth(10).tap()
        assert shown(page) == title
        assert pace(page) == f"{50 - start:g} minuten achter op schema".replace(".", ",")
        assert not page.locator("#all ol").is_visible()


def test_by_keyboard(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        titles = [title for title, _, _ in plan(page)]
        for title in titles[1:5]:
            page.keyboard.press("ArrowRight")
            assert shown(page) == title
        page.keyboard.press("ArrowLeft")
        assert shown(page) == titles[3]
        page.keyboard.press("v")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("v")
        assert shown(page) == titles[3]


def test_it_cannot_be_tapped_past_either_end(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        moments = plan(page)
        page.click("#back")
        assert shown(page) == moments[0][0]
        for _ in range(len(moments) + 2):
            page.click("#on")
        assert shown(page) == moments[-1][0]
        page.click("#back")
        assert shown(page) == moments[-1][0]
        assert page.locator("#left").inner_text() == "nog 1 minuut"


# --- when it begins, and what is kept ----------------------------------------------------------------------------


def test_without_an_hour_it_asks(browser: Browser, screen: str) -> None:
    with at(browser, screen, BEGIN + timedelta(minutes=7, seconds=40)) as page:
        assert pace(page) == "Nog geen uur ingevuld"
        assert page.locator("#begin").is_visible()
        assert page.evaluate("localStorage.length") == 0
        page.click("#now")
        assert pace(page) == "Op schema"
        assert page.input_value("#begin") == "20:07"
        titles = [title for title, _, _ in plan(page)]
        passes(page, 1)
        assert shown(page) == titles[1]


def test_the_first_tap_begins_too(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        page.click("#on")
        assert shown(page) == plan(page)[0][0]
        assert pace(page) == "Op schema"


def test_an_evening_of_another_day_is_over(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN + timedelta(minutes=30)) as page:
        begins(page, "20:00")
        page.click("#on")
        passes(page, 24 * 60)
        page.reload()
        assert pace(page) == "Nog geen uur ingevuld"


def test_what_it_keeps_can_be_wiped(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        page.evaluate("document.getElementById('settings').open = true")
        page.check("#me input[value=arts]")
        assert sorted(page.evaluate("Object.keys(localStorage)")) == ["lok:burn-out:avond", "lok:burn-out:ik"]
        with page.expect_navigation():
            page.click("#wipe")
        assert page.evaluate("localStorage.length") == 0


# --- who speaks --------------------------------------------------------------------------------------------------


def test_my_role_stands_out_and_a_change_is_unmistakable(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        page.evaluate("document.getElementById('settings').open = true")
        page.check("#me input[value=psycholoog]")
        page.reload()
        changes = 0
        for _ in plan(page)[:12]:
            box = page.locator(".moment:visible")
            who = box.get_attribute("data-who")
            mine = who in ("psycholoog", "duo")
            assert box.locator(".you").is_visible() == mine
            assert (box.locator(".yours.for-me:visible").count() > 0) <= (not mine)
            if box.evaluate("box => box.classList.contains('takes-over')"):
                changes += 1
                assert "WISSEL" in box.locator(".who").inner_text().upper()
            page.click("#on")
        assert changes > 2
        page.locator("#all button").nth(0).evaluate("button => button.click()")
        assert page.locator(".yours.for-me:visible").inner_text().upper().startswith("JIJ INTUSSEN")


def test_the_next_slide_says_that_somebody_else_takes_over(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        for _ in range(8):
            following = page.locator(".moment:visible + .moment, .moment:not([hidden]) + .moment").first
            takes = following.evaluate("box => box.classList.contains('takes-over')")
            assert page.locator("#next .turns").is_visible() == takes
            assert page.locator("#next .next-who").text_content() == following.get_attribute("data-who")
            page.click("#on")


# --- alone -------------------------------------------------------------------------------------------------------


def test_one_file_alone_is_enough(browser: Browser, built: Path, tmp_path: Path) -> None:
    alone = Path(shutil.copy(course(built, "trainer") / FILE, tmp_path / "spreekscherm.html"))
    asked: list[str] = []
    said: list[str] = []
    with opened(browser, "phone", offline=True, timezone_id="Europe/Brussels") as page:
        page.clock.set_fixed_time(BEGIN)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(alone.as_uri())
        begins(page, "20:00")
        for _ in range(3):
            page.click("#on")
            picture = page.locator(".moment:visible .screen > img")
            picture.scroll_into_view_if_needed()
            page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())
        page.wait_for_function("document.querySelector('#next img').naturalWidth > 0")
        assert page.evaluate("document.fonts.check('700 16px \\'Atkinson Hyperlegible Next\\'')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not [url for url in asked if url != alone.as_uri() and not url.startswith("data:")]
    assert said == []


def test_without_scripts_all_notes_can_be_read(browser: Browser, stick: str) -> None:
    with opened(browser, "phone", java_script_enabled=False) as page:
        page.goto(stick)
        moments = page.locator(".moment")
        assert moments.count() > 60
        assert page.locator(".moment:visible").count() == moments.count()
        assert not page.locator(".taps").is_visible()


@pytest.mark.parametrize("able", [True, False])
def test_the_screen_stays_awake_where_the_device_can(browser: Browser, stick: str, able: bool) -> None:
    lock = "{ request: (kind) => { window.locked = kind; return Promise.resolve({}); } }" if able else "undefined"
    with opened(browser) as page:
        page.add_init_script(f"Object.defineProperty(navigator, 'wakeLock', {{ value: {lock} }});")
        page.goto(stick)
        page.wait_for_function("document.getElementById('awake').textContent")
        assert page.evaluate("window.locked") == ("screen" if able else None)
        words = page.locator("#awake").text_content() or ""
        assert words.startswith("Het scherm blijft aan" if able else "Zet zelf")
