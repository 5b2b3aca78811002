"""Answers are remembered for the same objects, and for no others."""

from __future__ import annotations

from lok.model.remembered import MOST, remembered


class Thing:
    """Equal to every other, as two courses may be."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing)

    def __hash__(self) -> int:
        return 1


def test_the_same_object_is_asked_once_and_one_that_is_equal_again() -> None:
    asked: list[Thing] = []

    @remembered
    def number(thing: Thing, *, more: bool = False) -> int:
        asked.append(thing)
        return len(asked)

    one, other = Thing(), Thing()
    assert [number(one), number(one), number(other), number(one)] == [1, 1, 2, 1]
    assert [number(one, more=True), number(one, more=True), number(one)] == [3, 3, 1]


def test_few_are_remembered() -> None:
    asked: list[Thing] = []
    tell = remembered(asked.append)
    things = [Thing() for _ in range(MOST + 1)]
    for thing in (*things, things[0], things[-1]):
        tell(thing)
    assert len(asked) == MOST + 2
