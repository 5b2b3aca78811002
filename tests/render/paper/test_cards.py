"""Sets of cards: how they are read, who may have them, and what stands where on the A4 they are cut from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import page
import pypdfium2
import pytest
from PIL import Image

import samples
from lok.design.pictograms import portrait
from lok.model.audience import Audience
from lok.model.library import Sheet
from lok.model.text import Link, Paragraph, Plain, Section
from lok.problems import Problem, Severity
from lok.render.paper.cards import of_set
from lok.render.paper.nodes import figure
from lok.render.paper.paper import render
from lok.view import view
from projects import CARDS, edit, only, put, read, tiny
from render.paper.test_paper import font_size, letters, papers, sizes, text

A4 = (210, 297)
MIDDLE = (A4[0] / 2, A4[1] / 2)
RIM = 6
"""At least so many mm stay free along every cut and fold."""
MM = 25.4 / 72
LONG = "Een zin om te lezen. "


def card(title: str, front: str = "", back: str = "", line: int = 1) -> Section:
    below = (samples.section("Achterkant", *samples.say(back)),) if back else ()
    return samples.section(title, *(samples.say(front) if front else ()), line=line, children=below)


def several() -> Sheet:
    texts = (card("Eerste", "Vooraan een."), card("Derde", "Vooraan drie."))
    return samples.cards(texts[0], card("Tweede", "Voor twee.", "Achter twee."), texts[1], card("Opsteken"))


def printed(item: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    [made], problems = papers(item, facts=(samples.fact(),))
    return made.data, problems


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in mm from the top left of a page."""


def pieces(data: bytes) -> list[tuple[int, str, float, Box]]:
    """Page, words, size in points and place of every piece of text."""
    found = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(data)):
        lines = sheet.get_textpage()
        for item in sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = item.get_bounds()
            box = (left * MM, A4[1] - top * MM, right * MM, A4[1] - bottom * MM)
            words = str(lines.get_text_bounded(left, bottom, right, top)).strip()
            found += [(number, words, font_size(item), box)] if words else []
    return found


def cell(data: bytes, words: str) -> tuple[int, int, int]:
    """Page, row and column of the card on which words stand."""
    [(number, box)] = [(number, box) for number, found, _, box in pieces(data) if found == words]
    return number, int(box[1] > MIDDLE[1]), int(box[0] > MIDDLE[0])


def size(data: bytes, words: str) -> float:
    return next(points for _, found, points, _ in pieces(data) if found.startswith(words))


# --- read ---------------------------------------------------------------------------------------------------------


def written(folder: Path, text: str) -> tuple[Sheet, list[tuple[str, int]]]:
    """A set of cards in the tiny course, and code and line of each problem in it."""
    courses, problems = read(put(tiny(folder), {CARDS: f"---\ntitel: Stemkaarten\n---\n\n{text}\n"}))
    made = next(sheet for sheet in courses[0].sheets if sheet.id == "stemkaarten")
    return made, [(problem.code, problem.span.line) for problem in problems if problem.span.path == CARDS]


def test_a_set_is_a_sheet_with_a_card_for_each_heading(tmp_path: Path) -> None:
    made = next(sheet for sheet in only(tiny(tmp_path)).sheets if sheet.cards)
    assert [each.title for each in made.printed] == ["Waar", "Niet waar", "Hoe wrijf je?"]
    assert [child.title for child in made.printed[2].children] == ["Achterkant"]
    assert made.paper == ("a6",)
    assert made.copies
    assert made.copies.text == "1 per deelnemer"


def test_trainer_text_alone_is_a_set_for_trainers(tmp_path: Path) -> None:
    made, problems = written(
        tmp_path, "## Trainer\nKnip ze.\n\n### Eerst\nBel elkaar.\n\n#### Achterkant\nTel.\n\n### Dan"
    )
    assert problems == []
    assert made.for_trainers
    assert [each.title for each in made.printed] == ["Eerst", "Dan"]


