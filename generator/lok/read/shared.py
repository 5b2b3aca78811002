"""What the sessions of a project share: its cases, exercises, sheets and entries, each from a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from lok.model import vocabulary as fmt
from lok.model.face import Face
from lok.model.library import Case, Change, Entry, Exercise, Sheet
from lok.problems import Code, Problem, error
from lok.read.cases import load_case
from lok.read.entries import load_changes, load_entries, without_cycles
from lok.read.exercises import exercise_format, load_exercise
from lok.read.face import load_face
from lok.read.files import Files, nothing
from lok.read.format import CARDS, CASE, CHANGES, EXERCISE, FACE, FACTS, REFERENCES, SHEET, TERMS, FileFormat
from lok.read.scan import KeyTest, Page, scan
from lok.read.sheets import load_cards, load_sheet

Record = TypeVar("Record")


@dataclass(frozen=True)
class SharedRecords:
    """All that sessions share, under the names that a Course has for it: every record of a project, and whose it is."""

    cases: tuple[Case, ...]
    exercises: tuple[Exercise, ...]
    sheets: tuple[Sheet, ...]
    facts: tuple[Entry, ...]
    terms: tuple[Entry, ...]
    references: tuple[Entry, ...]
    changes: tuple[Change, ...]
    face: Face | None


def load_shared(files: Files) -> SharedRecords:
    """The records that several sessions may use, from all files of the project."""
    return SharedRecords(
        _records(files, CASE, load_case),
        _records(files, EXERCISE, load_exercise),
        (*_records(files, SHEET, load_sheet), *_records(files, CARDS, load_cards)),
        without_cycles(_entries(files, FACTS), files.problems),
        _entries(files, TERMS),
        _entries(files, REFERENCES),
        _alone(files, CHANGES, load_changes) or (),
        _alone(files, FACE, load_face),
    )


def _records(files: Files, form: FileFormat, read: Callable[[Page, str, list[Problem]], Record]) -> tuple[Record, ...]:
    found: list[Record] = []
    for record_id, path in files.by_id(form.folder).items():
        page = files.page(path, form)
        if page is None:
            found.append(read(nothing(path), record_id, []))
        else:
            make = partial(_read, read, page, record_id)
            found.append(files.memory.kept(("record", path, page.source.raw), files.problems, make))
    return tuple(found)


def _read(
    read: Callable[[Page, str, list[Problem]], Record], page: Page, record_id: str, problems: list[Problem]
) -> Record:
    exercise = page.source.path.startswith(f"{EXERCISE.folder}/")
    return read(_scanned_again(page) if exercise else page, record_id, problems)


def _scanned_again(page: Page) -> Page:
    """An exercise whose kind gives keys to its headings, with those keys."""
    extra = exercise_format(page)
    for level, names in ((extra.keyed_level, extra.heading_keys), (2, extra.group_keys)):
        if names:
            keyed = scan(page.source, frozenset({level}), KeyTest(frozenset(names), keyless=fmt.KEYLESS)).headings
            pairs = zip(page.headings, keyed, strict=True)
            page = replace(page, headings=tuple(new if new.level == level else old for old, new in pairs))
    return page


def _entries(files: Files, form: FileFormat) -> tuple[Entry, ...]:
    if not (files.disk.root / form.folder).is_file():
        return ()
    page = files.page(form.folder, form)
    entries: tuple[Entry, ...] = ()
    if page:
        key = "entries", form.folder, page.source.raw
        entries = files.memory.kept(key, files.problems, partial(load_entries, page, form))
    seen: set[str] = set()
    for entry in entries:
        if entry.id and entry.id in seen:
            tip = "geef een van beide een andere naam"
            files.problems.append(error(entry.span, Code.SAME_ID, f'"{entry.title}" staat hier twee keer', tip))
        seen.add(entry.id)
    return entries


def _alone(files: Files, form: FileFormat, read: Callable[[Page, list[Problem]], Record]) -> Record | None:
    """What a file says of which there is one; None where there is none."""
    page = files.page(form.folder, form) if (files.disk.root / form.folder).is_file() else None
    return read(page, files.problems) if page else None
