"""A conversation that two sides prepare: written by an author, seen by each audience, as page, paper and cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import page as checker
import pytest

import samples
from exercises.shown import page
from exercises.written import only, written
from lok.exercises.conversation.record import Conversation, Question, Theme
from lok.model.audience import Audience
from lok.model.library import Exercise
from lok.model.output import Artifact
from lok.model.text import Section
from lok.render.paper.cards import of_set
from lok.view import view
from projects import edit, tiny
from projects import only as loaded
from render.paper.test_paper import HOSTILE, heights, letters, pages, papers, text

KEYS = "vorm: gesprek\nkiezers: jij, ik"
SECRET = "Alleen voor ons."


def conversation(
    themes: int = 2, questions: int = 2, agreements: tuple[str, ...] = ("Wat", "Wie", "Tegen")
) -> Conversation:
    """Themes with the codes A, B ... that each say something and ask something."""

    def theme(code: str) -> Theme:
        asked = (Question(f"{code}{n}", samples.say(f"Vraag {n} van {code}?")) for n in range(1, questions + 1))
        return Theme(samples.section(f"Thema {code}", *samples.say(f"Uitleg bij {code}.")), code, tuple(asked))

    return Conversation(("jij", "ik"), tuple(map(theme, "ABCDEF"[:themes])), agreements, agreements[-1:])


def beside(children: int = 3, items: int = 3) -> Section:
    """A free section with lists under headings of their own."""
    made = (
        samples.section(f"Deel {n}", samples.bullets(*(f"punt {n}.{m}" for m in range(1, items + 1))))
        for n in range(1, children + 1)
    )
    return samples.section("Schema", *samples.say("Zo hangt het samen."), children=tuple(made))


def exercise(*sections: Section, **changes: object) -> Exercise:
    return replace(samples.exercise(conversation(), *sections, paper=("a4", "a6")), **changes)  # type: ignore[arg-type]


# --- as it is written -----------------------------------------------------------------------------------------------


def read(folder: Path, body: str, keys: str = KEYS) -> tuple[Exercise, Conversation]:
    found = only(folder, keys, body)
    assert isinstance(found.content, Conversation)
    return found, found.content


def test_a_heading_with_a_code_is_a_theme_and_its_numbers_are_questions(tmp_path: Path) -> None:
    themes = "## Nu\ncode: n\n\nKijk eerst.\n\n1. Wat?\n2. Wie?\n\n## Later\ncode: LA\n\n1. Wanneer?"
    found, content = read(tmp_path, f"{themes}\n\n## Schema\n### Deel\n- a\n\n## Trainer\n{SECRET}")
    assert content.sides == ("jij", "ik")
    assert [theme.code for theme in content.themes] == ["N", "LA"]
    assert [each.code for theme in content.themes for each in theme.questions] == ["N1", "N2", "LA1"]
    assert content.themes[0].section.blocks == samples.say("Kijk eerst.")
    assert content.themes[0].questions[1].blocks == samples.say("Wie?")
    assert [section.title for section in found.sections] == ["Schema"]
    assert [child.title for child in found.sections[0].children] == ["Deel"]
    assert [section.title for section in found.trainer] == ["Trainer"]
    assert (content.agreements, content.dates) == ((), ())


def test_agreements_and_their_days_keep_the_words_of_the_author(tmp_path: Path) -> None:
    keys = f"{KEYS}\nafspraken: Wat, Tegen wanneer\ndatum: tegen wanneer"
    _, content = read(tmp_path, "## Nu\ncode: N\n\n1. Wat?", keys)
    assert (content.agreements, content.dates) == (("Wat", "Tegen wanneer"), ("Tegen wanneer",))


def test_ids_differ_where_titles_do_not(tmp_path: Path) -> None:
    themes = "## Nu\ncode: A\n\n1. Wat?\n\n## Nu\ncode: B\n\n1. Wie?\n\n## ???\ncode: C\n\n1. Hoe?"
    found, content = read(tmp_path, f"{themes}\n\n## Nu\nTekst.")
    assert [theme.section.id for theme in content.themes] == ["nu", "nu-2", "kop"]
    assert [section.id for section in found.sections] == ["nu-3"]


@pytest.mark.parametrize(
    ("keys", "body", "problem"),
    [
        (KEYS, "## Nu\ncode: A\n\n- Geen nummer.", ("vragen-ontbreken", 9)),
        (KEYS, "## Nu\nGeen code.", ("vragen-ontbreken", 1)),
        (KEYS, "## Nu\ncode: A\n\n1. Wat?\n\n## Later\ncode: a\n\n1. Wie?", ("code-ongeldig", 15)),
        (KEYS, "## Nu\ncode: A1\n\n1. Wat?", ("code-ongeldig", 10)),
        (KEYS, "## Nu\ncod: A\n\n1. Wat?", ("sleutel-onbekend", 10)),
        (KEYS, "## Trianer\ncode: T\n\n1. Geheim?\n\n## Nu\ncode: A\n\n1. Wat?", ("kop-lijkt-trainer", 9)),
        (f"{KEYS}\ndatum: Nooit", "## Nu\ncode: A\n\n1. Wat?", ("waarde-onbekend", 5)),
        ("vorm: gesprek", "## Nu\ncode: A\n\n1. Wat?", ("sleutel-ontbreekt", 1)),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, keys: str, body: str, problem: tuple[str, int]) -> None:
    assert problem in written(tmp_path, keys, body)[1]


def test_what_stands_below_trainer_is_for_trainers_whatever_it_looks_like(tmp_path: Path) -> None:
    found, content = read(tmp_path, "## Nu\ncode: A\n\n1. Wat?\n\n## Trainer\ncode: T")
    assert [theme.code for theme in content.themes] == ["A"]
    assert [section.blocks for section in found.trainer] == [samples.say("code: T")]


# --- for whom -------------------------------------------------------------------------------------------------------


def test_participants_have_no_trainer_text_of_a_theme_or_of_what_stands_beside(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, "content/oefeningen/handgesprek.md", "- de kraan is ver", f"- de kraan is ver\n\n#### Trainer\n{SECRET}")
    course = loaded(root)

    def said(audience: Audience) -> str:
        [found] = [each for each in view(course, audience).exercises if each.id == "handgesprek"]
        return repr(found)

    for hidden in ("Laat de nieuwkomer", SECRET, "Vijf minuten per vraag"):
        assert hidden in said(Audience.TRAINER)
        assert hidden not in said(Audience.PARTICIPANT)
    for shown in ("Begin met wat goed gaat.", "Wat stoort je?", "de kraan is ver"):
        assert shown in said(Audience.PARTICIPANT)


# --- the page -------------------------------------------------------------------------------------------------------


def test_a_page_has_sides_codes_agreements_and_what_its_questions_need_before_them() -> None:
    found = page(exercise(beside()))
    wanted = (
        "<strong>jij</strong>, <strong>ik</strong>", "Schema", "Zo hangt het samen.", "Deel 1", "punt 3.3",
        "Thema A", "Uitleg bij A.", 'data-question="A1"',
        "<strong>A1</strong>", "Vraag 1 van A?", "Thema B", 'data-question="B2"',
        "<span>Wat</span>, <span>Wie</span>, <span data-date>Tegen</span>.",
    )  # fmt: skip
    places = [found.index(words) for words in wanted]
    assert places == sorted(places)
    assert 'data-keeps="no"' in found


def test_only_a_conversation_refuses_to_keep() -> None:
    assert "data-keeps" not in page(samples.exercise(samples.steps("Zoek")))


def test_without_agreements_a_page_asks_for_none() -> None:
    assert "data-agree" not in page(exercise(content=conversation(agreements=())))


def test_trainers_find_their_text_in_its_theme() -> None:
    first, second = conversation().themes
    hidden = (samples.section("Trainer", *samples.say(SECRET)),)
    content = replace(conversation(), themes=(replace(first, section=replace(first.section, trainer=hidden)), second))
    found = page(exercise(content=content), Audience.TRAINER)
    assert found.index("Thema A") < found.index(SECRET) < found.index("Thema B")


# --- paper ----------------------------------------------------------------------------------------------------------


def made(item: Exercise) -> dict[str, Artifact]:
    """Each size of its paper; all fits."""
    found, problems = papers(item)
    assert problems == ()
    return {each.path.removesuffix(".pdf").rpartition("-")[2]: each for each in found}


def test_a_form_is_followed_by_what_is_read() -> None:
    found = text(made(exercise(beside()))["a4"].data)
    wanted = (
        "Thema A", "Uitleg bij A.", "Code Vraag jij ik", "A1 Vraag 1 van A?", "Thema B", "B2 Vraag 2 van B?",
        "Onze afspraken", "Wat Wie Tegen", "Schema", "Zo hangt het samen.", "Deel 1", "punt 1.1", "Deel 3", "punt 3.3",
    )  # fmt: skip
    places = [found.index(words) for words in wanted]
    assert places == sorted(places)


def test_a_form_without_agreements_has_no_lines_for_them() -> None:
    assert "Onze afspraken" not in text(made(exercise(content=conversation(agreements=())))["a4"].data)


def test_thirty_six_questions_and_their_agreements_fit_on_one_leaf() -> None:
    data = made(exercise(content=conversation(6, 6)))["a4"].data
    assert len(pages(data)) == 2
    assert "Onze afspraken" in text(pages(data)[1])


def test_what_fits_on_a_page_is_not_torn_and_what_does_not_goes_on() -> None:
    whole = [text(each) for each in pages(made(exercise(beside(6, 8), content=conversation(4, 3)))["a4"].data)]
    [side] = [each for each in whole if "punt 1.1" in each]
    assert "punt 6.8" in side
    assert "Schema" in side
    long = "".join(text(each) for each in pages(papers(exercise(beside(20, 8), paper=("a4",)))[0][0].data))
    assert all(f"punt {n}.8" in long for n in range(1, 21))


@pytest.mark.parametrize("size", ["a4", "a6"])
def test_every_paper_passes_an_independent_pdf_ua_check(size: str) -> None:
    report = checker.validate_pdf_bytes(made(exercise(beside()))[size].data, profile="ua1")
    assert report.is_compliant, [(each.rule_id, each.message) for each in report.failures]


def test_author_text_comes_out_letter_for_letter() -> None:
    theme = Theme(samples.section(HOSTILE), "A", (Question("A1", samples.say(HOSTILE)),))
    content = Conversation((HOSTILE[:8],), (theme,), (HOSTILE,))
    found = text(made(samples.exercise(content, samples.section(HOSTILE)))["a4"].data)
    assert letters(found).count(letters(HOSTILE)) == 4


# --- cards ----------------------------------------------------------------------------------------------------------


def test_a_card_for_each_question_and_for_each_part_of_what_stands_beside() -> None:
    made = of_set(samples.course(), exercise(beside(), samples.section("Los", *samples.say("Eén tekst."))), {})
    codes = [card.data["code"] for card in made if card.look == "question"]
    assert codes == ["A1", "A2", "B1", "B2"]
    read = [(card.data["of"], card.data["title"]) for card in made if card.look == "text"]
    assert read == [("Schema", "Deel 1"), ("Schema", "Deel 2"), ("Schema", "Deel 3"), ("", "Los")]


def test_a_question_stands_large_beside_its_code_and_theme() -> None:
    data = made(exercise(beside()))["a6"].data
    first, second = (text(each) for each in pages(data))
    assert heights(data, "Vraag 1 van A?") >= 26
    for wanted in ("A1 Thema A Uitleg bij A. Vraag 1 van A?", "B2 Thema B"):
        assert wanted in first
    assert "Schema Deel 1" in second
