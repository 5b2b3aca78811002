"""A zip has the same bytes whenever and wherever it is made."""

import io
import time
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from lok.archive import archive, contents

FILES = {"b.txt": b"b" * 500, "a.png": b"a" * 500, "é.txt": b""}


def test_what_goes_in_comes_out_in_its_order() -> None:
    assert list(contents(archive(FILES.items())).items()) == list(FILES.items())


def test_neither_the_clock_nor_the_system_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made = archive(FILES.items(), date(2026, 11, 22))
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(10**9))
    monkeypatch.setattr("sys.platform", "win32")
    assert archive(FILES.items(), date(2026, 11, 22)) == made
    with ZipFile(io.BytesIO(made)) as opened:
        assert {(entry.date_time, entry.create_system) for entry in opened.infolist()} == {((2026, 11, 22, 0, 0, 0), 0)}


def test_only_files_that_get_smaller_are_pressed() -> None:
    with ZipFile(io.BytesIO(archive(FILES.items()))) as opened:
        kinds = {entry.filename: entry.compress_type for entry in opened.infolist()}
    assert kinds == {"b.txt": ZIP_DEFLATED, "a.png": ZIP_STORED, "é.txt": ZIP_DEFLATED}


def test_files_go_behind_those_that_are_there() -> None:
    start = archive([("one", b"1" * 100)])
    made = archive([("two", b"2")], start=start)
    assert contents(made) == {"one": b"1" * 100, "two": b"2"}
    with ZipFile(io.BytesIO(start)) as old, ZipFile(io.BytesIO(made)) as new:
        assert new.getinfo("one").compress_size == old.getinfo("one").compress_size
