"""Finished work that is kept: the same for an equal course, made again for another, and nothing foreign believed."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lok import store
from lok.build import build
from lok.cli import main, reading, work
from lok.kept import keep, kept, key_of, known
from lok.load import Loaded, load_and_check
from lok.model.audience import Audience
from lok.model.place import Span
from lok.problems import Code, Problem, error
from projects import FIRST, SESSION, TODAY, edit, tiny

Wanted = Sequence[int]
Problems = tuple[Problem, ...]
FOUND = (error(Span("a.md", 1, 2), Code.NO_KEY, "iets", "een tip"),)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path / "kast"))


@pytest.fixture(autouse=True)
def everything_is_made() -> None:
    """Here, nothing is made twice."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "project")


def found(numbers: Wanted) -> list[Problems]:
    return [FOUND for _ in numbers]


def never(numbers: Wanted) -> list[Problems]:
    raise AssertionError(f"made again: {numbers}")


def test_what_is_missing_is_made_and_only_that() -> None:
    def also(numbers: Wanted) -> list[Problems]:
        assert numbers == [1]
        return [()]

    assert kept("a", [("een", date(2026, 1, 2))], found) == [FOUND]
    assert kept("a", [("een", date(2026, 1, 2)), ("twee",)], also) == [FOUND, ()]
    assert kept("a", [("twee",), ("een", date(2026, 1, 2))], never) == [(), FOUND]
    with pytest.raises(AssertionError, match="made again"):
        kept("b", [("een", date(2026, 1, 2))], never)


def test_equal_courses_have_one_name_and_another_letter_another(root: Path) -> None:
    [course] = load_and_check(root, (), TODAY).courses
    [again] = load_and_check(root, (), TODAY).courses
    assert key_of("a", course) == key_of("a", again) == key_of("a", pickle.loads(pickle.dumps(course)))
    assert key_of("a", course) != key_of("a", replace(course, title=course.title + "."))
    edit(root, FIRST, "minuten: 3", "minuten: 4")
    [other] = load_and_check(root, (), TODAY).courses
    assert key_of("a", course) != key_of("a", other)


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize("foreign", [b"", b"iets", pickle.dumps(Harm()), pickle.dumps(os.system)])
def test_what_we_do_not_know_is_made_again(foreign: bytes) -> None:
    store.put(key_of("a", "een"), foreign)
    assert kept("a", ["een"], found) == [FOUND]


def test_a_build_comes_back_byte_for_byte(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load_and_check(root, (), TODAY)
    made = build(loaded, tuple(Audience))
    keep(key_of("a", "een"), (loaded, made))
    assert known(key_of("a", "een")) == (loaded, made)
    monkeypatch.setenv(store.PLACE, store.NOWHERE)
    assert build(loaded, tuple(Audience)) == made
    assert key_of("a", "een") == ""


@pytest.fixture
def lok(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs a command in the project; expects that it ends well."""
    monkeypatch.chdir(root)

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0, done.output
        return done.output

    return run


def nothing_is_made(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    for name in names:
        module = reading if hasattr(reading, name) else work
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("made again"))


def test_a_second_build_and_a_check_make_nothing(
    lok: Callable[..., str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(root, SESSION, "duur: 30", "duur: 31")
    told = lok("build")
    files = {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}
    checked = lok("check")
    nothing_is_made(monkeypatch, "load_and_check", "builds", "judge_papers", "judge_texts")
    assert told.endswith(lok("build")), "but for what is being made"
    assert lok("check") == checked
    assert {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()} == files


def test_a_check_after_a_build_lays_nothing_out(lok: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    lok("build")
    nothing_is_made(monkeypatch, "load_and_check", "judge_papers")
    assert "Alles in orde." in lok("check")


def test_what_is_saved_while_it_is_read_is_not_kept(
    lok: Callable[..., str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def saved_meanwhile(*asked: Any) -> Loaded:
        loaded = load_and_check(*asked)
        if not read:
            edit(root, SESSION, "duur: 30", "duur: 31")
        read.append(loaded)
        return loaded

    before = (root / SESSION).read_bytes()
    monkeypatch.setattr("lok.cli.reading.load_and_check", saved_meanwhile)
    lok("check")
    (root / SESSION).write_bytes(before)
    lok("check")
    assert len(read) == 2
    lok("check")
    assert len(read) == 2
