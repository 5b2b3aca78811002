"""The list of renderers: one contract for all, called by who walks the list and by nobody else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, SiteFile
from lok.render.contract import Tells
from lok.render.pack import Pack
from lok.render.renderers import RENDERERS
from lok.view import view
from projects import ROOT, only, tiny

LOK = ROOT / "generator" / "lok"
MODULES = {renderer.render.__module__ for renderer in RENDERERS}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return only(tiny(tmp_path_factory.mktemp("tiny")))


def made(course: Course, audience: Audience) -> list[tuple[str, Artifact]]:
    """Every file with the module that made it; those of a site are not yet pages."""
    before: dict[str, Artifact] = {}
    found = []
    for renderer in RENDERERS:
        files = renderer.render(view(course, audience), audience, before).files
        before |= {file.path: file for file in files}
        found += [(renderer.render.__module__, file) for file in files]
    return found


@pytest.mark.parametrize("audience", Audience)
def test_no_two_renderers_make_one_file(course: Course, audience: Audience) -> None:
    paths = [file.path for _, file in made(course, audience)]
    assert len(set(paths)) == len(paths) > 20


def test_only_the_site_leaves_work_to_an_engine_and_only_an_evening_has_a_pack(course: Course) -> None:
    found = made(course, Audience.TRAINER)
    assert {module for module, file in found if isinstance(file, SiteFile)} == {"lok.render.site.site"}
    assert not [file for _, file in found if isinstance(file, Pack)]


def test_what_was_made_before_never_tells_more_of_the_evening() -> None:
    assert all(before.tells <= after.tells for before, after in pairwise(RENDERERS))
    assert {renderer.tells for renderer in RENDERERS} == set(Tells)


@pytest.mark.parametrize("audience", Audience)
def test_what_stands_apart_needs_nothing_that_others_made(course: Course, audience: Audience) -> None:
    before = {file.path: file for _, file in made(course, audience)}
    apart = [renderer for renderer in RENDERERS if renderer.apart]
    assert apart
    for renderer in apart:
        seen = view(course, audience)
        assert renderer.render(seen, audience, {}) == renderer.render(seen, audience, before)


ASKING = {"judge/papers.py", "live.py", "returning/way_back.py"}
"""What makes no build, but asks for one kind of file."""


@pytest.mark.parametrize(
    "path",
    [each for each in sorted(LOK.rglob("*.py")) if each.relative_to(LOK).as_posix() not in ASKING],
    ids=lambda path: path.relative_to(LOK).as_posix(),
)
def test_nobody_calls_a_renderer_by_name(path: Path) -> None:
    assert list(calls(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_a_call_by_name_is_found() -> None:
    sown = "from lok.render.deck.deck import render\nfrom lok.render import picture\npicture.render(a, b, {})\n"
    assert list(calls(ast.parse(sown))) == ["lok.render.deck.deck", "picture.render"]


def calls(tree: ast.AST) -> Iterator[str]:
    """Where `render` is taken out of a module of the list, and where it is called there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield from (node.module for each in node.names if each.name == "render")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "render":
            called = ast.unparse(node.func)
            if any(f".{module}".endswith(f".{called.removesuffix('.render')}") for module in MODULES):
                yield called
