"""The handbook in a real browser: cover, filter, keys, own notes, the run sheet, copies and dates that pass."""

from __future__ import annotations

import re
from datetime import datetime, time
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from lok.derive.downloads import FOLDER, PARTICIPANTS
from lok.model.library import Copies
from lok.session import clock
from lok.session.materials import count
from pages import OPEN, course, opened, reload, violations_in_both

TOOLS = ("index.html", "draaiboek.html", "spreekscherm.html", "auteurs.html", "downloads/spreekscherm.html")
PART = "deel/05-kop-model.html"
MIXED = "deel/03-dagmar.html"
"""A part in which both speak."""
BUNDLE = f"trainer/burn-out/{FOLDER}/{PARTICIPANTS}.pdf"
SCREENS = 1.7
"""Of a phone, for a slide with its notes folded, at most."""


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, built: Path, address: str) -> str:
    """The course's folder on a server and on a stick, for what is kept, and for where links lead."""
    name = course(built, "trainer").name
    return f"{address if request.param == 'http' else built.as_uri()}/trainer/{name}"


@pytest.fixture
def stick(built: Path) -> str:
    return course(built, "trainer").as_uri()


def visible(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(f"{selector}:visible").all_inner_texts()]


def unfold_kept(page: Page) -> None:
    """What the start page says of this browser, and the buttons that save and wipe."""
    page.click(".fold summary >> text=In deze browser")


# --- for every eye -----------------------------------------------------------------------------------------------


