"""No fault of one line in `view` publishes a word of a trainer: the guard, which knows nothing of `view`, stops it.

`SIZE` says how much is tried: 1 in `make test`, where each sixth mutant is looked at and two are built; from 50 on,
as in `make campaign`, every one is looked at and built.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import sown
from lok.build import build
from lok.load import Loaded, load_and_check
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact
from lok.model.walk import everything
from lok.problems import Code, Problem
from lok.publish.guard import guard
from lok.publish.secrets import Secrets, letters, secrets
from lok.view import view
from planted import found, planted
from projects import TODAY
from records import trainer_fields

SIZE = int(os.environ.get("SIZE", "1"))
PUBLIC = Audience.PARTICIPANT
Project = tuple[Path, Loaded, Secrets, Mapping[str, str]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root, words = planted(tmp_path_factory.mktemp("gezaaid"))
    loaded = load_and_check(root, [], TODAY)
    return root, loaded, secrets(loaded.places["handhygiene"]), words


def said(course: Course) -> set[str]:
    return {item for item in everything(course) if isinstance(item, str)}


def leaking(course: Course, every: int) -> Iterator[tuple[str, Course]]:
    """Each so-many-th mutant, where it keeps what the right `view` drops; one that crashes stops a build by itself."""
    right = said(view(course, PUBLIC))
    for name, make in list(sown.mutants())[::every]:
        try:
            seen = make()(course, PUBLIC)
        except Exception:
            continue
        if said(seen) - right:
            yield name, seen


def at_its_line(root: Path, problem: Problem) -> bool:
    """Whether the words that a problem tells of stand at the place that it names."""
    lines = (root / problem.span.path).read_text(encoding="utf-8").split("\n")[problem.span.line - 1 :]
    text = letters(re.sub(r"\]\([^()]*\)|\*", "", " ".join(lines[:4])))
    quoted = letters(problem.message.partition('"')[2])
    return quoted in text or quoted == letters(Path(problem.span.path).stem)


def test_right_view_passes(project: Project) -> None:
    _, loaded, wanted, _ = project
    assert guard(wanted, view(loaded.courses[0], PUBLIC), ()) == ()


def test_guard_stops_every_mutant_that_keeps_something(project: Project) -> None:
    root, loaded, wanted, _ = project
    tried = list(leaking(loaded.courses[0], 1))
    assert len(tried) >= 8
    for name, seen in tried:
        problems = guard(wanted, seen, ())
        assert {problem.code for problem in problems} == {Code.LEAK}, name
        assert all(at_its_line(root, problem) for problem in problems), name


@pytest.mark.parametrize("place", sorted(trainer_fields()), ids=".".join)
def test_guard_stops_a_view_that_keeps_a_field(place: tuple[str, str], project: Project) -> None:
    root, loaded, wanted, _ = project
    problems = guard(wanted, sown.keeping(*place)(loaded.courses[0], PUBLIC), ())
    assert {problem.code for problem in problems} == {Code.LEAK}
    assert all(at_its_line(root, problem) for problem in problems)


def test_built_files_betray_every_mutant_too(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole builds with the fault: it stops, and the files alone betray it where a planted word is in them."""
    _, loaded, wanted, _ = project
    tried = list(leaking(loaded.courses[0], max(1, 12 // SIZE)))
    leaked = 0
    for name, seen in tried[: 2 * SIZE]:
        monkeypatch.setattr(sys.modules["lok.build"], "view", lambda course, audience, seen=seen: seen)
        made = build(loaded, (PUBLIC,), "mkdocs", lambda _: None)
        assert Code.LEAK in {problem.code for problem in made.problems}, name
        files = [Artifact(output.path, output.data, ()) for output in made.outputs]
        if any(found(file.path, file.data) for file in files):
            leaked += 1
            assert Code.LEAK in {problem.code for problem in guard(wanted, (), files)}, name
    assert leaked
    print(f"{len(tried)} mutants built, {leaked} with a planted word in a file")
