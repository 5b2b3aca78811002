"""A project in, its courses with all that is wrong with them out. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from lok.check.course import check_course
from lok.check.unused import check_unused
from lok.model.course import Course
from lok.model.face import Face
from lok.model.place import Places, Span
from lok.problems import Code, Problem, Severity, error, ordered
from lok.read.course import load
from lok.read.digest import SETTINGS
from lok.read.disk import Disk
from lok.read.files import Files
from lok.read.format import SESSION, SLIDES
from lok.read.memory import Memory
from lok.read.places import places
from lok.render.site.settings import SettingsError, SiteSettings, own_settings, read_settings


@dataclass(frozen=True)
class Loaded:
    """What a project holds: the courses asked for, the ids of all sessions, the sites' settings, and every problem.

    `places` tells of each course, by its id, which words of the author files are for everyone.
    """

    courses: tuple[Course, ...]
    places: Mapping[str, Places]
    sessions: tuple[str, ...]
    settings: SiteSettings
    problems: tuple[Problem, ...]

    @property
    def face(self) -> Face | None:
        """Of the organisation that publishes these courses; None where they have our own."""
        return next((course.face for course in self.courses), None)


def load_and_check(root: Path, session_ids: Sequence[str], today: date, memory: Memory | None = None) -> Loaded:
    """Load the named sessions (all where none is named) of the project in `root` and check them.

    With a `memory` of earlier readings, only files that changed are read again.
    `today` decides which facts have expired. Mistakes of an author are problems, never raised.
    Raises OSError where mkdocs.yml is there and cannot be opened.
    """
    courses, problems = load(root, session_ids, memory)
    settings, wrong = _settings(root / SETTINGS)
    checked = (problem for course in courses for problem in check_course(course, today))
    whole = (problem for problem in checked if not _follows(problem, problems))
    found = (*problems, *wrong, *whole)
    if not session_ids and not any(each.severity is Severity.ERROR or each.code is Code.UNUSED_PART for each in found):
        found = (*found, *check_unused(courses))
    sessions = tuple(Files(Disk(root)).by_id(SESSION.folder))
    said = {course.id: places(root, course.id, course.media) for course in courses}
    return Loaded(courses, said, sessions, settings, ordered(found))


def _follows(problem: Problem, read: Sequence[Problem]) -> bool:
    """Whether a warning may be the consequence of a mistake: in a file with an error, not every word was read."""
    broken = {each.span.path for each in read if each.severity is Severity.ERROR}
    if problem.code is Code.MINUTES_DO_NOT_ADD_UP:
        return any(path == problem.span.path or path.startswith(f"{SLIDES.folder}/") for path in broken)
    return problem.code in (Code.NO_WORDS, Code.TIME_TOO_SHORT, Code.NOTES_TOO_LONG) and problem.span.path in broken


def _settings(path: Path) -> tuple[SiteSettings, tuple[Problem, ...]]:
    if not path.is_file():
        return own_settings(), ()
    try:
        return read_settings(path.read_text(encoding="utf-8")), ()
    except SettingsError as wrong:
        message = f"{SETTINGS} zegt niet goed hoe de sites eruitzien: {wrong}"
        tip = "maak je laatste wijziging ongedaan, of haal dit bestand weg: lok weet zelf hoe de sites eruitzien"
        return {}, (error(Span(SETTINGS), Code.BAD_SETTING, message, tip),)
    except (yaml.YAMLError, ValueError, OSError, RecursionError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        span = Span(SETTINGS, mark.line + 1, mark.column + 1) if mark else Span(SETTINGS)
        tip = "maak je laatste wijziging in dit bestand ongedaan"
        return {}, (error(span, Code.BAD_YAML, f"{SETTINGS} is niet te lezen", tip),)
