"""Every kind of exercise in the registry: one name, one word and one record, and it has what it says it has."""

from __future__ import annotations

import pytest

from lok.design import palette
from lok.exercises import KINDS, UNREAD, kind_of
from lok.exercises.kind import AnyKind
from lok.model.exercises import ExerciseContent


def test_names_words_and_records_are_unique() -> None:
    for values in ({kind.name for kind in KINDS}, {kind.word for kind in KINDS}, {kind.record for kind in KINDS}):
        assert len(values) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_what_it_says(kind: AnyKind) -> None:
    folder = palette.KINDS / kind.name
    assert (folder / "kind.py").is_file()
    assert (folder / "paper.typ").is_file() is (kind.paper is not None)
    assert kind.record.drawable is (kind.sketch is not None)
    assert issubclass(kind.record, ExerciseContent)
    if kind.naming:
        assert kind.naming in kind.keys.required


def test_every_folder_is_in_the_registry() -> None:
    folders = {path.parent.name for path in palette.KINDS.glob("*/kind.py")}
    assert folders == {kind.name for kind in KINDS}


def test_what_could_not_be_read_holds_nothing() -> None:
    kind = kind_of(ExerciseContent())
    assert kind is UNREAD
    assert kind.boxes(ExerciseContent()) == ()
    assert ExerciseContent().judged == ()
