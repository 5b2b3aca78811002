"""Shared by all tests: finished builds, made once, and `--update`, which rewrites what is expected."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from lok import store
from lok.build import build, shared
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.publish.engine import MKDOCS
from once import once
from projects import ROOT, TODAY, faced, put, tiny

settings.register_profile("run", max_examples=40, deadline=None, derandomize=True)  # a campaign looks for others
settings.register_profile("campaign", max_examples=2000, deadline=None)
settings.load_profile("run")  # before tests are read: some take a share; `--hypothesis-profile campaign` is as early


OWN_PLACE = store.PLACE not in os.environ
if OWN_PLACE:  # in the first process, before it starts others, which share what is laid out
    os.environ[store.PLACE] = tempfile.mkdtemp(prefix="kept-by-tests-")


def pytest_unconfigure() -> None:
    if OWN_PLACE:
        shutil.rmtree(os.environ[store.PLACE], ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected files; a person reads the diff")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or LibreOffice by what it asks for, so that `make check` can leave it out."""
    for item in items:
        for program in sorted({"browser", "office"} & set(getattr(item, "fixturenames", ()))):
            item.add_marker(program)


@pytest.fixture(autouse=True)
def everything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command in a test makes what it tells of: a test may have put a fault in how that is made."""

    for module in ("kept", "cli.reading"):
        monkeypatch.setattr(f"lok.{module}.known", lambda _: None)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the real courses, as `lok build` makes it; nobody writes in it."""
    return once(tmp_path_factory, "build", lambda folder: _build(ROOT, folder))


@pytest.fixture(scope="session")
def built_tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the tiny course, which has a bit of everything; nobody writes in it."""
    return once(tmp_path_factory, "build-tiny", lambda folder: _build(tiny(tmp_path_factory.mktemp("tiny")), folder))


@pytest.fixture(scope="session")
def built_faced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build/ of the tiny course with the face of an organisation; nobody writes in it."""
    return once(tmp_path_factory, "build-faced", lambda folder: _build(faced(tmp_path_factory.mktemp("faced")), folder))


def _build(root: Path, folder: Path) -> None:
    loaded = load_and_check(root, (), TODAY)
    made = build(loaded, tuple(Audience), MKDOCS, lambda _: None)
    files = {output.path: output.data for output in made.outputs}
    for audience in Audience:
        listings = [listing for listing in made.listings if listing.audience == audience.value]
        files |= {output.path: output.data for output in shared(audience, listings, loaded)}
    put(folder, files)
