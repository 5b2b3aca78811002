"""A word planted in every kind of trainer-only place stands nowhere in what participants get, whatever the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest

from lok.build import build, load_and_check, shared
from lok.model.audience import Audience, emptied
from lok.model.course import Course
from lok.model.walk import walk
from lok.view import view
from planted import WORD, found, plant
from projects import TODAY, tiny


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, Mapping[str, str], dict[str, bytes]]:
    """The course with its words, and all files of both audiences."""
    root = tiny(tmp_path_factory.mktemp("lek"))
    words = plant(root)
    loaded = load_and_check(root, [], TODAY)
    assert not [str(p) for p in loaded.problems if p.severity.value == "fout"]
    built = build(loaded, tuple(Audience), "mkdocs", lambda _: None)
    assert not [str(p) for p in built.problems if p.severity.value == "fout"]
    outputs = list(built.outputs)
    for audience in Audience:
        outputs += shared(audience, [one for one in built.listings if one.audience == audience.value], loaded.settings)
    return loaded.courses[0], words, {output.path: output.data for output in outputs}


def test_no_planted_word_reaches_participants(planted: tuple[Course, Mapping[str, str], dict[str, bytes]]) -> None:
    _, words, files = planted
    public = {path: data for path, data in files.items() if not path.startswith(("trainer", ".bron/trainer"))}
    leaks = {(path, words[word]) for path, data in public.items() for word in found(path, data)}
    assert leaks == set()
    kinds = {path.rpartition(".")[2] for path in public}
    assert {"html", "json", "pdf", "svg", "png", "css", "js"} <= kinds


def test_every_planted_word_reaches_trainers(planted: tuple[Course, Mapping[str, str], dict[str, bytes]]) -> None:
    """The search finds what is there: all but what nothing refers to."""
    _, words, files = planted
    trainer = [found(path, data) for path, data in files.items() if path.startswith("trainer/")]
    missing = {words[word] for word in set(words) - set().union(*trainer)}
    assert missing == {"content/bladen/ongebruikt.md"}


def test_view_leaves_no_planted_word(planted: tuple[Course, Mapping[str, str], dict[str, bytes]]) -> None:
    course, words, _ = planted
    texts = [record for record in walk(view(course, Audience.PARTICIPANT)) if isinstance(record, str)]
    assert {words[match] for text in texts for match in re.findall(rf"{WORD}\d+x", text)} == set()


def test_view_empties_every_field_that_is_marked_for_trainers(
    planted: tuple[Course, Mapping[str, str], dict[str, bytes]],
) -> None:
    course = planted[0]
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
