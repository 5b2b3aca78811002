"""Finished work that is kept: the same for the same files, made again for others, and nothing foreign believed."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from lok import store
from lok.build import build, load_and_check
from lok.kept import kept
from lok.model.audience import Audience
from lok.model.place import Span
from lok.problems import Code, Problem, error
from lok.read.digest import digest
from projects import FIRST, TODAY, edit, tiny

Make = Callable[[], tuple[Problem, ...]]
FOUND = (error(Span("a.md", 1, 2), Code.NO_KEY, "iets", "een tip"),)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path / "kast"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "project")


def never() -> tuple[Problem, ...]:
    raise AssertionError("made again")


def test_the_same_files_and_words_give_what_was_made(root: Path) -> None:
    read = digest(root)
    assert kept(root, read, ["judge"], lambda: FOUND) == FOUND
    assert kept(root, read, ["judge"], never) == FOUND
    with pytest.raises(AssertionError, match="made again"):
        kept(root, read, ["build"], never)


def test_a_letter_more_is_other_work(root: Path) -> None:
    kept(root, digest(root), ["judge"], lambda: FOUND)
    edit(root, FIRST, "minuten: 3", "minuten: 4")
    with pytest.raises(AssertionError, match="made again"):
        kept(root, digest(root), ["judge"], never)


def test_what_was_saved_while_it_was_read_is_not_kept(root: Path) -> None:
    read = digest(root)
    edit(root, FIRST, "minuten: 3", "minuten: 4")
    assert kept(root, read, ["judge"], lambda: FOUND) == FOUND
    assert store.entries() == []


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize("foreign", [b"", b"iets", pickle.dumps(Harm()), pickle.dumps(os.system)])
def test_what_we_do_not_know_is_made_again(root: Path, foreign: bytes) -> None:
    read = digest(root)
    store.put(store.key_of("work", ("judge", read)), foreign)
    assert kept(root, read, ["judge"], lambda: FOUND) == FOUND


def test_a_build_comes_back_byte_for_byte(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load_and_check(root, (), TODAY)
    made = build(loaded, tuple(Audience))
    assert kept(root, digest(root), ["build"], lambda: made) == made
    assert kept(root, digest(root), ["build"], never) == made
    monkeypatch.setenv(store.PLACE, store.NOWHERE)
    assert build(loaded, tuple(Audience)) == made
