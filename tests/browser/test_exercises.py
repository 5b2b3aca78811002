"""Every exercise in a real browser, whatever its kind: filled in by each hand, kept, wiped, printed, saved, opened."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route

from hands import (
    DRAFT,
    EVIL,
    HANDS,
    KEPT,
    NOTHING,
    SMALL,
    STORED,
    VALUES,
    choose,
    context,
    exercise,
    fill,
    place,
    press,
    type_through,
    visible,
    wipe,
)
from pages import COLOURS, course, reload, violations

KINDS = (
    "batterij", "kop", "overspanning-of-burn-out", "bat", "korte-lange-termijn", "weerstand", "taakverdeling",
    "hervattingsplan",
)  # fmt: skip
"""An exercise of each kind."""
# --- every hand --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("name", KINDS)
def test_from_begin_to_end(browser: Browser, built: Path, name: str, hand: str) -> None:
    with exercise(browser, place(built.as_uri(), name), hand) as page:
        empty = page.evaluate(VALUES)
        fill(page, hand, most=50)
        filled = page.evaluate(VALUES)
        assert len(filled) > len(empty)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(SMALL) == []
        assert page.evaluate(STORED) == DRAFT
        press(page.get_by_label("Bewaar in deze browser"), hand)
        page.get_by_text("Bewaard in deze browser, op dit toestel.").wait_for()
        assert page.evaluate(STORED) == KEPT
        reload(page)
        assert page.evaluate(VALUES) == filled
        assert page.get_by_label("Bewaar in deze browser").is_checked()
        assert page.url == place(built.as_uri(), name)
        wipe(page, hand)
        assert page.evaluate(VALUES) == empty
        assert page.evaluate(STORED) == NOTHING


@pytest.mark.parametrize("name", KINDS)
def test_by_keyboard_alone(browser: Browser, built: Path, name: str) -> None:
    """Tab goes through all of it; letters and the space bar do the rest, and Enter wipes."""
    with exercise(browser, place(built.as_uri(), name)) as page:
        empty = page.evaluate(VALUES)
        type_through(page)
        assert len(page.evaluate(VALUES)) > len(empty)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_text("Alles is gewist.").wait_for()
        assert page.evaluate("document.activeElement.innerText") == "Wis alles"
        assert page.evaluate(VALUES) == empty


# --- private -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_an_open_page_needs_no_network_and_asks_for_nothing(browser: Browser, address: str, name: str) -> None:
    with context(browser) as made:
        page = made.new_page()
        page.goto(place(address, name), wait_until="networkidle")
        empty = page.evaluate(VALUES)
        asked: list[str] = []
        made.set_offline(True)
        page.on("request", lambda request: asked.append(request.url))
        fill(page)
        with page.expect_download():
            page.get_by_role("button", name="Bewaar als bestand").click()
        assert page.evaluate(STORED) == DRAFT
        page.get_by_label("Bewaar in deze browser").check()
        assert page.evaluate(STORED) == KEPT
        wipe(page)
        assert page.evaluate(VALUES) == empty
        assert page.evaluate(STORED) == NOTHING
        assert not [url for url in asked if not url.startswith("blob:")]


def test_what_nobody_asked_to_keep_is_gone_with_the_tab(browser: Browser, built: Path) -> None:
    with context(browser) as made:
        first, second = made.new_page(), made.new_page()
        first.goto(place(built.as_uri(), "kop"))
        fill(first)
        second.goto(place(built.as_uri(), "kop"))
        assert second.evaluate(VALUES) == {}
        first.close()
        third = made.new_page()
        third.goto(place(built.as_uri(), "kop"))
        assert third.evaluate(VALUES) == {}
        assert third.evaluate(STORED) == NOTHING


def test_no_longer_kept_when_the_mark_goes(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        page.get_by_label("Bewaar in deze browser").check()
        fill(page)
        assert page.evaluate("Object.keys(localStorage)") == ["lok:burn-out/kop"]
        page.get_by_label("Bewaar in deze browser").uncheck()
        assert page.evaluate(STORED) == DRAFT


def test_a_browser_that_refuses_to_keep_says_so(browser: Browser, built: Path) -> None:
    with exercise(browser, "about:blank") as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
        page.goto(place(built.as_uri(), "kop"))
        page.locator("textarea").first.fill("moe")
        page.get_by_text("Bewaar in deze browser").click()
        page.get_by_text("Deze browser laat bewaren niet toe.").wait_for()
        assert not page.get_by_label("Bewaar in deze browser").is_checked()
        assert page.locator("textarea").first.input_value() == "moe"


@pytest.mark.parametrize("kept", ["geen json", "null", "[]", '"x"', '{"klachten": {"a": 1}}'])
def test_what_was_kept_may_be_broken(browser: Browser, built: Path, kept: str) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        page.evaluate("kept => localStorage.setItem('lok:burn-out/kop', kept)", kept)
        reload(page)
        assert page.evaluate(VALUES) == {}
        page.locator("textarea").first.fill("werkt nog")
        wipe(page)


@pytest.mark.parametrize("name", KINDS)
def test_markup_stays_text(browser: Browser, built: Path, name: str) -> None:
    with exercise(browser, place(built.as_uri(), name)) as page:
        title, loud = page.title(), page.locator("article :is(img, script)")
        before = loud.count()
        fill(page, words=EVIL)
        filled = page.evaluate(VALUES)
        page.get_by_label("Bewaar in deze browser").check()
        reload(page)
        assert page.evaluate(VALUES) == filled
        assert page.title() == title
        assert loud.count() == before


# --- paper, file, room -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_what_is_printed_holds_what_was_typed(browser: Browser, built: Path, name: str) -> None:
    with exercise(browser, place(built.as_uri(), name)) as page:
        used = fill(page, words="zinnetje")
        pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
        text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
        missing = [words for words in used if words not in " ".join(text.split())]
        assert not missing
        for control in ("Druk af", "Wis alles", "Mogelijk antwoord", "Bewaar"):
            assert control not in text


def test_print_opens_the_browser_s_own_window(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        page.evaluate("window.print = () => { window.printed = true; }")
        page.get_by_role("button", name="Druk af").click()
        assert page.evaluate("window.printed")


@pytest.mark.parametrize("name", KINDS)
def test_saved_as_a_file_and_opened_again(browser: Browser, built: Path, tmp_path: Path, name: str) -> None:
    with exercise(browser, place(built.as_uri(), name)) as page:
        fill(page)
        filled = page.evaluate(VALUES)
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als bestand").click()
        assert download.value.suggested_filename == f"burn-out-{name}.html"
        download.value.save_as(tmp_path / "mijn.html")
        wipe(page)
        choose(page, tmp_path / "mijn.html")
        page.get_by_text("Het bestand staat open.").wait_for()
        assert page.evaluate(VALUES) == filled


@pytest.mark.parametrize(
    "content",
    ["", "geen json", "[]", "null", '{"lok": 1, "exercise": "burn-out/andere", "values": {"klachten": "x"}}'],
)
def test_another_file_changes_nothing(browser: Browser, built: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "vreemd.json").write_text(content)
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        fill(page)
        filled = page.evaluate(VALUES)
        choose(page, tmp_path / "vreemd.json")
        page.get_by_text("Dit bestand hoort niet bij deze oefening.").wait_for()
        assert page.evaluate(VALUES) == filled


def test_a_file_is_only_read_as_text(browser: Browser, built: Path, tmp_path: Path) -> None:
    values = {
        "klachten": EVIL,
        "onbekend": "x",
        "omstandigheden": {"a": 1},
        "story": "iemand die niet bestaat",
        "__proto__": "y",
    }
    (tmp_path / "a.json").write_text(json.dumps({"lok": 1, "exercise": "burn-out/kop", "values": values}))
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        choose(page, tmp_path / "a.json")
        page.get_by_text("Het bestand staat open.").wait_for()
        assert page.evaluate(VALUES) == {"klachten": EVIL}


def test_opening_a_file_asks_before_it_replaces(browser: Browser, built: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"lok": 1, "exercise": "burn-out/kop", "values": {"klachten": "nieuw"}})
    )
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        field = page.get_by_label("Klachten").and_(page.locator("textarea"))
        field.fill("oud")
        choose(page, tmp_path / "a.json")
        page.get_by_role("button", name="Nee").click()
        assert field.input_value() == "oud"
        choose(page, tmp_path / "a.json")
        page.get_by_role("button", name="Ja, vervang het").click()
        page.get_by_text("Het bestand staat open.").wait_for()
        assert field.input_value() == "nieuw"


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
@pytest.mark.parametrize("name", KINDS)
def test_on_a_projector_no_answer_is_in_sight(browser: Browser, built: Path, name: str, audience: str) -> None:
    with exercise(browser, place(built.as_uri(), name, audience)) as page:
        fill(page)
        page.evaluate("document.querySelectorAll('.answer').forEach(answer => { answer.open = true; })")
        small = page.evaluate("getComputedStyle(document.querySelector('.exercise h2, .exercise p')).fontSize")
        page.get_by_role("button", name="Groot beeld").click()
        assert page.evaluate("getComputedStyle(document.querySelector('.exercise h2, .exercise p')).fontSize") > small
        for hidden in (".answer", ".trainer", ".waiting", ".tools", ".mark, .menu, .find, .bar", "article > .section"):
            assert not visible(page, hidden), hidden
        assert visible(page, ".help"), "who needs it finds it from the room too"
        assert visible(page, ".exercise h2, .exercise .statement-text")
        page.keyboard.press("Escape")
        assert page.locator(".tools").is_visible()


# --- for every eye -----------------------------------------------------------------------------------------------


@contextmanager
def filled(browser: Browser, address: str, scheme: str) -> Iterator[Page]:
    """An exercise on a phone with words in it, its answers open."""
    with context(browser, "touch", color_scheme=scheme) as made:
        page = made.new_page()
        page.goto(address)
        fill(page, "touch")
        page.evaluate("document.querySelectorAll('.answer').forEach(answer => { answer.open = true; })")
        yield page


@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing_in_a_filled_exercise(browser: Browser, built: Path, name: str) -> None:
    with filled(browser, place(built.as_uri(), name), "light") as page:
        assert violations(page) == []
        page.get_by_role("button", name="Groot beeld").click()
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Wis alles", exact=True).click()
        assert violations(page) == []


@pytest.mark.parametrize("name", KINDS)
def test_what_each_kind_shows_can_be_read_in_dark(browser: Browser, built: Path, name: str) -> None:
    """With what trainers see beside it."""
    with filled(browser, place(built.as_uri(), name, "trainer"), "dark") as page:
        assert violations(page, COLOURS) == []


def test_what_is_around_an_exercise_can_be_read_in_dark(browser: Browser, built: Path) -> None:
    """Every kind has the same frame."""
    with filled(browser, place(built.as_uri(), "weerstand", "trainer"), "dark") as page:
        page.get_by_role("button", name="Groot beeld").click()
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Wis alles", exact=True).click()
        assert violations(page) == []


@pytest.mark.parametrize("name", KINDS)
def test_without_scripts_it_reads_and_leads_to_its_paper(browser: Browser, built: Path, name: str) -> None:
    with context(browser, "touch", java_script_enabled=False) as made:
        page = made.new_page()
        page.goto(place(built.as_uri(), name))
        assert not page.locator("article :is(button, textarea, input, .field)").count()
        assert page.locator(".exercise").inner_text().strip()
        link = page.locator(".plain a")
        assert link.is_visible()
        target = (built / "deelnemer/burn-out/oefeningen" / str(link.get_attribute("href"))).resolve()
        assert target.read_bytes().startswith(b"%PDF")


def test_an_answer_waits_for_an_attempt(browser: Browser, built_tiny: Path) -> None:
    with exercise(browser, (course(built_tiny, "deelnemer") / "oefeningen/drempels.html").as_uri()) as page:
        assert not page.locator(".answer").is_visible()
        page.locator("textarea").first.fill("  \n")
        assert not page.locator(".answer").is_visible()
        page.locator("textarea").first.fill("de fles staat ver")
        page.get_by_text("Mogelijk antwoord").click()
        assert page.get_by_text("de wachtzaal zit vol").is_visible()
        page.locator("textarea").first.fill("")
        assert not page.locator(".answer").is_visible()


def test_no_answer_opens_before_the_script_that_makes_it_wait_is_there(browser: Browser, built_tiny: Path) -> None:
    with context(browser) as made:
        page = made.new_page()
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/exercise-*.js", hold)
        page.goto((course(built_tiny, "deelnemer") / "oefeningen/drempels.html").as_uri(), wait_until="commit")
        page.locator(".tools").wait_for(state="attached")
        assert page.get_by_text("Weten").first.is_visible()
        assert not page.locator(".answer").first.is_visible()
        held[0].continue_()
        page.locator("textarea").first.fill("de fles staat ver")
        assert page.locator(".answer").first.is_visible()


# --- light -------------------------------------------------------------------------------------------------------


def packed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_the_code_of_an_exercise_is_small(built: Path) -> None:
    scripts = sorted((built / "deelnemer" / "assets").glob("exercise*.js"))
    assert scripts
    assert max(packed([each]) for each in scripts) < 10_000


def test_a_first_page_is_light(browser: Browser, built: Path, address: str) -> None:
    """All that a first visit asks for, fonts included, as a server would compress it."""
    with context(browser, "touch") as made:
        page = made.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/deelnemer/burn-out/index.html", wait_until="networkidle")
        files = [built / url.removeprefix(f"{address}/").partition("?")[0] for url in asked if url.startswith(address)]
    assert len(files) > 3
    assert packed(files) < 300_000


def test_only_exercises_load_the_code(built: Path) -> None:
    pages = [path for path in course(built, "deelnemer").rglob("*.html") if b"assets/exercise-" in path.read_bytes()]
    assert {path.parent.name for path in pages} == {"oefeningen"}
    assert "index.html" not in {path.name for path in pages}


SHIFTS = """() => new Promise(done => {
    let moved = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; }))
        .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
})"""


def test_nothing_moves_when_a_picture_loads(browser: Browser, built_tiny: Path) -> None:
    with context(browser) as made:
        page = made.new_page()
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/*.svg", hold)
        page.goto(next((course(built_tiny, "trainer") / "deel").glob("*.html")).as_uri(), wait_until="domcontentloaded")
        page.evaluate("document.fonts.ready")
        before = page.evaluate(SHIFTS)
        assert held
        for request in held:
            request.continue_()
        page.wait_for_function("() => [...document.images].some(image => image.naturalWidth > 500)")
        assert page.evaluate(SHIFTS) == before
