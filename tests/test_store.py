"""What is kept on this computer: what was written comes back, anything else is made again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lok import store


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.PLACE, str(tmp_path / "kast"))
    return tmp_path / "kast"


def test_the_same_parts_find_what_was_put_and_others_nothing() -> None:
    store.put(store.key_of("a", ("1", b"2")), b"een")
    assert store.get(store.key_of("a", (b"1", "2"))) == b"een"
    assert store.get(store.key_of("b", ("1", b"2"))) is None
    assert store.get(store.key_of("a", ("12", b""))) is None


def test_another_lok_does_not_believe_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.key_of("a", ("1",))
    monkeypatch.setattr(store, "program", lambda: "another")
    assert store.key_of("a", ("1",)) != before


@pytest.mark.parametrize("damage", [b"", b"lok 1\n", b"iets anders", b"lok 1\n" + bytes(40)])
def test_what_is_damaged_or_foreign_is_thrown_away(place: Path, damage: bytes) -> None:
    key = store.key_of("a", ("1",))
    store.put(key, b"waar")
    [entry] = store.entries()
    entry.write_bytes(damage)
    assert store.get(key) is None
    assert store.entries() == []


def test_an_entry_under_another_name_is_not_believed() -> None:
    one, other = store.key_of("a", ("1",)), store.key_of("a", ("2",))
    store.put(one, b"een")
    [entry] = store.entries()
    moved = entry.parents[1] / other[:2] / other[2:]
    moved.parent.mkdir(exist_ok=True)
    entry.rename(moved)
    assert store.get(other) is None


def test_what_is_kept_is_not_made_again_and_what_is_spoiled_is() -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("x")
        return b"waar"

    assert [store.made("a", ("1",), make) for _ in range(3)] == [b"waar"] * 3
    assert made == ["x"]
    [entry] = store.entries()
    entry.write_bytes(entry.read_bytes()[:-1] + b"!")
    assert store.made("a", ("1",), make) == b"waar"
    assert made == ["x", "x"]


def test_what_nobody_asked_for_goes_first() -> None:
    keys = [store.key_of("a", (str(n),)) for n in range(3)]
    for n, key in enumerate(keys):
        store.put(key, bytes(1000))
        entry = store.place_of(key)
        assert entry
        os.utime(entry, (n, n))
    store.get(keys[0])
    store.trim(2500)
    assert [store.get(key) is not None for key in keys] == [True, False, True]


def test_what_another_process_takes_away_meanwhile_is_no_fault(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put(store.key_of("a", ()), b"een")
    [entry] = store.entries()
    real = Path.stat

    def looked_at_and_gone(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(path, follow_symlinks=follow_symlinks)
        if path == entry:
            entry.unlink()
        return found

    monkeypatch.setattr(Path, "stat", looked_at_and_gone)
    store.trim()
    assert store.entries() == []


def test_a_folder_that_cannot_be_written_costs_nothing(place: Path) -> None:
    place.write_text("geen map", encoding="utf-8")
    store.put(store.key_of("a", ()), b"toch")
    assert store.get(store.key_of("a", ())) is None
    assert store.empty() == 0


def test_nothing_is_kept_where_nobody_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, store.NOWHERE)
    store.put(store.key_of("a", ()), b"een")
    assert store.get(store.key_of("a", ())) is None
    assert store.folder() is None


def test_everything_can_be_emptied() -> None:
    store.put(store.key_of("a", ()), b"x")
    assert store.empty() == 1
    assert store.entries() == []
