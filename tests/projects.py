"""Projects on disk for tests: the tiny course, copied to a folder of the test's own, and files laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from lok.check.course import check_course
from lok.model.course import Course
from lok.problems import Problem, ordered
from lok.read.course import load
from media import image

ROOT = Path(__file__).parent.parent
COURSES = ROOT / "tests" / "courses"
COURSE_ROOTS = {"burn-out": ROOT, "werkdruk": ROOT, "handhygiene": COURSES / "handhygiene"}
TODAY = date(2026, 11, 22)

SESSION = "content/sessies/handhygiene.md"
FIRST, SECOND = "slides/handhygiene/01-kijken.md", "slides/handhygiene/02-doen.md"
THIRD = "slides/handhygiene/03-volhouden.md"
CASE = "cases/noemie.md"
COLUMNS, BALANCE = "content/oefeningen/drempels.md", "content/oefeningen/balans.md"
STATEMENTS = "content/oefeningen/stellingen.md"
CHOICE = "content/oefeningen/voornemens.md"
SHEET, TRAINER_SHEET = "content/bladen/vijf-momenten.md", "content/bladen/leidraad.md"
TALK = "content/oefeningen/handgesprek.md"
CARDS = "content/kaarten/stemkaarten.md"
CHANGES = "content/wijzigingen.md"
FACTS, TERMS, SOURCES = "content/feiten.md", "content/begrippen.md", "content/bronnen.md"


def tiny(folder: Path) -> Path:
    """A copy of the tiny course in `folder`."""
    shutil.copytree(COURSES / "handhygiene", folder, dirs_exist_ok=True)
    return folder


SPEAKERS = ("verpleegkundige", "hygiënist", "arts", "apotheker")
"""Of the tiny course, as many as a test asks for; two is how it is written."""


def faced(folder: Path) -> Path:
    """A copy of the tiny course with the face of an organisation, in colours that just pass."""
    return put(tiny(folder), {
        "content/organisatie.md": "---\nnaam: Kring\nadres: https://kring.voorbeeld.be\nlogo: kring.png\n"
        "licentie: CC BY 4.0\nkleur: #A6204A\ntweede kleur: #DC9BAC\n"
        "groep: kring\nbijeenkomst: het atelier, ateliers\n---\n",
        "content/kring.png": image("PNG"),
    })  # fmt: skip


def tiny_for(folder: Path, speakers: int) -> Path:
    """A copy of the tiny course for so many speakers, each of whom has a slide."""
    root = tiny(folder)
    edit(root, SESSION, "duo: verpleegkundige, hygiënist", f"sprekers: {', '.join(SPEAKERS[:speakers])}")
    if speakers == 1:
        alone = {"### Hygiënist": "### Intussen", "duo": SPEAKERS[0], SPEAKERS[1]: SPEAKERS[0]}
        for path in (*root.glob("slides/*/*.md"), *root.glob("cases/*.md")):
            for old, new in alone.items():
                path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for role, path in zip(SPEAKERS[2:speakers], (SECOND, THIRD), strict=False):
        edit(root, path, f"wie: {SPEAKERS[1]}", f"wie: {role}")
    if speakers > 2:
        text = (root / SECOND).read_text(encoding="utf-8")
        put(root, {SECOND: f"{text}\n### Geef het woord\nNu wie het volhoudt.\n"})
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace the first `old` in a file; it must be there."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def put(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `root`."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def read(root: Path, session_ids: Sequence[str] = ()) -> tuple[tuple[Course, ...], tuple[Problem, ...]]:
    """Load and check a project."""
    courses, problems = load(root, session_ids)
    checked = [problem for course in courses for problem in check_course(course, TODAY)]
    return courses, ordered((*problems, *checked))


def only(root: Path) -> Course:
    """The one course of a project without problems."""
    courses, problems = read(root)
    assert not problems
    return courses[0]
