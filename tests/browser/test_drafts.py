"""What was typed and where it stays: in its tab, in this browser on request, in a file that a person can read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from hands import DRAFT, EVIL, KEPT, NOTHING, STORED, VALUES, choose, context, exercise, fill, place, wipe
from pages import course, reload, violations_in_both

KEEP = "Bewaar in deze browser"


def complaints(page: Page) -> str:
    return page.get_by_label("Klachten").and_(page.locator("textarea")).input_value()


def write(page: Page, words: str) -> None:
    page.get_by_label("Klachten").and_(page.locator("textarea")).fill(words)


# --- in its tab --------------------------------------------------------------------------------------------------


def test_a_link_in_the_task_and_back_leaves_what_was_typed(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop"), "touch") as page:
        write(page, "moe, prikkelbaar")
        page.locator(".task summary").click()
        page.locator(".task a").first.click()
        page.wait_for_url("**/casussen/**")
        page.go_back()
        assert complaints(page) == "moe, prikkelbaar"
        page.get_by_text("Dit stond nog in dit tabblad.").wait_for()


def test_a_browser_that_holds_nothing_says_so_once(browser: Browser, built: Path) -> None:
    refuse = "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused'); } })"
    with exercise(browser, "about:blank") as page:
        page.add_init_script(refuse)
        page.goto(place(built.as_uri(), "kop"))
        write(page, "moe")
        page.get_by_text("Deze browser onthoudt hier niets.").wait_for()
        assert complaints(page) == "moe"


# --- two tabs ----------------------------------------------------------------------------------------------------


def test_tabs_that_show_what_is_kept_stay_in_step(browser: Browser, built: Path) -> None:
    with context(browser) as made:
        first, second = made.new_page(), made.new_page()
        for page in (first, second):
            page.goto(place(built.as_uri(), "kop"))
        first.get_by_label(KEEP).check()
        write(first, "moe")
        second.wait_for_function("() => document.querySelector('textarea').value === 'moe'")
        assert second.get_by_label(KEEP).is_checked()
        second.get_by_label("Dit geeft energie").fill("de chauffeurs")
        first.wait_for_function(
            "() => JSON.stringify([...document.querySelectorAll('textarea')].map(a => a.value)).includes('chauf')"
        )
        write(first, "moe en traag")
        second.wait_for_function("() => document.querySelector('textarea').value === 'moe en traag'")
        assert first.evaluate(VALUES) == second.evaluate(VALUES)
        assert json.loads(first.evaluate("localStorage['lok:burn-out/kop']")) == first.evaluate(VALUES)
        wipe(second)
        first.wait_for_function("() => document.querySelector('textarea').value === ''")
        assert not first.get_by_label(KEEP).is_checked()
        assert first.evaluate(STORED) == NOTHING


def test_another_tab_s_draft_is_not_overwritten(browser: Browser, built: Path) -> None:
    with context(browser) as made:
        first, second = made.new_page(), made.new_page()
        for page in (first, second):
            page.goto(place(built.as_uri(), "kop"))
        write(second, "van iemand anders")
        first.get_by_label(KEEP).check()
        write(first, "moe")
        reload(second)
        assert complaints(second) == "van iemand anders"
        assert not second.get_by_label(KEEP).is_checked()
        second.get_by_label(KEEP).click()
        second.get_by_role("button", name="Nee").click()
        expect(second.get_by_label(KEEP)).not_to_be_checked()
        assert complaints(first) == "moe"
        second.get_by_label(KEEP).click()
        second.get_by_role("button", name="Ja, vervang het").click()
        first.wait_for_function("() => document.querySelector('textarea').value === 'van iemand anders'")


# --- renamed by its author ---------------------------------------------------------------------------------------

OLD = {"weten-oud": "vijf regels werk", "kunnen": "blijft"}


def drempels(built_tiny: Path) -> str:
    return (course(built_tiny, "deelnemer") / "oefeningen/drempels.html").as_uri()


@pytest.mark.parametrize("store", ["localStorage", "sessionStorage"])
def test_what_has_no_field_any_more_is_shown_and_stays(browser: Browser, built_tiny: Path, store: str) -> None:
    with exercise(browser, drempels(built_tiny)) as page:
        values = f"{store}['lok:handhygiene/drempels']"
        page.evaluate(f"old => {{ {values} = JSON.stringify(old); }}", OLD)
        reload(page)
        lost = page.get_by_role("region", name="Zonder plaats")
        assert "weten-oud" in lost.inner_text()
        assert "vijf regels werk" in lost.inner_text()
        field = page.locator("textarea[name=kunnen]")
        assert field.input_value() == "blijft"
        field.fill("blijft ook")
        assert json.loads(page.evaluate(values)) == {"weten-oud": "vijf regels werk", "kunnen": "blijft ook"}
        reload(page)
        assert "vijf regels werk" in lost.inner_text()
        assert violations_in_both(page) == []
        wipe(page)
        assert not lost.is_visible()
        assert page.evaluate(STORED) == NOTHING


def test_an_old_file_shows_all_that_is_in_it(browser: Browser, built_tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "oud.json").write_text(json.dumps({"lok": 1, "exercise": "handhygiene/drempels", "values": OLD}))
    with exercise(browser, drempels(built_tiny)) as page:
        choose(page, tmp_path / "oud.json")
        assert "vijf regels werk" in page.get_by_role("region", name="Zonder plaats").inner_text()
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als bestand").click()
        download.value.save_as(tmp_path / "nieuw.html")
        wipe(page)
        choose(page, tmp_path / "nieuw.html")
        assert "vijf regels werk" in page.get_by_role("region", name="Zonder plaats").inner_text()


# --- a file ------------------------------------------------------------------------------------------------------


def saved(page: Page, path: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    download.value.save_as(path)
    return path


def test_a_file_is_read_by_a_person_and_runs_nothing(browser: Browser, built: Path, tmp_path: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        write(page, f"moe\n{EVIL}")
        page.get_by_label("Jeroen").check()
        page.get_by_label("Dit geeft energie").fill("de chauffeurs")
        file = saved(page, tmp_path / "mijn.html")
        filled = page.evaluate(VALUES)
        wipe(page)
        choose(page, file)
        page.get_by_text("Het bestand staat open.").wait_for()
        assert page.evaluate(VALUES) == filled
    root = html.fromstring(file.read_bytes())
    assert root.xpath("string(//h1)") == "Drie kolommen: K, O en P"
    assert [part.text for part in root.findall(".//h2")][:1] == ["Klachten"]
    paragraphs = [part.text_content() for part in root.findall(".//p")]
    assert f"moe\n{EVIL}" in paragraphs
    assert "Dit geeft energie: de chauffeurs" in paragraphs
    assert [part.get("type") for part in root.findall(".//script")] == ["application/json"]
    assert not root.findall(".//img")
    with exercise(browser, file.as_uri()) as page:
        assert page.title() == "Drie kolommen: K, O en P"
        assert violations_in_both(page) == []


@pytest.mark.parametrize(
    "content", ["<p>een andere pagina</p>", '<script type="application/json" id="lok-values">{</script>']
)
def test_a_page_of_something_else_changes_nothing(browser: Browser, built: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "vreemd.html").write_text(content)
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        fill(page)
        filled = page.evaluate(VALUES)
        choose(page, tmp_path / "vreemd.html")
        page.get_by_text("Dit bestand hoort niet bij deze oefening.").wait_for()
        assert page.evaluate(VALUES) == filled


def test_a_browser_that_cannot_copy_shows_the_text(browser: Browser, built: Path) -> None:
    refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    with exercise(browser, "about:blank") as page:
        page.add_init_script(refuse)
        page.goto(place(built.as_uri(), "kop"))
        page.get_by_role("button", name="Kopieer als tekst").click()
        page.get_by_text("Er is nog niets ingevuld.").wait_for()
        write(page, "moe")
        page.get_by_role("button", name="Kopieer als tekst").click()
        box = page.get_by_role("dialog")
        assert box.get_by_role("textbox").input_value() == "Drie kolommen: K, O en P\n\nKlachten\nmoe\n"
        assert violations_in_both(page) == []
        box.get_by_role("button", name="Sluit").click()
        assert not box.count()


def test_a_device_that_shares_gets_the_text(browser: Browser, built: Path) -> None:
    with exercise(browser, "about:blank") as page:
        page.add_init_script("navigator.share = async data => { window.shared = data; }")
        page.goto(place(built.as_uri(), "kop"))
        write(page, "moe")
        page.get_by_role("button", name="Deel", exact=True).click()
        assert page.evaluate("shared.text").endswith("Klachten\nmoe\n")


def test_kept_means_kept_and_no_draft_beside_it(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        write(page, "moe")
        assert page.evaluate(STORED) == DRAFT
        page.get_by_label(KEEP).check()
        assert page.evaluate(STORED) == KEPT


# --- where exercises are listed ----------------------------------------------------------------------------------


def filled(page: Page) -> list[str]:
    return page.locator(".begun").evaluate_all("marks => marks.map(mark => mark.previousElementSibling.dataset.work)")


def test_lists_say_in_which_exercise_something_is_written(browser: Browser, built: Path) -> None:
    folder = built / "deelnemer" / "burn-out"
    with context(browser) as made:
        page = made.new_page()
        page.goto((folder / "oefeningen" / "index.html").as_uri())
        assert filled(page) == []
        page.goto(place(built.as_uri(), "kop"))
        write(page, "moe")
        for listed in ("oefeningen/index.html", "index.html"):
            page.goto((folder / listed).as_uri())
            assert filled(page) == ["kop"]
        assert violations_in_both(page) == []
        page.goto(place(built.as_uri(), "kop"))
        write(page, "")
        page.goto((folder / "index.html").as_uri())
        assert filled(page) == []


DONE = "Deze oefening is gedaan"


def test_who_is_done_says_so_and_only_this_browser_knows(browser: Browser, built: Path) -> None:
    """A tick stays after the tab, stands in the lists, counts, and goes without a trace; what is written is not it."""
    folder = built / "deelnemer" / "burn-out"
    with context(browser, "touch") as made:
        page = made.new_page()
        page.goto(place(built.as_uri(), "kop"))
        write(page, "moe")
        page.get_by_label(DONE).check()
        page.close()
        page = made.new_page()
        page.goto(place(built.as_uri(), "kop"))
        assert page.get_by_label(DONE).is_checked()
        page.goto((folder / "oefeningen" / "index.html").as_uri())
        assert page.locator(".begun").all_inner_texts() == ["gedaan"]
        total = page.locator(".card-work").count()
        assert page.get_by_text(f"1 van de {total} gedaan").is_visible()
        assert violations_in_both(page) == []
        page.goto(place(built.as_uri(), "kop"))
        page.get_by_label(DONE).uncheck()
        assert page.evaluate(STORED) == NOTHING


def test_a_browser_that_keeps_nothing_says_that_the_tick_will_go(browser: Browser, built: Path) -> None:
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    with context(browser) as made:
        made.add_init_script(refuse)
        page = made.new_page()
        page.goto(place(built.as_uri(), "kop"))
        page.get_by_label(DONE).check()
        page.get_by_text("Het vinkje geldt alleen voor deze bladzijde.").wait_for()


@pytest.mark.parametrize(("name", "asked"), [("kop", True), ("korte-lange-termijn", False)])
def test_only_where_something_waits_one_can_end_the_evening(
    browser: Browser, built: Path, name: str, asked: bool
) -> None:
    with exercise(browser, place(built.as_uri(), name)) as page:
        page.get_by_label(DONE).wait_for()
        assert page.get_by_label("De avond is voorbij").is_visible() is asked


@pytest.mark.parametrize("name", ["batterij-patient", "hervattingsplan"])
def test_a_patient_ticks_nothing_of_a_course(browser: Browser, built: Path, name: str) -> None:
    with exercise(browser, place(built.as_uri(), name)) as page:
        page.locator(".live").wait_for()
        assert not page.get_by_label(DONE).count()
