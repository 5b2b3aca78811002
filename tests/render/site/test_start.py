"""The start page for trainers, its list for half an hour, its downloads and copies; and the menu above it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from lxml.html import HtmlElement, fragment_fromstring

import samples
from lok.derive import downloads
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.library import Copies
from lok.render.paper import catalogue
from lok.render.site import site
from lok.session.materials import count
from lok.view import view
from projects import only, tiny
from render.site.test_trainer import pages


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return only(tiny(tmp_path_factory.mktemp("tiny")))


def home(course: Course) -> HtmlElement:
    return fragment_fromstring(pages(course)["index.md"].partition("{: #_begin }")[2], create_parent="main")


def test_what_to_do_in_half_an_hour_takes_half_an_hour_and_leads_to_what_there_is(course: Course) -> None:
    page = home(course)
    steps = page.xpath("//ol[@class='todo']/li")
    assert [step.xpath(".//input")[0].get("data-todo") for step in steps] == [
        "deck", "lezen", "regelen", "afdrukken", "klaarleggen", "nummers", "spreekscherm",
    ]  # fmt: skip
    assert sum(int(step.find_class("where")[0].text.split()[0]) for step in steps) == 30
    made = {path.replace(".md", ".html") for path in pages(course)}
    anchors = {f"#{item}" for item in page.xpath("//@id")} | {"#trainer-trainer", "#_afdrukken"}
    targets = {link.get("href") for step in steps for link in step.iter("a")}
    assert {target for target in targets if not target.startswith("downloads/")} <= made | anchors
    assert "downloads/handhygiene-duo.pptx" in targets


def test_a_session_with_nothing_but_a_deck_asks_nothing_else() -> None:
    assert home(samples.course()).xpath("//@data-todo") == ["deck"]


def test_the_deck_is_the_first_card_and_each_file_is_offered_by_what_it_is_for(course: Course) -> None:
    page = home(course)
    assert page.xpath("//nav[@class='doors']/a/@href")[0] == "downloads/handhygiene-duo.pptx"
    assert page.xpath("//div[@class='kinds']/section/h3/text()") == ["Tonen", "Afdrukken", "Lezen"]
    in_sight, folded = (offered(page, folded=each) for each in (False, True))
    assert in_sight[0][-1] == "downloads/spreekscherm.html"
    assert in_sight[1] == [
        *("downloads/bundel-deelnemer.pdf", "downloads/bundel-sprekers.pdf"),
        *("downloads/meebrengen-a4.pdf", "downloads/accreditatieblad-a4.pdf"),
    ]
    assert in_sight[2][0] == "downloads/draaiboek-a4.pdf"
    assert folded[0] == []
    assert {"downloads/drempels-a4.pdf", "downloads/vijf-momenten-a4.pdf"} <= set(folded[1])
    assert all("antwoorden" in path or "teken" in path for path in folded[2])


def offered(page: HtmlElement, *, folded: bool) -> list[list[str]]:
    """What each kind of download offers, in sight or folded."""
    return [
        [link.get("href") for link in kind.iter("a") if bool(list(link.iterancestors("details"))) == folded]
        for kind in page.xpath("//div[@class='kinds']/section")
    ]


def test_every_download_for_trainers_is_on_the_start_page(course: Course) -> None:
    seen = view(course, Audience.TRAINER)
    made = catalogue.generated(seen, Audience.TRAINER)
    files = {each.path for each in (*downloads.papers(seen), *downloads.decks(seen, Audience.TRAINER))}
    files |= {each.path for each in (*(one.download for one in made), *catalogue.bundles(seen, Audience.TRAINER))}
    page = home(course)
    shown = {path for folded in (False, True) for kind in offered(page, folded=folded) for path in kind}
    assert files - shown == set()


@pytest.mark.parametrize(("people", "told"), [(14, "14"), (0, "15")])
def test_copies_are_counted_for_who_comes(course: Course, people: int, told: str) -> None:
    evening = Evening(date(2026, 12, 10), time(20), "", "", ("", ""), people, samples.span())
    page = home(replace(course, evening=evening))
    assert page.xpath("//input[@id='copies-people']/@value") == [told]
    assert page.xpath("//*[@data-people]/text()") == [told]
    for cell in page.xpath("//*[@data-times]"):
        wanted = [Copies(*map(int, each.split("/")), "") for each in cell.get("data-times").split()]
        assert int(cell.text) == -(-sum(count(each, int(told)) for each in wanted) // int(cell.get("data-up")))


# --- the menu ----------------------------------------------------------------------------------------------------


def test_the_menu_of_trainers_is_grouped_whole_and_ends_with_what_authors_need(course: Course) -> None:
    seen = view(course, Audience.TRAINER)
    groups = site.frame(seen, Audience.TRAINER)["groups"]
    assert isinstance(groups, list)
    assert [(group["title"], group["holds"][0]) for group in groups] == [
        ("Vanavond", "Start"), ("Naslag", "Casussen"), ("Voor auteurs", "Voor auteurs"),
    ]  # fmt: skip
    titles = [title for title, _ in site.listing(seen, Audience.TRAINER).nav]
    assert [title for group in groups for title in group["holds"]] == titles
    assert len(set(titles)) == len(titles), "the theme finds an item by its title"
    assert site.frame(view(course, Audience.PARTICIPANT), Audience.PARTICIPANT)["groups"] == []
