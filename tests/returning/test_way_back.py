"""What a trainer changes in a deck of the tiny course comes back where its author wrote it, and nothing else does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lok.returning.brought import read_deck
from lok.returning.edits import Why
from lok.returning.way_back import Outcome, State, WayBack, way_back
from office import convert
from projects import FIRST, SECOND, edit, only, put, tiny
from trainer import add_after, built, changed, delete, duplicate, forget, move, new_slide, opened, said, say, take

SIZE = int(os.environ.get("SIZE", "1"))
THIRD = "slides/handhygiene/03-volhouden.md"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny(tmp_path_factory.mktemp("terug"))


@pytest.fixture(scope="module")
def data(source: Path) -> bytes:
    return built(source)


@pytest.fixture
def root(source: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return shutil.copytree(source, tmp_path / "project")


def back(root: Path, data: bytes) -> WayBack:
    return way_back(root, only(root), read_deck(data))


def differing(root: Path, files: Mapping[str, bytes]) -> list[tuple[str, str, str]]:
    """Every line that would change: file, what stands there, what would."""
    found = []
    for path, new in files.items():
        old = (root / path).read_bytes().decode().split("\n")
        pairs = zip(old, new.decode().split("\n"), strict=True)
        found += [(path, one, other) for one, other in pairs if one != other]
    return found


def states(found: WayBack) -> list[tuple[State, Why | None]]:
    return [(each.state, each.why) for each in found.outcomes]


def only_one(found: WayBack) -> Outcome:
    [outcome] = found.outcomes
    return outcome


# --- nothing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", [0, 1, 2])
def test_a_deck_that_nobody_changed_changes_nothing(source: Path, reader: int) -> None:
    found = back(source, changed(built(source, reader)))
    assert (found.slides, found.copies, found.new, found.moved, found.gone) == ((), (), (), (), ())
    assert found.files == {}


def test_what_only_the_author_changed_stays_the_authors(root: Path, data: bytes) -> None:
    edit(root, FIRST, "Je ziet er niets van.", "Je voelt er niets van.")
    assert back(root, data).outcomes == ()


# --- to the right line --------------------------------------------------------------------------------------------

PLACES = [
    (2, "Je handen reizen mee", "Je handen gaan mee", FIRST, "## Je handen reizen mee", "## Je handen gaan mee"),
    (2, "niets van", "weinig van", FIRST, "- Je ziet er niets van.", "- Je ziet er weinig van."),
    (2, "Eén keer", "Twee keer", FIRST, "Eén keer wrijven breekt de ketting.", "Twee keer wrijven breekt de ketting."),
    (
        *(3, "vandaag", "gisteren", FIRST),
        "Wanneer ontsmette je vandaag je handen niet, al wist je dat het moest?",
        "Wanneer ontsmette je gisteren je handen niet, al wist je dat het moest?",
    ),
    (3, "was leeg", "was op", FIRST, "- de fles was leeg", "- de fles was op"),
    (
        *(3, "Niemand hoeft", "Geen mens hoeft", FIRST),
        "Niemand hoeft zich te verantwoorden.",
        "Geen mens hoeft zich te verantwoorden.",
    ),
    (3, "Luister nu", "Hoor nu", FIRST, "Luister nu eens mee naar Noémie.", "Hoor nu eens mee naar Noémie."),
    (5, "Schrijf de", "Zet de", FIRST, "Schrijf de drempels op de flipchart.", "Zet de drempels op de flipchart."),
    (7, "drie gevers", "vier gevers", SECOND, "2. Verzamel daarna drie gevers.", "2. Verzamel daarna vier gevers."),
    (
        *(9, "na contact", "na elk contact", SECOND),
        "| na contact met lichaamsvocht | om jezelf te beschermen |",
        "| na elk contact met lichaamsvocht | om jezelf te beschermen |",
    ),
    (
        *(16, "keer doen", "keer gedaan", THIRD),
        "grafiek: stroom, Van 1 200 keer weten naar 412 keer doen",
        "grafiek: stroom, Van 1 200 keer weten naar 412 keer gedaan",
    ),
    (
        *(9, "Wrijf telkens", "Wrijf altijd", SECOND),
        "Hang het blad naast je wastafel. Wrijf telkens [30 seconden](feit:wrijftijd).",
        "Hang het blad naast je wastafel. Wrijf altijd [30 seconden](feit:wrijftijd).",
    ),
    (
        *(13, "je komt er altijd", "iedereen komt er", THIRD),
        "- **Deur:** je komt er altijd voorbij",
        "- **Deur:** iedereen komt er voorbij",
    ),
    (
        *(13, "huisbezoeken", "een huisbezoek", THIRD),
        "- **Tas:** voor [huisbezoeken](casus:noemie)",
        "- **Tas:** voor [een huisbezoek](casus:noemie)",
    ),
    (
        *(15, "Over mijn handen", "Wat is er met mijn handen", THIRD),
        "**Collega:** Over mijn handen?",
        "**Collega:** Wat is er met mijn handen?",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("number", "old", "new", "path", "line", "then"), PLACES)
def test_a_word_comes_back_in_its_line(
    root: Path, data: bytes, number: int, old: str, new: str, path: str, line: str, then: str
) -> None:
    found = back(root, changed(data, say(number, old, new)))
    assert states(found) == [(State.WRITTEN, None)]
    assert differing(root, found.files) == [(path, line, then)]


def test_notes_come_back_from_the_deck_of_a_role(root: Path) -> None:
    """On a slide of the other it has what to do meanwhile, and the words after which to take over."""
    deck = changed(built(root, 2), say(3, "eens mee", "mee"), say(4, "Luister naar", "Kijk naar"))
    found = back(root, deck)
    assert [then for _, _, then in differing(root, found.files)] == [
        "Luister nu mee naar Noémie.",
        "Kijk naar wat ze doet, niet naar wat ze zegt.",
    ]


def test_line_ends_the_mark_at_the_start_and_broken_lines_stay(root: Path) -> None:
    text = (root / FIRST).read_text(encoding="utf-8").replace("tussen twee patiënten? De", "tussen twee\npatiënten? De")
    put(root, {FIRST: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    found = back(root, changed(built(root), say(2, "minstens tien", "wel tien")))
    [(_, line, then)] = differing(root, found.files)
    assert (line.strip(), then.strip()) == (
        "patiënten? De meeste mensen tellen er minstens tien.",
        "patiënten? De meeste mensen tellen er wel tien.",
    )
    assert found.files[FIRST].startswith(b"\xef\xbb\xbf---\r\n")


def test_signs_that_markdown_would_take_for_marks_are_written_as_signs(root: Path, data: bytes) -> None:
    found = back(root, changed(data, say(2, "Je ziet er niets van.", "5 * 3 * 2 is *veel*")))
    assert states(found) == [(State.WRITTEN, None)]
    put(root, found.files)
    shown = [paragraph.text.replace("\u00a0", " ") for paragraph in said(opened(built(root)), 2)]
    assert "5 * 3 * 2 is *veel*" in shown


def test_paragraphs_are_added_and_taken_away(root: Path, data: bytes) -> None:
    deck = changed(
        data,
        add_after(7, "Verzamel daarna", "3. Schrijf ze op."),
        add_after(2, "Denk aan je vorige", "Wacht even."),
        take(3, "te druk, te droge"),
        take(2, "Van de deurklink"),
    )
    found = back(root, deck)
    assert states(found) == [(State.WRITTEN, None)] * 4
    put(root, found.files)
    first, second = ((root / path).read_text(encoding="utf-8") for path in (FIRST, SECOND))
    assert "2. Verzamel daarna drie gevers.\n3. Schrijf ze op.\n" in second
    assert "tellen er minstens tien.\n\nWacht even.\n\n## Wanneer" in first
    assert "### Verwacht\n- de fles was leeg\n" in first
    assert "minuten: 3\n\n- Van de stethoscoop" in first
    assert back(root, deck).files == {}


# --- what is left -------------------------------------------------------------------------------------------------


def test_what_both_changed_is_shown_and_left(root: Path, data: bytes) -> None:
    edit(root, FIRST, "Je ziet er niets van.", "Je voelt er niets van.")
    found = back(root, changed(data, say(2, "niets van", "weinig van")))
    outcome = only_one(found)
    assert (outcome.state, outcome.change.now) == (State.BOTH, "Je voelt er niets van.")
    assert found.files == {}


def test_what_both_changed_alike_is_done(root: Path, data: bytes) -> None:
    edit(root, FIRST, "Je ziet er niets van.", "Je ziet er weinig van.")
    assert states(back(root, changed(data, say(2, "niets van", "weinig van")))) == [(State.DONE, None)]


LEFT = [
    (4, "huisarts in opleiding", "huisarts", Why.ELSEWHERE),
    (4, "HYGIËNIST: ", "WIE: ", Why.OWN),
    (6, "Doen", "Laten doen", Why.MADE),
    (9, "30\u00a0seconden", "40 seconden", Why.FACT),
    (16, "900", "geen", Why.LOSS),
]


@pytest.mark.parametrize(("number", "old", "new", "why"), LEFT)
def test_what_would_be_lost_is_left_with_its_reason(
    root: Path, data: bytes, number: int, old: str, new: str, why: Why
) -> None:
    found = back(root, changed(data, say(number, old, new)))
    assert [why for _, why in states(found)] == [why]
    assert found.files == {}


def test_a_change_across_bold_words_is_left(root: Path) -> None:
    edit(root, SECOND, "Hang het blad naast je wastafel.", "Hang het blad **naast je** wastafel.")
    deck = changed(
        built(root), say(9, "het blad ", "alles "), say(9, "naast je", "bij de"), say(9, " wastafel", " kraan")
    )
    outcome = only_one(back(root, deck))
    assert (outcome.state, outcome.why) == (State.LEFT, Why.MARKED)
    assert outcome.where is not None
    assert outcome.where.path == SECOND


def test_a_fact_that_is_printed_whole_is_left(root: Path) -> None:
    edit(root, SECOND, "Hang het blad naast je wastafel.", "feit: wrijftijd\n\nHang het blad naast je wastafel.")
    data = built(root)
    outcome = only_one(back(root, changed(data, say(9, "tot je handen", "tot ze"))))
    assert (outcome.state, outcome.why) == (State.LEFT, Why.FACT)


@pytest.mark.parametrize("words", ["Luister nu eens mee", "Verwacht:"])
def test_what_is_added_where_nobody_knows_its_heading_is_left(root: Path, data: bytes, words: str) -> None:
    found = back(root, changed(data, add_after(3, words, "Nog iets.")))
    assert states(found) == [(State.LEFT, Why.NO_PLACE)]


def test_the_last_words_under_a_heading_are_not_taken_away(root: Path, data: bytes) -> None:
    assert states(back(root, changed(data, take(3, "Niemand hoeft")))) == [(State.LEFT, Why.LAST)]


# --- slides -------------------------------------------------------------------------------------------------------


def test_copied_moved_deleted_and_new_slides_are_told(root: Path, data: bytes) -> None:
    deck = changed(
        data,
        new_slide("Van mij"),
        duplicate(2),
        say(3, "Je ziet er niets van.", "Dit is de kopie."),
        move(4, 12),
        delete(8),
    )
    found = back(root, deck)
    assert [(page.number, title) for page, title in found.copies] == [(3, "Je handen reizen mee")]
    assert found.moved == ("Wanneer sloeg jij het over?",)
    assert found.gone == ("Waar of niet waar?",)
    assert [page.shown.title for page in found.new] == ["Van mij"]
    assert found.outcomes == ()
    assert found.files == {}


@pytest.mark.parametrize("kept", ["tag", "name", "creation", ""])
def test_each_mark_alone_leads_back_to_the_slide(root: Path, data: bytes, kept: str) -> None:
    deck = forget(changed(data, say(2, "Je handen reizen mee", "Anders"), move(2, 9)), kept, "words")
    found = back(root, deck)
    assert [old for _, old, _ in differing(root, found.files)] == ["## Je handen reizen mee"]
    assert found.moved == ("Je handen reizen mee",)


def test_a_slide_with_a_new_title_at_the_author_is_found(root: Path, data: bytes) -> None:
    edit(root, FIRST, "## Je handen reizen mee", "## Alles reist mee")
    found = back(root, changed(data, say(2, "niets van", "weinig van")))
    assert [then for _, _, then in differing(root, found.files)] == ["- Je ziet er weinig van."]


def test_a_slide_that_the_author_threw_away_is_told(root: Path, data: bytes) -> None:
    text = (root / THIRD).read_text(encoding="utf-8")
    start, end = text.index("## Drie plaatsen"), text.index("## Wat kost het")
    put(root, {THIRD: text[:start] + text[end:].replace("minuten: 0,5", "minuten: 1", 1)})
    outcome = only_one(back(root, changed(data, say(13, "altijd", "elke dag"))))
    assert (outcome.state, outcome.why) == (State.LEFT, Why.ABSENT)


def test_without_the_words_of_the_build_only_unchanged_slides_are_sure(root: Path, data: bytes) -> None:
    """Properties of the file are all that is left: they know whether the author changed a slide."""
    edit(root, FIRST, "### Let op\nNiemand hoeft", "### Let op\nGeen mens hoeft")
    deck = forget(changed(data, say(2, "niets van", "weinig van"), say(3, "was leeg", "was op")))
    found = back(root, deck)
    assert found.guessed
    assert [(each.state, each.why, each.change.new) for each in found.outcomes] == [
        (State.WRITTEN, None, "Je ziet er weinig van."),
        (State.LEFT, Why.UNKNOWN, "de fles was op"),
        (State.LEFT, Why.UNKNOWN, "Let op: Niemand hoeft zich te verantwoorden."),
    ]


@pytest.mark.office
def test_a_deck_that_libreoffice_saved_comes_back(root: Path, data: bytes, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(changed(data, say(2, "niets van", "weinig van"), say(7, "drie gevers", "vier gevers")))
    for kind in ("odp", "pptx"):
        convert(tmp_path / kind, kind, deck)
        deck = tmp_path / kind / f"deck.{kind}"
        if kind == "pptx":
            found = back(root, deck.read_bytes())
            assert [then for _, _, then in differing(root, found.files)] == [
                "- Je ziet er weinig van.",
                "2. Verzamel daarna vier gevers.",
            ]
            assert (found.copies, found.new, found.moved, found.gone) == ((), (), (), ())


# --- any words ----------------------------------------------------------------------------------------------------

WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=30
).filter(lambda text: text.strip() == text)
AT = st.tuples(st.integers(1, 18), st.integers(0, 40), st.booleans(), WORDS)


@settings(
    max_examples=10 * SIZE,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(AT, min_size=1, max_size=5, unique_by=lambda each: each[:2]))
def test_whatever_is_written_is_built_again_as_it_was_changed(
    source: Path, data: bytes, tmp_path_factory: pytest.TempPathFactory, typed: list[tuple[int, int, bool, str]]
) -> None:
    def change(deck: object) -> None:
        for number, nth, whole, words in typed:
            runs = [run for paragraph in said(deck, number) for run in paragraph.runs]
            run = runs[nth % len(runs)]
            run.text = words if whole else f"{run.text} {words}"

    root = shutil.copytree(source, tmp_path_factory.mktemp("elk") / "project")
    deck = changed(data, change)
    found = back(root, deck)
    put(root, found.files)
    again = back(root, deck)
    written = [each.change for each in found.outcomes if each.state is State.WRITTEN]
    done = [(each.change.place, each.change.new) for each in again.outcomes if each.state is State.DONE]
    assert [(each.place, each.new) for each in written if (each.place, each.new) not in done] == []
    assert [each for each in again.outcomes if each.state is State.WRITTEN] == []
    assert (again.files, again.gone, again.new) == ({}, found.gone, found.new)
