"""A build is written whole or not at all, and leaves what is not its own."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from lok.publish.disk import WriteError
from lok.publish.manifest import Manifest, kept, read_manifest
from lok.publish.write import Output, refresh, write


def output(path: str, data: str = "x", audience: str = "trainer", course: str = "een") -> Output:
    return Output(path, data.encode(), audience, course, ("b.md", "a.md"))


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def test_files_and_manifest(tmp_path: Path) -> None:
    folder = tmp_path / "diep" / "build"
    manifest = write(folder, [output("t/b.html", "twee"), output("t/a.html", "een")], (), Manifest())
    assert [line.path for line in manifest.files] == ["t/a.html", "t/b.html"]
    assert manifest.files[0].sha256 == sha256(b"een").hexdigest()
    assert (manifest.files[1].bytes, manifest.files[1].sources) == (4, ("a.md", "b.md"))
    assert read_manifest(folder) == manifest
    assert set(files(folder)) == {"t/a.html", "t/b.html", "manifest.json"}
    assert [path.name for path in folder.parent.iterdir()] == ["build"]


def test_what_is_not_kept_disappears(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    write(
        folder, [output("een/a"), output("twee/b", course="twee"), output("d/c", audience="deelnemer")], (), Manifest()
    )
    old = kept(read_manifest(folder), {("trainer", "een")}, ["een", "twee"])
    assert [line.path for line in old.files] == ["d/c", "twee/b"]
    write(folder, [output("een/nieuw")], (), old)
    assert set(files(folder)) == {"een/nieuw", "twee/b", "d/c", "manifest.json"}
    assert kept(read_manifest(folder), set(), ["twee"]).files[0].course == "twee"
    assert len(kept(read_manifest(folder), set(), ["twee"]).files) == 1


def test_a_failure_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    write(folder, [output("a", "oud")], (), Manifest())
    before = files(folder)
    with pytest.raises(WriteError):
        write(folder, [output("a", "nieuw"), output("a/b", "kan niet: a is een bestand")], (), Manifest())
    assert files(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


@pytest.mark.parametrize("step", [0, 1])
def test_a_failed_swap_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    folder = tmp_path / "build"
    write(folder, [output("a", "oud")], (), Manifest())
    before, original, calls = files(folder), Path.rename, [0]

    def fail(path: Path, target: Path) -> Path:
        calls[0] += 1
        if calls[0] == step + 1:
            raise PermissionError(13, "nee", str(path))
        return original(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(WriteError):
        write(folder, [output("a", "nieuw")], (), Manifest())
    assert files(folder) == before


def test_a_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kat.jpg").write_bytes(b"kat")
    with pytest.raises(WriteError, match="niet door lok gemaakt"):
        read_manifest(tmp_path)
    with pytest.raises(WriteError):
        read_manifest(tmp_path / "kat.jpg")
    assert read_manifest(tmp_path / "nieuw") == Manifest()


@pytest.mark.parametrize("content", ["", "[]", "{}", "3", '{"files": [{"path": 1}]}', '{"files": [3]}', "\udcff"])
def test_a_broken_manifest_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(WriteError, match="beschadigd"):
        read_manifest(tmp_path)


def test_a_file_of_the_old_build_that_went_missing_is_no_longer_listed(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    write(folder, [output("a")], (), Manifest())
    old = read_manifest(folder)
    (folder / "a").unlink()
    assert [line.path for line in write(folder, [output("b")], (), old).files] == ["b"]


def test_manifest_is_the_same_in_any_order(tmp_path: Path) -> None:
    both = [output("a"), output("b")]
    for name, outputs in (("een", both), ("twee", both[::-1])):
        write(tmp_path / name, outputs, (), Manifest())
    one, other = ((tmp_path / name / "manifest.json").read_bytes() for name in ("een", "twee"))
    assert one == other
    assert json.loads(one)["files"][0]["path"] == "a"


def test_refresh_writes_what_differs_and_says_so(tmp_path: Path) -> None:
    assert refresh(tmp_path, {"a": b"1", "b/c": b"2"})
    assert not refresh(tmp_path, {"a": b"1"})
    assert refresh(tmp_path, {"a": b"3"})
    assert files(tmp_path) == {"a": "3", "b/c": "2"}
