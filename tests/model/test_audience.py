"""Every field of every record says who may read it; a field that does not is refused, not guessed."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest

from lok.exercises import KINDS
from lok.model.audience import Open, Trainer, emptied
from lok.model.course import Course, Slide
from lok.view import without_trainer_text
from records import records


@dataclass(frozen=True)
class Sealed:
    title: Open[str]
    secret: Trainer[str] = ""


@dataclass(frozen=True)
class Unmarked:
    title: str


@dataclass(frozen=True)
class WithoutDefault:
    secret: Trainer[str]


def test_the_records_of_all_kinds_of_exercise_are_found() -> None:
    assert {kind.record for kind in KINDS} <= set(records())


@pytest.mark.parametrize("record", sorted(set(records()), key=str), ids=lambda record: record.__name__)
def test_every_field_says_who_may_read_it(record: type) -> None:
    assert emptied(record).keys() <= {item.name for item in fields(record)}


@pytest.mark.parametrize(("record", "message"), [(Unmarked, "who may read it"), (WithoutDefault, "empty default")])
def test_a_field_without_a_mark_or_an_empty_value_is_refused(record: type, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        emptied(record)


def test_the_view_refuses_what_has_no_mark() -> None:
    with pytest.raises(TypeError, match=r"Unmarked\.title"):
        without_trainer_text((Unmarked("x"),))


def test_what_is_marked_is_emptied_however_deep() -> None:
    assert without_trainer_text((("x", Sealed("open", "dicht")),)) == (("x", Sealed("open")),)


def test_the_fields_for_trainers_are_those_that_trainers_read() -> None:
    assert set(emptied(Slide)) == {"reveal", "needs", "shortening", "notes", "cue"}
    assert set(emptied(Course)) == {"duo_bundle", "trainer", "changes"}
