"""Typst in processes of its own: the same pieces with any number of them, kept for the next time; none that stays."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from lok import store
from lok.design import palette
from lok.render.picture import TEMPLATE
from lok.slides.drawing import FONTS
from lok.typesetting import press, worker
from lok.typesetting.press import Job, Pressed, TypesettingError


def job(width: float, slide: object = ()) -> Job:
    data = {"width": width, "height": 20, "fonts": FONTS, "slide": slide, "pictures": {}}
    return Job(str(TEMPLATE), json.dumps(data))


JOBS = [job(40), job(50), job(60)]
PLACE = json.dumps({"root": str(press.ROOT), "fonts": str(palette.FONTS)}).encode() + b"\n"


@pytest.fixture
def unkept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, store.NOWHERE)


@pytest.mark.usefixtures("unkept")
@pytest.mark.parametrize("processors", [1, 3])
def test_each_job_has_its_own_answer_however_many_lay_out(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    widths = [done.pieces[0].partition(b'width="')[2].partition(b"pt")[0] for done in press.press([*JOBS, JOBS[0]])]
    assert [float(width) * 25.4 / 72 for width in widths] == pytest.approx([40, 50, 60, 40], abs=0.01)


def test_what_was_laid_out_is_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path))
    asked = list[Job]()
    lay_out = press._laid_out

    def counted(jobs: list[Job]) -> Iterator[Pressed]:
        asked.extend(jobs)
        return lay_out(jobs)

    monkeypatch.setattr(press, "_laid_out", counted)
    first = press.press(JOBS)
    assert press.press([*JOBS, job(70)])[:3] == first
    assert [each.data for each in asked] == [each.data for each in (*JOBS, job(70))]


def test_what_somebody_else_kept_meanwhile_is_not_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path))
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    first, other = JOBS[0], job(70)
    theirs = Pressed((b"theirs",), {})

    def ask(_: object, asked: Job) -> Pressed:
        assert asked == first
        store.put(other.key, press._written(theirs))
        return Pressed((b"ours",), {})

    monkeypatch.setattr(press._Worker, "ask", ask)
    assert press.press([first, other]) == (Pressed((b"ours",), {}), theirs)


@pytest.mark.usefixtures("unkept")
def test_a_template_that_fails_says_so_and_no_process_stays() -> None:
    with pytest.raises(TypesettingError):
        press.press([job(40, [{"kind": "nothing of ours"}])])
    found = subprocess.run(
        ["ps", "-o", "args", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    assert worker.__file__ not in found.stdout


def test_a_process_ends_with_its_input() -> None:
    started = subprocess.Popen([sys.executable, "-I", worker.__file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    started.communicate(PLACE, timeout=60)
    assert started.returncode == 0


def test_a_process_that_laid_out_much_says_so_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MOST", 1)
    answers = io.BytesIO()
    worker.main(io.BytesIO(b"".join((PLACE, *(json.dumps(asdict(each)).encode() + b"\n" for each in JOBS)))), answers)
    told = json.loads(answers.getvalue().partition(b"\n")[0])
    assert told["last"]
    assert len(answers.getvalue().partition(b"\n")[2]) == sum(told["sizes"])
