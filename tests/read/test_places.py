"""Each word of the author files is labelled by the place where it stands, and by what the session leads to."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from lok.model.audience import Audience
from lok.model.output import Artifact
from lok.model.place import Places
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.read.course import load
from lok.read.format import SHEET as SHEET_FORM
from lok.read.lookalikes import lookalikes
from lok.read.places import places
from lok.read.scan import KeyTest, Source, scan
from lok.view import view
from planted import CASE_NAME, COLOURS, FRAMES, WORD, planted
from projects import CASE, FIRST, SECOND, SESSION, SHEET, TRAINER_SHEET, edit, put, tiny

N = 20_000
UNSEEN = {COLOURS, FRAMES}
"""Words that stand in no text: what holds them is known by its bytes."""


def labels(said: Places, text: str) -> set[bool]:
    """Whether the passages with these words are public."""
    return {passage.public for passage in said.passages if text in passage.text}


def test_every_planted_word_is_hidden_at_its_line(tmp_path: Path) -> None:
    root, words = planted(tmp_path)
    said = places(root, "handhygiene")
    hidden = {
        word: passage.span
        for passage in said.passages
        for word in re.findall(rf"{WORD}\d+x", passage.text)
        if not passage.public
    }
    assert set(words) - set(hidden) == UNSEEN
    for word, span in hidden.items():
        lines = (root / span.path).read_text(encoding="utf-8").split("\n")[span.line - 1 :]
        assert word in " ".join(lines[:3]) or word in Path(span.path).stem  # the first line of its paragraph
    assert not any(passage.public for passage in said.passages if WORD in passage.text)
    assert {Path(span.path).name for _, span in said.hidden_media} == {"02-doen.md", f"{CASE_NAME}.md"}


def test_what_participants_read_before_and_take_along_is_for_everyone(tmp_path: Path) -> None:
    """Also a sheet that nothing else names, and for both locks."""
    sheet = "---\ntitel: Vooraf\n---\n\nEerst dit eens lezen.\n"
    root = put(tiny(tmp_path), {"content/bladen/vooraf.md": sheet})
    assert labels(places(root, "handhygiene"), "Eerst dit eens lezen") == {False}
    edit(root, SESSION, "bundel duo:", "vooraf lezen: vooraf\nmeenemen: een paar handschoenen\nbundel duo:")
    said = places(root, "handhygiene")
    assert labels(said, "Eerst dit eens lezen") == labels(said, "een paar handschoenen") == {True}
    [course], problems = load(root)
    assert not problems
    seen = view(course, Audience.PARTICIPANT)
    assert "vooraf" in {each.id for each in seen.sheets}
    assert [str(ref) for ref in seen.read_before] == ["papier:vooraf"]
    assert seen.take_along == ("een paar handschoenen",)


@pytest.mark.parametrize("edge", ["—", "–", "----", "\n---"])
def test_the_lines_around_the_keys_may_be_what_a_word_processor_made_of_them(tmp_path: Path, edge: str) -> None:
    root, other = tiny(tmp_path / "one"), tiny(tmp_path / "other")
    for _ in range(2):
        edit(root, SESSION, "---\n", f"{edge}\n")
    said = [{(each.text, each.public) for each in places(each, "handhygiene").passages} for each in (root, other)]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "text",
    [
        "Schone handen in de praktijk",
        "Een half uur over iets",
        "Je handen reizen mee",
        "Een groene druppel",
        "Wat hield Noémie tegen?",
        "voor je de patiënt aanraakt",
        "Het is tien over elf",
        "je ziet waar een drempel zit",
        "Een kwartier is veel",
        "Wat wist ze niet",
        "Handschoenen lekken",
        "niet waar",
        "Niemand draagt een horloge",
        "Palm op palm",
        "30 seconden",
        "Hoe vaak het lukt, per moment",
        "WHO, Guidelines",
        "Een gel of vloeistof",
        "stemkaarten",
        "drempels",
    ],
)
def test_text_for_everyone_is_public(text: str, tmp_path: Path) -> None:
    assert True in labels(places(tiny(tmp_path), "handhygiene"), text)


def test_what_only_trainer_places_lead_to_is_hidden(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    assert labels(places(root, "handhygiene"), "tien over elf") == {True}
    edit(root, FIRST, "casus: noemie, deel 1", "nodig: papier")
    edit(root, "slides/handhygiene/03-volhouden.md", "[huisbezoeken](casus:noemie)", "huisbezoeken")
    assert labels(places(root, "handhygiene"), "tien over elf") == {False}
    edit(root, SECOND, "De cijfers komen", "Lees [dit](casus:noemie). De cijfers komen")
    assert labels(places(root, "handhygiene"), "tien over elf") == {False}
    edit(root, SHEET, "Ontsmet je handen:", "Lees [dit](casus:noemie).\n\nOntsmet je handen:")
    assert labels(places(root, "handhygiene"), "tien over elf") == {True}


def test_a_part_that_the_session_does_not_name_is_hidden(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SESSION, "  - 03-volhouden\n", "")
    assert labels(places(root, "handhygiene"), "Drie plaatsen voor de fles") == {False}


def test_trainer_ends_at_a_heading_of_its_own_level(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(
        root,
        SHEET,
        "## Hoelang",
        "## Verderop\n\n### Trainer\nZwijg.\n\n#### Dieper\nStil.\n\n### Nadien\nPraat.\n\n## Hoelang",
    )
    said = places(root, "handhygiene")
    found = [labels(said, text) for text in ("Verderop", "Zwijg", "Dieper", "Stil", "Nadien", "Praat")]
    assert found == [{True}, {False}, {False}, {False}, {True}, {True}]


def test_a_sheet_for_trainers_hides_its_title_too(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    assert labels(places(root, "handhygiene"), "Leidraad voor het duo") == {False}
    edit(root, TRAINER_SHEET, "## Trainer", "Voor iedereen.\n\n## Trainer")
    edit(root, SHEET, "Ontsmet je handen:", "Zie [dit](blad:leidraad).\n\nOntsmet je handen:")
    assert labels(places(root, "handhygiene"), "Leidraad voor het duo") == {True}
    assert labels(places(root, "handhygiene"), "Spreek af wie") == {False}


def test_links_are_words_and_addresses_apart(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, CASE, "Noémie weet hoe", "**Noémie** weet [hier](https://example.org/diep) hoe")
    said = {passage.text for passage in places(root, "handhygiene").passages if not passage.public}
    assert "https://example.org/diep" in said
    assert any(text.startswith("Noémie weet hier hoe") for text in said)


def test_files_nobody_can_read_are_told_elsewhere(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    put(root, {"content/begrippen.md": "Geen kop.\n", "content/bronnen.md": b""})
    put(root, {SHEET: b"\xff\xfe\x00", "cases/leeg.md": b"", "content/bladen/kop.md": b"---\ntitel: x"})
    assert places(root, "handhygiene").passages


HOSTILE = ["[" * N, "![a](" + "x" * N, "[a](" + " " * N, "-" * N + "x", "# " + " " * N + "x", "**" + " " * N, "| " * N]
HOSTILE += ["(" * N, "`" * N, "> " * N + "**", "a:" * N, "_ " * N, "- " * N, "<" * N, "\\" * N, "data:" * N, "&#" * N]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:5])
def test_hostile_text_takes_no_time(text: str, tmp_path: Path) -> None:
    """Twenty thousand signs in each of three places, and in what is looked for."""
    root = tiny(tmp_path)
    edit(root, SHEET, "Ontsmet je handen:", f"Ontsmet je handen:\n\n{text}\n")
    edit(root, SHEET, "Plastificeer", f"{text}\n\nPlastificeer")
    source = Source.decode(SHEET, (root / SHEET).read_bytes())
    start = process_time()
    said = places(root, "handhygiene")
    lookalikes(scan(source, frozenset(), KeyTest(frozenset())), SHEET_FORM)
    guard(secrets(said), (), [Artifact("a.html", text.encode(), ()), Artifact("a.js", text.encode(), ())])
    assert process_time() - start < 3