def test_axe_finds_nothing_on_a_tablet(browser: Browser, stick: str) -> None:
    with opened(browser, "tablet") as page:
        for name in (*TOOLS, PART):
            page.goto(f"{stick}/{name}")
            page.evaluate(OPEN)
            assert (name, violations_in_both(page)) == (name, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= 768


def test_axe_finds_nothing_in_what_scripts_show(browser: Browser, stick: str) -> None:
    with opened(browser, "phone") as page:
        page.goto(f"{stick}/draaiboek.html")
        page.fill("#run-begin", "20:00")
        page.fill("#run-late", "30")
        assert violations_in_both(page) == []
        page.goto(f"{stick}/{MIXED}")
        page.check("#part-filter input[value=psycholoog]")
        assert violations_in_both(page) == []
        page.click(".cover-button")
        assert violations_in_both(page) == []


# --- cover -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../index.html", "index.html", PART, "casussen/jeroen.html", "../404.html", TOOLS[-1]]
)
def test_v_covers_every_page_and_uncovers_it(browser: Browser, stick: str, name: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/{name}")
        assert page.locator(".banner").inner_text().startswith("Trainer: niet projecteren")
        for uncover in ("v", "Escape", "V"):
            page.keyboard.press("v")
            box = page.locator("dialog.cover[open]").bounding_box()
            assert box
            assert (box["width"], box["height"]) == (1440, 900)
            page.keyboard.press(uncover)
            assert page.locator("dialog.cover[open]").count() == 0


def test_a_finger_covers_too(browser: Browser, stick: str) -> None:
    with opened(browser, "phone", has_touch=True) as page:
        page.goto(f"{stick}/{PART}")
        page.tap(".cover-button")
        page.tap("dialog.cover button")
        assert page.locator("dialog.cover[open]").count() == 0


def test_v_is_a_letter_where_somebody_types_and_can_be_turned_off(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/index.html")
        page.click("#find-query")
        page.keyboard.type("vivat")
        assert page.input_value("#find-query") == "vivat"
        assert page.locator("dialog.cover[open]").count() == 0
        page.keyboard.press("Escape")
        unfold_kept(page)
        page.uncheck("#kept-v")
        page.goto(f"{stick}/{PART}")
        page.keyboard.press("v")
        assert page.locator("dialog.cover[open]").count() == 0
        page.click(".cover-button")
        assert page.locator("dialog.cover[open]").count() == 1


# --- a part ------------------------------------------------------------------------------------------------------


def test_my_slides_stay_mine_after_a_reload(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}/{MIXED}")
        everything = visible(page, ".slide-line")
        page.check("#part-filter input[value=psycholoog]")
        mine = visible(page, ".slide-line")
        assert 0 < len(mine) < len(everything)
        assert not [line for line in mine if line.startswith("ARTS")]
        assert page.locator(".text > h2:visible").count() == len(mine)
        reload(page)
        assert visible(page, ".slide-line") == mine
        assert page.locator("#part-status").inner_text().endswith("van anderen zijn verborgen.")
        page.goto(f"{root}/{PART}")
        assert page.locator("#part-filter input:checked").get_attribute("value") == "psycholoog"
        page.check("#part-filter input[value='']")
        page.goto(f"{root}/{MIXED}")
        assert visible(page, ".slide-line") == everything


def test_a_link_leads_to_a_slide_that_the_filter_hides(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/{MIXED}")
        page.check("#part-filter input[value=psycholoog]")
        page.click(".slide-list .not-mine a >> nth=0")
        page.locator("h2:target").wait_for(state="visible")  # the script answers once the address has changed


@pytest.mark.parametrize("height", [700, 4000])
def test_arrows_lead_from_slide_to_slide_and_to_the_next_part(browser: Browser, stick: str, height: int) -> None:
    with opened(browser) as page:
        page.set_viewport_size({"width": 1440, "height": height})
        page.goto(f"{stick}/{PART}")
        ids: list[str] = page.evaluate("[...document.querySelectorAll('.text > h2')].map(heading => heading.id)")
        for id in ids:
            page.keyboard.press("ArrowRight")
            assert page.evaluate("document.activeElement.id") == id
            assert page.url.endswith(f"#{id}")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.id") == ids[-2]
        page.keyboard.press("ArrowRight")
        with page.expect_navigation():
            page.keyboard.press("ArrowRight")
        assert "/deel/06-" in page.url


def test_arrows_are_left_to_who_types(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/{PART}")
        page.click(".own-notes summary >> nth=0")
        field = page.locator(".own-notes textarea").first
        field.fill("ab")
        field.press("ArrowLeft")
        field.press("c")
        assert field.input_value() == "acb"


def test_buttons_for_a_finger(browser: Browser, stick: str) -> None:
    with opened(browser, "phone", has_touch=True) as page:
        page.goto(f"{stick}/{PART}")
        second = page.locator(".text > h2").nth(1)
        page.locator(".text > h2").first.scroll_into_view_if_needed()
        page.evaluate("window.scrollBy(0, 500)")
        page.locator(".stepper .on").tap()
        assert second.evaluate("heading => heading === document.activeElement")
        top = second.bounding_box()
        assert top
        assert 0 < top["y"] < 200


def test_notes_fold_on_a_phone_and_are_one_tap_away(browser: Browser, stick: str) -> None:
    with opened(browser, "phone", has_touch=True) as page:
        page.goto(f"{stick}/{PART}")
        slides = page.locator(".slide").count()
        assert page.locator(".note:visible").count() == 0
        assert page.evaluate("document.documentElement.scrollHeight") < slides * SCREENS * page.viewport_size["height"]
        page.locator(".slide-notes summary").nth(1).tap()
        assert page.locator(".slide >> nth=1").locator(".note:visible").count() > 1
        assert page.locator(".slide >> nth=0").locator(".note:visible").count() == 0
        page.emulate_media(media="print")
        page.wait_for_function("() => !document.querySelector('.slide-notes:not([open])')")
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.wait_for_function("() => !document.querySelector('.slide-notes:not([open])')")
        assert page.locator(".slide-notes summary:visible").count() == 0


def test_a_link_to_a_slide_and_the_arrows_unfold_its_notes(browser: Browser, stick: str) -> None:
    with opened(browser, "phone") as page:
        page.goto(f"{stick}/{PART}")
        ids: list[str] = page.evaluate("[...document.querySelectorAll('.text > h2')].map(heading => heading.id)")
        page.goto("about:blank")  # a page that is loaded again goes back to where it stood
        page.goto(f"{stick}/{PART}#{ids[2]}")
        assert page.locator(".slide >> nth=2").locator(".note:visible").count() > 0
        assert page.locator(".slide-notes[open]").count() == 1
        there = "id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 160"
        page.wait_for_function(there, arg=ids[2])  # the arrows go on from where it stands
        page.keyboard.press("ArrowRight")
        page.locator(".slide >> nth=3").locator(".note").first.wait_for()  # the address changes first, then it unfolds


def test_without_a_script_all_notes_are_there(browser: Browser, stick: str) -> None:
    with opened(browser, "phone", java_script_enabled=False) as page:
        page.goto(f"{stick}/{PART}")
        assert page.locator(".note:visible").count() == page.locator(".note").count() > 0


def test_what_is_handed_out_says_where_it_stands_in_the_bundle(browser: Browser, built: Path, stick: str) -> None:
    with opened(browser) as page, pypdfium2.PdfDocument(built / BUNDLE) as bundle:
        page.goto(f"{stick}/{PART}")
        told = page.locator(".slide-facts a:has(+ .copies)").all()
        assert len(told) == 5
        for link in told:
            place = link.locator("+ .copies").inner_text()
            found = re.fullmatch(r"\(bladzijde (\d+) van de bundel\)", place)
            assert found, place
            words = bundle[int(found[1]) - 1].get_textpage().get_text_range()
            assert re.sub(r"\W", "", link.inner_text()) in re.sub(r"\W", "", words)


# --- own notes ---------------------------------------------------------------------------------------------------


def test_own_notes_stay_and_never_leave(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}/{PART}")
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.click(".own-notes summary >> nth=1")
        assert "alleen in deze browser" in page.locator(".own-notes .hint").nth(1).inner_text()
        page.locator(".own-notes textarea").nth(1).fill("Mijn eigen zin.\nEn nog een.")
        assert page.locator(".own-notes .kept").nth(1).inner_text() == "Bewaard in deze browser."
        assert not [url for url in asked if not url.endswith(".svg")]  # pictures of slides that scroll into view
        reload(page)
        assert page.locator(".own-notes textarea").nth(1).input_value() == "Mijn eigen zin.\nEn nog een."
        assert page.locator(".own-notes textarea").first.input_value() == ""
        assert not [url for url in asked if "zin" in url or not url.startswith((root.rpartition("/")[0], "data:"))]
        assert page.evaluate("document.cookie") == ""

        page.goto(f"{root}/index.html")
        unfold_kept(page)
        with page.expect_download() as download:
            page.click("#kept-save")
        text = download.value.path().read_text(encoding="utf-8")
        assert re.match(r"\d+\. .+\n\nMijn eigen zin\.\nEn nog een\.\n", text)
        assert download.value.suggested_filename == "burn-out-notities.txt"


def test_wiping_takes_a_yes_and_takes_all(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/{PART}")
        page.check("#part-filter input[value=arts]")
        page.locator(".own-notes textarea").first.evaluate(
            "field => { field.value = 'x'; field.dispatchEvent(new Event('input')); }"
        )
        page.goto(f"{stick}/draaiboek.html")
        page.fill("#run-begin", "20:00")
        page.goto(f"{stick}/index.html")
        assert page.evaluate("localStorage.length") == 3
        page.once("dialog", lambda dialog: dialog.dismiss())
        unfold_kept(page)
        page.click("#kept-wipe")
        assert page.evaluate("localStorage.length") == 3
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("#kept-wipe")
        assert page.evaluate("localStorage.length") == 0


# --- run sheet ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "start"),
    [("20:00", time(20)), ("23u15", time(23, 15)), ("2345", time(23, 45)), ("8", time(8)), ("00.30", time(0, 30))],
)
def test_hours_follow_what_is_typed(browser: Browser, stick: str, typed: str, start: time) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/draaiboek.html")
        before = visible(page, ".run .hour")
        assert before[0] == "minuut 0"
        page.fill("#run-begin", typed)
        found = page.evaluate(
            "[...document.querySelectorAll('[data-minute]')].map(hour => [hour.dataset.minute, hour.textContent])"
        )
        assert found == [[minute, clock.format_clock(start, Decimal(minute))] for minute, _ in found]
        assert [minute for minute, _ in found if minute.endswith(".5")]
        reload(page)
        assert visible(page, ".run .hour")[0] == clock.format_clock(start, Decimal(0))
        page.fill("#run-begin", "25:00")
        assert visible(page, ".run .hour") == before


def test_what_may_go_when_it_runs_late(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/draaiboek.html")
        assert visible(page, "#run-cuts > li") == []
        page.click("[data-late='3']")
        first = visible(page, "#run-cuts > li")
        assert page.locator("#run-status").inner_text() == "Dit wint 3 minuten."
        page.select_option("#run-here", index=30)
        later = visible(page, "#run-cuts > li")
        assert later
        assert all(int(item.split(".")[0]) > 31 for item in later)
        assert later != first
        page.fill("#run-late", "90")
        status = page.locator("#run-status").inner_text()
        assert re.search(r"^Dit wint [\d,]+ minuten\. Ook met de marge eindig je [\d,]+ minuten later\.$", status)
        page.fill("#run-late", "0")
        assert visible(page, "#run-cuts > li") == []


def test_cuts_win_enough_and_none_is_needless(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/draaiboek.html")
        wins = [0.5, 2, 1, 0.5, 3, 1.5]
        candidates = [{"start": n, "won": won} for n, won in enumerate(wins)]
        for late in (0.5, 1, 2.5, 4, 6.5, 8.5):
            for start in range(len(wins) + 1):
                plan = page.evaluate(
                    "([list, from, late]) => lok.trainer.clock.cuts(list, from, late)", [candidates, start, late]
                )
                chosen = [one["won"] for one in plan["chosen"]]
                ahead = wins[start:]
                assert plan["won"] == sum(chosen)
                assert all(one["start"] >= start for one in plan["chosen"])
                if sum(ahead) < late:
                    assert chosen == ahead
                    continue
                assert sum(chosen) >= late
                assert all(sum(chosen) - won < late for won in chosen)
                assert all(sum(chosen) - won + other < late for won in chosen for other in ahead if other < won)
                fewest = next(n for n in range(1, 7) if any(sum(some) >= late for some in combinations(ahead, n)))
                assert len(chosen) == fewest


# --- start and authors -------------------------------------------------------------------------------------------


def test_copies_for_the_number_that_comes(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/index.html")
        for people in (8, 15, 25):
            page.fill("#copies-people", str(people))
            found = page.evaluate(
                """[...document.querySelectorAll('[data-times]')].map(
                    cell => [cell.dataset.times, cell.dataset.up, cell.textContent])"""
            )
            assert len(found) > 10
            for times, up, shown in found:
                copies = [Copies(*map(int, time.split("/")), "") for time in times.split()]
                assert int(shown) == -(-sum(count(each, people) for each in copies) // int(up))
            assert set(page.locator("[data-people]").all_inner_texts()) == {str(people)}


def test_what_is_ticked_stays_and_only_that_is_kept(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}/index.html")
        assert page.evaluate("localStorage.length") == 0
        page.check("[data-todo=deck]")
        page.check("[data-todo=afdrukken]")
        page.uncheck("[data-todo=afdrukken]")
        assert page.locator("#todo-status").inner_text() == f"1 van {page.locator('[data-todo]').count()} klaar."
        kept = page.evaluate("Object.keys(localStorage)")
        assert [key.split(":")[2:] for key in kept] == [["klaar", "deck"]]
        reload(page)
        ticked = page.evaluate("[...document.querySelectorAll('[data-todo]:checked')].map(box => box.dataset.todo)")
        assert ticked == ["deck"]
        page.on("dialog", lambda dialog: dialog.accept())
        unfold_kept(page)
        page.click("#kept-wipe")
        assert page.locator("[data-todo]:checked").count() == page.evaluate("localStorage.length") == 0


def test_without_scripts_the_list_for_half_an_hour_is_a_list(browser: Browser, stick: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{stick}/index.html")
        assert page.locator(".todo li:visible").count() == page.locator(".todo li").count() > 4
        assert page.locator(".todo input:visible").count() == 0


def test_the_list_for_half_an_hour_is_in_sight_on_a_desk(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/index.html")
        box = page.locator(".todo li").last.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 900
        doors = page.locator(".door").evaluate_all("all => all.map(door => door.getAttribute('href'))")
        assert doors[0].endswith(".pptx")
        assert [re.sub(r".*/", "", each) for each in doors[1:3]] == ["bundel-deelnemer.pdf", "bundel-sprekers.pdf"]
        assert page.evaluate("document.documentElement.scrollHeight") < 7000


# --- what is needed on paper and at a slide ----------------------------------------------------------------------


def test_on_paper_all_is_unfolded_but_empty_notes_of_ones_own(browser: Browser, stick: str) -> None:
    folded = "[...document.querySelectorAll('.text details:not([open])')].map(item => item.className)"
    with opened(browser) as page:
        page.goto(f"{stick}/deel/02-manoelle.html")
        before = page.evaluate(folded)
        assert "aid" in before
        page.emulate_media(media="print")
        page.locator(".aid:not([open])").first.wait_for(state="detached")
        assert set(page.evaluate(folded)) == {"own-notes live-only"}
        page.emulate_media(media="screen")
        page.locator(".aid[open]").first.wait_for(state="detached")
        assert page.evaluate(folded) == before


def test_the_buttons_below_have_room_of_their_own(browser: Browser, stick: str) -> None:
    with opened(browser, "phone", has_touch=True) as page:
        page.goto(f"{stick}/{PART}")
        page.evaluate("window.scrollTo(0, 2000)")
        bar = page.locator(".stepper:not(.away)")
        bar.wait_for()
        [ground, paper] = page.evaluate(
            "[document.querySelector('.stepper'), document.body].map(item => getComputedStyle(item).backgroundColor)"
        )
        assert ground == paper, "no text shows between the buttons"


@pytest.mark.parametrize(("touch", "keys"), [(False, True), (True, False)])
def test_a_key_is_named_only_where_there_is_one(browser: Browser, stick: str, touch: bool, keys: bool) -> None:
    with opened(browser, has_touch=touch, is_mobile=touch) as page:
        page.goto(f"{stick}/{PART}")
        assert page.locator(".cover-button span").is_visible() == keys


@pytest.mark.parametrize(("day", "passed"), [(datetime(2026, 11, 23), False), (datetime(2040, 1, 1), True)])
def test_the_clock_of_the_reader_tells_which_facts_have_passed(
    browser: Browser, stick: str, day: datetime, passed: bool
) -> None:
    with opened(browser) as page:
        page.clock.set_fixed_time(day)
        for name in ("auteurs.html", "feiten.html", "index.html"):
            page.goto(f"{stick}/{name}")
            dates = page.locator("[data-expires]").count()
            assert dates > 0
            assert len(visible(page, ".expired-mark")) == (dates if passed else 0)


def test_a_fact_holds_on_its_last_day(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        for hour, passed in ((datetime(2026, 12, 31, 23, 59), 0), (datetime(2027, 1, 1, 0, 1), 1)):
            page.clock.set_fixed_time(hour)
            page.goto(f"{stick}/auteurs.html")
            first = page.locator("[data-expires]").first
            assert first.get_attribute("data-expires") == "2026-12-31"
            assert first.locator(".expired-mark:visible").count() == passed


def test_the_menu_leads_to_every_tool(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}/index.html")
        menu = page.get_by_role("navigation", name="Hoofdmenu")
        for group, name, end in (
            ("", "Draaiboek", "draaiboek.html"),
            ("", "Spreekscherm", "spreekscherm.html"),
            ("Naslag", "Casussen", "casussen/index.html"),
            ("Voor auteurs", "Tijd en feiten", "auteurs.html"),
        ):
            if group:
                assert not menu.get_by_text(name, exact=True).is_visible()
                menu.get_by_text(group, exact=True).click()
            menu.get_by_text(name, exact=True).click()
            page.wait_for_url(f"**/{end}")
            assert menu.locator("[aria-current]").count() == 1


def test_an_unfolded_group_of_the_menu_closes_again(browser: Browser, stick: str) -> None:
    with opened(browser) as page:
        page.goto(f"{stick}/index.html")
        opened_groups = page.locator(".bar details[open]")
        for close in (lambda: page.keyboard.press("Escape"), lambda: page.click("h1")):
            page.locator(".bar summary").first.click()
            assert opened_groups.count() == 1
            assert violations_in_both(page) == []
            close()
            assert opened_groups.count() == 0


def test_tools_are_behind_the_card_of_the_screen(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}/spreekscherm.html")
        page.click(".door >> nth=0")
        page.wait_for_url("**/downloads/spreekscherm.html")


# --- not for participants ----------------------------------------------------------------------------------------


def test_nothing_of_the_handbook_is_mentioned_to_participants(built: Path) -> None:
    words = re.compile(
        r"draaiboek|spreekscherm|projecteren|voor de trainer|trainer/|eigen notities|data-cover|pptx|mijn slides"
    )
    files = [path for path in (built / "deelnemer").rglob("*") if path.is_file()]
    assert not [path for path in files if words.search(path.relative_to(built).as_posix().lower())]
    texts = [path for path in files if path.suffix in (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")]
    assert len(texts) > 30
    found = {(path.name, match) for path in texts for match in words.findall(path.read_text(encoding="utf-8").lower())}
    assert found == set()
