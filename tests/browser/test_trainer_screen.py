"""The screen beside the projector, with a clock that the test turns: it points, is corrected, and remembers."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import served
from lok.model.audience import Audience
from lok.model.course import Evening
from lok.read.course import load
from lok.render import picture, prompter
from lok.view import view
from once import once
from pages import opened, reload, violations_in_both
from projects import ROOT, put

HERE = ZoneInfo("Europe/Brussels")
FILE = "downloads/spreekscherm.html"
COURSE = "burn-out"
BEGIN = datetime(2026, 12, 10, 20, 0, tzinfo=HERE)


@pytest.fixture(scope="session")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The screens of the real courses, each in a folder of its own: alone, and below `avond` with an evening."""
    return once(tmp_path_factory, "screens", _write)


def _write(folder: Path) -> None:
    courses, _ = load(ROOT, ())
    for each in courses:
        seen = view(each, Audience.TRAINER)
        pictures = {item.path: item for item in picture.render(seen, Audience.TRAINER, {}).files}
        tonight = Evening(BEGIN.date(), BEGIN.time(), "Gent", "LOK", ("An", "Bo"), 14, each.span)
        for name, shown in (("", seen), ("avond/", replace(seen, evening=tonight, start=tonight.start))):
            [made] = prompter.render(shown, Audience.TRAINER, pictures).files
            put(folder, {f"{name}{each.id}/{FILE}": made.data})


@pytest.fixture(params=["http", "file"])
def screen(request: pytest.FixtureRequest, screens: Path) -> Iterator[str]:
    if request.param == "file":
        yield (screens / COURSE / FILE).as_uri()
        return
    with served(screens) as address:
        yield f"{address}/{COURSE}/{FILE}"


@pytest.fixture
def stick(screens: Path) -> str:
    return (screens / COURSE / FILE).as_uri()


