"""Nothing of others is destroyed: what people put in the folder, what they changed, and where a link leads."""

from __future__ import annotations

import errno
import json
import os
import sys
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from lok.publish.disk import WriteError, locked, scratch, sweep
from lok.publish.manifest import Manifest, kept, read_manifest
from lok.publish.swap import mend
from lok.publish.write import Fresh, Output, Written, put_files, update

HAND = "met de hand gewijzigd"


def output(path: str, data: str = "x", audience: str = "trainer", course: str = "een") -> Output:
    return Output(path, data.encode(), audience, course, ("a.md",))


def built(folder: Path, *outputs: Output, stays: Manifest | None = None, aside: bool = False) -> Written:
    return update(folder, lambda _: Fresh(outputs, (), stays or Manifest()), aside)


def put(folder: Path, **files: str) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def is_true(folder: Path) -> bool:
    """Whether every line of the manifest is the file that stands there."""
    lines = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return all(
        (sha256(data).hexdigest(), len(data)) == (line["sha256"], line["bytes"])
        for line in lines
        for data in [(folder / line["path"]).read_bytes()]
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of a file for each audience."""
    folder = tmp_path / "build"
    built(folder, output("t/a", "een"), output("d/b", "twee", audience="deelnemer"))
    return folder


# --- files that no manifest names ---------------------------------------------------------------------------------


def test_files_of_others_stay_where_they_stand(folder: Path) -> None:
    others = {
        ".git/HEAD": "x",
        ".git/objects/ab/cd": "y",
        ".nojekyll": "",
        "d/CNAME": "lok.be",
        "weg/notities.docx": "z",
    }
    put(folder, **others)
    built(folder, output("t/a", "nieuw"))
    written = built(folder, output("t/a", "nieuwer"))
    assert files(folder).items() >= {**others, "t/a": "nieuwer"}.items()
    assert written.others == (".git", ".nojekyll", "d", "weg")
    assert [line.path for line in written.manifest.files] == ["t/a"]
    assert [path.name for path in folder.parent.iterdir()] == ["build"]


def test_empty_folders_links_and_large_files_of_others_are_moved_and_not_copied(folder: Path) -> None:
    (folder / "t" / "leeg" / "dieper").mkdir(parents=True)
    (folder / "naar-buiten").symlink_to("../elders")
    (folder / "d" / "gebroken").symlink_to("nergens")
    with (folder / "groot.iso").open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of nothing: whoever reads it never ends
    before = (folder / "groot.iso").stat().st_ino
    built(folder, output("t/a", "nieuw"))
    assert (folder / "t/leeg/dieper").is_dir()
    assert os.readlink(folder / "naar-buiten") == "../elders"
    assert os.readlink(folder / "d/gebroken") == "nergens"
    assert (folder / "groot.iso").stat().st_ino == before


def test_a_folder_that_lok_no_longer_needs_goes(folder: Path) -> None:
    built(folder, output("t/a", "een"))
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", "t"]


def test_hidden_files_alone_make_no_folder_of_somebody_else(tmp_path: Path) -> None:
    put(tmp_path / "build", **{".DS_Store": "x", ".git": "gitdir: elders"})
    built(tmp_path / "build", output("t/a"))
    assert files(tmp_path / "build").keys() == {".DS_Store", ".git", "t/a", "manifest.json"}


# --- in the way ---------------------------------------------------------------------------------------------------


def test_a_file_changed_by_hand_stops_the_build_and_is_named(folder: Path) -> None:
    put(folder, **{"t/a": "bewerkt"})
    before = files(folder)
    with pytest.raises(WriteError, match=rf"t/a in .* {HAND}.*--opzij.*build-opzij"):
        built(folder, output("t/a", "nieuw"))
    assert files(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["build"]


def test_or_it_is_set_aside_without_writing_over_what_lies_there(folder: Path) -> None:
    for text in ("eerste", "tweede"):
        put(folder, **{"t/a": text})
        written = built(folder, output("t/a", f"na {text}"), aside=True)
        assert written.moved[0].read_text(encoding="utf-8") == text
    assert files(folder.parent / "build-opzij") == {"t/a": "eerste"}
    assert files(folder.parent / "build-opzij-2") == {"t/a": "tweede"}
    assert files(folder)["t/a"] == "na tweede"
    assert is_true(folder)


@pytest.mark.parametrize("path", ["t/nieuw", "t", "t/nieuw/van-mij"])
def test_a_file_of_others_where_a_new_one_comes(folder: Path, path: str) -> None:
    built(folder, output("d/b", "twee"))
    put(folder, **{path: "van mij"})
    with pytest.raises(WriteError, match=HAND):
        built(folder, output("t/nieuw"))
    assert files(folder)[path] == "van mij"
    built(folder, output("t/nieuw"), aside=True)
    assert files(folder)["t/nieuw"] == "x"
    assert "van mij" in files(folder.parent / "build-opzij").values()


def test_a_folder_that_became_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "t").rename(tmp_path / "elders")
    (folder / "t").symlink_to(tmp_path / "elders")
    with pytest.raises(WriteError, match=HAND):
        built(folder, output("t/a", "nieuw"))
    built(folder, output("d/b"), stays=read_manifest(folder))
    assert (folder / "t").is_symlink()
    assert files(tmp_path / "elders") == {"a": "een"}
    assert is_true(folder)


def test_a_file_that_is_what_we_would_write_is_not_in_the_way(folder: Path) -> None:
    put(folder, **{"t/nieuw": "zelfde"})
    assert built(folder, output("t/nieuw", "zelfde")).moved == ()
    assert not (folder.parent / "build-opzij").exists()


def test_a_changed_file_that_nothing_replaces_stays_and_is_no_longer_ours(folder: Path) -> None:
    put(folder, **{"d/b": "bewerkt"})
    stays = kept(read_manifest(folder), {("trainer", "een")}, ["een"])
    written = built(folder, output("t/a", "nieuw"), stays=stays)
    assert (files(folder)["d/b"], written.others) == ("bewerkt", ("d/b",))
    assert is_true(folder)
    with pytest.raises(WriteError, match="d/b"):
        built(folder, output("d/b", "weer", audience="deelnemer"))


def test_a_file_changed_while_lok_writes_is_not_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lok.publish import swap  # noqa: PLC0415

    original = swap.swap

    def late(target: Path) -> None:
        (target / "t/a").unlink()
        put(target, **{"t/a": "net bewaard", "t/ook": "net gemaakt"})
        original(target)

    monkeypatch.setattr(swap, "swap", late)
    written = built(folder, output("t/a", "nieuw"))
    assert files(folder)["t/ook"] == "net gemaakt"
    assert [path.read_text(encoding="utf-8") for path in written.moved] == ["net bewaard"]


def test_what_did_not_change_stays_the_same_file(folder: Path) -> None:
    before = (folder / "t/a").stat()
    built(folder, output("t/a", "een"), output("t/c"))
    after = (folder / "t/a").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


# --- folders that are not what they seem --------------------------------------------------------------------------


def test_a_link_as_target_is_followed(tmp_path: Path) -> None:
    (tmp_path / "srv" / "www").mkdir(parents=True)
    (tmp_path / "build").symlink_to("srv/www")
    for text in ("een", "twee"):
        built(tmp_path / "build", output("t/a", text))
    assert (tmp_path / "build").is_symlink()
    assert files(tmp_path / "srv/www")["t/a"] == "twee"
    assert [path.name for path in (tmp_path / "srv").iterdir()] == ["www"]


def test_a_link_in_a_ring_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").symlink_to("build")
    with pytest.raises(WriteError, match=r"kan .* niet schrijven"):
        built(tmp_path / "build", output("t/a"))


@pytest.mark.parametrize("content", ['{"name": "Mijn app", "icons": []}', "[]", "{", "[" * 100000])
def test_a_manifest_of_somebody_else_is_refused_without_advice_to_delete(tmp_path: Path, content: str) -> None:
    put(tmp_path, **{"manifest.json": content, "foto.jpg": "x"})
    with pytest.raises(WriteError, match="niet van lok; kies een andere map met --uit") as told:
        built(tmp_path, output("t/a"))
    assert "verwijder" not in str(told.value)
    assert files(tmp_path) == {"manifest.json": content, "foto.jpg": "x"}


@pytest.mark.parametrize("path", ["../../geheim.txt", "/etc/passwd", "t/../../geheim.txt", "..\\geheim.txt", "C:x", ""])
def test_a_manifest_names_nothing_outside_its_folder(folder: Path, path: str) -> None:
    put(folder.parent.parent, **{"geheim.txt": "geheim"})
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    content["files"].append({**content["files"][0], "path": path})
    put(folder, **{"manifest.json": json.dumps(content)})
    assert [line.path for line in read_manifest(folder).files] == ["d/b", "t/a"]
    built(folder, stays=read_manifest(folder))
    assert files(folder).keys() == {"d/b", "t/a", "manifest.json"}
    assert (folder.parent.parent / "geheim.txt").read_text(encoding="utf-8") == "geheim"


# --- turns --------------------------------------------------------------------------------------------------------


def _build_one(folder: Path, course: str, count: int) -> None:
    """In a process of its own: build a course again and again beside another."""

    def make(old: Manifest, version: int) -> Fresh:
        outputs = [output(f"t/{course}/{n}", f"{course} {version}", course=course) for n in range(5)]
        return Fresh(outputs, (), kept(old, {("trainer", course)}, ["een", "twee"]))

    for version in range(count):
        update(folder, lambda old, version=version: make(old, version))  # type: ignore[misc]


def test_two_at_once_wait_for_each_other_and_the_manifest_is_true(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    processes = [get_context("spawn").Process(target=_build_one, args=(folder, each, 8)) for each in ("een", "twee")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    assert {path for path in files(folder) if path != "manifest.json"} == {
        f"t/{course}/{n}" for course in ("een", "twee") for n in range(5)
    }
    assert is_true(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    with locked(tmp_path / "build"):
        with pytest.raises(WriteError, match="een andere lok schrijft op dit moment"), locked(tmp_path / "build", 0):
            pass
        mend(tmp_path / "build")  # leaves a folder alone that another works in
    with locked(tmp_path / "build", 0):
        pass
    assert [*tmp_path.iterdir()] == []


# --- a disk that says no ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.ENAMETOOLONG])
@pytest.mark.parametrize("call", ["write_bytes", "mkdir"])
def test_a_disk_that_says_no_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    before = files(folder)

    def fail(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, call, fail)
        with pytest.raises(WriteError, match=r"^kan \S+ niet schrijven: [a-z ]+$"):
            built(folder, output("t/a", "nieuw"))
    mend(folder)
    assert files(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["build"]


def test_long_names_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / ("n" * 300), tmp_path / "build"):
        with pytest.raises(WriteError, match="de naam is te lang"):
            built(path, output(f"t/{'n' * 300}"))
    assert [*tmp_path.iterdir()] == []


def test_a_full_temporary_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WriteError, match=r"de tijdelijke map.*: de schijf is vol"), scratch():
        raise OSError(errno.ENOSPC, "No space left on device")


def test_the_temporary_folder_of_a_killed_run_goes_and_that_of_a_living_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    put(tmp_path / "lok-dood", **{".werk.slot": "", "werk/pagina.html": "x"})
    put(tmp_path / "lok-van-iemand", **{"brief.txt": "x"})
    with scratch() as alive:
        put(alive, **{"pagina.html": "x"})
        sweep()
        assert (alive / "pagina.html").is_file()
        assert not (tmp_path / "lok-dood").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["lok-van-iemand"]


def test_packs_stand_beside_what_is_there(tmp_path: Path) -> None:
    put(tmp_path / "pakketten", **{"ander.zip": "x"})
    put(tmp_path / ".pakketten.lok" / "nieuw", **{"half.zip": "x"})  # of a run that was killed
    put_files(tmp_path / "pakketten", {"avond.zip": b"y"})
    assert files(tmp_path) == {"pakketten/ander.zip": "x", "pakketten/avond.zip": "y"}


@pytest.mark.skipif(sys.platform != "linux", reason="names open files by /proc")
def test_everything_is_on_the_disk_before_the_swap(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda held: synced.append(os.readlink(f"/proc/self/fd/{held}")))
    built(folder, output("t/nieuw"), output("t/a", "een"))
    new = str(folder.parent / ".build.lok" / "nieuw")
    assert synced[:2] == [f"{new}/t/nieuw", f"{new}/manifest.json"]
    assert {new, f"{new}/t"} <= {*synced}
    assert synced[-1] == str(folder.parent)
