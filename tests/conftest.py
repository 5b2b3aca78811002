"""Shared by all tests: finished builds, made once, and `--update`, which rewrites what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from lok.build import build, load_and_check, shared
from lok.model.audience import Audience
from lok.publish.engine import MKDOCS
from projects import ROOT, TODAY, put, tiny


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected files; a person reads the diff")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the real courses, as `lok build` makes it."""
    return _build(ROOT, tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="session")
def built_tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the tiny course, which has a bit of everything."""
    return _build(tiny(tmp_path_factory.mktemp("tiny")), tmp_path_factory.mktemp("build-tiny"))


def _build(root: Path, folder: Path) -> Path:
    loaded = load_and_check(root, (), TODAY)
    made = build(loaded, tuple(Audience), MKDOCS, lambda _: None)
    files = {output.path: output.data for output in made.outputs}
    for audience in Audience:
        listings = [listing for listing in made.listings if listing.audience == audience.value]
        files |= {output.path: output.data for output in shared(audience, listings, loaded.settings)}
    return put(folder, files)