@pytest.fixture
def packed(screens: Path) -> str:
    """The screen from a pack: it knows its evening."""
    return (screens / "avond" / COURSE / FILE).as_uri()


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
    """Each moment of the evening that takes time: heading, minute at which it begins, minutes it lasts."""
    found = page.evaluate(
        """[...document.querySelectorAll('.moment')].filter(box => Number(box.dataset.minutes)).map(box =>
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
        reload(page)
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
        reload(page)
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
        reload(page)
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
        reload(page)
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
            following = page.locator(".moment:not([hidden]) ~ .moment:not(.made)").first
            takes = following.evaluate("box => box.classList.contains('takes-over')")
            assert page.locator("#next .turns").is_visible() == takes
            assert page.locator("#next .next-who").text_content() == following.get_attribute("data-who")
            page.click("#on")


# --- alone -------------------------------------------------------------------------------------------------------


def test_one_file_alone_is_enough(browser: Browser, screens: Path, tmp_path: Path) -> None:
    alone = Path(shutil.copy(screens / COURSE / FILE, tmp_path / "spreekscherm.html"))
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
        page.wait_for_function("() => document.querySelector('#next img').naturalWidth > 0")
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
        page.wait_for_function("() => document.getElementById('awake').textContent")
        assert page.evaluate("window.locked") == ("screen" if able else None)
        words = page.locator("#awake").text_content() or ""
        assert words.startswith("Het scherm blijft aan" if able else "Zet zelf")


# --- what may go when it is late ---------------------------------------------------------------------------------


def runs_late(page: Page, minutes: int) -> None:
    """Tap until the evening is so many minutes late."""
    for _ in range(40):
        if page.evaluate("Math.round(JSON.parse(localStorage['lok:burn-out:avond']).shift / 60000)") >= minutes:
            return
        page.click("#back")
    raise AssertionError("it never ran late")


def ends(page: Page) -> str:
    """The hour on which the last moment begins, as the list of all slides tells it."""
    return page.locator("#all .hour").last.text_content() or ""


def test_late_advice_is_one_tap_away_and_the_plan_follows(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN + timedelta(minutes=40), "phone") as page:
        begins(page, "20:00")
        page.click("#on")
        page.click("#back")
        runs_late(page, 4)
        late = page.evaluate("Math.round(JSON.parse(localStorage['lok:burn-out:avond']).shift / 60000)")
        button = page.locator("#late button")
        assert button.inner_text() == f"{late} minuten achter – wat kan weg?"
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
        here, before = shown(page), ends(page)
        button.click()
        told = page.locator(".advice-told")
        assert f"Jullie zijn {late} minuten achter. Nu in te korten: " in told.inner_text()
        assert "mag weg: " in told.inner_text()
        first, second = (page.locator("#advice .advised li:visible button").nth(place) for place in (0, 1))
        assert first.get_attribute("aria-pressed") == "false"
        assert "Valt weg: " in page.locator("#advice .advised").inner_text()
        page.click(".follow")
        assert told.inner_text() == "Zo eindig je op tijd."
        assert first.get_attribute("aria-pressed") == "true"
        assert pace(page) in ("Op schema", "1 minuut voor op schema")
        chosen = page.locator("#advice [aria-pressed=true]").count()
        first.click()
        second.click()
        assert "achter" in told.inner_text()
        assert page.locator("#advice [aria-pressed=true]").count() == chosen - 2
        first.click()
        second.click()
        page.click("#advice .close")
        assert shown(page) == here
        assert button.inner_text().startswith("Ingekort of weg: ")
        assert ends(page) != before
        reload(page)
        assert pace(page) in ("Op schema", "1 minuut voor op schema")
        button.click()
        for _ in range(chosen):
            page.click("#advice .undo")
        assert pace(page) == f"{late} minuten achter op schema"
        assert ends(page) == before
        assert page.locator("#advice .undo").is_hidden()


def test_the_screen_advises_what_the_run_sheet_does(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN + timedelta(minutes=40)) as page:
        begins(page, "20:00")
        page.click("#on")
        runs_late(page, 5)
        page.click("#late button")
        found = page.evaluate(
            """() => {
              const now = JSON.parse(localStorage['lok:burn-out:avond']);
              const here = document.querySelector('.moment:not([hidden])');
              const from = Number(here.dataset.start) + Number(here.dataset.minutes);
              const boxes = [...document.querySelectorAll('.moment[data-keep]')].map(box => ({
                number: box.dataset.number, start: Number(box.dataset.start),
                won: Number(box.dataset.minutes) - Number(box.dataset.keep) }));
              const { chosen } = window.lok.trainer.clock.cuts(boxes, from, Math.round(now.shift / 60000));
              return chosen.map(one => one.number);
            }"""
        )
        listed = page.locator("#advice .advised li").evaluate_all("items => items.map(item => item.dataset.number)")
        assert listed == found
        assert len(listed) > 1


def test_a_slide_that_went_is_passed_and_a_tap_brings_it_back(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        page.evaluate("document.getElementById('settings').open = true")
        page.click("#advise")
        page.evaluate("document.querySelector('#advice .other').open = true")
        gone = page.locator("#advice li:visible", has_text="mag weg").first
        index, number = gone.get_attribute("data-index"), gone.get_attribute("data-number")
        gone.locator("button").click()
        page.click("#advice .close")
        seen = []
        for _ in range(len(plan(page))):
            seen.append(shown(page))
            if page.locator("#next .between").is_visible():
                seen.append(page.locator("#next .between").inner_text())
            page.click("#on")
        assert not [title for title in seen if title.startswith(f"{number}. ")]
        assert [text for text in seen if text.startswith("Klik eerst voorbij") and str(number) in text]
        page.click("#all summary")
        line = page.locator(f"#all button[data-index='{index}']")
        assert "weggelaten" in line.inner_text()
        line.click()
        assert shown(page).startswith(f"{number}. ")
        assert page.locator(".moment:visible .late-mark").inner_text() == "mag weg"


def test_slides_that_may_go_or_shrink_say_so(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        marks = page.locator(".moment").evaluate_all(
            """boxes => boxes.map(box => [box.dataset.keep ?? null,
                   box.querySelector('.when .late-mark')?.textContent ?? null])"""
        )
    told = {keep: mark for keep, mark in marks if keep is not None}
    assert told["0"] == "mag weg"
    assert told["0.5"] == "korter: 0,5 minuten"
    assert all((keep is None) == (mark is None) for keep, mark in marks)


# --- slides that nobody wrote ------------------------------------------------------------------------------------


def test_slides_without_minutes_pass_without_a_tap(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        made = page.locator(".moment.made h2").all_text_contents()
        assert made
        titles = [title for title, _, _ in plan(page)]
        there = [shown(page)]
        for _ in titles[1:]:
            page.click("#on")
            there.append(shown(page))
        assert there == titles
        for title in reversed(titles[:-1]):
            page.click("#back")
            assert shown(page) == title
        assert page.locator("#all li.made").count() == len(made)
        assert page.locator("#all li.made button").count() == 0


# --- the date of the evening -------------------------------------------------------------------------------------

DAY = "donderdag 10 december 2026"


@pytest.mark.parametrize(("days", "verb"), [(-3, "is"), (2, "was")])
def test_on_another_day_it_rehearses_and_waits_for_a_hand(browser: Browser, packed: str, days: int, verb: str) -> None:
    with at(browser, packed, BEGIN + timedelta(days=days, hours=1), "phone") as page:
        assert page.locator("#practice").inner_text() == f"De avond {verb} op {DAY}; je oefent nu."
        assert pace(page) == "De klok staat stil"
        first = shown(page)
        passes(page, 30)
        assert shown(page) == first
        assert page.evaluate("localStorage.length") == 0
        page.click("#practise")
        assert pace(page) == "Op schema"
        assert page.locator("#stop").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_evening_that_moved_can_still_begin(browser: Browser, packed: str) -> None:
    with at(browser, packed, BEGIN + timedelta(days=7)) as page:
        page.click("#now")
        assert pace(page) == "Op schema"
        assert not page.locator("#practice").is_visible()
        passes(page, 1.5)
        assert shown(page) == plan(page)[1][0]


def test_on_the_day_it_offers_the_hour_and_then_begins(browser: Browser, packed: str) -> None:
    with at(browser, packed, BEGIN - timedelta(minutes=30)) as page:
        assert pace(page) == "Jullie beginnen over 30 minuten"
        assert not page.locator("#practice").is_visible()
        assert page.locator("#agree").inner_text() == "We beginnen om 20:00"
        page.click("#agree")
        assert not page.locator("#agree").is_visible()
        passes(page, 30.5)
        assert (shown(page), pace(page)) == (plan(page)[0][0], "Op schema")


def test_on_the_day_it_begins_without_a_tap_too(browser: Browser, packed: str) -> None:
    with at(browser, packed, BEGIN - timedelta(minutes=1)) as page:
        assert page.locator("#agree").is_visible()
        passes(page, 2.5)
        assert not page.locator("#agree").is_visible()
        assert shown(page) == plan(page)[1][0]


def test_early_on_the_day_the_evening_is_still_to_come(browser: Browser, packed: str) -> None:
    with at(browser, packed, BEGIN.replace(hour=0, minute=10)) as page:
        assert pace(page) == "Jullie beginnen om 20:00"


def test_a_rehearsal_of_the_day_gives_way_to_the_evening(browser: Browser, packed: str) -> None:
    with at(browser, packed, BEGIN - timedelta(hours=3)) as page:
        page.click("#practise")
        passes(page, 60)
        reload(page)
        assert page.locator("#practice").inner_text().startswith("Je oefent nu.")
        passes(page, 150)
        reload(page)
        assert not page.locator("#practice").is_visible()
        assert page.locator("#clock").inner_text() == "20:30"
        assert pace(page) == "Op schema"


# --- a rehearsal -------------------------------------------------------------------------------------------------


def written(minutes: float) -> str:
    return f"{minutes:g}".replace(".", ",")


def test_a_rehearsal_notes_planned_and_real_minutes_and_saves_them(browser: Browser, packed: str) -> None:
    asked: list[str] = []
    with at(browser, packed, BEGIN - timedelta(days=3), "phone") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.click("#practise")
        (one, _, planned), (two, _, other) = plan(page)[:2]
        passes(page, planned + 2)
        assert shown(page) == one
        assert pace(page) == "2 minuten achter op schema"
        assert page.locator("#left").inner_text() == "2 minuten over tijd"
        page.click("#on")
        passes(page, 0.5)
        reload(page)
        assert shown(page) == two
        passes(page, 1)
        page.click("#on")
        page.click("#stop")
        rows = [row.split("\t") for row in page.locator("#times tr").all_inner_texts()]
        assert rows[1] == [one, written(planned), written(planned + 2), "+2"]
        assert rows[2] == [two, written(other), "1,5", written(1.5 - other).replace("-", "−")]
        assert rows[-1][0] == "Samen"
        assert page.locator("#times .table").evaluate("box => box.scrollWidth <= box.clientWidth")
        with page.expect_download() as waiting:
            page.click("#times .save")
        saved = waiting.value
        assert saved.suggested_filename == "burn-out-oefening-2026-12-07.csv"
        text = Path(saved.path()).read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(text.splitlines(), delimiter=";"))
        assert lines[0][:2] == ["Slide", "Titel"]
        assert lines[1][:2] == ["1", one.removeprefix("1. ")]
        assert lines[1][3:] == [written(planned), written(planned + 2), "2"]
        assert lines[-1][1] == "Samen"
        page.click("#times .leave")
        assert page.evaluate("localStorage.length") == 0
        assert pace(page) == "De klok staat stil"
    assert not [url for url in asked if not url.startswith(("data:", "blob:", "file:"))]


def test_a_rehearsal_ends_with_its_table(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        page.click("#practise")
        for _ in plan(page):
            passes(page, 1)
            page.click("#on")
        assert page.locator("#times").is_visible()
        assert page.locator("#times tbody tr").count() == len(plan(page))
        assert page.locator("#left").inner_text() == "De avond zit erop"
        passes(page, 9)
        assert page.locator("#times tfoot td").nth(1).inner_text() == str(len(plan(page)))


# --- a vote ------------------------------------------------------------------------------------------------------


def counts(page: Page) -> list[str]:
    found: list[str] = page.locator("dialog[open] .number").all_inner_texts()
    return found


def to_vote(page: Page) -> None:
    while not page.locator(".moment:visible .count-open").count():
        page.click("#on")
    page.locator(".moment:visible .count-open").click()


def test_hands_are_counted_undone_and_shown_large(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN, "phone", has_touch=True) as page:
        begins(page, "20:00")
        to_vote(page)
        kept = page.evaluate("JSON.stringify(localStorage)")
        sheet = page.locator("dialog[open]")
        choices = sheet.locator(".tallies button")
        assert sheet.locator(".word").all_inner_texts() == ["overspanning", "burn-out", "beide"]
        assert sheet.locator(".tallies svg").count() == 3
        for place, times in enumerate((3, 2, 1)):
            for _ in range(times):
                choices.nth(place).tap()
        assert counts(page) == ["3", "2", "1"]
        assert sheet.locator(".votes-told").text_content() == "beide: 1"
        sheet.locator(".undo").tap()
        assert counts(page) == ["3", "2", "0"]
        sheet.locator(".after").tap()
        assert counts(page) == ["0", "0", "0"]
        choices.nth(1).tap()
        sheet.locator(".before").tap()
        sheet.locator(".undo").tap()  # what was tapped last, also at another statement
        assert sheet.locator(".nth").inner_text().startswith("Uitspraak 2 van ")
        assert counts(page) == ["0", "0", "0"]
        sheet.locator(".before").tap()
        assert page.evaluate("JSON.stringify(localStorage)") == kept
        page.locator("dialog[open] .close").tap()
        page.locator(".moment:visible .count-open").tap()
        assert counts(page) == ["3", "2", "0"]
        with page.expect_download() as waiting:
            page.locator("dialog[open] .save").tap()
        text = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(text.splitlines(), delimiter=";"))
        assert lines[0] == ["Uitspraak", "overspanning", "burn-out", "beide"]
        assert lines[1][1:] == ["3", "2", "0"]
        reload(page)
        to_vote(page)
        assert counts(page) == ["0", "0", "0"]


def test_the_bars_are_shown_large_over_the_whole_screen(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        to_vote(page)
        sheet = page.locator("dialog[open]")
        for place in (0, 0, 0, 1, 1):
            sheet.locator(".tallies button").nth(place).click()
        size = "item => parseFloat(getComputedStyle(item).fontSize)"
        small = sheet.locator(".number").first.evaluate(size)
        sheet.locator(".large").click()
        page.wait_for_function("() => document.fullscreenElement?.classList.contains('hall')")
        assert sheet.locator(".large").get_attribute("aria-pressed") == "true"
        assert sheet.locator(".number").first.evaluate(size) >= 2 * small
        bars = sheet.locator(".bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
        assert bars[0] > page.evaluate("innerWidth") * 0.9
        assert bars[1] == pytest.approx(bars[0] * 2 / 3, rel=0.02)
        assert bars[2] == 0
        overlap = sheet.locator(".tallies li").evaluate_all(
            """items => items.filter(item => item.querySelector('.number').getBoundingClientRect().bottom
                 > item.querySelector('.bar').getBoundingClientRect().top + 1).length"""
        )
        assert overlap == 0
        sheet.locator(".large").click()
        page.wait_for_function("() => !document.fullscreenElement")
        assert sheet.locator(".number").first.evaluate(size) == small


def test_a_vote_by_keyboard(browser: Browser, stick: str) -> None:
    with at(browser, stick, BEGIN) as page:
        begins(page, "20:00")
        to_vote(page)
        here = page.locator(".moment:not([hidden]) h2").text_content()
        page.locator("dialog[open] .tallies button").nth(1).focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")  # no slide turns behind the count
        assert counts(page) == ["0", "2", "0"]
        page.keyboard.press("Escape")
        assert not page.locator("dialog[open]").count()
        assert page.locator(".moment:not([hidden]) h2").text_content() == here
        assert page.evaluate("document.activeElement.className") == "count-open"


# --- for everyone ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["#late button", ".moment:not([hidden]) .count-open", "#stop"])
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_what_opens_is_accessible(browser: Browser, stick: str, opening: str, size: str) -> None:
    with at(browser, stick, BEGIN, size) as page:
        page.click("#practise")
        while not page.locator(".moment:visible .count-open").count():
            passes(page, 6)
            page.click("#on")
        page.click(opening)
        page.clock.resume()
        assert violations_in_both(page) == []
        small = page.locator("dialog[open] button:visible").evaluate_all(
            """all => all.map(one => one.getBoundingClientRect())
                 .filter(({ width, height }) => Math.min(width, height) < 44).length"""
        )
        assert small == 0
        assert page.locator("dialog[open]").evaluate("box => box.scrollWidth <= box.clientWidth + 1")
