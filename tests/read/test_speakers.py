"""One to four speakers: their roles in order, the role of all together, and what no session can have."""

from __future__ import annotations

from pathlib import Path

import pytest

from lok.model.course import Course
from projects import FIRST, SESSION, SPEAKERS, edit, only, read, tiny, tiny_for

KEY = "duo: verpleegkundige, hygiënist"


@pytest.mark.parametrize(("count", "together"), [(1, []), (2, ["duo"]), (3, ["samen"]), (4, ["samen"])])
def test_each_speaker_has_a_place_and_all_together_follow_the_last(
    tmp_path: Path, count: int, together: list[str]
) -> None:
    course = only(tiny_for(tmp_path, count))
    assert [(role.name, role.order) for role in course.roles] == [(name, n) for n, name in enumerate(SPEAKERS[:count])]
    assert [(role.id, role.order) for role in course.together] == [(word, count) for word in together]
    assert {slide.role for slide in course.written} == {*course.roles, *course.together}


def spoken(root: Path, word: str) -> Course:
    edit(root, FIRST, "wie: duo", f"wie: {word}")
    return only(root)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_duo_and_samen_say_the_same(tmp_path: Path, count: int) -> None:
    one, other = (spoken(tiny_for(tmp_path / word, count), word) for word in ("duo", "samen"))
    assert [slide.role for slide in one.slides] == [slide.role for slide in other.slides]


@pytest.mark.parametrize("names", ["a, b, c, d, e", "a, a", "samen, a", "duo", "zeg", "???"])
def test_speakers_that_cannot_be_are_one_mistake(tmp_path: Path, names: str) -> None:
    root = tiny(tmp_path)
    edit(root, SESSION, KEY, f"sprekers: {names}")
    assert [problem.code for problem in read(root)[1]] == ["duo-ongeldig"]


def test_who_speaks_alone_has_nobody_to_speak_with(tmp_path: Path) -> None:
    root = tiny_for(tmp_path, 1)
    edit(root, FIRST, f"wie: {SPEAKERS[0]}", "wie: samen")
    assert [problem.code for problem in read(root)[1]] == ["wie-onbekend"]


def test_the_two_keys_do_not_stand_together(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SESSION, KEY, f"{KEY}\n{KEY.replace('duo', 'sprekers')}")
    assert [problem.code for problem in read(root)[1]] == ["sleutel-dubbel"]


def test_without_speakers_the_key_is_asked_for(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, SESSION, f"{KEY}\n", "")
    assert ["sprekers:" in problem.message for problem in read(root)[1]] == [True]