def test_headings_below_trainer_text_are_no_cards_beside_others(tmp_path: Path) -> None:
    made, problems = written(tmp_path, "## Waar\n\n## Trainer\n\n### Vooraf\nKnip ze.")
    assert [each.title for each in made.printed] == ["Waar"]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Waar\n\n### Achterkan\nTekst.", ("kop-onbekend", 7)),
        ("## Waar\n\n### Mogelijk antwoord\nTekst.", ("kop-onbekend", 7)),
        ("## Waar\n\n### Achterkant\nTekst.\n\n### Achterkant\nNog.", ("kop-dubbel", 10)),
        ("## Trainer\n\n### Waar\n\n#### Vervolg\nTekst.", ("kop-onbekend", 9)),
        ("## Trainer\nKnip ze.", ("kaarten-ontbreken", 1)),
        ("Los.\n\n## Waar", ("tekst-zonder-kop", 5)),
    ],
)
def test_what_has_no_place_on_a_card_is_told(tmp_path: Path, text: str, expected: tuple[str, int]) -> None:
    assert expected in written(tmp_path, text)[1]


def test_only_the_cards_of_everyone_reach_participants(tmp_path: Path) -> None:
    root = put(
        tiny(tmp_path), {"content/kaarten/voor-ons.md": "---\ntitel: Voor ons\n---\n\n## Trainer\n\n### Eerst\n"}
    )
    edit(root, "content/sessies/handhygiene.md", "Zet vooraf", "Neem [dit](blad:voor-ons) en zet vooraf")
    ids = {audience: {item.id for item in view(only(root), audience).sheets if item.cards} for audience in Audience}
    assert ids == {Audience.PARTICIPANT: {"stemkaarten"}, Audience.TRAINER: {"stemkaarten", "voor-ons"}}


# --- printed --------------------------------------------------------------------------------------------------------


def test_four_cards_share_a_page_and_a_back_stands_beside_its_front() -> None:
    data, problems = printed(several())
    assert problems == ()
    assert sizes(data) == [A4, A4]
    assert [cell(data, words) for words in ("Vooraan een.", "Vooraan drie.", "Opsteken")] == [
        (0, 0, 0), (0, 0, 1), (0, 1, 0)
    ]  # fmt: skip
    assert [cell(data, words) for words in ("Voor twee.", "Achter twee.")] == [(1, 0, 0), (1, 0, 1)]


def test_nothing_stands_near_a_cut() -> None:
    full = (card(f"Kaart {n}", LONG * 12, LONG * 10 if n % 2 else "") for n in range(8))
    data, problems = printed(samples.cards(*full, card("Hoog op")))
    assert problems == ()
    for _, words, _, (left, top, right, bottom) in pieces(data):
        for low, high, end in ((left, right, A4[0]), (top, bottom, A4[1])):
            assert min(low % (end / 2), -high % (end / 2)) >= RIM, words
            assert low // (end / 2) == high // (end / 2), words


def test_text_is_as_large_as_all_cards_of_a_set_allow() -> None:
    few, more, most = (
        size(printed(samples.cards(card("Een", LONG * count), card("Ander", "Kort.")))[0], words)
        for count, words in ((2, "Kort."), (28, "Kort."), (44, "Kort."))
    )
    assert few > more > most >= 11


def test_an_answer_to_hold_up_stands_below_a_large_sign() -> None:
    data, _ = printed(samples.cards(card("Waar"), card("Niet waar")))
    [(_, _, points, (left, top, right, _))] = [each for each in pieces(data) if each[1] == "Waar"]
    assert points == 32
    assert (left + right) / 2 == pytest.approx(MIDDLE[0] / 2, abs=2)
    across, down = sign(data, 0)
    assert across[1] - across[0] >= 60
    assert 60 <= down[1] - down[0] <= 78
    assert down[1] < top


def test_a_card_that_names_a_case_shows_its_face() -> None:
    set_of_cards = samples.cards(card("Iemand zelf", "Je wordt geholpen."), card("Niemand", "Je helpt."))
    person = replace(samples.case(), portrait="greet")
    course = samples.course(set_of_cards, cases=(person,))
    face = portrait("greet")
    assert face
    named, other = (each.data for each in of_set(course, set_of_cards, {}))
    assert (named["drawing"], named["face"]) == (figure(face), True)
    assert (other["drawing"], other["face"]) == (None, False)


