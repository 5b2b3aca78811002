"""A word planted in every text that is closed to participants stands nowhere in what they get, whatever the file.

Where these texts are, the marks on the fields of the model tell. From a `SIZE` of 50 on, as in `make campaign`, a word
is planted behind every word of the tiny course and of the real ones.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pytest

from hidden import leaves
from lok.build import build, shared
from lok.load import load_and_check
from lok.model.audience import Audience, emptied
from lok.model.course import Course
from lok.model.walk import everything, walk
from lok.render.deck import thread
from lok.view import view
from planted import WORD, found, landed, plant, planted
from projects import ROOT, TODAY
from records import trainer_fields

SIZE = int(os.environ.get("SIZE", "1"))
ALL = 50
WITHOUT_TEXT = {("Course", "duo_bundle")}
"""A field for trainers that holds no text of its own: it names sheets."""
NAMES = {
    ("Choice", "agreements"), ("Choice", "dates"), ("Conversation", "agreements"), ("Conversation", "dates"),
    ("Statement", "verdict"), ("Statement", "nuance"), ("Statements", "choices"), ("Plan", "weekly"),
    ("Scores", "versions"), ("ScaleVersion", "version"), ("Cutoff", "name"), ("Theme", "code"), ("Question", "code"),
    ("Period", "text"), ("Period", "unit"), ("Copies", "text"), ("Exercise", "paper"), ("Sheet", "paper"),
    ("Fragment", "kind"), ("Fragment", "id"), ("Entry", "status"), ("Entry", "title"), ("Chart", "kind"),
}  # fmt: skip
"""Texts of a few fixed words, or that another line must repeat: no other word fits there."""


@dataclass(frozen=True)
class Sown:
    """Courses with words of ours, what holds each of these, and all files of both audiences."""

    courses: tuple[Course, ...]
    words: Mapping[str, str]
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Sown:
    """The tiny course."""
    root, words = planted(tmp_path_factory.mktemp("lek"), SIZE >= ALL)
    return built(root, words)


def built(root: Path, words: Mapping[str, str]) -> Sown:
    loaded = load_and_check(root, [], TODAY)
    assert not [str(p) for p in loaded.problems if p.severity.value == "fout"]
    made = build(loaded, tuple(Audience), "mkdocs", lambda _: None)
    assert not [str(p) for p in made.problems if p.severity.value == "fout"]
    outputs = list(made.outputs)
    for audience in Audience:
        outputs += shared(audience, [one for one in made.listings if one.audience == audience.value], loaded)
    return Sown(loaded.courses, words, {output.path: output.data for output in outputs})


def leaks(sown: Sown) -> set[tuple[str, str]]:
    public = {path: data for path, data in sown.files.items() if not path.startswith("trainer")}
    print(f"{len(sown.words)} planted words, {len(public)} public files")
    return {(path, sown.words[word]) for path, data in public.items() for word in found(path, data)}


def test_no_planted_word_reaches_participants(sown: Sown) -> None:
    assert leaks(sown) == set()
    kinds = {path.rpartition(".")[2] for path in sown.files if not path.startswith("trainer")}
    assert {"html", "docx", "pdf", "svg", "png", "css", "js"} <= kinds
    assert len(sown.words) > 200


@pytest.mark.skipif(SIZE < ALL, reason="every word of the real courses: `make campaign`")
def test_no_word_planted_in_the_real_courses_reaches_participants(tmp_path: Path) -> None:
    for folder in ("content", "cases", "slides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    whole = built(tmp_path, plant(tmp_path, every=True))
    assert leaks(whole) == set()
    assert len(whole.words) > 5000


def test_every_planted_word_reaches_trainers(sown: Sown) -> None:
    """The search finds what is there: all but what nothing refers to."""
    trainer = [found(path, data) for path, data in sown.files.items() if path.startswith("trainer/")]
    missing = {sown.words[word].partition(":")[0] for word in set(sown.words) - set().union(*trainer)}
    assert missing == {"content/bladen/ongebruikt.md"}


def test_view_leaves_no_planted_word(sown: Sown) -> None:
    [course] = sown.courses
    texts = [record for record in everything(view(course, Audience.PARTICIPANT)) if isinstance(record, str)]
    assert {sown.words[match] for text in texts for match in re.findall(rf"{WORD}\d+x", text)} == set()


def test_each_field_for_trainers_holds_a_planted_word(sown: Sown) -> None:
    """A new field is found by its mark; who adds it gives the tiny course a text there."""
    held = {field for trail in landed(sown.courses)[0].values() for field in trail}
    assert trainer_fields() - held == WITHOUT_TEXT


def test_each_text_that_sessions_share_is_planted_where_only_trainers_come(sown: Sown) -> None:
    """Of each kind of record that can be for everyone or not, one that is not holds a word of ours."""
    library = {"cases", "exercises", "sheets", "facts", "terms", "references", "trainer", "notes"}
    every = [leaf for leaf in leaves(sown.courses[0]) if isinstance(leaf.value, str) and leaf.value]
    texts = {leaf.trail[-1] for leaf in every if {name for _, name in leaf.trail} & library}
    closed = set(landed(sown.courses)[0])
    held = {leaf.trail[-1] for leaf in every if set(re.findall(rf"{WORD}\d+x", str(leaf.value))) & closed}
    assert texts - held - {("Note", "kind"), ("Note", "role")} <= NAMES


def test_view_empties_every_field_that_is_marked_for_trainers(sown: Sown) -> None:
    [course] = sown.courses
    records = {type(record) for record in walk(course) if is_dataclass(record)}
    marked = {(record.__name__, name) for record in records for name in emptied(record)}
    assert len(marked) >= 14
    for record in walk(view(course, Audience.PARTICIPANT)):
        if is_dataclass(record):
            for item in fields(record):
                if (type(record).__name__, item.name) in marked:
                    assert not getattr(record, item.name), (type(record).__name__, item.name)
    filled = {
        (type(record).__name__, item.name)
        for record in walk(course)
        if is_dataclass(record)
        for item in fields(record)
        if getattr(record, item.name)
    }
    assert marked <= filled


def test_nothing_that_leads_back_from_a_deck_is_public(sown: Sown) -> None:
    decks = {path: data for path, data in sown.files.items() if path.endswith(".pptx")}
    assert decks
    assert all(path.startswith("trainer/") for path in decks)
    marks = (thread.KEPT.encode(), thread.SLIDES.encode())
    public = {path: data for path, data in sown.files.items() if not path.startswith("trainer/")}
    assert [path for path, data in public.items() if any(mark in data for mark in marks)] == []
