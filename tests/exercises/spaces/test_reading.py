"""Fields to write in: as an author writes it: what is understood, and what is told."""

from __future__ import annotations

from pathlib import Path

from exercises.written import TRAINER, titles, written
from exercises.written import only as read
from lok.exercises.spaces.kind import WritingFields
from lok.model.text import Paragraph, Plain


def test_fields_stand_side_by_side(tmp_path: Path) -> None:
    exercise = read(tmp_path, "vorm: velden\nnaast elkaar: 2", "## Nu\nWat win je?\n\n## Later" + TRAINER)
    assert isinstance(exercise.content, WritingFields)
    assert titles(exercise.content.fields) == ["Nu", "Later"]
    assert exercise.content.fields[0].blocks == (Paragraph((Plain("Wat win je?"),)),)
    assert exercise.content.across == 2
    assert titles(exercise.trainer) == ["Trainer"]


def test_fields_stand_below_each_other_unless_told(tmp_path: Path) -> None:
    content = read(tmp_path, "vorm: velden", "## Nu\n\n## Later").content
    assert isinstance(content, WritingFields)
    assert content.across == 1


def test_fields_may_ask_for_a_day(tmp_path: Path) -> None:
    content = read(tmp_path, "vorm: velden\ndatum: tot dan, dus", "## Nu\n\n## Tot dan, dus").content
    assert isinstance(content, WritingFields)
    assert content.dates == ("Tot dan, dus",)


def test_a_day_asked_of_no_field_is_told(tmp_path: Path) -> None:
    assert written(tmp_path, "vorm: velden\ndatum: Nooit", "## Nu")[1] == [("kop-ontbreekt", 4)]
