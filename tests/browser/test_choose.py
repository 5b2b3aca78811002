"""Choosing a few of many in a real browser: up to the most, a plan, a day in the calendar, and nothing sent."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from dateutil.easter import easter
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Locator, Page

from hands import DRAFT, NOTHING, SMALL, STORED, VALUES, choose, context, exercise, press, visible, wipe
from pages import course, reload, violations_in_both

WATCH, SOAP, REMIND = "Horloge uit", "Zeep bijvullen", "Elkaar herinneren"
"""The options of the tiny course, of which two may be chosen."""


def place(folder: Path, audience: str = "deelnemer") -> str:
    return (course(folder, audience) / "oefeningen/voornemens.html").as_uri()


def box(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Kies {title}", exact=True)


def told(page: Page) -> str:
    return page.locator(".tally p").inner_text().strip()


def everything(page: Page, hand: str = "mouse") -> None:
    """A phone begins with one group."""
    press(page.get_by_role("group", name="Toon een deel").get_by_role("button", name="Alles"), hand)


def planned(page: Page) -> list[str]:
    return [row.locator("h3").inner_text() for row in visible(page, ".planned")]


def saved(page: Page, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet die dag in je agenda").click()
    assert download.value.suggested_filename == "handhygiene-voornemens.ics"
    download.value.save_as(folder / "dag.ics")
    return (folder / "dag.ics").read_bytes()


# --- choose ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hand", ["mouse", "touch", "zoom"])
def test_choosing_up_to_the_most_and_no_further(browser: Browser, built_tiny: Path, hand: str) -> None:
    with exercise(browser, place(built_tiny), hand) as page:
        assert told(page) == "Gekozen: 0 van 2."
        assert page.get_by_text("Kies hierboven. Wat je kiest").is_visible()
        everything(page, hand)
        for title in (WATCH, REMIND):
            press(box(page, title), hand)
        assert told(page) == "Gekozen: 2 van 2. Dat is genoeg om te beginnen."
        press(box(page, SOAP), hand)
        assert told(page) == "Je koos er al 2. Haal er eerst één weg."
        assert not box(page, SOAP).is_checked()
        assert page.locator(".picked").count() == 2
        assert planned(page) == [WATCH, REMIND]
        press(box(page, WATCH), hand)
        press(box(page, SOAP), hand)
        assert planned(page) == [SOAP, REMIND]
        assert page.evaluate(SMALL) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_by_keyboard_alone(browser: Browser, built_tiny: Path) -> None:
    """Tab reaches every box, field and button; the space bar chooses, and focus stays where it was."""
    with exercise(browser, place(built_tiny)) as page:
        page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus(); }")
        reached: list[str] = []
        for _ in range(60):
            page.keyboard.press("Tab")
            kind, name = page.evaluate(
                "() => { const at = document.activeElement; return [at.type, at.name || at.innerText]; }"
            )
            reached.append(kind)
            if kind == "checkbox" and name in ("aan-de-wastafel-horloge-uit", "op-de-gang-elkaar-herinneren"):
                page.keyboard.press("Space")
                assert page.evaluate("document.activeElement.name") == name
            if kind == "textarea" and name == "aan-de-wastafel-horloge-uit.0":
                page.keyboard.type("An")
            if kind == "date" and name == "aan-de-wastafel-horloge-uit.1":
                page.keyboard.type("12122026")
            if [kind, name] == ["button", "Zet die dag in je agenda"]:
                break
        assert kind == "button"
        assert {"checkbox", "textarea", "date"} <= set(reached)
        with page.expect_download():
            page.keyboard.press("Enter")
        assert planned(page) == [WATCH, REMIND]
        values = page.evaluate(VALUES)
        assert values["aan-de-wastafel-horloge-uit.0"] == "An"
        assert values["aan-de-wastafel-horloge-uit.1"] == "2026-12-12"


def test_a_part_of_the_cards(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        part = page.get_by_role("group", name="Toon een deel")
        part.get_by_role("button", name="Op de gang").click()
        assert len(visible(page, "[data-option]")) == 1
        assert part.get_by_role("button", pressed=True).all_inner_texts() == ["Op de gang"]
        box(page, REMIND).check()
        part.get_by_role("button", name="Alles").click()
        assert len(visible(page, "[data-option]")) == 3
        part.get_by_role("button", name="Wat ik koos").click()
        assert [card.locator("h3").inner_text() for card in visible(page, "[data-option]")] == [REMIND]
        box(page, REMIND).press("Space")
        assert page.evaluate("document.activeElement.name") == "op-de-gang-elkaar-herinneren"
        assert told(page) == "Gekozen: 0 van 2."


# --- look back ---------------------------------------------------------------------------------------------------


def test_the_day_follows_the_last_begin_of_what_is_chosen(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        page.clock.set_fixed_time(datetime(2026, 12, 1, 23, 30))
        box(page, WATCH).check()
        box(page, REMIND).check()
        when = page.locator(".when")
        assert when.inner_text() == "Terugkijken op dinsdag 15 december 2026."
        page.get_by_label(f"{WATCH}, Vanaf").fill("2026-12-20")
        page.get_by_label(f"{REMIND}, Vanaf").fill("2026-12-24")
        assert when.inner_text() == "Terugkijken op donderdag 7 januari 2027."
        box(page, REMIND).uncheck()
        assert when.inner_text() == "Terugkijken op maandag 4 januari 2027."


@pytest.mark.parametrize("typed", ["12122026", "121226", "12120226", "12121926"])
def test_a_day_of_another_age_is_asked_again(browser: Browser, built_tiny: Path, typed: str, tmp_path: Path) -> None:
    asked = "Kies een dag tussen 2000 en 2100, met het jaar in vier cijfers."
    right = typed.endswith("2026")
    with exercise(browser, place(built_tiny)) as page:
        box(page, WATCH).check()
        field = page.get_by_label(f"{WATCH}, Vanaf")
        field.focus()
        page.keyboard.type(typed)
        save = page.get_by_role("button", name="Zet die dag in je agenda")
        hint = page.get_by_role("status").get_by_text(asked)
        assert field.input_value() != ""
        assert not hint.is_visible()  # while one types, the first digit of a year is a year too
        field.blur()
        assert hint.is_visible() is not right
        assert field.get_attribute("aria-invalid") == ("false" if right else "true")
        assert save.is_enabled() is right
        expected = "Terugkijken op maandag 28 december 2026." if right else "Kijk de dagen hierboven na."
        assert page.locator(".when").inner_text().startswith(expected)
        assert violations_in_both(page) == []
        assert page.locator(".planned:not(.away) .typed").last.text_content() in ("", "zaterdag 12 december 2026")
        field.fill("2026-12-20")
        assert not hint.is_visible()
        assert b"DTSTART;VALUE=DATE:20270104" in saved(page, tmp_path)


def test_a_begin_that_passed_is_refused_in_words(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        box(page, WATCH).check()
        field = page.get_by_label(f"{WATCH}, Vanaf")
        field.fill("2026-11-30")
        field.blur()
        assert page.get_by_role("status").get_by_text("Die dag is al voorbij.").is_visible()
        assert field.get_attribute("aria-invalid") == "true"
        assert page.get_by_role("button", name="Zet die dag in je agenda").is_disabled()
        field.fill("2026-12-01")
        field.blur()
        assert field.get_attribute("aria-invalid") == "false"
        assert page.locator(".when").inner_text() == "Terugkijken op dinsdag 15 december 2026."


def test_a_plan_that_began_before_today_is_no_mistake(browser: Browser, built_tiny: Path) -> None:
    """What was written then still stands; the day to look back never passed."""
    with exercise(browser, place(built_tiny)) as page:
        box(page, WATCH).check()
        page.get_by_label(f"{WATCH}, Vanaf").fill("2026-12-03")
        page.clock.set_fixed_time(datetime(2026, 12, 10, 9))
        reload(page)
        assert page.get_by_label(f"{WATCH}, Vanaf").get_attribute("aria-invalid") == "false"
        assert page.locator(".when").inner_text() == "Terugkijken op donderdag 17 december 2026."
        page.clock.set_fixed_time(datetime(2026, 12, 18, 9))
        reload(page)
        assert page.locator(".when").inner_text() == "Terugkijken op vrijdag 18 december 2026."


@pytest.mark.parametrize(
    ("count", "unit", "begin", "said"),
    [
        (1, "maand", "2027-01-31", "maandag 1 maart 2027"),
        (1, "maand", "2028-01-31", "dinsdag 29 februari 2028"),
        (1, "maand", "2026-12-15", "vrijdag 15 januari 2027"),
        (3, "maand", "2027-11-30", "dinsdag 29 februari 2028"),
        (2, "week", "2026-12-11", "maandag 28 december 2026"),  # Christmas, on a Friday
        (2, "week", "2026-12-18", "maandag 4 januari 2027"),  # New Year, on a Friday
        (2, "week", "2027-03-15", "dinsdag 30 maart 2027"),  # Easter Monday
        (2, "week", "2027-04-22", "vrijdag 7 mei 2027"),  # Ascension
        (2, "week", "2027-05-03", "dinsdag 18 mei 2027"),  # Whit Monday
        (10, "dag", "2026-12-25", "maandag 4 januari 2027"),
        (4, "week", "2027-03-10", "woensdag 7 april 2027"),
    ],
)
def test_days_weeks_and_months_later(
    browser: Browser, built_tiny: Path, count: int, unit: str, begin: str, said: str
) -> None:
    with exercise(browser, place(built_tiny), timezone_id="Europe/Brussels") as page:
        page.locator("[data-plan]").evaluate(
            "(plan, [count, unit]) => { plan.dataset.count = count; plan.dataset.unit = unit; }", [count, unit]
        )
        box(page, WATCH).check()
        page.get_by_label(f"{WATCH}, Vanaf").fill(begin)
        assert page.locator(".when").inner_text() == f"Terugkijken op {said}."


def test_easter_moves_as_it_does(browser: Browser, built_tiny: Path) -> None:
    years = range(2024, 2101)
    mondays = [easter(year) + timedelta(days=1) for year in years]
    with exercise(browser, place(built_tiny)) as page:
        found = page.evaluate(
            "days => days.map(day => new Date(lok.workday(Date.parse(day))).toISOString().slice(0, 10))",
            [day.isoformat() for day in mondays],
        )
    tuesdays = [day + timedelta(days=1) for day in mondays]
    assert found == [day.isoformat() for day in tuesdays]


def event(raw: bytes) -> Event:
    [found] = Calendar.from_ical(raw).walk("VEVENT")
    assert isinstance(found, Event)
    return found


def test_saved_again_it_is_the_same_event_and_a_later_word_on_it(
    browser: Browser, built_tiny: Path, tmp_path: Path
) -> None:
    with exercise(browser, place(built_tiny)) as page:
        box(page, WATCH).check()
        first = event(saved(page, tmp_path))
        page.get_by_label(f"{WATCH}, Vanaf").fill("2026-12-20")
        reload(page)
        second = event(saved(page, tmp_path))
        wipe(page)
        box(page, WATCH).check()
        other = event(saved(page, tmp_path))
    assert first["UID"] == second["UID"] != other["UID"]
    assert first["UID"].startswith("handhygiene-voornemens-")
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (1, 2)
    assert first.decoded("DTSTART") != second.decoded("DTSTART")


def test_the_file_says_who_and_reminds_and_the_page_says_that_it_is_there(
    browser: Browser, built_tiny: Path, tmp_path: Path
) -> None:
    with exercise(browser, place(built_tiny)) as page:
        save = page.get_by_role("button", name="Zet die dag in je agenda")
        assert save.is_disabled()
        assert page.get_by_text("Dan staat hier de werkdag waarop jullie terugkijken.").is_visible()
        box(page, WATCH).check()
        page.get_by_label(f"{WATCH}, Wie").fill("An, en Bo")
        found = event(saved(page, tmp_path))
        told = page.get_by_role("status").get_by_text("Het agendabestand staat bij je downloads: dinsdag 15 december")
        told.wait_for()
    assert "  Wie: An, en Bo" in found["DESCRIPTION"].split("\n")
    [alarm] = found.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm.decoded("TRIGGER") == timedelta(hours=-15)


def test_the_file_is_one_whole_day_that_a_calendar_reads(browser: Browser, built_tiny: Path, tmp_path: Path) -> None:
    with exercise(browser, place(built_tiny), timezone_id="America/New_York") as page:
        for title in (WATCH, REMIND):
            box(page, title).check()
        page.get_by_label(f"{WATCH}, Vanaf").fill("2026-12-20")
        raw = saved(page, tmp_path)
    assert Calendar.from_ical(raw)["VERSION"] == "2.0"
    found = event(raw)
    assert found["SUMMARY"] == "Terugkijken: Kies twee voornemens"
    begin = "  Vanaf: zondag 20 december 2026"
    assert found["DESCRIPTION"] == f"- {WATCH}\n{begin}\n- {REMIND}\n\nWat lukte?\nWat kan anders?"
    assert found.decoded("DTSTART") == date(2027, 1, 4)
    assert found.decoded("DTEND") == date(2027, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        r"komma, punt; dubbele: punt \ en \n geen regeleinde",
        "eerste regel\nBEGIN:VEVENT\nEND:VCALENDAR",
        "é" * 200 + "🙂" * 60 + "日本" * 40,
        "kort",
        "a" * 75,
    ],
)
def test_any_words_come_back_from_the_file(browser: Browser, built_tiny: Path, text: str) -> None:
    with exercise(browser, place(built_tiny)) as page:
        made = page.evaluate(
            "text => lok.calendar({ id: 1, sequence: 1, title: text, description: text, day: Date.UTC(2026, 11, 31) })",
            text,
        )
    raw = str(made).encode()
    assert raw.endswith(b"\r\n")
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    found = event(raw)
    assert (found["SUMMARY"], found["DESCRIPTION"]) == (text, text)
    assert found.decoded("DTEND") == date(2027, 1, 1)


# --- private -----------------------------------------------------------------------------------------------------


def test_nothing_leaves_and_only_the_tab_holds_it(browser: Browser, built_tiny: Path, tmp_path: Path) -> None:
    with context(browser) as made:
        page = made.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(place(built_tiny))
        box(page, WATCH).check()
        page.get_by_label(f"{WATCH}, Wie").fill("An")
        page.get_by_label("Wat lukte?").fill("veel")
        saved(page, tmp_path)
        assert page.evaluate(STORED) == DRAFT
        reload(page)
        assert planned(page) == [WATCH]
        assert page.evaluate(STORED) == DRAFT
        assert not [url for url in asked if not url.startswith(("file:", "blob:"))]


def test_kept_on_request_and_wiped(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        page.get_by_label("Bewaar in deze browser").check()
        box(page, REMIND).check()
        page.get_by_label(f"{REMIND}, Wie").fill("An")
        page.get_by_label("Wat kan anders?").fill("vroeger beginnen")
        reload(page)
        assert box(page, REMIND).is_checked()
        assert page.get_by_label(f"{REMIND}, Wie").input_value() == "An"
        assert page.get_by_label("Wat kan anders?").input_value() == "vroeger beginnen"
        assert planned(page) == [REMIND]
        wipe(page)
        assert not box(page, REMIND).is_checked()
        assert planned(page) == []
        assert page.evaluate(STORED) == NOTHING


def test_a_refused_choice_is_not_kept(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        page.get_by_label("Bewaar in deze browser").check()
        for title in (WATCH, SOAP):
            box(page, title).check()
        box(page, REMIND).click()
        assert len(json.loads(page.evaluate("localStorage.getItem('lok:handhygiene/voornemens')"))) == 2
        reload(page)
        assert planned(page) == [WATCH, SOAP]


def test_a_file_cannot_choose_more_than_there_may_be(browser: Browser, built_tiny: Path, tmp_path: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        values = dict.fromkeys(page.locator("[type=checkbox][name]").evaluate_all("all => all.map(o => o.name)"), "on")
        (tmp_path / "a.json").write_text(json.dumps({"lok": 1, "exercise": "handhygiene/voornemens", "values": values}))
        choose(page, tmp_path / "a.json")
        page.get_by_text("Het bestand staat open.").wait_for()
        assert len(values) == 3
        assert planned(page) == [WATCH, SOAP]


# --- paper and every eye -----------------------------------------------------------------------------------------


def printed(page: Page) -> str:
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in pdf).split())


def test_the_plan_prints_with_what_was_chosen_alone(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny)) as page:
        for title in (WATCH, SOAP):
            box(page, title).check()
        page.get_by_label(f"{WATCH}, Wie").fill("An begint")
        page.get_by_label(f"{WATCH}, Vanaf").fill("2026-12-20")
        page.get_by_label(f"{SOAP}, Wie").fill("Bo niet")
        box(page, SOAP).uncheck()
        found = printed(page)
    for wanted in (WATCH, "Niemand draagt een horloge", "Ons plan", "An begint", "zondag 20 december 2026",
                   "Terugkijken op maandag 4 januari 2027.", "Wat lukte?"):  # fmt: skip
        assert wanted in found
    for unwanted in (SOAP, "Bo niet", REMIND, "Gekozen", "agenda", "Toon een deel", "Wis alles"):
        assert unwanted not in found


def test_three_actions_and_their_plan_are_one_sheet_of_paper(browser: Browser, built: Path) -> None:
    with exercise(browser, f"{built.as_uri()}/deelnemer/werkdruk/oefeningen/kies-drie.html") as page:
        for n in range(3):
            page.locator(".pick input").nth(n).check()
        for field in page.locator(".chosen-plan textarea:visible, .review textarea:visible").all():
            field.fill("Met de ploeg, op dinsdag na de middag.")
        for day in page.locator(".chosen-plan [type=date]:visible").all():
            day.fill("2026-12-14")
        assert len(pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))) == 1


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
def test_axe_finds_nothing_where_something_is_chosen(browser: Browser, built_tiny: Path, audience: str) -> None:
    with context(browser, "touch") as made:
        page = made.new_page()
        page.goto(place(built_tiny, audience))
        everything(page, "touch")
        for title in (WATCH, REMIND):
            box(page, title).tap()
        box(page, SOAP).tap()
        assert violations_in_both(page) == []
        page.get_by_role("button", name="Groot beeld").click()
        assert violations_in_both(page) == []


def test_without_scripts_it_reads_and_leads_to_its_papers(browser: Browser, built_tiny: Path) -> None:
    with context(browser, "touch", java_script_enabled=False) as made:
        page = made.new_page()
        page.goto(place(built_tiny))
        assert not page.locator("article :is(button, textarea, input)").count()
        for wanted in (WATCH, "Leg het in het bakje", "Spreek telkens af", "Wat lukte?"):
            assert page.get_by_text(wanted).first.is_visible()
        for size in ("a4", "a3", "a6"):
            assert page.locator(f'article a[href$="voornemens-{size}.pdf"]').count()


def test_trainer_text_is_nothing_to_choose(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, place(built_tiny, "trainer")) as page:
        assert page.get_by_text("Laat de groep het gebaar eerst tonen").count() == 1
        assert page.locator(".trainer :is([name], button)").count() == 0
