"""What only one kind of exercise does, in a real browser."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hands import exercise, place, visible


def level(page: Page) -> str:
    return page.locator(".level").inner_text()


def full(page: Page) -> int:
    return page.locator(".cell.on").count()


def test_a_balance_fills_and_empties(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "batterij")) as page:
        assert full(page) == 10
        page.get_by_role("button", name="wandelen, fietsen of in de tuin bezig zijn").click()
        assert full(page) == 12
        page.get_by_role("group", name="wandelen").get_by_label("veel").check()
        assert full(page) == 13
        assert "13 van de 20 vakjes. “Energiegevers” weegt samen 3, “Energievreters” 0." in level(page)
        for name in ("wakker liggen", "zorg voor iemand", "een ruzie", "inzet die"):
            page.get_by_role("button", name=name).click()
            page.get_by_role("group", name=name).get_by_label("veel").check()
        assert full(page) == 1
        assert "“Energievreters” 12" in level(page)
        page.get_by_role("button", name="wakker liggen van wat nog moet").click()
        assert full(page) == 4
        focus = page.evaluate("document.activeElement.innerText")
        assert focus == "wakker liggen van wat nog moet"
        told = page.get_by_role("status").filter(has_text="Weggehaald: wakker liggen van wat nog moet.")
        told.wait_for(state="attached")  # said in the next frame, so that the same sentence twice is heard twice


def test_the_lightest_thing_shows_on_either_side(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "batterij")) as page:
        for name, then in (("samen lachen", 11), ("een ruzie die blijft sluimeren", 10)):
            page.get_by_role("button", name=name, exact=True).click()
            page.get_by_role("group", name=name).get_by_label("weinig").check()
            assert full(page) == then


@pytest.mark.parametrize(("side", "shown", "word"), [("plus", 20, "vol"), ("minus", 0, "leeg")])
def test_a_full_and_an_empty_meter_say_what_that_is(
    browser: Browser, built: Path, side: str, shown: int, word: str
) -> None:
    with exercise(browser, place(built.as_uri(), "batterij")) as page:
        for toggle in page.locator(f".side-{side} .suggestion").all()[:4]:
            toggle.click()
            page.locator(f".side-{side} .weighed").last.get_by_label("veel").check()
        weighed = page.locator(f".side-{side} .weighed").count()
        assert weighed == 4
        assert full(page) == shown
        assert level(page).startswith(f"De meter is {word}: ")
        assert "weegt minstens 10 meer dan" in level(page)


def test_a_weight_is_right_under_the_thing_tapped(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "batterij"), "touch") as page:
        thing = page.get_by_role("button", name="samen lachen", exact=True)
        thing.tap()
        weight = page.get_by_role("group", name="samen lachen").locator("label").first
        above, below = thing.bounding_box(), weight.bounding_box()
        assert above is not None
        assert below is not None
        assert 0 <= below["y"] - above["y"] - above["height"] < 20


def test_a_balance_takes_own_words_once(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "batterij")) as page:
        own = page.get_by_label("Energiegevers, thuis: iets van jezelf")
        for words in ("", "  ", "mijn hond", "mijn hond"):
            own.fill(words)
            own.press("Enter")
        assert page.locator(".thing").all_inner_texts() == ["mijn hond"]
        toggle = page.get_by_role("button", name="samen lachen", exact=True)
        toggle.click()
        assert toggle.get_attribute("aria-pressed") == "true"
        toggle.click()
        assert toggle.get_attribute("aria-pressed") == "false"
        assert page.get_by_label("Hoe zwaar weegt “samen lachen”?").count() == 0


def test_columns_ask_on_where_one_part_stays_empty(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        asked = page.get_by_text("Hier staat nog niets: Dit geeft energie.")
        page.get_by_label("Klachten").and_(page.locator("textarea")).fill("moe")
        assert not asked.count()
        page.get_by_label("Dit kost energie").fill("geen inspraak")
        assert asked.is_visible()
        page.get_by_label("Dit geeft energie").fill("de chauffeurs")
        assert not asked.count()
        page.get_by_label("Dit kost energie").fill("")
        assert page.get_by_text("Hier staat nog niets: Dit kost energie.").is_visible()


def test_columns_are_about_a_story_or_about_nobody(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "kop")) as page:
        assert not page.locator(".exercise :checked").count()
        page.get_by_label("Jeroen").check()
        with page.context.expect_page() as story:
            page.locator(".stories a").click()
        assert story.value.url.endswith("/casussen/jeroen.html")
        assert page.get_by_label("Jeroen").is_checked()


def test_a_verdict_waits_for_a_choice_and_counts_nothing(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "overspanning-of-burn-out")) as page:
        assert not visible(page, ".answer")
        assert len(visible(page, ".waiting")) == 7
        first = page.locator(".statement").first
        first.get_by_label("burn-out").check()
        assert not first.get_by_text("Een paar maanden is meestal nog kort.").is_visible()
        first.locator("summary").click()
        assert first.locator(".verdict").inner_text() == "overspanning"
        assert first.get_by_text("Een paar maanden is meestal nog kort.").is_visible()
        assert len(visible(page, ".answer")) == 1


CASES = {
    "X": (("20", "2,50", "groen"), ("55", "2,39", "groen")),
    "Y": (("25", "3,13", "oranje"), ("60", "2,61", "oranje")),
    "Z": (("28", "3,50", "rood"), ("75", "3,26", "rood")),
}
"""The three people of the manual: exhaustion and core score with sum, mean and colour."""


@pytest.mark.parametrize("person", CASES)
def test_the_three_people_of_the_manual(browser: Browser, built: Path, person: str) -> None:
    with exercise(browser, place(built.as_uri(), "bat")) as page:
        page.get_by_role("radio", name="BAT-23").check()
        for scale, (total, mean, colour) in zip(("Uitputting", "Kernscore"), CASES[person], strict=True):
            line = page.locator(".form:not(.away) .score").filter(has_text=f"{scale}: som")
            line.get_by_role("textbox").fill(total)
            result = line.locator(".result")
            assert f"is gemiddeld {mean}: {colour}, " in result.inner_text()
            expected = {"groen": "green", "oranje": "orange", "rood": "red"}[colour]
            assert result.get_attribute("data-colour") == expected
        assert page.locator(".form:not(.away)").get_by_text("Een score is geen diagnose.").is_visible()


def test_a_printed_score_says_what_it_is_not(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "bat")) as page:
        page.get_by_role("radio", name="BAT-23").check()
        page.get_by_label("Uitputting: som van 8").fill("25")
        page.emulate_media(media="print")
        assert page.get_by_text("3,13: oranje, risico op burn-out.").is_visible()
        assert page.locator(".form:not(.away)").get_by_text("Een score is geen diagnose.").is_visible()
        assert not page.get_by_text("Mentale distantie: som van 5").is_visible()


def test_scores_on_and_beside_a_bound(browser: Browser, built: Path) -> None:
    """24 of 8 is 3,00 and 25 is 3,13 over the bound of 3,06; 5 of 5 and 25 of 5 are the least and the most."""
    with exercise(browser, place(built.as_uri(), "bat")) as page:
        page.get_by_role("radio", name="BAT-23").check()
        lines = page.locator(".form:not(.away) .score")
        for scale, total, said in (
            ("Uitputting", "24", "3,00: groen"),
            ("Mentale distantie", "12", "2,40: groen"),
            ("Mentale distantie", "13", "2,60: oranje"),
            ("Mentale distantie", "5", "1,00: groen"),
            ("Mentale distantie", "25", "5,00: rood"),
            ("Mentale distantie", "4", "tussen 5 en 25"),
            ("Mentale distantie", "26", "tussen 5 en 25"),
            ("Mentale distantie", "12.5", "tussen 5 en 25"),
            ("Mentale distantie", "12,5", "tussen 5 en 25"),
            ("Mentale distantie", "1e1", "tussen 5 en 25"),
        ):
            line = lines.filter(has_text=f"{scale}: som")
            field = line.get_by_role("textbox")
            field.fill(total)
            field.blur()
            assert field.input_value() == total
            assert said in line.inner_text()
            wrong = "tussen" in said
            assert field.get_attribute("aria-invalid") == str(wrong).lower()
            assert line.locator(".result").is_visible() is not wrong


def test_a_sum_is_judged_when_its_field_is_left(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "bat")) as page:
        page.get_by_role("radio", name="BAT-23").check()
        line = page.locator(".form:not(.away) .score").filter(has_text="Uitputting: som")
        field = line.get_by_role("textbox")
        hint = page.locator("#" + str(field.get_attribute("aria-describedby")))
        field.press_sequentially("2")
        assert hint.inner_text() == ""
        assert line.locator(".result").inner_text() == ""
        assert field.get_attribute("aria-invalid") == "false"
        field.press_sequentially("4,5")
        assert field.input_value() == "24,5"
        assert line.locator(".result").inner_text() == ""
        field.blur()
        assert hint.inner_text() == "Dat kan niet: met 8 vragen ligt de som tussen 8 en 40."
        assert field.get_attribute("aria-invalid") == "true"
        field.fill("24")
        assert hint.inner_text() == ""
        assert "3,00: groen" in line.locator(".result").inner_text()


def test_the_scale_of_all_questions_adds_up_by_itself(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "bat")) as page:
        page.get_by_role("radio", name="BAT-12").check()
        lines = page.locator(".form:not(.away) .score")
        for index, total in enumerate(("9", "9", "9")):
            lines.nth(index).get_by_role("textbox").fill(total)
        assert "Voor deze schaal is er geen grens." in lines.first.inner_text()
        assert lines.nth(4).locator(".result").inner_text() == ""
        lines.nth(3).get_by_role("textbox").fill("9")
        assert "Som 36, gedeeld door 12, is gemiddeld 3,00: rood" in lines.nth(4).inner_text()
        assert lines.count() == 5


def test_a_day_is_said_in_full(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "korte-lange-termijn")) as page:
        page.clock.set_fixed_time(datetime(2026, 12, 1, 23, 30))
        day = page.get_by_role("textbox", name="Tot dan probeer ik het nog")
        for value, said in (
            ("2026-12-12", "zaterdag 12 december 2026: dat is over 11 dagen."),
            ("2026-12-02", "woensdag 2 december 2026: dat is morgen."),
            ("2026-12-01", "dinsdag 1 december 2026: dat is vandaag."),
            ("2026-11-30", "maandag 30 november 2026: die dag is al voorbij."),
        ):
            day.fill(value)
            assert page.get_by_text(said).is_visible()
        day.fill("")
        assert not page.locator("main").get_by_text("2026").is_visible()


def test_steps_are_practised_on_one_reaction_at_a_time(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "weerstand")) as page:
        scenes = page.locator(".scene")
        assert scenes.count() == 4
        assert len(visible(page, ".scene")) == 1
        first = scenes.first
        assert first.get_by_role("textbox").count() == 3
        assert not first.get_by_text("Mogelijk antwoord").is_visible()
        assert not first.get_by_text("Toon dat je het begrijpt.").is_visible()
        first.locator("summary").filter(has_text="Erken").click()
        assert first.get_by_text("Toon dat je het begrijpt.").is_visible()
        first.get_by_label("Erken").fill("Dat is niet niks.")
        first.get_by_text("Mogelijk antwoord").click()
        assert first.get_by_text("Zestien jaar bijna nooit afwezig.").is_visible()
        page.get_by_role("button", name="Volgende").click()
        assert page.get_by_text("2 van 4").is_visible()
        assert "Schrijf me liever iets voor" in page.evaluate("document.activeElement.innerText")
        assert scenes.nth(1).get_by_label("Erken").input_value() == ""
        assert not scenes.nth(1).get_by_text("Mogelijk antwoord").is_visible()


def test_steps_without_scenes_have_a_field_each(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "verwijzen")) as page:
        steps = page.locator(".step")
        assert page.locator(".step textarea").count() == steps.count() == 7
        assert len(visible(page, ".step")) == 1
        page.get_by_role("button", name="Volgende").click()
        assert page.get_by_text("2 van 7").is_visible()
        steps.nth(1).get_by_role("textbox").fill("Wat dacht je?")
        steps.nth(1).get_by_text("Mogelijk antwoord").click()
        assert len(visible(page, ".answer")) == 1


def test_a_matrix_shows_a_row_and_sets_the_model_beside_it(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "taakverdeling")) as page:
        row = page.locator("[data-row]").first
        assert len(visible(page, "[data-row]")) == 1
        assert not row.get_by_text("Mogelijk antwoord").is_visible()
        row.get_by_role("group", name="huisarts").get_by_label("doet").check()
        row.get_by_role("group", name="werkgever").get_by_label("weet").check()
        row.get_by_text("Mogelijk antwoord").click()
        lines = {
            cells[0]: cells[1:] for cells in (line.split("\t") for line in row.locator("tbody tr").all_inner_texts())
        }
        assert lines["huisarts"] == ["doet", "doet", "hetzelfde"]
        assert lines["klinisch psycholoog"] == ["niet ingevuld", "betrekt", ""]
        assert lines["werkgever"] == ["weet", "niets", "anders"]
        assert lines["kinesitherapeut"] == ["niet ingevuld", "niets", ""]
        row.get_by_role("group", name="werkgever").get_by_label("niets").check()
        assert "hetzelfde" in row.locator("tbody tr").filter(has_text="werkgever").inner_text()
        page.get_by_role("button", name="Volgende").click()
        assert page.get_by_role("heading", name="Arbeidsongeschiktheid").is_visible()
        assert not row.is_visible()


def test_a_plan_has_a_field_for_each_prompt_and_each_week(browser: Browser, built: Path) -> None:
    with exercise(browser, place(built.as_uri(), "hervattingsplan")) as page:
        onward = page.get_by_role("button", name="Volgende")
        onward.click()
        page.get_by_label("Zo merk ik dat ik te ver ga").fill("hoofdpijn")
        onward.click()
        onward.click()
        assert page.get_by_text("4 van 6").is_visible()
        page.get_by_label("Week 6, Uren of taken").fill("vier halve dagen")
        assert page.get_by_label("Week 7, Uren of taken").count() == 0
        assert page.locator("[data-weeks] .week").count() == 6
        assert page.locator("[data-weeks] li textarea").count() == 0


@pytest.mark.parametrize("audience", ["deelnemer", "trainer"])
def test_trainer_text_takes_part_in_no_exercise(browser: Browser, built: Path, audience: str) -> None:
    """On the trainers' site nothing in a box for trainers became a field, and no exercise works otherwise."""
    for name in ("kop", "overspanning-of-burn-out", "bat", "verwijzen"):
        with exercise(browser, place(built.as_uri(), name, audience)) as page:
            assert page.locator(".trainer :is([name], button)").count() == 0
            assert page.locator(".exercise [name]").count() > 3