def test_answers_differ_in_shape_without_colour() -> None:
    data, _ = printed(samples.cards(card("Ja"), card("Nee"), card("Ertussenin")))
    inked = [{place for place in range(0, 105 * 148, 1) if dark(data, n)[place]} for n in range(2)]
    assert len(inked[0] ^ inked[1]) > 0.05 * len(inked[0] | inked[1])


@cache
def grey(data: bytes) -> Image.Image:
    """The first page without colour, a pixel for each mm."""
    return pypdfium2.PdfDocument(data)[0].render(scale=MM).to_pil().convert("L")


def dark(data: bytes, column: int) -> list[bool]:
    """For each mm of a card in the first row, whether there is ink."""
    picture = grey(data).crop((105 * column, 0, 105 * column + 105, 148))
    return [value < 200 for value in picture.tobytes()]


def sign(data: bytes, column: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the sign of a card in the first row reaches across and down, in mm: inside the frame, above the word."""
    spots = [divmod(n, 105) for n, inked in enumerate(dark(data, column)) if inked]
    inside = [(x, y) for y, x in spots if 10 < x < 95 and 10 < y < 104]
    xs, ys = zip(*inside, strict=True)
    return (min(xs), max(xs) + 1), (min(ys), max(ys) + 1)


def test_the_longest_title_decides_for_all_that_stand_alone() -> None:
    data, _ = printed(samples.cards(card("Ja"), card("Een vraag met heel wat meer woorden om samen over te praten?")))
    assert 14 <= size(data, "Ja") <= 44
    assert size(data, "Ja") == size(data, "Een vraag")


def test_a_card_too_full_is_told_at_its_own_line() -> None:
    data, [front, back] = printed(
        samples.cards(card("Past", LONG), card("Vol", LONG * 80, line=20), card("Om", "Kort.", LONG * 80, line=30))
    )
    assert [(each.code, each.severity, each.span.line) for each in (front, back)] == [
        ("past-niet", Severity.WARNING, 20), ("past-niet", Severity.WARNING, 30)
    ]  # fmt: skip
    assert "mm te hoog" in front.message
    assert size(data, "Een zin") == 11


def test_every_word_is_printed() -> None:
    found = letters(text(printed(several())[0]))
    for words in (
        "Een set",
        "Eerste",
        "Vooraan een.",
        "Tweede",
        "Voor twee.",
        "Achter twee.",
        "Opsteken",
        "versie 1.0",
    ):
        assert letters(words) in found


def test_a_card_tells_at_its_foot_what_nobody_confirmed_yet() -> None:
    link = Paragraph((Link(samples.target("feit:lijn"), (Plain("1234"),), samples.span()),))
    back = samples.section("Achterkant", link)
    item = samples.cards(
        samples.section("Voor", link), samples.section("Dubbel", *samples.say("Dag."), children=(back,))
    )
    for status, count in (("zeker", 0), ("te bevestigen", 2)):
        [made], problems = papers(item, facts=(samples.fact(status=status),))
        assert problems == ()
        assert text(made.data).count("Nagekeken op 22 november 2026, nog niet bevestigd: lijn.") == count
        assert "te bevestigen" not in text(made.data)


def test_trainer_text_beside_cards_is_not_printed_and_alone_it_is() -> None:
    secret = (samples.section("Trainer", *samples.say("Knip ze."), children=(card("Voor ons", "Bel elkaar."),)),)
    [beside] = render(samples.course(samples.cards(card("Waar"), trainer=secret)), Audience.TRAINER, {}).files
    [alone] = render(samples.course(samples.cards(trainer=secret)), Audience.TRAINER, {}).files
    assert "Bel elkaar." not in text(beside.data)
    assert "Bel elkaar." in text(alone.data)


def test_cards_pass_an_independent_pdf_ua_check() -> None:
    report = page.validate_pdf_bytes(printed(several())[0], profile="ua1")
    assert report.is_compliant, [(each.rule_id, each.message) for each in report.failures]
