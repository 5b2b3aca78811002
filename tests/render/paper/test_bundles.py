"""Bundles: what to print first, in one PDF each, for whom, in the author's order."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import page
import pytest

import samples
from lok.model.audience import Audience
from lok.model.course import Bundle, Course
from lok.model.library import Exercise, Sheet
from lok.model.place import Span
from lok.model.ref import Ref, RefKind
from lok.problems import Problem, Severity
from lok.render.paper.catalogue import bundles
from lok.render.paper.paper import places_in_bundle, render
from lok.view import view
from projects import SESSION, edit, only, put, read, tiny
from render.paper.test_cards import card, cell
from render.paper.test_document import unnumbered
from render.paper.test_paper import pages, sizes, text

KEY = Span("content/s.md", 9)
MINE = "content/bladen/los.md"


def listed(*items: Exercise | Sheet) -> Bundle:
    return Bundle(KEY, tuple(Ref(RefKind.PAPER, item.id, samples.span()) for item in items))


def sheet(id: str, words: str, count: int = 1) -> Sheet:
    return replace(samples.sheet(intro=samples.say(words) * count), id=id)


def cards(id: str, *words: str) -> Sheet:
    return replace(samples.cards(*(card(f"Kaart {each}", each) for each in words)), id=id)


def bundle(*items: Exercise | Sheet, **changes: object) -> tuple[bytes, tuple[Problem, ...]]:
    """The participants' bundle of these, and what it tells."""
    course = samples.course(*items, bundle=listed(*items), **changes)
    done = render(course, Audience.PARTICIPANT, {})
    return done.files[-1].data, done.problems


def test_a_bundle_holds_its_papers_in_the_order_of_the_author() -> None:
    one, two = sheet("een", "Tekst van een."), sheet("twee", "Tekst van twee.")
    work = samples.exercise(samples.columns("Links", "Rechts"))
    data, problems = bundle(two, work, cards("kaarten", "Op de kaart."), one)
    assert problems == ()
    own = pages(data)[::2]
    assert [sizes(data)[n] for n in (0, 2, 4, 6)] == [(210, 297), (297, 210), (210, 297), (210, 297)]
    for words, each in zip(("Tekst van twee.", "Links", "Op de kaart.", "Tekst van een."), own, strict=True):
        assert words in text(each)
    assert "pagina 7 van 7" in text(own[3])


def test_each_paper_begins_on_a_right_hand_page() -> None:
    """Printed on both sides, no paper stands on the back of another."""
    long = sheet("lang", "Een zin die plaats vraagt. " * 12 + "|", 22)
    items = [sheet("een", "Tekst van een."), long, sheet("twee", "Tekst van twee."), sheet("drie", "Tekst van drie.")]
    data, _ = bundle(*items)
    found = [text(each) for each in pages(data)]
    first = [
        next(n for n, each in enumerate(found, 1) if words in each)
        for words in ("van een", "plaats vraagt", "van twee", "van drie")
    ]
    assert all(n % 2 for n in first), first
    assert sum("plaats vraagt" in each for each in found) > 1, "one of them takes more than a page"


def test_where_each_paper_begins_is_known_before_the_bundle_is_made() -> None:
    long = sheet("lang", "Een zin die plaats vraagt. " * 12 + "|", 22)
    items = [sheet("een", "Tekst van een."), long, cards("a", "kaart"), cards("b", "twee"), sheet("drie", "Van drie.")]
    data, _ = bundle(*items)
    found = [text(each) for each in pages(data)]
    shown = [
        next(n for n, each in enumerate(found, 1) if words in each)
        for words in ("van een", "plaats vraagt", "kaart", "twee", "Van drie")
    ]
    assert [*places_in_bundle(samples.course(*items, bundle=listed(*items))).values()] == shown


def test_cards_that_follow_each_other_share_pages() -> None:
    data, _ = bundle(cards("a", "een", "twee"), cards("b", "drie"), sheet("c", "Tussenin."), cards("d", "vier"))
    assert len(sizes(data)) == 5
    assert [cell(data, words) for words in ("een", "twee", "drie", "vier")] == [
        (0, 0, 0), (0, 0, 1), (0, 1, 0), (4, 0, 0)
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "told"), [(8, 0), (9, 1)])
def test_more_than_eight_pages_is_told_at_the_key(count: int, told: int) -> None:
    _, problems = bundle(*(sheet(f"blad-{n}", "Tekst.") for n in range(count)))
    assert [(each.code, each.severity, each.span) for each in problems] == [
        ("bundel-te-lang", Severity.WARNING, KEY)
    ] * told
    assert all("telt 9 bladzijden" in each.message for each in problems)


