"""For tests of finished decks: those of every course, and what LibreOffice makes of them, once per run."""

from __future__ import annotations

from pathlib import Path

import pytest

from lok.model.audience import Audience
from lok.model.course import Course
from lok.render.deck import deck
from lok.view import view
from office import convert
from once import once
from projects import COURSE_ROOTS, read


@pytest.fixture(scope="session")
def trainers() -> dict[str, Course]:
    """Every course as trainers see it, by its name."""
    return {name: view(read(root, [name])[0][0], Audience.TRAINER) for name, root in COURSE_ROOTS.items()}


@pytest.fixture(scope="session")
def decks(trainers: dict[str, Course], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the deck of every course, `NAME.pptx`."""
    return once(tmp_path_factory, "decks", lambda folder: _write(trainers, folder))


@pytest.fixture(scope="session")
def office(decks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice makes of every deck: `NAME.pdf` and `NAME.odp`."""
    return once(tmp_path_factory, "office", lambda folder: _convert(sorted(decks.iterdir()), folder))


def _write(courses: dict[str, Course], folder: Path) -> None:
    for name, course in courses.items():
        (folder / f"{name}.pptx").write_bytes(deck.render(course, Audience.TRAINER, {}).files[0].data)


def _convert(files: list[Path], folder: Path) -> None:
    for kind in ("pdf", "odp"):
        convert(folder, kind, *files)