def test_the_duo_may_have_more() -> None:
    items = [sheet(f"blad-{n}", "Tekst.") for n in range(9)]
    assert render(samples.course(*items, duo_bundle=listed(*items)), Audience.TRAINER, {}).problems == ()


def test_a_bundle_passes_an_independent_pdf_ua_check() -> None:
    work = samples.exercise(samples.statements("De maan is rond."))
    data, _ = bundle(cards("a", "een"), samples.cards(card("Hoog"), card("Om", "Voor.", "Achter.")), work)
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, [(each.rule_id, each.message) for each in report.failures]


# --- for whom -------------------------------------------------------------------------------------------------------


def paths(course: Course, audience: Audience) -> list[str]:
    return [file.path for file in bundles(view(course, audience), audience)]


def test_participants_get_their_own_bundle_only(tmp_path: Path) -> None:
    course = only(tiny(tmp_path))
    assert paths(course, Audience.PARTICIPANT) == ["downloads/bundel-deelnemer.pdf"]
    assert paths(course, Audience.TRAINER) == ["downloads/bundel-deelnemer.pdf", "downloads/bundel-sprekers.pdf"]
    for audience in Audience:
        made = [each.path for each in render(view(course, audience), audience, {}).files]
        assert [path for path in made if "bundel" in path] == paths(course, audience)


def test_without_lists_only_the_duo_has_a_bundle(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    path = root / SESSION
    path.write_text(re.sub(r"bundel deelnemer:.*(?=---)", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
    assert paths(only(root), Audience.PARTICIPANT) == []
    assert paths(only(root), Audience.TRAINER) == ["downloads/bundel-sprekers.pdf"]


def test_what_is_made_of_the_session_opens_the_bundle_of_the_duo(tmp_path: Path) -> None:
    course = view(only(tiny(tmp_path)), Audience.TRAINER)
    made = {each.path: each.data for each in render(course, Audience.TRAINER, {}).files}
    alone = (
        "meebrengen-a4",
        "teken-zelf-a4",
        "leidraad-a4",
    )
    together = pages(made["downloads/bundel-sprekers.pdf"])
    place = 0
    for name in alone:
        place += place % 2
        for each in pages(made[f"downloads/{name}.pdf"]):
            assert unnumbered(together[place]) == unnumbered(each)
            place += 1
    assert place == len(together)


def test_cards_are_not_among_the_pages_to_read_of_the_duo() -> None:
    items = (sheet("een", "Tekst van een."), cards("kaarten", "Op de kaart."))
    done = render(samples.course(*items, duo_bundle=listed(*items)), Audience.TRAINER, {})
    [data] = [each.data for each in done.files if each.path.endswith("bundel-sprekers.pdf")]
    assert "Tekst van een." in text(data)
    assert "Op de kaart." not in text(data)


@pytest.mark.parametrize(
    ("key", "who"),
    [("bundel deelnemer:", {Audience.TRAINER, Audience.PARTICIPANT}), ("bundel duo: los,", {Audience.TRAINER})],
)
def test_what_only_a_bundle_names_stays_for_who_gets_it(tmp_path: Path, key: str, who: set[Audience]) -> None:
    root = put(tiny(tmp_path), {MINE: "---\ntitel: Los\n---\n\nTekst.\n"})
    old = key.replace(" los,", "")
    edit(root, SESSION, old, key if key != old else f"{key}\n  - los")
    course = only(root)
    assert {audience for audience in Audience if "los" in {item.id for item in view(course, audience).sheets}} == who


# --- what is wrong --------------------------------------------------------------------------------------------------


def codes(root: Path) -> list[tuple[str, int]]:
    return [(each.code, each.span.line) for each in read(root)[1] if each.span.path == SESSION]


@pytest.mark.parametrize(
    ("name", "code"), [("drempel", "blad-onbekend"), ("leidraad", "link-naar-trainerblad"), ("wand", "bundel-formaat")]
)
def test_a_wrong_name_is_told_at_its_line(tmp_path: Path, name: str, code: str) -> None:
    root = put(tiny(tmp_path), {"content/bladen/wand.md": "---\ntitel: Wand\npapier: A1\n---\n\nTekst.\n"})
    edit(root, SESSION, "- drempels", f"- {name}")
    line = (root / SESSION).read_text(encoding="utf-8").split("\n").index(f"  - {name}") + 1
    assert codes(root) == [(code, line)]
